import { fieldLabel, labelText, type Resource } from '@kontor/shared';
import Button from '@mui/material/Button';
import Tooltip from '@mui/material/Tooltip';
import { useState } from 'react';
import { useLocale } from '../../app/texts.ts';
import type { Step } from './steps.ts';
import { useWords } from './words.ts';

/** What is still missing for a step, in words; empty when nothing is. */
export function useMissing(resource: Resource): (step: Step) => string {
  const locale = useLocale();
  const t = useWords();
  return (step) =>
    step.missing.length === 0
      ? ''
      : t('needs', { fields: step.missing.map((name) => fieldLabel(resource.fields[name]!, name, locale)).join(', ') });
}

/** The next step of a record. While something is missing it says what instead of acting. */
export function StepButton({ resource, step, onClick }: { resource: Resource; step: Step; onClick: () => void }) {
  const locale = useLocale();
  const why = useMissing(resource)(step);
  const [open, setOpen] = useState(false);
  return (
    <Tooltip title={why} open={open && why !== ''} onOpen={() => setOpen(true)} onClose={() => setOpen(false)}>
      <Button
        variant="contained"
        aria-disabled={why !== ''}
        onClick={() => (why ? setOpen(true) : onClick())}
        sx={why ? { opacity: 0.6 } : undefined}
      >
        {labelText(step.label, step.name, locale)}
      </Button>
    </Tooltip>
  );
}
