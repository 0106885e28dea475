import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';

/** The shape of a calendar while it is loaded. */
export function PanelSkeleton() {
  return (
    <Box sx={{ width: 320, height: 336, p: 2 }}>
      <Skeleton variant="rounded" height="100%" />
    </Box>
  );
}
