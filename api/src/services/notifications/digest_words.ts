import { formatDate, type Locale } from '@kontor/shared';
import { letterOf } from './mail_words.ts';

/** What is open for somebody. */
export interface Digest {
  /** What is assigned to them and due, by resource. */
  readonly open: readonly {
    readonly label: string;
    readonly rows: readonly { readonly title: string; readonly due_on: string }[];
    /** How many there are besides. */
    readonly more: number;
  }[];
  readonly reminders: number;
  readonly unread: number;
}

const texts = {
  de: {
    subject: (count: number, date: string) =>
      count ? `Ihr Tag in Kontor: ${count} fällig am ${date}` : `Ihr Tag in Kontor, ${date}`,
    today: 'heute',
    since: (date: string) => `seit ${date}`,
    more: (count: number) => `und ${count} weitere`,
    reminders: (count: number) => (count === 1 ? 'Eine Erinnerung für heute' : `${count} Erinnerungen für heute`),
    unread: (count: number) =>
      count === 1 ? 'Eine ungelesene Benachrichtigung' : `${count} ungelesene Benachrichtigungen`,
  },
  en: {
    subject: (count: number, date: string) =>
      count ? `Your day in Kontor: ${count} due on ${date}` : `Your day in Kontor, ${date}`,
    today: 'today',
    since: (date: string) => `since ${date}`,
    more: (count: number) => `and ${count} more`,
    reminders: (count: number) => (count === 1 ? 'One reminder for today' : `${count} reminders for today`),
    unread: (count: number) => (count === 1 ? 'One unread notification' : `${count} unread notifications`),
  },
};

/** The mail that tells somebody what is open; undefined when nothing is. */
export function digestMail(
  locale: Locale,
  name: string,
  today: string,
  { open, reminders, unread }: Digest,
): { subject: string; text: string } | undefined {
  const t = texts[locale];
  const due = open.reduce((sum, { rows, more }) => sum + rows.length + more, 0);
  if (due + reminders + unread === 0) return undefined;
  const lists = open.map(({ label, rows, more }) =>
    [
      `${label}:`,
      ...rows.map(
        ({ title, due_on: on }) => `– ${title} (${on === today ? t.today : t.since(formatDate(on, locale))})`,
      ),
      ...(more ? [t.more(more)] : []),
    ].join('\n'),
  );
  const counts = [...(reminders ? [t.reminders(reminders)] : []), ...(unread ? [t.unread(unread)] : [])];
  return {
    subject: t.subject(due, formatDate(today, locale)),
    text: letterOf(locale, name, [...lists, ...(counts.length ? [counts.join('\n')] : [])]),
  };
}
