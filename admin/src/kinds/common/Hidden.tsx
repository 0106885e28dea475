import Box from '@mui/material/Box';
import { useWords } from './words.ts';

/** Stands for a record that is there but not to be seen by this user. */
export function Hidden() {
  const t = useWords();
  return (
    <Box component="span" sx={{ color: 'text.secondary', fontStyle: 'italic' }}>
      {t('hidden_record')}
    </Box>
  );
}
