import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import type { ScreenName } from '../registry.ts';
import { sizes } from '../theme.ts';

const rows = Array.from({ length: 12 }, (_, i) => i);
const widths = ['38%', '52%', '44%', '61%', '35%', '48%'];

/** Keeps the shape of what comes while a screen is loaded: rows of a list, columns of a board, fields of a form. */
export function ScreenSkeleton({ screen }: { readonly screen: ScreenName }) {
  const body =
    screen === 'board' ? (
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))', gap: 2 }}>
        {rows.slice(0, 8).map((row) => (
          <Skeleton key={row} variant="rounded" height={104} />
        ))}
      </Box>
    ) : screen === 'edit' || screen === 'create' || screen === 'show' ? (
      <Box sx={{ display: 'grid', gridTemplateColumns: { md: '1fr 1fr' }, gap: 3, maxWidth: 920 }}>
        {rows.slice(0, 8).map((row) => (
          <Box key={row}>
            <Skeleton width={96} height={18} />
            <Skeleton variant="rounded" height={36} />
          </Box>
        ))}
      </Box>
    ) : (
      rows.map((row) => (
        <Box
          key={row}
          sx={{ display: 'flex', alignItems: 'center', height: sizes.row, borderBottom: 1, borderColor: 'divider' }}
        >
          <Skeleton width={widths[row % widths.length]!} height={18} />
        </Box>
      ))
    );
  return (
    <Box aria-busy="true" sx={{ p: { xs: 2, sm: 3 } }}>
      <Skeleton width={180} height={32} sx={{ mb: 2.5 }} />
      {body}
    </Box>
  );
}
