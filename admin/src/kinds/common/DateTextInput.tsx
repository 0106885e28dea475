import { useFormContext, useWatch } from 'react-hook-form';
import type { KindInputProps } from '../view.ts';
import { CalendarButton } from './CalendarButton.tsx';
import { TextualInput } from './TextualInput.tsx';

export interface DateTextInputProps extends KindInputProps {
  /** The calendar date in a value of the kind. */
  readonly dayOf: (value: string) => string;
  /** The value when a day is picked; `before` is the value until now. */
  readonly withDay: (day: string, before: string | null) => string;
}

/** A date that is typed, with a calendar beside it. */
export function DateTextInput({ dayOf, withDay, ...props }: DateTextInputProps) {
  const { control, setValue } = useFormContext();
  const value = (useWatch({ control, name: props.source }) ?? null) as string | null;
  return (
    <TextualInput
      {...props}
      numeric={false}
      end={
        !props.dense && (
          <CalendarButton
            label={props.label}
            value={value && dayOf(value)}
            disabled={props.disabled ?? false}
            onPick={(day) =>
              setValue(props.source, withDay(day, value), {
                shouldDirty: true,
                shouldTouch: true,
                shouldValidate: true,
              })
            }
          />
        )
      }
    />
  );
}
