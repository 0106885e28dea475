import { formatDecimal } from '@kontor/shared';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useLocale } from '../../app/texts.ts';
import type { ImportResult } from '../../providers/dataProvider.ts';
import { useWords } from './words.ts';

/** What an import does, or has done, in four numbers. */
export function Figures({ result }: { result: ImportResult }) {
  const t = useWords();
  const locale = useLocale();
  const figures = [
    { count: result.created, label: t(result.dry_run ? 'created' : 'created_done'), colour: 'success.main' },
    { count: result.updated, label: t(result.dry_run ? 'updated' : 'updated_done'), colour: 'info.main' },
    { count: result.unchanged, label: t('unchanged'), colour: 'text.secondary' },
    { count: result.failed, label: t('failed'), colour: result.failed > 0 ? 'error.main' : 'text.secondary' },
  ];
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(112px, 1fr))', gap: 1 }}>
      {figures.map(({ count, label, colour }) => (
        <Box key={label} sx={{ p: 1.5, border: 1, borderColor: 'divider', borderRadius: 1 }}>
          <Typography variant="h1" component="div" sx={{ color: colour, fontVariantNumeric: 'tabular-nums' }}>
            {formatDecimal(String(count), locale)}
          </Typography>
          <Typography variant="body2">{label}</Typography>
        </Box>
      ))}
    </Box>
  );
}
