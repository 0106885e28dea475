import Box from '@mui/material/Box';
import { useWords } from './words.ts';

/** What stands where nothing is: a dash to the eye, a word to the ear. */
export function Empty() {
  const t = useWords();
  return (
    <Box component="span" role="img" aria-label={t('empty')} sx={{ color: 'text.secondary' }}>
      –
    </Box>
  );
}
