import { fromZone, inZone, zone } from '@kontor/shared';
import { DateTextInput } from '../common/DateTextInput.tsx';
import type { KindInputProps } from '../view.ts';

const shown = (value: string | null) => {
  const instant = new Date(value ?? '');
  return Number.isNaN(instant.getTime()) ? undefined : inZone(instant, zone.name);
};

/** Date and time of day where the company is; a picked day keeps the time. */
export const Input = (props: KindInputProps) => (
  <DateTextInput
    {...props}
    dayOf={(value) => shown(value)?.date ?? ''}
    withDay={(day, before) => fromZone(day, shown(before)?.time ?? '09:00', zone.name).toISOString()}
  />
);
