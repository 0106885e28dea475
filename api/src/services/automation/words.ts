import type { Locale } from '@kontor/shared';

/** What the log of a rule says, in the language of who is responsible for it. */
const texts = {
  not_met: { de: 'Die Bedingungen trafen nicht zu.', en: 'The conditions were not met.' },
  unseen: {
    de: 'Wer die Regel gespeichert hat, darf diesen Datensatz nicht sehen, oder er liegt im Papierkorb.',
    en: 'Whoever has saved the rule may not see this record, or it lies in the trash.',
  },
  own_work: {
    de: 'Diese Aufgabe hat eine Regel angelegt; Regeln, die Aufgaben anlegen, reagieren darauf nicht.',
    en: 'A rule has created this task; rules that create tasks do not act on it.',
  },
  switched_off: { de: 'Die Regel war inzwischen ausgeschaltet.', en: 'The rule had been switched off meanwhile.' },
  mailed: { de: 'E-Mail nach der Vorlage „{what}“', en: 'E-mail from the template “{what}”' },
  task_made: { de: 'Aufgabe „{what}“', en: 'Task “{what}”' },
  notified: { de: 'Benachrichtigt: {what}', en: 'Notified: {what}' },
  proposed: { de: 'Schritt „{what}“ vorgeschlagen', en: 'Step “{what}” proposed' },
  proposal: { de: 'Vorschlag: „{what}“', en: 'Proposal: “{what}”' },
  not_possible: {
    de: 'Der Schritt „{what}“ ist aus diesem Status nicht möglich',
    en: 'The step “{what}” is not possible from this status',
  },
  nobody: { de: '„{what}“ ist leer oder nicht zu sehen.', en: '“{what}” is empty or can not be seen.' },
  nobody_with_role: { de: 'Die Rolle hat niemand.', en: 'Nobody has the role.' },
  unexpected: {
    de: 'Unerwarteter Fehler. Das Protokoll des Servers sagt mehr.',
    en: 'Unexpected error. The log of the server says more.',
  },
  no_owner: {
    de: 'Wer die Regel gespeichert hat, darf sich nicht mehr anmelden. Wer sie neu speichert, übernimmt sie.',
    en: 'Whoever has saved the rule may not sign in any more. Who saves it anew takes it over.',
  },
  owner: { de: 'wer die Regel gespeichert hat', en: 'whoever has saved the rule' },
  no_actions: { de: 'Zugetroffen; die Regel hat keine Aktionen.', en: 'It applied; the rule has no actions.' },
  broken: { de: 'Die Regel passt nicht mehr: {what}', en: 'The rule does not fit any more: {what}' },
  failed_task: { de: 'Regel gescheitert: {what}', en: 'Rule failed: {what}' },
  stopped_task: { de: 'Regel ausgeschaltet: {what}', en: 'Rule switched off: {what}' },
  failed_text: {
    de: 'Die Regel „{what}“ konnte nicht alles tun: {why} Ihr Protokoll sagt, bei welchen Datensätzen.',
    en: 'The rule “{what}” could not do everything: {why} Its log says for which records.',
  },
  by_rule: { de: 'Angelegt von der Regel „{what}“', en: 'Created by the rule “{what}”' },
} as const;

export type RuleWord = keyof typeof texts;

/** A text of the log with its parameters filled in. */
export const say = (locale: Locale, key: RuleWord, parameters: Readonly<Record<string, string>> = {}): string =>
  texts[key][locale].replace(/\{(\w+)\}/g, (_, name: string) => parameters[name] ?? '');
