import Paper from '@mui/material/Paper';
import Skeleton from '@mui/material/Skeleton';

/** A tile before its content is there. */
export function TileSkeleton() {
  return (
    <Paper aria-busy="true" sx={{ border: 1, borderColor: 'divider', borderRadius: 2, p: 2 }}>
      <Skeleton width="40%" height={26} sx={{ mb: 1 }} />
      {['80%', '64%', '72%', '58%'].map((width) => (
        <Skeleton key={width} width={width} height={36} />
      ))}
    </Paper>
  );
}
