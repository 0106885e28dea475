import type { Fields, Operation, Resource } from '@kontor/shared';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useEffect, useId, useMemo, useState } from 'react';
import { FormProvider } from 'react-hook-form';
import { useSession } from '../../providers/session.ts';
import { Drafts } from '../mail/Drafts.tsx';
import type { Draft } from '../mail/draftsIn.ts';
import { FormProblem } from './FormProblem.tsx';
import { FormSections } from './FormSections.tsx';
import { useRecordForm } from './useRecordForm.ts';
import { filledOf, startValues, type Values } from './values.ts';
import { useWords } from './words.ts';

export interface ActionDialogProps {
  readonly resource: Resource;
  /** What is done: title and button of the dialog. */
  readonly label: string;
  /** What its button says where the title also says to what: a phone has no room for that. */
  readonly button?: string;
  readonly operation: Operation;
  /** What is asked for. */
  readonly fields: Fields;
  readonly run: (input: Values) => Promise<unknown>;
  /** The mails that it would write, to be looked at before. */
  readonly look?: ((input: Values) => Promise<readonly Draft[]>) | undefined;
  readonly onClose: () => void;
}

/** Asks for what an action or a step needs, validated like any form. */
export function ActionDialog({
  resource,
  label,
  button = label,
  operation,
  fields,
  run,
  look,
  onClose,
}: ActionDialogProps) {
  const t = useWords();
  const id = useId();
  const { user } = useSession();
  const [problem, setProblem] = useState<string>();
  const [drafts, setDrafts] = useState<readonly Draft[]>();
  const [looking, setLooking] = useState(false);
  const asked = useMemo<Resource>(
    () => ({ name: resource.name, label: resource.label, title: [], fields }),
    [resource, fields],
  );
  const { form, parts, submit } = useRecordForm(
    asked,
    useMemo(() => startValues(asked, user.id), [asked, user.id]),
    operation,
  );
  const told = async (what: (values: Values) => Promise<void>) => {
    setProblem(undefined);
    setDrafts(undefined);
    try {
      await submit(what);
    } catch (error) {
      setProblem((error as Error).message);
    }
  };
  const send = () =>
    told(async (values) => {
      await run(filledOf(values));
      onClose();
    });
  const preview = async () => {
    setLooking(true);
    await told(async (values) => setDrafts(await look?.(filledOf(values))));
    setLooking(false);
  };
  // what was looked at is of other answers
  useEffect(() => {
    const { unsubscribe } = form.watch(() => setDrafts(undefined));
    return unsubscribe;
  }, [form]);
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onClose} aria-labelledby={id}>
      <DialogTitle id={id}>{label}</DialogTitle>
      <FormProvider {...form}>
        <form
          noValidate
          autoComplete="off"
          onSubmit={(event) => {
            event.preventDefault();
            event.stopPropagation();
            void send();
          }}
        >
          <DialogContent sx={{ pt: 0 }}>
            <FormProblem resource={asked} parts={parts} message={problem} />
            <FormSections resource={asked} parts={parts} plain focusFirst operation={operation} />
            {drafts && <Drafts drafts={drafts} />}
          </DialogContent>
          <DialogActions>
            {look && (
              <Button
                color="inherit"
                loading={looking}
                disabled={form.formState.isSubmitting}
                onClick={() => void preview()}
                sx={{ mr: 'auto' }}
              >
                {t('preview')}
              </Button>
            )}
            <Button color="inherit" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button
              type="submit"
              variant="contained"
              loading={form.formState.isSubmitting && !looking}
              disabled={looking}
            >
              {button}
            </Button>
          </DialogActions>
        </form>
      </FormProvider>
    </Dialog>
  );
}
