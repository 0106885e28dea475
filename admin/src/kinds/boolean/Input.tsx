import { labelText } from '@kontor/shared';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import Switch from '@mui/material/Switch';
import { messageId } from '../common/FieldFrame.tsx';
import { useKindInput } from '../common/useKindInput.ts';
import type { KindInputProps } from '../view.ts';

/** A switch; its name stands beside it, on the height of the other inputs. */
export function Input(props: KindInputProps) {
  const { field, label, disabled, dense } = props;
  const { id, value, setValue, onBlur, ref, error, locale } = useKindInput<boolean>({ ...props, required: false });
  const text = error ?? (field.help && labelText(field.help, '', locale));
  const control = (
    <Switch
      id={id}
      size="small"
      checked={value === true}
      disabled={disabled ?? false}
      autoFocus={props.autoFocus ?? false}
      onChange={(_, checked) => setValue(checked)}
      onBlur={onBlur}
      slotProps={{
        input: {
          ref,
          'aria-label': dense ? label : undefined,
          'aria-describedby': text ? messageId(id) : undefined,
        } as object,
      }}
    />
  );
  if (dense) return control;
  return (
    <FormControl error={Boolean(error)} sx={{ justifyContent: 'flex-end', minHeight: { sm: 62 } }}>
      <FormControlLabel control={control} label={label} sx={{ ml: -0.5, minHeight: 38, gap: 0.5 }} />
      {text && (
        <FormHelperText id={messageId(id)} sx={{ mx: 0 }}>
          {text}
        </FormHelperText>
      )}
    </FormControl>
  );
}
