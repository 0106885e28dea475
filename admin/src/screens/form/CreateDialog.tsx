import { resourceLabel } from '@kontor/shared';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useCreate } from 'ra-core';
import { type KeyboardEvent, type SyntheticEvent, useId, useMemo, useRef, useState } from 'react';
import { FormProvider } from 'react-hook-form';
import { ErrorBoundary } from '../../app/feedback/ErrorBoundary.tsx';
import { useSay } from '../../app/feedback/useSay.ts';
import { recordTitle } from '../../app/recordTitle.ts';
import { useLocale } from '../../app/texts.ts';
import { useDeclaration } from '../../declarations.ts';
import { useBrandInWork } from '../../providers/brand.ts';
import { useSession } from '../../providers/session.ts';
import { DuplicatesHint } from './DuplicatesHint.tsx';
import { FormProblem } from './FormProblem.tsx';
import { FormSections } from './FormSections.tsx';
import { shortPart } from './layout.ts';
import { TakenContext } from './TakenOver.tsx';
import { useCompletion } from './useCompletion.ts';
import { useRecordForm } from './useRecordForm.ts';
import { brandValues, filledOf, startValues, type Values, wireValues } from './values.ts';
import { useWords } from './words.ts';

export interface CreateDialogProps {
  readonly resource: string;
  /** What is known already, for example the name that was typed into a reference. */
  readonly values?: Values;
  readonly onCreated: (record: Values & { id: string }) => void;
  readonly onClose: () => void;
}

/** Creates a record without leaving the place where it is missing: the fields one needs, the rest can follow later. */
export function CreateDialog({ resource: name, values, onCreated, onClose }: CreateDialogProps) {
  const resource = useDeclaration(name);
  const locale = useLocale();
  const t = useWords();
  const say = useSay();
  const { user } = useSession();
  const id = useId();
  const [create] = useCreate();
  const [problem, setProblem] = useState<string>();
  const brand = useBrandInWork()?.id;
  const start = useMemo(
    () => ({ ...startValues(resource, user.id), ...brandValues(resource, brand), ...values }),
    [resource, user.id, brand, values],
  );
  const { form, parts, submit } = useRecordForm(resource, start);
  const filled = useRef<Values>({});
  const given = useMemo(() => new Set(Object.keys(values ?? {})), [values]);
  const completion = useCompletion({ resource, form, before: start, filled, given });
  const saving = form.formState.isSubmitting || completion.waiting;
  const part = shortPart(resource, parts);
  const label = resourceLabel(resource, locale, 'one');
  const save = async () => {
    setProblem(undefined);
    try {
      await completion.settled(submit)(async (typed) => {
        const data = completion.wire(typed, wireValues(resource, filledOf(typed)));
        const record = await create(name, { data }, { returnPromise: true });
        say({ text: t('created', { name: label, title: recordTitle(resource, record, locale) }) });
        onCreated(record);
      });
    } catch (error) {
      setProblem((error as Error).message);
    }
  };
  // The dialog stands inside another form: what happens here must not reach it.
  const inner = (event: SyntheticEvent) => event.stopPropagation();
  const press = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
    event.preventDefault();
    void save();
  };
  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      onClose={onClose}
      aria-labelledby={id}
      onKeyDown={press}
      onClick={inner}
      onBlur={inner}
    >
      <DialogTitle id={id}>{t('new', { name: label })}</DialogTitle>
      <FormProvider {...form}>
        <form
          noValidate
          autoComplete="off"
          onSubmit={(event) => {
            event.preventDefault();
            event.stopPropagation();
            void save();
          }}
        >
          <DialogContent sx={{ pt: 0 }}>
            <FormProblem resource={resource} parts={[part]} message={problem} />
            {(resource.duplicates?.length ?? 0) > 0 && <DuplicatesHint resource={resource} />}
            <ErrorBoundary>
              <TakenContext value={completion.taken}>
                <FormSections resource={resource} parts={[part]} plain focusFirst />
              </TakenContext>
            </ErrorBoundary>
          </DialogContent>
          <DialogActions>
            <Button color="inherit" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" variant="contained" loading={saving}>
              {t('create', { name: label })}
            </Button>
          </DialogActions>
        </form>
      </FormProvider>
    </Dialog>
  );
}
