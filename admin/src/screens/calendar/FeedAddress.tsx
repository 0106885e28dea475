import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { CopyText } from '../../app/CopyText.tsx';
import { useWords } from './words.ts';

/** The secret address of a feed, and what to do with it. */
export function FeedAddress({ address }: { readonly address: string }) {
  const t = useWords();
  return (
    <Stack spacing={2}>
      <Alert severity="warning">{t('feed_secret')}</Alert>
      <CopyText text={address} label={t('feed_copy')} />
      <Typography variant="body2" color="text.secondary">
        {t('feed_where')}
      </Typography>
      <Button variant="outlined" href={address.replace(/^https?:/, 'webcal:')} sx={{ alignSelf: 'start' }}>
        {t('feed_open')}
      </Button>
    </Stack>
  );
}
