import type { KindName } from '@kontor/shared';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { usePageTitle } from '../app/usePageTitle.ts';
import { KindCard } from './gallery/KindCard.tsx';
import { samples } from './gallery/samples.ts';

/** Every kind with its displays, inputs and filter in all states. In development only. */
export default function KindsGallery() {
  usePageTitle('Kinds');
  return (
    <Box sx={{ p: { xs: 2, sm: 3 }, display: 'grid', gap: 2 }}>
      <Typography variant="h1">Kinds</Typography>
      {(Object.keys(samples) as KindName[]).map((kind) => (
        <KindCard key={kind} kind={kind} />
      ))}
    </Box>
  );
}
