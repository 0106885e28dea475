import type { Resource } from '@kontor/shared';
import Box from '@mui/material/Box';
import { type ComponentType, type ReactNode, Suspense, useState } from 'react';
import { FormProvider } from 'react-hook-form';
import { belowForm } from '../../app/registry.ts';
import { DraftNotice } from './DraftNotice.tsx';
import { DuplicatesHint } from './DuplicatesHint.tsx';
import { FormBar } from './FormBar.tsx';
import { FormProblem } from './FormProblem.tsx';
import { FormSections, type FormSectionsProps } from './FormSections.tsx';
import { UnsavedDialog } from './UnsavedDialog.tsx';
import type { FormDraft } from './useDraft.ts';
import type { RecordForm } from './useRecordForm.ts';
import { useShortcuts } from './useShortcuts.ts';
import { useUnsaved } from './useUnsaved.ts';
import type { Values } from './values.ts';

/** What comes after saving: the record, the same form again, or the next new record. */
export type Afterwards = 'show' | 'stay' | 'new';

export interface FormPageProps {
  readonly resource: Resource;
  readonly recordForm: RecordForm;
  /** What is kept of the form until it is saved. */
  readonly draft: FormDraft;
  /** The version of the record as it is stored now. */
  readonly version?: number;
  /** The title bar; `leave` lets its navigation pass without a question when the record is gone. */
  readonly bar: (leave: (go: () => void) => void) => ReactNode;
  readonly isNew?: boolean;
  /** Is saving under way, although nothing has been sent yet? */
  readonly waiting?: boolean;
  readonly id?: string;
  /** Saves and then goes on by calling `leave`, which lets the navigation pass without a question. */
  readonly send: (values: Values, then: Afterwards, leave: (go: () => void) => void) => Promise<void>;
  readonly onCancel: () => void;
  /** What is typed into; the generated sections unless given. */
  readonly body?: ComponentType<FormSectionsProps> | undefined;
  readonly children?: ReactNode;
}

/** Brings the input with the first message out from under the bars. */
const showFocus = () => document.activeElement?.scrollIntoView({ block: 'center' });

/** A page with a form: title bar, sections, buttons, keyboard, and care for what has been typed. */
export function FormPage(props: FormPageProps) {
  const { resource, recordForm, draft, version, bar, isNew, waiting = false, id, send, onCancel, children } = props;
  const { body: Body = FormSections } = props;
  const { form, parts, submit } = recordForm;
  const [problem, setProblem] = useState<string>();
  const { isDirty, isSubmitting } = form.formState;
  const { blocker, leave } = useUnsaved(isDirty);
  const save = async (then: Afterwards) => {
    if (form.formState.isSubmitting) return;
    setProblem(undefined);
    try {
      await submit((values) => send(values, then, leave));
      if (Object.keys(form.control._formState.errors).length > 0) setTimeout(showFocus, 0);
    } catch (error) {
      setProblem((error as Error).message);
    }
  };
  const Below = belowForm(resource.name);
  useShortcuts(() => void save(isNew ? 'show' : 'stay'), onCancel);
  return (
    <FormProvider {...form}>
      {bar((go) => {
        draft.drop();
        leave(go);
      })}
      <Box
        component="form"
        noValidate
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          void save('show');
        }}
        sx={{ px: { xs: 2, sm: 3 }, pt: 2, maxWidth: 1040 }}
      >
        <DraftNotice draft={draft} version={version} />
        <FormProblem resource={resource} parts={parts} message={problem} />
        {(resource.duplicates?.length ?? 0) > 0 && <DuplicatesHint resource={resource} id={id} />}
        <Body resource={resource} parts={parts} focusFirst={isNew ?? false} />
        {Below && (
          <Suspense fallback={null}>
            <Below />
          </Suspense>
        )}
        <FormBar
          saving={isSubmitting || waiting}
          onCancel={onCancel}
          onSaveAndNew={isNew ? () => void save('new') : undefined}
        />
      </Box>
      {children}
      <UnsavedDialog blocker={blocker} onDiscard={() => draft.drop()} />
    </FormProvider>
  );
}
