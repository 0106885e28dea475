import Button from '@mui/material/Button';
import Password from 'icon/Password';
import type { Enrolled } from './calls.ts';
import { Section } from './Section.tsx';
import { useFactorWords } from './words.ts';

interface CodesSectionProps {
  readonly enrolled: Enrolled;
  readonly onMake: () => void;
}

/** The recovery codes: how many are left, and a new set. */
export function CodesSection({ enrolled, onMake }: CodesSectionProps) {
  const t = useFactorWords();
  const { recovery_codes: codes, authenticator, passkeys } = enrolled;
  const possible = authenticator !== null || passkeys.length > 0;
  return (
    <Section
      icon={Password}
      title={t('codes')}
      text={t(possible ? 'codes_text' : 'codes_need')}
      state={codes && t('codes_left', { left: codes.left, total: codes.total })}
      actions={
        <Button variant="outlined" disabled={!possible} onClick={onMake}>
          {t(codes ? 'new_codes' : 'make_codes')}
        </Button>
      }
    />
  );
}
