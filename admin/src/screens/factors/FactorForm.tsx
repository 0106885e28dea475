import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { browserSupportsWebAuthn, startAuthentication } from '@simplewebauthn/browser';
import { type FormEvent, useRef, useState } from 'react';
import { problemOf } from '../../providers/httpClient.ts';
import { useWait } from '../account/useWait.ts';
import { PasswordField } from '../sign_in/PasswordField.tsx';
import type { Asked, Method } from './calls.ts';
import { TextCode } from './TextCode.tsx';
import { useFactorWords } from './words.ts';

interface FactorFormProps {
  /** With what it can be done; the first that this browser can is offered first. */
  readonly methods: readonly Method[];
  /** Asks the server what the browser is to ask the passkey. */
  readonly askPasskey: () => Promise<Asked>;
  /** Sends what was shown. Rejects with the problem of the server. */
  readonly show: (shown: object) => Promise<unknown>;
  readonly onCancel: () => void;
  readonly cancelLabel?: string;
}

/** Shows one factor: a passkey, a code, or the password. */
export function FactorForm({ methods, askPasskey, show, onCancel, cancelLabel }: FactorFormProps) {
  const t = useFactorWords();
  const offered = methods.filter((one) => one !== 'passkey' || browserSupportsWebAuthn());
  const [method, choose] = useState<Method | undefined>(
    offered.find((one) => one === 'passkey') ?? offered.find((one) => one !== 'recovery') ?? offered[0],
  );
  const [value, setValue] = useState('');
  const [error, setError] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [left, wait] = useWait();
  const input = useRef<HTMLInputElement>(null);

  const attempt = async (work: () => Promise<unknown>) => {
    setFailure(undefined);
    setBusy(true);
    try {
      await work();
    } catch (caught) {
      const problem = problemOf(caught);
      const told = method && problem?.errors?.[method];
      if (typeof problem?.retry_after === 'number') wait(problem.retry_after);
      else if (typeof told === 'string' && method !== 'passkey') setError(told);
      // the browser's own words about a passkey that was not used are English and technical
      else setFailure(problem ? (typeof told === 'string' ? told : problem.title) : t('passkey_failed'));
      input.current?.select();
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (method === 'passkey')
      return void attempt(async () => {
        const { transaction, options } = await askPasskey();
        await show({ transaction, passkey: await startAuthentication({ optionsJSON: options }) });
      });
    setError(value.trim() ? undefined : t('required'));
    if (!value.trim()) return input.current?.focus();
    return void attempt(() => show({ [method!]: value }));
  };
  const change = (next: string) => {
    setValue(next);
    setError(undefined);
  };
  const instead = offered.filter((one) => one !== method && one !== 'password') as Exclude<Method, 'password'>[];

  if (!method) return <Alert severity="info">{t('proof_none')}</Alert>;
  return (
    <Box component="form" noValidate onSubmit={submit} sx={{ display: 'grid', gap: 2 }}>
      {failure && (
        <Alert severity="error" role="alert">
          {failure}
        </Alert>
      )}
      {left > 0 && (
        <Alert severity="warning" role="alert">
          {t('wait', { count: left })}
        </Alert>
      )}
      {method === 'password' && (
        <PasswordField
          name="password"
          label={t('password')}
          autoComplete="current-password"
          autoFocus
          value={value}
          onChange={change}
          error={error}
          inputRef={input}
        />
      )}
      {(method === 'totp' || method === 'recovery') && (
        <TextCode
          key={method}
          label={t(method)}
          hint={t(`${method}_hint`)}
          digits={method === 'totp'}
          value={value}
          onChange={change}
          error={error}
          inputRef={input}
        />
      )}
      <Button
        type="submit"
        variant="contained"
        size="large"
        loading={busy}
        disabled={left > 0}
        autoFocus={method === 'passkey'}
      >
        {t(method === 'passkey' ? 'use_passkey' : 'confirm')}
      </Button>
      <Box sx={{ display: 'grid', justifyItems: 'center', gap: 0.5 }}>
        {instead.map((one) => (
          <Button
            key={one}
            size="small"
            onClick={() => {
              choose(one);
              change('');
              setFailure(undefined);
            }}
          >
            {t(`instead_${one}`)}
          </Button>
        ))}
        <Button size="small" color="inherit" onClick={onCancel}>
          {cancelLabel ?? t('cancel')}
        </Button>
      </Box>
    </Box>
  );
}
