import { formatDate, inZone, optionLabel, type Resource, zone } from '@kontor/shared';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useLocale } from '../../app/texts.ts';
import { RecordLink } from '../../kinds/common/RecordLink.tsx';
import type { Preview } from './usePreview.ts';
import { useWords } from './words.ts';

/** On a phone it stands below the record. */
const onWide = { display: { xs: 'none', sm: 'table-cell' } } as const;

/** Which records a rule would deal with, when, and how. */
export function PreviewTable({ preview, action }: { readonly preview: Preview; readonly action: Resource }) {
  const t = useWords();
  const locale = useLocale();
  const { days, count, not_met: notMet, rows } = preview;
  const when = (at: string) => {
    const { date, time } = inZone(new Date(at), zone.name);
    return `${formatDate(date, locale)}, ${time}`;
  };
  const sentences = [
    days === null ? t('preview_steps', { count }) : t('preview_days', { count, days }),
    ...(notMet ? [t('preview_not_met', { count: notMet })] : []),
    ...(count > rows.length ? [t('preview_more', { count: rows.length })] : []),
    t('preview_harmless'),
  ];
  return (
    <Box aria-live="polite">
      <Typography sx={{ mb: rows.length ? 1.5 : 0 }}>{sentences.join(' ')}</Typography>
      {rows.length > 0 && (
        <Box sx={{ overflowX: 'auto' }}>
          <Table size="small">
            <TableHead>
              <TableRow>
                <TableCell>{t('preview_when')}</TableCell>
                <TableCell>{t('preview_record')}</TableCell>
                <TableCell sx={onWide}>{t('preview_what')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {rows.map((row) => (
                <TableRow key={row.id}>
                  <TableCell sx={{ whiteSpace: 'nowrap', verticalAlign: 'top' }}>
                    {row.due_at ? when(row.due_at) : t('at_step')}
                  </TableCell>
                  <TableCell sx={{ minWidth: 160, verticalAlign: 'top' }}>
                    <RecordLink resource={preview.resource} id={row.id} title={row.title} />
                    <Box sx={{ display: { sm: 'none' }, mt: 0.5 }}>
                      <What row={row} action={action} />
                    </Box>
                  </TableCell>
                  <TableCell sx={{ ...onWide, verticalAlign: 'top' }}>
                    <What row={row} action={action} />
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Box>
      )}
    </Box>
  );
}

interface WhatProps {
  readonly row: Preview['rows'][number];
  /** The declaration of actions. */
  readonly action: Resource;
}

/** What would happen to one record, and what would keep it from happening. */
function What({ row, action }: WhatProps) {
  const locale = useLocale();
  return row.actions.map((one, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: actions have an order and nothing else
    <Box key={index} sx={{ overflowWrap: 'anywhere', '& + &': { mt: 0.5 } }}>
      {optionLabel(action.fields.kind!, one.kind, locale)}
      {one.what && `: „${one.what}“`}
      {one.to.length > 0 && ` → ${one.to.join(', ')}`}
      {one.problem && (
        <Alert severity="warning" variant="outlined" sx={{ py: 0, mt: 0.5 }}>
          {one.problem}
        </Alert>
      )}
    </Box>
  ));
}
