import { type AnyField, kindOf, type Locale } from '@kontor/shared';
import InputAdornment from '@mui/material/InputAdornment';
import OutlinedInput from '@mui/material/OutlinedInput';
import { type ReactNode, useState } from 'react';
import type { KindInputProps } from '../view.ts';
import { FieldFrame, messageId } from './FieldFrame.tsx';
import { useKindInput } from './useKindInput.ts';
import { canonical, textOf } from './validate.ts';

export interface TextualInputProps extends KindInputProps {
  /** How the value stands in the input when it is not being typed; the kind's own text unless given. */
  readonly toText?: (value: never, field: AnyField, locale: Locale) => string;
  readonly start?: ReactNode;
  readonly end?: ReactNode;
  readonly numeric?: boolean;
  readonly multiline?: boolean;
  readonly inputMode?: 'text' | 'decimal' | 'numeric' | 'email' | 'tel' | 'url';
  readonly placeholder?: string;
}

/**
 * An input for everything that people type as text. While typing the text stays as it is and the form already holds
 * the parsed value (Ctrl-S in the middle of a word saves it); on leaving, the text takes the form of the house.
 */
export function TextualInput(props: TextualInputProps) {
  const {
    field,
    numeric,
    multiline,
    dense,
    disabled,
    required,
    label,
    start,
    end,
    toText = kindOf(field).format,
  } = props;
  const { id, locale, value, setValue, onBlur, ref, error } = useKindInput(props);
  const [draft, setDraft] = useState<string>();
  const parse = (text: string) =>
    text.trim() === '' ? null : canonical(field, kindOf(field).parse(text, field, locale));
  return (
    <FieldFrame {...props} id={id} error={error}>
      <OutlinedInput
        id={id}
        size="small"
        fullWidth
        multiline={multiline ?? false}
        {...(multiline ? { minRows: dense ? 1 : 3, maxRows: 16 } : {})}
        inputRef={ref}
        value={draft ?? textOf(field, value, (known: never) => toText(known, field, locale))}
        placeholder={props.placeholder ?? ''}
        disabled={disabled ?? false}
        autoFocus={props.autoFocus ?? false}
        onChange={(event) => {
          setDraft(event.target.value);
          setValue(parse(event.target.value));
        }}
        onFocus={(event) => numeric && event.target.select()}
        onBlur={() => {
          setDraft(undefined);
          onBlur();
        }}
        startAdornment={start && <InputAdornment position="start">{start}</InputAdornment>}
        endAdornment={end && <InputAdornment position="end">{end}</InputAdornment>}
        sx={numeric ? { '& input': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } } : undefined}
        slotProps={{
          input: {
            'aria-label': dense ? label : undefined,
            'aria-describedby': error || field.help ? messageId(id) : undefined,
            'aria-invalid': Boolean(error),
            'aria-required': required ? true : undefined,
            inputMode: props.inputMode,
            autoComplete: 'off',
            spellCheck: multiline ? true : undefined,
          },
        }}
      />
    </FieldFrame>
  );
}
