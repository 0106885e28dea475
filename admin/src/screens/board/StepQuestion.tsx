import { askedFields, labelText, type Resource } from '@kontor/shared';
import { useMemo } from 'react';
import { useLocale } from '../../app/texts.ts';
import { ActionDialog } from '../form/ActionDialog.tsx';

export interface StepQuestionProps {
  readonly resource: Resource;
  readonly step: string;
  readonly run: (input: Record<string, unknown>) => Promise<unknown>;
  readonly onClose: () => void;
}

/** Asks for what a step needs after a card was dropped. */
export default function StepQuestion({ resource, step, run, onClose }: StepQuestionProps) {
  const locale = useLocale();
  const { label, input = [] } = resource.workflow!.transitions[step]!;
  const fields = useMemo(() => askedFields(resource, input), [resource, input]);
  return (
    <ActionDialog
      resource={resource}
      label={labelText(label, step, locale)}
      operation={`transition.${step}`}
      fields={fields}
      run={run}
      onClose={onClose}
    />
  );
}
