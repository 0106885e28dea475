import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import VisibilityOff from 'icon/VisibilityOffOutlined';
import Visibility from 'icon/VisibilityOutlined';
import { useTranslate } from 'ra-core';
import { type ReactNode, type Ref, useId, useState } from 'react';

export interface PasswordFieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What is wrong with it. */
  readonly error?: string | undefined;
  /** What stands below it as long as nothing is wrong. */
  readonly hint?: ReactNode;
  readonly autoComplete: 'current-password' | 'new-password';
  readonly autoFocus?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** A password, its label above it as in every form of the house; it can be looked at while it is typed. */
export function PasswordField({ name, label, value, onChange, error, hint, inputRef, ...props }: PasswordFieldProps) {
  const id = useId();
  const translate = useTranslate();
  const [visible, setVisible] = useState(false);
  return (
    <Box sx={{ display: 'grid', gap: 0.5 }}>
      <Typography component="label" htmlFor={id} variant="body2" sx={{ fontWeight: 550 }}>
        {label}
      </Typography>
      <TextField
        id={id}
        name={name}
        type={visible ? 'text' : 'password'}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        error={Boolean(error)}
        helperText={error ?? hint}
        inputRef={inputRef}
        {...props}
        slotProps={{
          formHelperText: { component: 'div', 'aria-live': 'polite' },
          input: {
            endAdornment: (
              <InputAdornment position="end">
                <IconButton
                  size="small"
                  edge="end"
                  onClick={() => setVisible(!visible)}
                  aria-label={translate(
                    visible ? 'ra.input.password.toggle_visible' : 'ra.input.password.toggle_hidden',
                  )}
                >
                  {visible ? <VisibilityOff fontSize="small" /> : <Visibility fontSize="small" />}
                </IconButton>
              </InputAdornment>
            ),
          },
        }}
      />
    </Box>
  );
}
