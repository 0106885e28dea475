import { formatDate } from '@kontor/shared';
import Typography from '@mui/material/Typography';
import { useLocale } from '../texts.ts';

/** The day on which something is due, at the end of a row. */
export function DueDate({ date, overdue }: { readonly date: string; readonly overdue: boolean }) {
  const locale = useLocale();
  return (
    <Typography
      variant="body2"
      noWrap
      sx={{ fontVariantNumeric: 'tabular-nums', color: overdue ? 'error.main' : 'text.secondary' }}
    >
      {formatDate(date, locale)}
    </Typography>
  );
}
