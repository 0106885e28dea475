import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { Trouble } from '../../app/feedback/Trouble.tsx';
import { answerProof } from '../../providers/proof.ts';
import { askPasskeyProof, proofMethods, prove } from './calls.ts';
import { FactorForm } from './FactorForm.tsx';
import { useFactorWords } from './words.ts';

/** Asks who is signed in to prove it; what they were about to do goes on by itself. */
export default function StepUpDialog() {
  const t = useFactorWords();
  const id = useId();
  const { data, error, refetch } = useQuery({ queryKey: ['session', 'step_up'], queryFn: proofMethods, gcTime: 0 });
  const cancel = () => answerProof(false);
  return (
    <Dialog open fullWidth maxWidth="xs" onClose={cancel} aria-labelledby={id}>
      <DialogTitle id={id}>{t('proof_title')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <Typography color="text.secondary">{t('proof_text')}</Typography>
        {error ? (
          <Trouble error={error} retry={() => void refetch()} />
        ) : data ? (
          <FactorForm
            methods={data}
            askPasskey={askPasskeyProof}
            show={async (shown) => {
              await prove(shown);
              answerProof(true);
            }}
            onCancel={cancel}
          />
        ) : (
          <Skeleton variant="rounded" height={120} />
        )}
      </DialogContent>
    </Dialog>
  );
}
