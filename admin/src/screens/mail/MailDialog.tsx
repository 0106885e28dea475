import type { Resource } from '@kontor/shared';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Skeleton from '@mui/material/Skeleton';
import { useQuery } from '@tanstack/react-query';
import { Form, useRefresh } from 'ra-core';
import { type BaseSyntheticEvent, lazy, Suspense, useId, useRef, useState } from 'react';
import { Trouble } from '../../app/feedback/Trouble.tsx';
import { useSay } from '../../app/feedback/useSay.ts';
import { usePhone } from '../../app/preferences.ts';
import { recordTitle } from '../../app/recordTitle.ts';
import { useLocale } from '../../app/texts.ts';
import { type MailOptions, type MailView, useKontor } from '../../providers/dataProvider.ts';
import { problemOf } from '../../providers/httpClient.ts';
import { reasonOf } from '../../providers/reason.ts';
import { DialogDraft } from '../form/DialogDraft.tsx';
import { useDialogDraft } from '../form/useDialogDraft.ts';
import type { Values } from '../form/values.ts';
import type { Answer } from './answer.ts';
import { addresseeText, noAddressees, recipientsOf } from './letter.ts';
import { type Chosen, MailFields } from './MailFields.tsx';
import { MailPreview } from './MailPreview.tsx';
import { useWords } from './words.ts';

const LetterDialog = lazy(() => import('../letter/LetterDialog.tsx'));

export interface MailDialogProps {
  readonly resource: Resource;
  readonly record: Values;
  /** What it begins with when it answers another one. */
  readonly answers?: Answer;
  readonly onClose: () => void;
}

/** Writes a mail about a record: from a template or freely, seen before it leaves, called back for a few seconds. */
export default function MailDialog({ resource, record, answers, onClose }: MailDialogProps) {
  const t = useWords();
  const id = useId();
  const phone = usePhone();
  const locale = useLocale();
  const api = useKontor();
  const place = { resource: resource.name, id: String(record.id) };
  const {
    data: options,
    error,
    refetch,
  } = useQuery({
    queryKey: [resource.name, 'mail', place.id, answers?.all ? answers.id : ''],
    queryFn: ({ signal }) => api.mailOptions(place.resource, place.id, answers?.all ? answers.id : undefined, signal),
    gcTime: 0,
  });
  return (
    <Dialog open fullWidth maxWidth="md" fullScreen={phone} onClose={onClose} aria-labelledby={id}>
      <DialogTitle id={id}>{t('title', { title: recordTitle(resource, record, locale) })}</DialogTitle>
      {options ? (
        <Letter place={place} options={options} answers={answers} about={{ resource, record }} onClose={onClose} />
      ) : (
        <DialogContent>
          {error ? <Trouble error={error} retry={() => void refetch()} /> : <Skeleton variant="rounded" height={320} />}
        </DialogContent>
      )}
    </Dialog>
  );
}

interface LetterProps {
  readonly place: { readonly resource: string; readonly id: string };
  readonly options: MailOptions;
  readonly answers: Answer | undefined;
  /** What the mail is about, for letters that go along. */
  readonly about: { readonly resource: Resource; readonly record: Values };
  readonly onClose: () => void;
}

/** Not the record of the page around: its fields are none of a mail's. */
const blank = { subject: null, html: null };

function Letter({ place, options, answers, about, onClose }: LetterProps) {
  const t = useWords();
  const api = useKontor();
  const say = useSay();
  const refresh = useRefresh();
  const [first] = options.recipients;
  const to = answers ? answers.to : first && addresseeText(first);
  const all = options.answer_all;
  const draft = useDialogDraft<Chosen>(
    `${place.resource}.mail`,
    [place.id, answers?.id, answers?.all && 'all'].filter(Boolean).join('.'),
    () => ({
      typed: answers ? { subject: answers.subject, html: answers.html } : blank,
      chosen: {
        brand: options.brand_id ?? '',
        template: '',
        addressees: {
          ...noAddressees,
          ...(all ? { to: all.to.map(addresseeText), cc: all.cc.map(addresseeText) } : to ? { to: [to] } : {}),
        },
        attachments: [],
        invitation: '',
      },
    }),
  );
  const [chosen, setChosen] = useState(draft.begin.chosen);
  const [view, setView] = useState<MailView>();
  const [wrong, setWrong] = useState<{ recipients?: string; attachments?: string; invitation?: string }>({});
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [uploading, setUploading] = useState(false);
  const [writing, setWriting] = useState(false);
  const sent = useRef(false);
  const prints = about.resource.abilities?.includes('printable');

  const told = (messages: readonly { readonly id: string; readonly to: string }[]) => {
    const [one] = messages;
    const to = messages.length > 1 ? t('others', { first: one!.to, count: messages.length - 1 }) : one!.to;
    const withdraw = async () => {
      await api.act('email_messages', one!.id, 'cancel');
      say({ text: t('withdrawn') });
      refresh();
    };
    say({
      text: t('sent', { to, seconds: options.seconds_to_withdraw }),
      action: {
        label: t('undo'),
        onClick: () => void withdraw().catch((failure) => say({ text: reasonOf(failure), tone: 'error' })),
      },
    });
  };

  const submit = async (values: Record<string, unknown>, event?: BaseSyntheticEvent) => {
    const only = (event?.nativeEvent as SubmitEvent | undefined)?.submitter?.dataset.only === 'preview';
    const { subject, html } = values;
    const letter = {
      subject,
      html,
      brand_id: chosen.brand || null,
      template_id: chosen.template || null,
      answers_id: answers?.id ?? null,
      invitation: chosen.invitation || null,
      attachments: chosen.attachments.map(({ id }) => id),
    };
    setBusy(true);
    setWrong({});
    setProblem(undefined);
    try {
      if (only) setView(await api.previewMail(place.resource, place.id, letter));
      else {
        told(await api.sendMail(place.resource, place.id, { ...letter, recipients: recipientsOf(chosen.addressees) }));
        sent.current = true;
        refresh();
        onClose();
      }
    } catch (failure) {
      const { recipients, attachments, invitation, template_id, ...errors } = (problemOf(failure)?.errors ??
        {}) as Record<string, unknown>;
      setView(undefined);
      setWrong({
        ...(typeof recipients === 'string' ? { recipients } : {}),
        ...(typeof attachments === 'string' ? { attachments } : {}),
        ...(typeof invitation === 'string' ? { invitation } : {}),
      });
      const at = typeof template_id === 'string' ? template_id : undefined;
      setProblem(
        at ?? (recipients || attachments || invitation || Object.keys(errors).length ? undefined : reasonOf(failure)),
      );
      return errors;
    } finally {
      setBusy(false);
    }
    return undefined;
  };
  return (
    <>
      <Form onSubmit={submit} record={draft.begin.typed} sanitizeEmptyValues={false}>
        <DialogContent sx={{ pt: 0 }}>
          <DialogDraft draft={draft} chosen={chosen} onChoose={setChosen} done={sent} />
          {/* what was typed stays while one looks */}
          <div hidden={Boolean(view)}>
            <MailFields
              place={place}
              options={options}
              chosen={chosen}
              onChoose={setChosen}
              onBusy={setUploading}
              onWrite={prints ? () => setWriting(true) : undefined}
              wrong={wrong}
            />
          </div>
          {view && <MailPreview mail={view} />}
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
          {view ? (
            <Button onClick={() => setView(undefined)}>{t('back')}</Button>
          ) : (
            <Button type="submit" data-only="preview" disabled={busy || uploading}>
              {t('preview')}
            </Button>
          )}
          <Button type="submit" variant="contained" loading={busy} disabled={uploading}>
            {t('send')}
          </Button>
        </DialogActions>
      </Form>
      {/* beside the form: what is submitted in there is none of its business */}
      {writing && (
        <Suspense>
          <LetterDialog
            {...about}
            onFiled={({ file_id, name, size }) =>
              setChosen((now) => ({ ...now, attachments: [...now.attachments, { id: file_id, title: name, size }] }))
            }
            onClose={() => setWriting(false)}
          />
        </Suspense>
      )}
    </>
  );
}
