import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type Ref, useId } from 'react';

interface TextCodeProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
  readonly hint?: string | undefined;
  /** Digits only, offered by the phone. */
  readonly digits?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** A code that is typed from elsewhere, its label above it. */
export function TextCode({ label, value, onChange, error, hint, digits = false, inputRef }: TextCodeProps) {
  const id = useId();
  return (
    <Box sx={{ display: 'grid', gap: 0.5 }}>
      <Typography component="label" htmlFor={id} variant="body2" sx={{ fontWeight: 550 }}>
        {label}
      </Typography>
      <TextField
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        error={Boolean(error)}
        helperText={error ?? hint}
        inputRef={inputRef}
        autoFocus
        autoComplete={digits ? 'one-time-code' : 'off'}
        slotProps={{
          formHelperText: { 'aria-live': 'polite' },
          htmlInput: {
            inputMode: digits ? 'numeric' : 'text',
            maxLength: 40,
            spellCheck: false,
            style: { fontVariantNumeric: 'tabular-nums', letterSpacing: digits ? '0.15em' : undefined },
          },
        }}
      />
    </Box>
  );
}
