import { kindOf } from '@kontor/shared';
import Box from '@mui/material/Box';
import type { KindDisplayProps } from '../view.ts';
import { Empty } from './Empty.tsx';

/** The value as its kind puts it into text; lines break where the text has them, a table cell keeps one line. */
export function TextDisplay({ value, field, locale, dense }: KindDisplayProps) {
  if (value === null || value === undefined || value === '') return <Empty />;
  return (
    <Box component="span" sx={dense ? undefined : { whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
      {kindOf(field).format(value, field, locale)}
    </Box>
  );
}
