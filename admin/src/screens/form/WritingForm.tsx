import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import { Form } from 'ra-core';
import { type BaseSyntheticEvent, type ReactNode, type RefObject, useState } from 'react';
import { problemOf } from '../../providers/httpClient.ts';
import { DialogDraft } from './DialogDraft.tsx';
import type { FoundDraft } from './useDialogDraft.ts';
import type { Values } from './values.ts';
import { useWords } from './words.ts';

/** What was refused, for the inputs of the form, and what no input of it can show. */
export interface Refused {
  readonly errors: Values;
  readonly problem: string | undefined;
}

interface WritingFormProps<Chosen> {
  readonly draft: FoundDraft<Chosen>;
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
  /** True once it has been sent or filed. */
  readonly done: RefObject<boolean>;
  /** What it looks like, while one looks. */
  readonly seen: ReactNode;
  readonly onBack: () => void;
  /** Something that belongs to it is still on its way. */
  readonly waits?: boolean;
  /** What sends or files it is called. */
  readonly label: string;
  readonly preview: (typed: Values) => Promise<void>;
  readonly send: (typed: Values) => Promise<void>;
  /** Tells the errors of the server; what is chosen beside the fields shows its own. */
  readonly refuse: (failure: unknown, errors: Values) => Refused;
  readonly onClose: () => void;
  /** The fields. */
  readonly children: ReactNode;
}

/** Within a dialog in which people write: the fields, what they come to before it is sent or filed, and their draft. */
export function WritingForm<Chosen>({
  draft,
  chosen,
  onChoose,
  done,
  seen,
  onBack,
  waits = false,
  label,
  preview,
  send,
  refuse,
  onClose,
  children,
}: WritingFormProps<Chosen>) {
  const t = useWords();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async (typed: Values, event?: BaseSyntheticEvent) => {
    const only = (event?.nativeEvent as SubmitEvent | undefined)?.submitter?.dataset.only === 'preview';
    setBusy(true);
    setProblem(undefined);
    try {
      await (only ? preview(typed) : send(typed));
      return undefined;
    } catch (failure) {
      onBack();
      const refused = refuse(failure, { ...problemOf(failure)?.errors });
      setProblem(refused.problem);
      return refused.errors;
    } finally {
      setBusy(false);
    }
  };
  return (
    <Form onSubmit={submit} record={draft.begin.typed} sanitizeEmptyValues={false}>
      <DialogContent sx={{ pt: 0 }}>
        <DialogDraft draft={draft} chosen={chosen} onChoose={onChoose} done={done} />
        {/* what was typed stays while one looks */}
        <div hidden={Boolean(seen)}>{children}</div>
        {seen}
        {problem && (
          <Alert severity="error" role="alert" sx={{ mt: 2 }}>
            {problem}
          </Alert>
        )}
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose}>
          {t('cancel')}
        </Button>
        {seen ? (
          <Button onClick={onBack}>{t('write_on')}</Button>
        ) : (
          <Button type="submit" data-only="preview" disabled={busy || waits}>
            {t('preview')}
          </Button>
        )}
        <Button type="submit" variant="contained" loading={busy} disabled={waits}>
          {label}
        </Button>
      </DialogActions>
    </Form>
  );
}
