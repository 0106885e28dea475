import Button from '@mui/material/Button';
import ReplyIcon from 'icon/ReplyOutlined';
import { useGetOne } from 'ra-core';
import { lazy, Suspense, useState } from 'react';
import { useLocale, useTexts } from '../../app/texts.ts';
import { useDeclaration } from '../../declarations.ts';
import { decideByName } from '../../providers/access.ts';
import { useSession } from '../../providers/session.ts';
import { answerTo, instantOf, type MailRow } from '../../screens/mail/answer.ts';
import { whenOf } from './whenOf.ts';

const MailDialog = lazy(() => import('../../screens/mail/MailDialog.tsx'));

const texts = { answer: { de: 'Antworten', en: 'Answer' } };

/** A mail about a record, as its page knows it. */
export type MailOfRecord = MailRow & { readonly about_resource: string; readonly about_id: string };

/** Answers a mail: to who wrote it, with its text quoted, about the same record and in the same conversation. */
export function AnswerButton({ mail }: { readonly mail: MailOfRecord }) {
  const t = useTexts(texts);
  const { grants } = useSession();
  const [open, setOpen] = useState(false);
  if (decideByName(grants, 'email_messages', 'create') === 'none') return null;
  return (
    <>
      <Button variant="contained" startIcon={<ReplyIcon fontSize="small" />} onClick={() => setOpen(true)}>
        {t('answer')}
      </Button>
      {open && (
        <Suspense>
          <AnswerDialog mail={mail} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

function AnswerDialog({ mail, onClose }: { readonly mail: MailOfRecord; readonly onClose: () => void }) {
  const locale = useLocale();
  const resource = useDeclaration(mail.about_resource);
  const { data: record } = useGetOne(mail.about_resource, { id: mail.about_id });
  if (!record) return null;
  const answers = answerTo(mail, locale, whenOf(instantOf(mail), locale));
  return <MailDialog resource={resource} record={record} answers={answers} onClose={onClose} />;
}
