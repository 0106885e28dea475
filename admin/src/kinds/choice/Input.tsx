import { optionLabel } from '@kontor/shared';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import { FieldFrame, messageId } from '../common/FieldFrame.tsx';
import { useKindInput } from '../common/useKindInput.ts';
import { useWords } from '../common/words.ts';
import type { KindInputProps } from '../view.ts';

/** One of the offered values; a value that is not required can be taken back. */
export function Input(props: KindInputProps) {
  const { field, label, required, disabled, dense } = props;
  const { id, locale, value, setValue, onBlur, ref, error } = useKindInput<string>(props);
  const t = useWords();
  const declared = Object.keys(field.options as object);
  // A value that is no longer offered stays visible until another one is chosen.
  const offered = value && !declared.includes(value) ? [...declared, value] : declared;
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
        renderValue={(chosen) => (chosen ? optionLabel(field, chosen, locale) : '')}
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
            {optionLabel(field, option, locale)}
          </MenuItem>
        ))}
      </Select>
    </FieldFrame>
  );
}
