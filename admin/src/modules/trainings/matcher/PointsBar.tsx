import Box from '@mui/material/Box';
import { colours } from './parts.ts';
import type { Part } from './useMatches.ts';
import { useWords } from './words.ts';

/** The points of a trainer as a bar of their parts; what is missing stays empty. */
export function PointsBar({ parts, of }: { readonly parts: readonly Part[]; readonly of: number }) {
  const t = useWords();
  const label = parts.map((one) => `${t(one.part)}: ${t('points', { points: one.points, of: one.of })}`).join(', ');
  return (
    <Box
      role="img"
      aria-label={label}
      sx={{ display: 'flex', gap: '1px', height: 8, borderRadius: 1, overflow: 'hidden', bgcolor: 'action.hover' }}
    >
      {parts
        .filter(({ points }) => points > 0)
        .map(({ part, points }) => (
          <Box key={part} sx={{ width: `${(100 * points) / of}%`, bgcolor: colours[part] }} />
        ))}
    </Box>
  );
}
