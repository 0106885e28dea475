import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import OutlinedInput from '@mui/material/OutlinedInput';
import VisibilityOff from 'icon/VisibilityOffOutlined';
import Visibility from 'icon/VisibilityOutlined';
import { useState } from 'react';
import { FieldFrame, messageId } from '../common/FieldFrame.tsx';
import { useKindInput } from '../common/useKindInput.ts';
import { useWords } from '../common/words.ts';
import type { KindInputProps } from '../view.ts';

/** A secret: what is set is never shown, only replaced or removed. */
export function Input(props: KindInputProps) {
  const { field, label, disabled, required, dense } = props;
  const { id, value, setValue, onBlur, ref, error } = useKindInput<string | true>(props);
  const [visible, setVisible] = useState(false);
  const t = useWords();
  const set = value === true;
  return (
    <FieldFrame {...props} id={id} error={error}>
      <OutlinedInput
        id={id}
        size="small"
        fullWidth
        inputRef={ref}
        type={visible && !set ? 'text' : 'password'}
        disabled={disabled ?? false}
        readOnly={set}
        value={set ? '' : (value ?? '')}
        placeholder={set ? `•••••••• (${t('secret_set')})` : ''}
        onChange={(event) => setValue(event.target.value || null)}
        onBlur={onBlur}
        slotProps={{
          input: {
            'aria-label': dense ? label : undefined,
            'aria-describedby': error || field.help ? messageId(id) : undefined,
            'aria-invalid': Boolean(error),
            autoComplete: 'new-password',
          },
        }}
        endAdornment={
          <InputAdornment position="end">
            {set ? (
              <Button size="small" disabled={disabled ?? false} onClick={() => setValue(required ? '' : null)}>
                {t('new_value')}
              </Button>
            ) : (
              <IconButton
                size="small"
                edge="end"
                aria-label={visible ? t('hide') : t('show')}
                onClick={() => setVisible(!visible)}
              >
                {visible ? <VisibilityOff fontSize="small" /> : <Visibility fontSize="small" />}
              </IconButton>
            )}
          </InputAdornment>
        }
      />
    </FieldFrame>
  );
}
