import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { usePageTitle } from '../../app/usePageTitle.ts';
import { Factors } from '../factors/Factors.tsx';
import { useFactorWords } from '../factors/words.ts';

/** With what the user signs in beside the password. */
export default function Security() {
  const t = useFactorWords();
  usePageTitle(t('title'));
  return (
    <Box sx={{ px: { xs: 2, sm: 3 }, pt: 2, pb: 3, maxWidth: 760, display: 'grid', gap: 1.5 }}>
      <Typography variant="h1">{t('title')}</Typography>
      <Typography color="text.secondary">{t('text')}</Typography>
      <Factors />
    </Box>
  );
}
