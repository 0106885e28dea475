import { useGetList } from 'ra-core';
import { conversationOf, type MailRow, type Told } from '../../screens/mail/answer.ts';

const most = 200;

/** The mails of the conversation that a mail belongs to, oldest first. */
export function useConversation(mail: MailRow): readonly Told[] {
  const { data = [] } = useGetList<MailRow>(
    'email_messages',
    {
      filter: { thread: mail.thread },
      sort: { field: 'created_at', order: 'DESC' },
      pagination: { page: 1, perPage: most },
      meta: { embed: ['created_by'] },
    },
    { enabled: mail.thread !== null },
  );
  return conversationOf(data);
}

/** All copies of a mail: one for each who got it. */
export const useCopies = (mail: MailRow): readonly MailRow[] =>
  useConversation(mail).find(({ mail: one }) => (one.mail ?? one.id) === (mail.mail ?? mail.id))?.copies ?? [];
