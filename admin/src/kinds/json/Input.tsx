import { kindOf, message } from '@kontor/shared';
import OutlinedInput from '@mui/material/OutlinedInput';
import { useState } from 'react';
import { FieldFrame, messageId } from '../common/FieldFrame.tsx';
import { useKindInput } from '../common/useKindInput.ts';
import type { KindInputProps } from '../view.ts';

const pretty = (value: unknown) =>
  value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value, null, 2);

/** Text that was meant as structure and can not be read: the kind alone would keep it as a text. */
const broken = (value: unknown) => (typeof value === 'string' && /^\s*[[{"]/.test(value) ? message('json') : undefined);

/** Structured data as text. What can not be read yet stays as it was typed and is marked. */
export function Input(props: KindInputProps) {
  const { field, label, disabled, dense } = props;
  const { id, locale, value, setValue, onBlur, ref, error } = useKindInput(props, broken);
  const [draft, setDraft] = useState<string>();
  const read = (text: string) => (text.trim() === '' ? null : kindOf(field).parse(text, field, locale));
  return (
    <FieldFrame {...props} id={id} error={error}>
      <OutlinedInput
        id={id}
        size="small"
        fullWidth
        multiline
        minRows={dense ? 1 : 4}
        maxRows={18}
        inputRef={ref}
        disabled={disabled ?? false}
        value={draft ?? pretty(value)}
        onChange={(event) => {
          setDraft(event.target.value);
          setValue(read(event.target.value));
        }}
        onBlur={() => {
          setDraft(undefined);
          onBlur();
        }}
        sx={{ fontFamily: 'monospace', fontSize: 13 }}
        slotProps={{
          input: {
            'aria-label': dense ? label : undefined,
            'aria-describedby': error || field.help ? messageId(id) : undefined,
            'aria-invalid': Boolean(error),
            spellCheck: false,
          },
        }}
      />
    </FieldFrame>
  );
}
