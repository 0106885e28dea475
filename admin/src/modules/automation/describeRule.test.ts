import type { Locale } from '@kontor/shared';
import { model } from '@kontor/shared/modules/index';
import { expect, test } from 'vitest';
import { fill } from '../../app/texts.ts';
import { describeAction, describeWhen } from './describeRule.ts';
import { type Say, words } from './words.ts';

const tasks = model.get('tasks');
const say =
  (locale: Locale): Say =>
  (key, parameters) =>
    fill(words[key][locale], parameters, locale);
const when = (rule: object, locale: Locale = 'de') =>
  describeWhen({ trigger: 'date', date_field: 'due_on', at_time: '08:00', ...rule }, tasks, locale, say(locale));
const does = (action: object) => describeAction(action, tasks, 'de', say('de'), (id) => ({ r: 'Büro', t: 'Dank' })[id]);

test('when a rule acts, in words', () => {
  expect(when({ direction: 'after', amount: 3, unit: 'days' })).toBe(
    '3 Tage nach „Fällig am“ (08:00 Uhr), bei Aufgaben',
  );
  expect(when({ direction: 'before', amount: 1, unit: 'hours' })).toBe(
    '1 Stunde vor „Fällig am“ (08:00 Uhr), bei Aufgaben',
  );
  expect(when({ direction: 'on', amount: 5, unit: 'days' })).toBe('„Fällig am“ ist erreicht (08:00 Uhr), bei Aufgaben');
  expect(when({ direction: 'after', amount: 2, unit: 'days', date_field: 'created_at' }, 'en')).toBe(
    '2 days after “Created at”, of Tasks',
  );
  expect(when({ direction: 'before', amount: 14, unit: 'days', yearly: true })).toBe(
    '14 Tage vor „Fällig am“, jedes Jahr (08:00 Uhr), bei Aufgaben',
  );
  expect(when({ trigger: 'transition', from_state: 'open', to_state: 'done' })).toBe(
    'Der Status wechselt von „Offen“ auf „Erledigt“, bei Aufgaben',
  );
  expect(when({ trigger: 'transition', from_state: null, to_state: null })).toBe('Der Status wechselt, bei Aufgaben');
});

test('what it does, in words', () => {
  expect(does({ kind: 'notification', recipient: 'assignee_id', role_id: 'r', text: 'Bitte ansehen' })).toBe(
    'Benachrichtigen: Zuständig, alle mit der Rolle „Büro“, „Bitte ansehen“',
  );
  expect(does({ kind: 'task', recipient: 'rule_owner', role_id: 'r', text: 'Nachfassen', due_in: 1 })).toBe(
    'Aufgabe „Nachfassen“ anlegen für: Wer die Regel gespeichert hat, fällig 1 Tag später',
  );
  expect(does({ kind: 'mail', recipient: 'created_by', template_id: 't' })).toBe(
    'E-Mail nach der Vorlage „Dank“ senden an: Angelegt von',
  );
  expect(does({ kind: 'transition', recipient: 'assignee_id', transition: 'complete' })).toBe(
    'Schritt „Erledigen“ vorschlagen: Zuständig',
  );
});
