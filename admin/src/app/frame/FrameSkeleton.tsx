import Box from '@mui/material/Box';
import { ScreenSkeleton } from '../feedback/ScreenSkeleton.tsx';
import { sizes } from '../theme.ts';

/** The frame without anything in it, while the session is taken up again. */
export function FrameSkeleton() {
  return (
    <Box sx={{ display: 'flex', minHeight: '100dvh' }}>
      <Box
        sx={{
          width: sizes.rail,
          flex: 'none',
          display: { xs: 'none', sm: 'block' },
          bgcolor: 'frame.rail',
          borderRight: 1,
          borderColor: 'divider',
        }}
      />
      <Box sx={{ flex: 1 }}>
        <Box sx={{ height: sizes.header, borderBottom: 1, borderColor: 'divider', bgcolor: 'background.paper' }} />
        <ScreenSkeleton screen="list" />
      </Box>
    </Box>
  );
}
