import { formatDate, type Locale } from '@kontor/shared';
import { linkPlaceholder } from '@kontor/shared/modules/communication/email_messages';
import type { News } from './enter.ts';

/** What a mail tells of one notification. */
export interface Told {
  readonly kind: News['kind'];
  /** Of the record that it is about, as the reader may see it. */
  readonly title: string;
  /** What the record is: a task, a customer. */
  readonly what: string;
  readonly who: string | null;
  readonly due_on: string | null;
  /** The words of a rule; of a mail, who. */
  readonly text?: string | null;
}

const texts = {
  de: {
    assigned: (who: string | null) => (who ? `Von ${who} an Sie` : 'Ihnen zugewiesen'),
    due: (date: string) => `Fällig am ${date}`,
    overdue: (date: string) => `War fällig am ${date}`,
    mention: (who: string | null) => (who ? `${who} hat Sie erwähnt` : 'Sie wurden erwähnt'),
    reminder: (who: string | null) => (who ? `Erinnerung, weitergegeben von ${who}` : 'Erinnerung'),
    rule: 'Hinweis einer Regel',
    answer: (text: string) => `Antwort von ${text}`,
    bounce: (text: string) => `Nicht zugestellt an ${text}`,
    attendance: (text: string) => text,
    hello: (name: string) => `Guten Tag ${name},`,
    many: (count: number) => `${count} Neuigkeiten in Kontor`,
    open: 'In Kontor öffnen:',
    why: 'Worüber Sie E-Mails bekommen, wählen Sie in Kontor im Menü mit Ihren Initialen unter „Benachrichtigungen“.',
  },
  en: {
    assigned: (who: string | null) => (who ? `From ${who} to you` : 'Assigned to you'),
    due: (date: string) => `Due on ${date}`,
    overdue: (date: string) => `Was due on ${date}`,
    mention: (who: string | null) => (who ? `${who} mentioned you` : 'You were mentioned'),
    reminder: (who: string | null) => (who ? `Reminder, passed on by ${who}` : 'Reminder'),
    rule: 'Hint of a rule',
    answer: (text: string) => `Answer from ${text}`,
    bounce: (text: string) => `Not delivered to ${text}`,
    attendance: (text: string) => text,
    hello: (name: string) => `Hello ${name},`,
    many: (count: number) => `${count} news in Kontor`,
    open: 'Open in Kontor:',
    why: 'What you get e-mails about you choose in Kontor, in the menu with your initials under “Notifications”.',
  },
};

const said = (locale: Locale, { kind, who, due_on, text }: Told): string =>
  kind === 'rule'
    ? (text ?? texts[locale].rule)
    : kind === 'due' || kind === 'overdue'
      ? texts[locale][kind](due_on ? formatDate(due_on, locale) : '')
      : kind === 'answer' || kind === 'bounce' || kind === 'attendance'
        ? texts[locale][kind](text ?? '')
        : texts[locale][kind](who);

/** The greeting, paragraphs, the way into Kontor, and why one gets this. */
export const letterOf = (locale: Locale, name: string, paragraphs: readonly string[]): string => {
  const t = texts[locale];
  return [t.hello(name), ...paragraphs, `${t.open}\n${linkPlaceholder}`, t.why].join('\n\n');
};

/** The mail that tells of notifications: one by its name, several under a common one. */
export function newsMail(locale: Locale, name: string, news: readonly Told[]): { subject: string; text: string } {
  const lines = news.map((one) => `${said(locale, one)}: ${one.title} (${one.what})`);
  return {
    subject: news.length === 1 ? `${said(locale, news[0]!)}: ${news[0]!.title}` : texts[locale].many(news.length),
    text: letterOf(locale, name, [lines.join('\n')]),
  };
}
