import { fieldLabel, fieldNamed, fromZone, inZone, type Resource, zone } from '@kontor/shared';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import Skeleton from '@mui/material/Skeleton';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useQuery } from '@tanstack/react-query';
import type { Identifier, RaRecord } from 'ra-core';
import { useId, useState } from 'react';
import { Trouble } from '../../app/feedback/Trouble.tsx';
import { useLocale } from '../../app/texts.ts';
import { embedNames } from '../../kinds/common/embed.ts';
import { FieldDisplay } from '../../kinds/FieldDisplay.tsx';
import { type HistoryEntry, useKontor } from '../../providers/dataProvider.ts';
import { compared } from './compared.ts';
import { HistoryValue } from './HistoryValue.tsx';
import { VersionSelect } from './VersionSelect.tsx';
import { useWords } from './words.ts';

interface CompareDialogProps {
  readonly resource: Resource;
  readonly id: Identifier;
  readonly entries: readonly HistoryEntry[];
  /** The version that is compared with the present one at first. */
  readonly left: number;
  readonly onClose: () => void;
}

/** Two versions of a record side by side; the first may be chosen by a date. */
export function CompareDialog({ resource, id, entries, left: first, onClose }: CompareDialogProps) {
  const t = useWords();
  const locale = useLocale();
  const title = useId();
  const api = useKontor();
  const phone = useMediaQuery('(max-width:600px)');
  const [left, setLeft] = useState(first);
  const [right, setRight] = useState(entries[0]!.version);
  const [all, setAll] = useState(false);
  const [failure, setFailure] = useState<string>();
  const embed = embedNames(resource);
  const { data, error, refetch } = useQuery({
    queryKey: [resource.name, 'versions', id, left, right],
    queryFn: ({ signal }) =>
      Promise.all([left, right].map((version) => api.version(resource.name, id, version, embed, signal))),
    placeholderData: (before) => before,
  });
  const asOf = (typed: string) => {
    setFailure(undefined);
    const [date, time] = typed.split('T');
    if (!date || !time) return;
    api.asOf(resource.name, id, fromZone(date, time, zone.name).toISOString()).then(
      (record) => setLeft(record.version),
      (problem: Error) => setFailure(problem.message),
    );
  };
  const now = inZone(new Date(), zone.name);
  const [before, after] = (data ?? []) as RaRecord[];
  const fields = before && after ? compared(resource, before, after).filter(({ same }) => all || !same) : [];
  return (
    <Dialog open fullWidth maxWidth="md" fullScreen={phone} onClose={onClose} aria-labelledby={title}>
      <DialogTitle id={title}>{t('compare')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2, alignContent: 'start' }}>
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { sm: '1fr 1fr auto' }, pt: 1, alignItems: 'end' }}>
          <VersionSelect label={t('left')} entries={entries} value={left} onChange={setLeft} />
          <VersionSelect label={t('right')} entries={entries} value={right} onChange={setRight} />
          <TextField
            type="datetime-local"
            label={t('as_of')}
            size="small"
            onChange={(event) => asOf(event.target.value)}
            slotProps={{ inputLabel: { shrink: true }, htmlInput: { max: `${now.date}T${now.time}` } }}
          />
        </Box>
        {failure && <Alert severity="info">{failure}</Alert>}
        {error ? (
          <Trouble error={error} retry={() => void refetch()} />
        ) : !before || !after ? (
          <Skeleton variant="rounded" height={160} />
        ) : fields.length === 0 ? (
          <Alert severity="info">{t('same')}</Alert>
        ) : (
          <Box
            component="dl"
            sx={{
              m: 0,
              display: 'grid',
              gridTemplateColumns: { xs: '1fr 1fr', sm: 'minmax(110px, 170px) 1fr 1fr' },
              '& > * > dt, & > * > dd': { m: 0, px: 1, py: 0.75, minWidth: 0, overflowWrap: 'anywhere' },
              '& > * > dt': {
                gridColumn: { xs: '1 / -1', sm: 'auto' },
                color: 'text.secondary',
                typography: 'body2',
                borderTop: 1,
                borderColor: 'divider',
              },
              '& > * > dd': { borderTop: { sm: 1 }, borderColor: { sm: 'divider' } },
            }}
          >
            {fields.map(({ name, same }) => (
              <Box key={name} sx={{ display: 'contents' }}>
                <dt>{fieldLabel(fieldNamed(resource, name)!, name, locale)}</dt>
                {[before, after].map((record, side) => (
                  <Box component="dd" key={side === 0 ? 'left' : 'right'} sx={same ? { color: 'text.secondary' } : {}}>
                    {Array.isArray(record[name]) && resource.fields[name]?.kind === 'lines' ? (
                      <HistoryValue change={{ field: resource.fields[name] }} value={record[name]} />
                    ) : (
                      <FieldDisplay resource={resource} name={name} record={record} />
                    )}
                  </Box>
                ))}
              </Box>
            ))}
          </Box>
        )}
      </DialogContent>
      <DialogActions>
        <FormControlLabel
          control={<Switch checked={all} onChange={(_, checked) => setAll(checked)} />}
          label={t('all_fields')}
          sx={{ mr: 'auto', ml: 0.5 }}
        />
        <Button onClick={onClose}>{t('close')}</Button>
      </DialogActions>
    </Dialog>
  );
}
