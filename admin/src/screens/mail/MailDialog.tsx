import type { Resource } from '@kontor/shared';
import { useQuery } from '@tanstack/react-query';
import { useRefresh } from 'ra-core';
import { lazy, Suspense, useRef, useState } from 'react';
import { useSay } from '../../app/feedback/useSay.ts';
import { recordTitle } from '../../app/recordTitle.ts';
import { useLocale } from '../../app/texts.ts';
import { type MailOptions, type MailView, useKontor } from '../../providers/dataProvider.ts';
import { reasonOf } from '../../providers/reason.ts';
import { useDialogDraft } from '../form/useDialogDraft.ts';
import type { Values } from '../form/values.ts';
import { WritingDialog } from '../form/WritingDialog.tsx';
import { WritingForm } from '../form/WritingForm.tsx';
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
  const locale = useLocale();
  const api = useKontor();
  const place = { resource: resource.name, id: String(record.id) };
  const asked = useQuery({
    queryKey: [resource.name, 'mail', place.id, answers?.all ? answers.id : ''],
    queryFn: ({ signal }) => api.mailOptions(place.resource, place.id, answers?.all ? answers.id : undefined, signal),
    gcTime: 0,
  });
  return (
    <WritingDialog title={t('title', { title: recordTitle(resource, record, locale) })} asked={asked} onClose={onClose}>
      {(options) => (
        <Letter place={place} options={options} answers={answers} about={{ resource, record }} onClose={onClose} />
      )}
    </WritingDialog>
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

  const letterOf = ({ subject, html }: Values) => ({
    subject,
    html,
    brand_id: chosen.brand || null,
    template_id: chosen.template || null,
    answers_id: answers?.id ?? null,
    invitation: chosen.invitation || null,
    attachments: chosen.attachments.map(({ id }) => id),
  });
  const send = async (typed: Values) => {
    setWrong({});
    const recipients = recipientsOf(chosen.addressees);
    told(await api.sendMail(place.resource, place.id, { ...letterOf(typed), recipients }));
    sent.current = true;
    refresh();
    onClose();
  };
  const preview = async (typed: Values) => {
    setWrong({});
    setView(await api.previewMail(place.resource, place.id, letterOf(typed)));
  };
  const refuse = (failure: unknown, all: Values) => {
    const { recipients, attachments, invitation, template_id, ...errors } = all;
    const beside = Object.entries({ recipients, attachments, invitation }).filter(([, text]) => text);
    setWrong(Object.fromEntries(beside.filter(([, text]) => typeof text === 'string')));
    const shown = beside.length > 0 || Object.keys(errors).length > 0;
    const at = typeof template_id === 'string' ? template_id : undefined;
    return { errors, problem: at ?? (shown ? undefined : reasonOf(failure)) };
  };
  return (
    <>
      <WritingForm
        draft={draft}
        chosen={chosen}
        onChoose={setChosen}
        done={sent}
        seen={view && <MailPreview mail={view} />}
        onBack={() => setView(undefined)}
        waits={uploading}
        label={t('send')}
        preview={preview}
        send={send}
        refuse={refuse}
        onClose={onClose}
      >
        <MailFields
          place={place}
          options={options}
          chosen={chosen}
          onChoose={setChosen}
          onBusy={setUploading}
          onWrite={prints ? () => setWriting(true) : undefined}
          wrong={wrong}
        />
      </WritingForm>
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
