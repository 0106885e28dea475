import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

/** Buttons that a page has beyond the usual ones: on a phone a line of their own, in as little width as can be. */
export const ExtraButtons = ({ children }: { readonly children: ReactNode }) => (
  <Box
    sx={{
      display: 'flex',
      flexWrap: 'wrap',
      gap: 1,
      justifyContent: 'end',
      flexBasis: { xs: '100%', sm: 'auto' },
      '& .MuiButton-startIcon': { display: { xs: 'none', sm: 'inherit' } },
    }}
  >
    {children}
  </Box>
);
