import { askedFields, fieldNamed, kindOf, labelText, type Operation, type Resource } from '@kontor/shared';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type ReactNode, useState } from 'react';
import { useOffer } from '../../app/feedback/useOffer.ts';
import { recordTitle } from '../../app/recordTitle.ts';
import { useLocale } from '../../app/texts.ts';
import { useSession } from '../../providers/session.ts';
import { MissingNotice } from '../guards/MissingNotice.tsx';
import { useMissingFor } from '../guards/useMissingFor.ts';
import { useLetter } from '../letter/useLetter.tsx';
import { useMail } from '../mail/useMail.tsx';
import { useRemind } from '../reminders/useRemind.tsx';
import { ActionDialog, type ActionDialogProps } from './ActionDialog.tsx';
import { DeleteDialog } from './DeleteDialog.tsx';
import { ListName } from './ListName.tsx';
import { type MenuEntry, RecordMenu } from './RecordMenu.tsx';
import { RecordNav } from './RecordNav.tsx';
import { StatusPath } from './StatusPath.tsx';
import { StepButton } from './StepButton.tsx';
import { nextStep, type Step, stepsOf } from './steps.ts';
import { useAct } from './useAct.ts';
import { useDelete } from './useDelete.ts';
import { useRecordActions } from './useRecordActions.tsx';
import type { Values } from './values.ts';
import { useWords } from './words.ts';

export interface RecordBarProps {
  readonly resource: Resource;
  readonly record: Values;
  /** On `show` the next step is the one filled button; on `edit` saving is, and all steps are in the menu. */
  readonly screen: 'show' | 'edit';
  /** Buttons before the menu. */
  readonly children?: ReactNode;
  /** How to go when the record is deleted. */
  readonly leave?: (go: () => void) => void;
  /** Further entries of the menu, before "Löschen". */
  readonly entries?: readonly MenuEntry[];
}

/** The title bar of a record: number and title, its way, the next step, everything else in a menu, previous and next. */
export function RecordBar({ resource, record, screen, children, leave, entries = [] }: RecordBarProps) {
  const locale = useLocale();
  const t = useWords();
  const session = useSession();
  const { take, run, lookFor, quietly } = useAct(resource);
  const remove = useDelete(resource, leave);
  const [asked, setAsked] = useState<Asked>();
  const [deleting, setDeleting] = useState(false);
  const steps = stepsOf(resource, record, session);
  const offer = useOffer(resource);
  // without a step of theirs people see which one would be next, and why it is not theirs
  const next =
    screen === 'show' ? nextStep(resource, record, steps.length ? steps : stepsOf(resource, record)) : undefined;
  const lacks = useMissingFor(resource, record, next);
  const start = (step: Step) =>
    step.input.length > 0
      ? setAsked({
          label: labelText(step.label, step.name, locale),
          operation: `transition.${step.name}`,
          fields: askedFields(resource, step.input),
          run: (input) => take(record, step, input),
        })
      : void quietly(() => take(record, step));
  const mail = useMail(resource, record);
  const letter = useLetter(resource, record);
  const remind = useRemind(resource, record);
  const menu = useRecordActions({
    resource,
    record,
    steps: steps.filter((step) => step !== next),
    onStep: start,
    onAction: (name, action) => {
      if (action.input)
        setAsked({
          label: labelText(action.label, name, locale),
          operation: `action.${name}`,
          fields: action.input,
          run: (input) => run(record, name, input),
          look: lookFor(record, name),
        });
      else void quietly(() => run(record, name));
    },
    onDelete: () => (resource.trash ? void remove(record) : setDeleting(true)),
    entries: [...mail.entries, ...letter.entries, ...remind.entries, ...entries],
  });
  return (
    <Box
      component="header"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 2,
        rowGap: 1,
        px: { xs: 2, sm: 3 },
        py: 1.5,
        borderBottom: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
      }}
    >
      <Box sx={{ minWidth: 0, flex: '1 1 240px' }}>
        <Box sx={{ typography: 'body2', color: 'text.secondary', display: 'flex', gap: 1 }}>
          <ListName resource={resource} />
          <Box component="span" sx={{ fontVariantNumeric: 'tabular-nums' }}>
            {numberOf(resource, record)}
          </Box>
        </Box>
        <Typography variant="h1" sx={{ overflowWrap: 'anywhere' }}>
          {recordTitle(resource, record, locale)}
        </Typography>
      </Box>
      {resource.workflow && <StatusPath resource={resource} record={record} />}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'end', alignItems: 'center', gap: 1, ml: 'auto' }}>
        {children}
        {next && (
          <StepButton
            resource={resource}
            step={next}
            why={offer(`transition.${next.name}`, record).why}
            lacks={lacks.length ? t('lacks') : ''}
            onClick={() => start(next)}
          />
        )}
        <RecordMenu entries={menu} />
        <RecordNav resource={resource} record={record} screen={screen} />
      </Box>
      {next && lacks.length > 0 && <MissingNotice step={labelText(next.label, next.name, locale)} missing={lacks} />}
      {deleting && (
        <DeleteDialog
          resource={resource}
          record={record}
          onDelete={() => void remove(record)}
          onClose={() => setDeleting(false)}
        />
      )}
      {mail.dialog}
      {letter.dialog}
      {remind.dialog}
      {asked && <ActionDialog resource={resource} {...asked} onClose={() => setAsked(undefined)} />}
    </Box>
  );
}

interface Asked {
  readonly label: string;
  readonly operation: Operation;
  readonly fields: Resource['fields'];
  readonly run: (input: Values) => Promise<unknown>;
  readonly look?: ActionDialogProps['look'];
}

/** The number by which people call the record, unless it is part of its title. */
function numberOf(resource: Resource, record: Values): string {
  const name = Object.keys(resource.fields).find((key) => {
    const field = fieldNamed(resource, key)!;
    return kindOf(field).name === 'sequence' && !resource.title.includes(key);
  });
  return name ? String(record[name] ?? '') : '';
}
