import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

/** A quiet label for one of several values. */
export function Tag({ children }: { children: ReactNode }) {
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-block',
        px: 0.75,
        lineHeight: '22px',
        borderRadius: 1,
        bgcolor: 'action.selected',
        maxWidth: '100%',
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        verticalAlign: 'middle',
        whiteSpace: 'nowrap',
      }}
    >
      {children}
    </Box>
  );
}
