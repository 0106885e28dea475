import Box from '@mui/material/Box';
import Check from 'icon/Check';
import { useWords } from '../common/words.ts';
import type { KindDisplayProps } from '../view.ts';

/** A tick for yes; no is written out on a record and quiet in a table. */
export function Display({ value, dense }: KindDisplayProps) {
  const t = useWords();
  const word = value ? t('yes') : t('no');
  if (!value)
    return (
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {word}
      </Box>
    );
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5 }}>
      <Check sx={{ fontSize: 18 }} {...(dense ? { titleAccess: word } : { 'aria-hidden': true })} />
      {!dense && word}
    </Box>
  );
}
