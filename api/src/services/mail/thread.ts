import { message, PublicError } from '@kontor/shared';
import type { Context, Row } from '../../engine/context.ts';
import { get } from '../../engine/get.ts';

/** The conversation that a mail belongs to, and how it names those before it. */
export interface Thread {
  readonly thread: string;
  readonly references: string | null;
}

/** Mail programs cut long lists; what began the conversation and the nearest ones stay (RFC 5322, 3.6.4). */
const mostReferences = 30;

/** Where a mail goes on that answers another one about the same record; without that it begins a conversation of its own. */
export async function threadOf(context: Context, record: Row, mail: string, answers: string | null): Promise<Thread> {
  if (!answers) return { thread: mail, references: null };
  const before = await get(context, context.engine.model.get('email_messages'), answers);
  if (before.about_id !== record.id) throw new PublicError('invalid', { answers_id: message('reference') });
  const all = [...String(before.references ?? '').split(' '), before.message_id].filter(Boolean) as string[];
  const named = all.length > mostReferences ? [all[0]!, ...all.slice(1 - mostReferences)] : all;
  return { thread: before.thread ?? before.mail ?? before.id, references: named.join(' ').slice(-8000) || null };
}
