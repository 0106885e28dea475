import { kindOf } from '@kontor/shared';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useLocale } from '../../app/texts.ts';
import type { MailOptions } from '../../providers/dataProvider.ts';
import type { Chosen } from './MailFields.tsx';
import { useWords } from './words.ts';

interface AppointmentSelectProps {
  readonly appointment: NonNullable<MailOptions['appointment']>;
  readonly value: Chosen['invitation'];
  readonly onChange: (value: Chosen['invitation']) => void;
  readonly error?: string | undefined;
}

/** Does the date of the record go along for the calendars of the recipients? What they know can be called off. */
export function AppointmentSelect({ appointment, value, onChange, error }: AppointmentSelectProps) {
  const t = useWords();
  const locale = useLocale();
  const field = { kind: appointment.all_day ? 'date' : 'datetime', label: '' };
  const format = (instant: string) => kindOf(field).format(instant, field, locale);
  const when = [appointment.from, appointment.to ?? []].flat().map(format).join(' – ');
  return (
    <TextField
      select
      fullWidth
      label={t('appointment')}
      value={value}
      onChange={(event) => onChange(event.target.value as Chosen['invitation'])}
      error={Boolean(error)}
      helperText={error}
    >
      <MenuItem value="">{t('no_appointment')}</MenuItem>
      <MenuItem value="request">{t('invite', { when })}</MenuItem>
      {appointment.invited && <MenuItem value="cancel">{t('call_off', { when })}</MenuItem>}
    </TextField>
  );
}
