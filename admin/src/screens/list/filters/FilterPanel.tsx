import { fieldLabel, fieldNamed, type Resource } from '@kontor/shared';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Drawer from '@mui/material/Drawer';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import CloseIcon from 'icon/Close';
import { useState } from 'react';
import { useLocale } from '../../../app/texts.ts';
import { FieldFilter } from '../../../kinds/FieldFilter.tsx';
import { useOpens } from '../../../providers/access.ts';
import { filterFields } from '../columns/fields.ts';
import { useWords } from '../useWords.ts';
import { type FilterValues, groupFilter, withEntries } from './entries.ts';

export interface FilterPanelProps {
  readonly resource: Resource;
  readonly values: FilterValues;
  readonly onChange: (values: FilterValues) => void;
  readonly onClose: () => void;
  /** How many records the filter finds now. */
  readonly total?: number;
}

/** All questions a list can be asked: the declared ones at once, every other field by choice. They apply at once. */
export default function FilterPanel({ resource, values, onChange, onClose, total }: FilterPanelProps) {
  const t = useWords();
  const locale = useLocale();
  const opens = useOpens(resource);
  const possible = filterFields(resource, opens);
  const declared = (resource.list?.filters ?? []).filter((name) => possible.includes(name));
  const [added, setAdded] = useState<readonly string[]>([]);
  const used = groupFilter(resource, values, possible).map((group) => group.name);
  const shown = [...new Set([...declared, ...used, ...added])].filter((name) => possible.includes(name));
  const label = (name: string) => fieldLabel(fieldNamed(resource, name)!, name, locale);
  const further = possible.filter((name) => !shown.includes(name));
  return (
    <Drawer
      anchor="right"
      open
      onClose={onClose}
      slotProps={{ paper: { sx: { width: { xs: '100%', sm: 360 } }, role: 'dialog', 'aria-label': t('filter') } }}
    >
      <Stack direction="row" sx={{ alignItems: 'center', justifyContent: 'space-between', px: 2, py: 1.5 }}>
        <Typography variant="h2">{t('filter')}</Typography>
        <IconButton size="small" aria-label={t('close')} onClick={onClose}>
          <CloseIcon fontSize="small" />
        </IconButton>
      </Stack>
      <Stack spacing={2} sx={{ px: 2, pb: 2, pt: 0.5, overflowY: 'auto', flex: 1 }}>
        {shown.map((name) => (
          <FieldFilter
            key={name}
            resource={resource}
            name={name}
            values={values}
            onChange={(entries) => onChange(withEntries(values, entries))}
          />
        ))}
        {further.length > 0 && (
          <TextField
            select
            label={t('add_filter')}
            value=""
            onChange={(event) => setAdded([...added, event.target.value])}
          >
            {further.map((name) => (
              <MenuItem key={name} value={name}>
                {label(name)}
              </MenuItem>
            ))}
          </TextField>
        )}
      </Stack>
      <Box sx={{ display: 'flex', gap: 1, p: 2, borderTop: 1, borderColor: 'divider' }}>
        <Button onClick={() => onChange(values.q ? { q: values.q } : {})} disabled={used.length === 0}>
          {t('clear_filters')}
        </Button>
        <Button variant="contained" onClick={onClose} sx={{ ml: 'auto' }}>
          {total === undefined ? t('apply') : t('show_hits', { count: total })}
        </Button>
      </Box>
    </Drawer>
  );
}
