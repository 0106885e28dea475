import { kindOf } from '@kontor/shared';
import Box from '@mui/material/Box';
import { Empty } from '../common/Empty.tsx';
import type { KindDisplayProps } from '../view.ts';

/** An amount with the sign of its currency; a currency field decides per record. */
export function Display({ value, field, record, locale }: KindDisplayProps) {
  if (value === null || value === undefined) return <Empty />;
  const own =
    typeof field.currency === 'object' ? { ...field, currency: record[field.currency.field] ?? 'EUR' } : field;
  return (
    <Box component="span" sx={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
      {kindOf(field).format(value, own, locale)}
    </Box>
  );
}
