import { AdapterDateFns } from '@mui/x-date-pickers/AdapterDateFns';
import { DateCalendar } from '@mui/x-date-pickers/DateCalendar';
import { LocalizationProvider } from '@mui/x-date-pickers/LocalizationProvider';
import { de } from 'date-fns/locale/de';
import { enGB } from 'date-fns/locale/en-GB';
import { useLocale } from '../../app/texts.ts';

const toDay = (date: Date) =>
  `${String(date.getFullYear()).padStart(4, '0')}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;

/** A month to pick a day from; weeks begin on Monday. */
export function CalendarPanel({ value, onPick }: { value: string | null; onPick: (date: string) => void }) {
  const locale = useLocale();
  return (
    <LocalizationProvider dateAdapter={AdapterDateFns} adapterLocale={locale === 'de' ? de : enGB}>
      <DateCalendar
        autoFocus
        value={value && /^\d{4}-\d\d-\d\d/.test(value) ? new Date(`${value.slice(0, 10)}T12:00:00`) : null}
        onChange={(date: Date | null, state) => date && state === 'finish' && onPick(toDay(date))}
      />
    </LocalizationProvider>
  );
}
