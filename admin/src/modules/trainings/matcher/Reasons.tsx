import Box from '@mui/material/Box';
import { colours } from './parts.ts';
import type { Part } from './useMatches.ts';
import { useWords } from './words.ts';

/** Each part of the points with its reasons. */
export function Reasons({ parts }: { readonly parts: readonly Part[] }) {
  const t = useWords();
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        mt: 1,
        display: 'grid',
        gap: 0.75,
        gridTemplateColumns: { xs: '1fr', sm: '220px 1fr' },
        typography: 'body2',
      }}
    >
      {parts.map(({ part, points, of, reasons }) => (
        <Box key={part} sx={{ display: 'contents' }}>
          <Box component="dt" sx={{ display: 'flex', alignItems: 'center', gap: 1, fontWeight: 550 }}>
            <Box
              aria-hidden
              sx={{ width: 10, height: 10, borderRadius: '3px', bgcolor: colours[part], flexShrink: 0 }}
            />
            {t(part)}
            <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400, whiteSpace: 'nowrap' }}>
              {points} / {of}
            </Box>
          </Box>
          <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere', color: 'text.secondary' }}>
            {reasons.map((reason) => (
              <Box key={reason}>{reason}</Box>
            ))}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
