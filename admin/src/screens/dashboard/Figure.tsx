import { type FigurePanel, formatDecimal } from '@kontor/shared';
import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router-dom';
import { useLocale } from '../../app/texts.ts';
import { toneIcons } from '../../kinds/common/tones.ts';
import { viewPath } from '../list/views/viewPath.ts';
import { useFigures } from './useFigures.ts';

/** One number that leads to what it counts. */
export function Figure({ panel }: { readonly panel: FigurePanel }) {
  const locale = useLocale();
  const { data, error } = useFigures({ of: panel.of, filter: panel.filter, measures: ['count'] });
  const count = data ? Number(data[0]?.count ?? 0) : undefined;
  const tone = count && panel.tone ? panel.tone : undefined;
  const Icon = tone && toneIcons[tone];
  return (
    <Paper
      component={Link}
      to={viewPath(panel.of, 'list', panel.filter ?? {})}
      sx={{
        display: 'block',
        border: 1,
        borderColor: 'divider',
        borderRadius: 2,
        px: 2,
        py: 1.25,
        color: 'text.primary',
        textDecoration: 'none',
        '&:hover': { borderColor: 'primary.main' },
      }}
    >
      <Typography variant="body2" color="text.secondary">
        {panel.label[locale]}
      </Typography>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.75, color: tone ? `${tone}.main` : undefined }}>
        {Icon && <Icon fontSize="small" />}
        <Typography component="p" sx={{ fontSize: 24, fontWeight: 600, lineHeight: 1.4 }}>
          {count === undefined ? error ? '–' : <Skeleton width={40} /> : formatDecimal(String(count), locale)}
        </Typography>
      </Box>
    </Paper>
  );
}
