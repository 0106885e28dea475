import { optionLabel } from '@kontor/shared';
import Checkbox from '@mui/material/Checkbox';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import { FieldFrame, messageId } from '../common/FieldFrame.tsx';
import { TagList } from '../common/TagList.tsx';
import { useKindInput } from '../common/useKindInput.ts';
import type { KindInputProps } from '../view.ts';

/** Several of the offered values, in the order of the declaration. */
export function Input(props: KindInputProps) {
  const { field, label, disabled, dense } = props;
  const { id, locale, value, setValue, onBlur, ref, error } = useKindInput<string[]>(props);
  const offered = Object.keys(field.options as object);
  const chosen = value ?? [];
  return (
    <FieldFrame {...props} id={id} error={error}>
      <Select
        multiple
        size="small"
        fullWidth
        displayEmpty
        value={chosen}
        disabled={disabled ?? false}
        autoFocus={props.autoFocus ?? false}
        inputRef={ref}
        onChange={(event) => setValue(offered.filter((option) => event.target.value.includes(option)))}
        onBlur={onBlur}
        renderValue={(list) => (
          <TagList items={list.map((key) => ({ key, content: optionLabel(field, key, locale) }))} dense={dense} />
        )}
        SelectDisplayProps={{
          id,
          ...(dense ? { 'aria-label': label } : { 'aria-labelledby': `${id}-label ${id}` }),
          ...(error || field.help ? { 'aria-describedby': messageId(id) } : {}),
        }}
        inputProps={{ 'aria-label': label, 'aria-invalid': Boolean(error) }}
      >
        {offered.map((option) => (
          <MenuItem key={option} value={option} dense>
            <Checkbox
              size="small"
              checked={chosen.includes(option)}
              tabIndex={-1}
              disableRipple
              sx={{ p: 0.5, mr: 1 }}
              slotProps={{ input: { 'aria-hidden': true } }}
            />
            {optionLabel(field, option, locale)}
          </MenuItem>
        ))}
      </Select>
    </FieldFrame>
  );
}
