import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { Logo } from '../../app/frame/Logo.tsx';
import { usePageTitle } from '../../app/usePageTitle.ts';
import { useSignOut } from '../../app/useSignOut.ts';
import { refreshSession, useSession } from '../../providers/session.ts';
import { askPasskeyProof, proofMethods, prove } from './calls.ts';
import { FactorForm } from './FactorForm.tsx';
import { Factors } from './Factors.tsx';
import { useFactorWords } from './words.ts';

/** What a role requires before anything else: to set up a second factor, or to show the one there is. */
export default function Enrol() {
  const t = useFactorWords();
  const signOut = useSignOut();
  const { second_factor_required: missing } = useSession();
  const proving = missing === 'prove';
  const { data: methods } = useQuery({
    queryKey: ['session', 'step_up'],
    queryFn: proofMethods,
    enabled: proving,
    gcTime: 0,
  });
  usePageTitle(t('enrol_title'));
  const goOn = () => void refreshSession().catch(() => undefined);
  return (
    <Box component="main" sx={{ minHeight: '100dvh', display: 'grid', placeItems: 'center', p: 2 }}>
      <Box sx={{ width: '100%', maxWidth: proving ? 380 : 680, display: 'grid', gap: 2 }}>
        <Box sx={{ display: 'grid', justifyItems: 'center', gap: 1.5, textAlign: 'center' }}>
          <Logo size={44} />
          <Typography variant="h1">{t(proving ? 'second_title' : 'enrol_title')}</Typography>
          <Typography color="text.secondary">{t(proving ? 'prove_text' : 'enrol_text')}</Typography>
        </Box>
        {proving ? (
          <Paper variant="outlined" sx={{ p: 3, borderRadius: 2.5 }}>
            {methods ? (
              <FactorForm
                methods={methods}
                askPasskey={askPasskeyProof}
                show={async (shown) => {
                  await prove(shown);
                  goOn();
                }}
                onCancel={() => void signOut()}
                cancelLabel={t('sign_out')}
              />
            ) : (
              <Skeleton variant="rounded" height={120} />
            )}
          </Paper>
        ) : (
          <>
            <Factors onEnrolled={goOn} />
            <Button color="inherit" sx={{ justifySelf: 'center' }} onClick={() => void signOut()}>
              {t('sign_out')}
            </Button>
          </>
        )}
      </Box>
    </Box>
  );
}
