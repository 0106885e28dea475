import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import type { KindInputProps } from '../view.ts';
import { FieldFrame, messageId } from './FieldFrame.tsx';
import { useKindInput } from './useKindInput.ts';
import { useWords } from './words.ts';

export interface SelectInputProps extends KindInputProps {
  readonly options: readonly string[];
  readonly labelOf: (option: string) => string;
}

/** One of the offered values; a value that is not required can be taken back. */
export function SelectInput({ options, labelOf, ...props }: SelectInputProps) {
  const { field, label, required, disabled, dense } = props;
  const { id, value, setValue, onBlur, ref, error } = useKindInput<string>(props);
  const t = useWords();
  // A value that is no longer offered stays visible until another one is chosen.
  const offered = value && !options.includes(value) ? [...options, value] : options;
  return (
    <FieldFrame {...props} id={id} error={error}>
      <Select
        size="small"
        fullWidth
        displayEmpty
        value={value ?? ''}
        disabled={disabled ?? false}
        autoFocus={props.autoFocus ?? false}
        inputRef={ref}
        onChange={(event) => setValue(event.target.value || null)}
        onBlur={onBlur}
        renderValue={(chosen) => (chosen ? labelOf(chosen) : '')}
        SelectDisplayProps={{
          id,
          ...(dense ? { 'aria-label': label } : { 'aria-labelledby': `${id}-label ${id}` }),
          ...(error || field.help ? { 'aria-describedby': messageId(id) } : {}),
        }}
        inputProps={{ 'aria-label': label, 'aria-invalid': Boolean(error) }}
      >
        {!required && (
          <MenuItem value="" dense>
            {t('none')}
          </MenuItem>
        )}
        {offered.map((option) => (
          <MenuItem key={option} value={option} dense>
            {labelOf(option)}
          </MenuItem>
        ))}
      </Select>
    </FieldFrame>
  );
}
