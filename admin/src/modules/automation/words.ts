import { type Texts, useTexts } from '../../app/texts.ts';
import type { OperatorWords } from '../../screens/list/filters/entries.ts';

export const words = {
  rule: { de: 'Regel', en: 'Rule' },
  when: { de: 'Wenn', en: 'When' },
  when_of: { de: 'Bereich', en: 'Area' },
  if_only: { de: 'Und nur, wenn', en: 'And only if' },
  if_none: { de: 'Keine weiteren Bedingungen.', en: 'No further conditions.' },
  add_condition: { de: 'Bedingung hinzufügen', en: 'Add a condition' },
  fixed_days: { de: 'fester Zeitraum', en: 'fixed span' },
  days: { de: 'Tage', en: 'Days' },
  then_do: { de: 'Dann', en: 'Then' },
  add_action: { de: 'Aktion hinzufügen', en: 'Add an action' },
  remove_action: { de: 'Aktion {number} entfernen', en: 'Remove action {number}' },
  action: { de: 'Aktion {number}', en: 'Action {number}' },
  no_action: {
    de: 'Ohne Aktion schreibt die Regel nur ihr Protokoll.',
    en: 'Without an action the rule only writes its log.',
  },
  no_steps: { de: 'Hier gibt es keinen Status mit Schritten.', en: 'There is no status with steps here.' },
  owner: { de: 'Wer die Regel gespeichert hat', en: 'Whoever has saved the rule' },
  assignee: { de: 'Zuständig wird', en: 'Assigned to' },
  preview: { de: 'Vorschau', en: 'Preview' },
  preview_again: { de: 'Neu ansehen', en: 'Look again' },
  preview_loading: { de: 'Es wird nachgesehen …', en: 'Looking …' },
  preview_days: {
    de: 'In den nächsten {days} Tagen: {count} {count|Datensatz|Datensätze}.',
    en: 'In the next {days} days: {count} {count|record|records}.',
  },
  preview_steps: {
    de: '{count} {count|Datensatz|Datensätze}, sobald der Schritt gemacht wird.',
    en: '{count} {count|record|records}, as soon as the step is taken.',
  },
  preview_not_met: {
    de: 'Bei {count} {count|weiterem|weiteren} treffen die Bedingungen nicht zu.',
    en: 'For {count} more the conditions are not met.',
  },
  preview_more: { de: 'Gezeigt werden die ersten {count}.', en: 'Shown are the first {count}.' },
  preview_harmless: { de: 'Die Vorschau löst nichts aus.', en: 'The preview sets nothing off.' },
  preview_when: { de: 'Wann', en: 'When' },
  preview_record: { de: 'Datensatz', en: 'Record' },
  preview_what: { de: 'Was geschähe', en: 'What would happen' },
  means: { de: 'Das heißt: {sentence}.', en: 'That is: {sentence}.' },
  at_step: { de: 'beim Schritt', en: 'at the step' },
  off: {
    de: 'Diese Regel ist ausgeschaltet und tut nichts.',
    en: 'This rule is switched off and does nothing.',
  },
  switch_on: { de: 'Einschalten', en: 'Switch on' },
  shipped: {
    de: 'Diese Regel liefert Kontor mit, und Kontor führt sie aus. Sie können sie ändern oder ausschalten; dann handelt sie mit Ihren Rechten.',
    en: 'Kontor ships this rule and carries it out. You can change it or switch it off; then it acts with your rights.',
  },
  switched_on: { de: 'Die Regel ist eingeschaltet.', en: 'The rule is switched on.' },
  sentence_date: { de: '{when}, bei {resource}', en: '{when}, of {resource}' },
  sentence_step: {
    de: 'Der Status wechselt von „{from}“ auf „{to}“, bei {resource}',
    en: 'The status changes from “{from}” to “{to}”, of {resource}',
  },
  sentence_step_from: {
    de: 'Der Status wechselt von „{from}“, bei {resource}',
    en: 'The status changes from “{from}”, of {resource}',
  },
  sentence_step_all: { de: 'Der Status wechselt, bei {resource}', en: 'The status changes, of {resource}' },
  sentence_step_any: {
    de: 'Der Status wechselt auf „{to}“, bei {resource}',
    en: 'The status changes to “{to}”, of {resource}',
  },
  before_days: { de: '{amount} {amount|Tag|Tage} vor „{field}“', en: '{amount} {amount|day|days} before “{field}”' },
  after_days: { de: '{amount} {amount|Tag|Tage} nach „{field}“', en: '{amount} {amount|day|days} after “{field}”' },
  before_hours: {
    de: '{amount} {amount|Stunde|Stunden} vor „{field}“',
    en: '{amount} {amount|hour|hours} before “{field}”',
  },
  after_hours: {
    de: '{amount} {amount|Stunde|Stunden} nach „{field}“',
    en: '{amount} {amount|hour|hours} after “{field}”',
  },
  on_day: { de: '„{field}“ ist erreicht', en: '“{field}” is reached' },
  every_year: { de: '{when}, jedes Jahr', en: '{when}, every year' },
  at: { de: '{when} ({time} Uhr)', en: '{when} ({time})' },
  do_notification: { de: 'Benachrichtigen: {who}, „{what}“', en: 'Notify: {who}, “{what}”' },
  do_task: { de: 'Aufgabe „{what}“ anlegen für: {who}', en: 'Create the task “{what}” for: {who}' },
  do_task_due: {
    de: 'Aufgabe „{what}“ anlegen für: {who}, fällig {days} {days|Tag|Tage} später',
    en: 'Create the task “{what}” for: {who}, due {days} {days|day|days} later',
  },
  do_mail: {
    de: 'E-Mail nach der Vorlage „{what}“ senden an: {who}',
    en: 'Send an e-mail from the template “{what}” to: {who}',
  },
  do_transition: { de: 'Schritt „{what}“ vorschlagen: {who}', en: 'Propose the step “{what}” to: {who}' },
  waiting: { de: 'Ein neuer Versuch wartet auf seine Ausführung.', en: 'Another attempt is waiting to be made.' },
  role: { de: 'alle mit der Rolle „{role}“', en: 'all with the role “{role}”' },
} satisfies Texts;

export type RuleWord = keyof typeof words;
export type Say = (key: RuleWord, parameters?: Readonly<Record<string, string | number>>) => string;

/** The words of rules, in the user's language. */
export const useWords = (): Say => useTexts(words);

/** What the operators of lists are called, for conditions told in words. */
export const operatorWords = (list: (key: keyof OperatorWords) => string): OperatorWords => ({
  from: list('from'),
  to: list('to'),
  over: list('over'),
  under: list('under'),
  contains: list('contains'),
  empty: list('empty'),
  filled: list('filled'),
});
