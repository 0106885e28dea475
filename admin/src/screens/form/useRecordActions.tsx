import { type Action, labelText, matches, type Resource } from '@kontor/shared';
import StepIcon from 'icon/ArrowForward';
import ActionIcon from 'icon/BoltOutlined';
import CopyIcon from 'icon/ContentCopyOutlined';
import DeleteIcon from 'icon/DeleteOutlined';
import { useNavigate } from 'react-router-dom';
import { useOffer } from '../../app/feedback/useOffer.ts';
import { DeclaredIcon } from '../../app/icons.tsx';
import { useLocale } from '../../app/texts.ts';
import type { MenuEntry } from './RecordMenu.tsx';
import { useMissing } from './StepButton.tsx';
import type { Step } from './steps.ts';
import type { Values } from './values.ts';
import { useWords } from './words.ts';

export interface RecordActionsOptions {
  readonly resource: Resource;
  readonly record: Values;
  readonly steps: readonly Step[];
  readonly onStep: (step: Step) => void;
  readonly onAction: (name: string, action: Action) => void;
  readonly onDelete: () => void;
  readonly entries: readonly MenuEntry[];
}

/** The entries of a record's menu: further steps, declared actions, duplicate, what the screen adds, delete. */
export function useRecordActions({
  resource,
  record,
  steps,
  onStep,
  onAction,
  onDelete,
  entries,
}: RecordActionsOptions): MenuEntry[] {
  const locale = useLocale();
  const t = useWords();
  const offer = useOffer(resource);
  const navigate = useNavigate();
  const missing = useMissing(resource);
  const icon = { fontSize: 'small' } as const;
  const duplicate = offer('create');
  const remove = offer('delete', record);
  return [
    ...steps.map((step) => ({
      key: `step ${step.name}`,
      label: labelText(step.label, step.name, locale),
      icon: <StepIcon {...icon} />,
      ...(missing(step) ? { why: missing(step) } : {}),
      onClick: () => onStep(step),
    })),
    ...Object.entries(resource.actions ?? {})
      .filter(
        ([name, { apart, when }]) => !apart && (!when || matches(when, record)) && !offer(`action.${name}`, record).why,
      )
      .map(([name, action], index) => ({
        key: `action ${name}`,
        label: labelText(action.label, name, locale),
        icon: action.icon ? <DeclaredIcon name={action.icon} /> : <ActionIcon {...icon} />,
        apart: index === 0 && steps.length > 0,
        onClick: () => onAction(name, action),
      })),
    ...(duplicate.shown && !record.deleted_at
      ? [
          {
            key: 'duplicate',
            label: t('duplicate'),
            icon: <CopyIcon {...icon} />,
            why: duplicate.why,
            apart: steps.length > 0,
            onClick: () => navigate(`/${resource.name}/create`, { state: { record } }),
          },
        ]
      : []),
    ...entries,
    ...(remove.shown && !record.deleted_at
      ? [
          {
            key: 'delete',
            label: t('delete'),
            icon: <DeleteIcon {...icon} />,
            why: remove.why,
            danger: true,
            apart: true,
            onClick: onDelete,
          },
        ]
      : []),
  ];
}
