import { shortestPassword } from '@kontor/shared';
import Box from '@mui/material/Box';
import Check from 'icon/CheckCircleOutlined';
import type { Ref } from 'react';
import { PasswordField } from './PasswordField.tsx';
import { useStrength } from './useStrength.ts';
import { useWords } from './words.ts';

export interface NewPasswordProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
  /** Of the link; without it the user is signed in. */
  readonly token?: string;
  readonly autoFocus?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** A new password, with a calm word on how good it is. */
export function NewPassword({ value, token, ...props }: NewPasswordProps) {
  const t = useWords();
  const judged = useStrength(value, token);
  const hint =
    judged?.strength === 'refused'
      ? judged.message
      : judged
        ? t(judged.strength)
        : t('new_hint', { min: shortestPassword });
  return (
    <PasswordField
      name="new-password"
      label={t('new_password')}
      autoComplete="new-password"
      value={value}
      hint={
        <Box component="span" sx={{ display: 'flex', alignItems: 'center', gap: 0.5, minHeight: '2.9em' }}>
          {judged && judged.strength !== 'refused' && <Check color="success" sx={{ fontSize: 16 }} aria-hidden />}
          <span>{hint}</span>
        </Box>
      }
      {...props}
    />
  );
}
