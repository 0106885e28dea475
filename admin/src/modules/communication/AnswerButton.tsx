import Button from '@mui/material/Button';
import ReplyAllIcon from 'icon/ReplyAllOutlined';
import ReplyIcon from 'icon/ReplyOutlined';
import { useGetOne } from 'ra-core';
import { lazy, Suspense, useState } from 'react';
import { useLocale, useTexts } from '../../app/texts.ts';
import { whenOf } from '../../app/whenOf.ts';
import { useDeclaration } from '../../declarations.ts';
import { decideByName } from '../../providers/access.ts';
import { useSession } from '../../providers/session.ts';
import { answerTo, instantOf, type MailRow } from '../../screens/mail/answer.ts';
import { useCopies } from './useConversation.ts';

const MailDialog = lazy(() => import('../../screens/mail/MailDialog.tsx'));

const texts = {
  answer: { de: 'Antworten', en: 'Reply' },
  answer_all: { de: 'Allen antworten', en: 'Reply to all' },
};

/** A mail about a record, as its page knows it. */
export type MailOfRecord = MailRow & { readonly about_resource: string; readonly about_id: string };

/** Answers a mail: to who wrote it, or to all who got it, with its text quoted, about the same record and in the same conversation. */
export function AnswerButton({ mail }: { readonly mail: MailOfRecord }) {
  const t = useTexts(texts);
  const { grants } = useSession();
  const copies = useCopies(mail);
  const [open, setOpen] = useState<'one' | 'all'>();
  if (decideByName(grants, 'email_messages', 'create') === 'none') return null;
  const several = mail.direction === 'in' ? (mail.others ?? []).length > 0 : copies.filter(isOpen).length > 1;
  return (
    <>
      <Button variant="contained" startIcon={<ReplyIcon fontSize="small" />} onClick={() => setOpen('one')}>
        {t('answer')}
      </Button>
      {several && (
        <Button startIcon={<ReplyAllIcon fontSize="small" />} onClick={() => setOpen('all')}>
          {t('answer_all')}
        </Button>
      )}
      {open && (
        <Suspense>
          <AnswerDialog mail={mail} all={open === 'all'} onClose={() => setOpen(undefined)} />
        </Suspense>
      )}
    </>
  );
}

const isOpen = ({ role }: MailRow) => role !== 'bcc';

interface AnswerDialogProps {
  readonly mail: MailOfRecord;
  readonly all: boolean;
  readonly onClose: () => void;
}

function AnswerDialog({ mail, all, onClose }: AnswerDialogProps) {
  const locale = useLocale();
  const resource = useDeclaration(mail.about_resource);
  const { data: record } = useGetOne(mail.about_resource, { id: mail.about_id });
  if (!record) return null;
  const answers = { ...answerTo(mail, locale, whenOf(instantOf(mail), locale)), all };
  return <MailDialog resource={resource} record={record} answers={answers} onClose={onClose} />;
}
