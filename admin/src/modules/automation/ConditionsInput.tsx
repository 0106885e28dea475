import { fieldLabel, fieldNamed, translate } from '@kontor/shared';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import FormHelperText from '@mui/material/FormHelperText';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useController } from 'react-hook-form';
import { useLocale } from '../../app/texts.ts';
import { useDeclaration } from '../../declarations.ts';
import { FieldFilter } from '../../kinds/FieldFilter.tsx';
import { useOpens } from '../../providers/access.ts';
import { filterFields } from '../../screens/list/columns/fields.ts';
import { describe, type FilterValues, groupFilter, withEntries } from '../../screens/list/filters/entries.ts';
import { useWords as useListWords } from '../../screens/list/useWords.ts';
import { DayCondition } from './DayCondition.tsx';
import { useBeside } from './useBeside.ts';
import { operatorWords, useWords } from './words.ts';

/** Further conditions, asked like the filters of a list. */
export function ConditionsInput({ watched }: { readonly watched: string }) {
  const t = useWords();
  const locale = useLocale();
  const resource = useDeclaration(watched);
  const opens = useOpens(resource);
  const { field, fieldState } = useController({ name: 'filter' });
  const [added, setAdded] = useState<readonly string[]>([]);
  const values = (field.value ?? {}) as FilterValues;
  const list = useListWords();
  const beside = useBeside(resource, values);
  const possible = filterFields(resource, opens);
  const used = groupFilter(resource, values, possible).map(({ name }) => name);
  const shown = [...new Set([...used, ...added])].filter((name) => fieldNamed(resource, name));
  const further = possible.filter((name) => !shown.includes(name));
  const set = (entries: Record<string, unknown>) => {
    const next = withEntries(values, entries);
    field.onChange(Object.keys(next).length ? next : null);
  };
  const { message } = fieldState.error ?? {};
  return (
    <Box>
      {shown.length + beside.length === 0 && (
        <Typography color="text.secondary" sx={{ mb: 2 }}>
          {t('if_none')}
        </Typography>
      )}
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' },
          alignItems: 'end',
        }}
      >
        {shown.map((name) => {
          const Condition = ['date', 'datetime'].includes(fieldNamed(resource, name)!.kind)
            ? DayCondition
            : FieldFilter;
          return <Condition key={name} resource={resource} name={name} values={values} onChange={set} />;
        })}
        {further.length > 0 && (
          <TextField
            select
            size="small"
            label={t('add_condition')}
            value=""
            onChange={(event) => setAdded([...added, event.target.value])}
          >
            {further.map((name) => (
              <MenuItem key={name} value={name} dense>
                {fieldLabel(fieldNamed(resource, name)!, name, locale)}
              </MenuItem>
            ))}
          </TextField>
        )}
      </Box>
      {beside.map(({ label, group, keys }) => (
        <Chip
          key={label}
          sx={{ mt: 1.5, mr: 1 }}
          label={`${label}: ${describe(group, locale, operatorWords(list), () => undefined)}`}
          onDelete={() => set(Object.fromEntries(keys.map((key) => [key, undefined])))}
        />
      ))}
      {message && <FormHelperText error>{translate(message, locale)}</FormHelperText>}
    </Box>
  );
}
