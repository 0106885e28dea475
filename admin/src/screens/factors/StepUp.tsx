import { lazy, Suspense } from 'react';
import { useProofAsked } from '../../providers/proof.ts';

const StepUpDialog = lazy(() => import('./StepUpDialog.tsx'));

/** Waits until a request needs a proof. */
export const StepUp = () =>
  useProofAsked() ? (
    <Suspense>
      <StepUpDialog />
    </Suspense>
  ) : null;
