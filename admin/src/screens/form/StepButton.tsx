import { fieldLabel, labelText, type Resource } from '@kontor/shared';
import { ReasonedButton } from '../../app/feedback/ReasonedButton.tsx';
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

interface StepButtonProps {
  readonly resource: Resource;
  readonly step: Step;
  /** Why the user may not take it; empty when they may. */
  readonly why: string;
  /** What else is missing for it on the server, in words. */
  readonly lacks?: string;
  readonly onClick: () => void;
}

/** The next step of a record. While something is missing it says what instead of acting. */
export function StepButton({ resource, step, why, lacks = '', onClick }: StepButtonProps) {
  const locale = useLocale();
  const missing = useMissing(resource)(step);
  return (
    <ReasonedButton variant="contained" reason={why || missing || lacks} onClick={onClick}>
      {labelText(step.label, step.name, locale)}
    </ReasonedButton>
  );
}
