import { kindOf } from '@kontor/shared';
import Box from '@mui/material/Box';
import type { KindDisplayProps } from '../view.ts';
import { Empty } from './Empty.tsx';

/** A figure: tabular digits, a real minus, never broken over two lines. */
export function NumberDisplay({ value, field, locale }: KindDisplayProps) {
  if (value === null || value === undefined) return <Empty />;
  return (
    <Box component="span" sx={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
      {kindOf(field).format(value, field, locale)}
    </Box>
  );
}
