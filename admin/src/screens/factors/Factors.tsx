import Skeleton from '@mui/material/Skeleton';
import { useState } from 'react';
import { Trouble } from '../../app/feedback/Trouble.tsx';
import { useSay } from '../../app/feedback/useSay.ts';
import { AppSection } from './AppSection.tsx';
import { CodesDialog } from './CodesDialog.tsx';
import { CodesSection } from './CodesSection.tsx';
import { type Enrolled, newRecoveryCodes } from './calls.ts';
import { PasskeySection } from './PasskeySection.tsx';
import { useEnrolled } from './useEnrolled.ts';

/** Everything with which the user signs in, and the ways to change it. */
export function Factors({ onEnrolled }: { readonly onEnrolled?: () => void }) {
  const say = useSay();
  const { data, error, refetch, took } = useEnrolled();
  const [codes, setCodes] = useState<readonly string[]>();
  if (error) return <Trouble error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton variant="rounded" height={260} />;

  const fail = (failure: unknown) => say({ text: (failure as Error).message, tone: 'error' });
  const makeCodes = async () => {
    setCodes(await newRecoveryCodes());
    await refetch();
  };
  /** The first factor brings its spare keys along. */
  const added = async (next: Enrolled, text: string) => {
    took(next);
    say({ text });
    if (next.recovery_codes) onEnrolled?.();
    else await makeCodes();
  };
  const removed = (next: Enrolled, text: string) => {
    took(next);
    say({ text });
  };
  return (
    <>
      <AppSection app={data.authenticator} onAdded={added} onRemoved={removed} onFailure={fail} />
      <PasskeySection passkeys={data.passkeys} onAdded={added} onChanged={took} onRemoved={removed} onFailure={fail} />
      <CodesSection enrolled={data} onMake={() => makeCodes().catch(fail)} />
      {codes && (
        <CodesDialog
          codes={codes}
          onClose={() => {
            setCodes(undefined);
            onEnrolled?.();
          }}
        />
      )}
    </>
  );
}
