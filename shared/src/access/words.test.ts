import { describe, expect, test } from 'vitest';
import { grantWords, type Names, patternWords } from './words.ts';

const names: Names = {
  area: (resource) => ({ tasks: 'Aufgaben', customers: 'Kunden' })[resource],
  step: (_, operation) => (operation === 'transition.complete' ? 'Erledigen' : undefined),
};

describe('permissions in words', () => {
  test.each([
    ['*', 'alles', 'everything'],
    ['*.*', 'alles', 'everything'],
    ['customers', 'alles im Bereich „Kunden“', 'everything in “Kunden”'],
    ['customers.*', 'alles im Bereich „Kunden“', 'everything in “Kunden”'],
    ['*.read', '„Ansehen“ in allen Bereichen', '“View” in all areas'],
    ['customers.update', '„Ändern“ im Bereich „Kunden“', '“Change” in “Kunden”'],
    ['tasks.transition', '„Schritte“ im Bereich „Aufgaben“', '“Steps” in “Aufgaben”'],
    ['tasks.transition.*', '„Schritte“ im Bereich „Aufgaben“', '“Steps” in “Aufgaben”'],
    ['tasks.transition.complete', '„Erledigen“ im Bereich „Aufgaben“', '“Erledigen” in “Aufgaben”'],
    ['invoices.transition.issue', '„issue“ im Bereich „invoices“', '“issue” in “invoices”'],
  ])('%s', (pattern, de, en) => {
    expect([patternWords(pattern, 'de', names), patternWords(pattern, 'en', names)]).toEqual([de, en]);
  });

  test('say who, which records, and which guarded fields', () => {
    const role = { who: 'Die Rolle „Büro“', scope: 'brand' };
    expect(grantWords({ pattern: 'customers.read', guards: ['bank', 'secret'] }, role, 'de', names)).toBe(
      'Die Rolle „Büro“ erlaubt „Ansehen“ im Bereich „Kunden“ bei Datensätzen der eigenen Marken, auch geschützte Felder (Bankdaten, secret).',
    );
    expect(grantWords({ pattern: 'tasks', deny: true }, { who: 'The role “X”', scope: 'all' }, 'en', names)).toBe(
      'The role “X” denies everything in “Aufgaben”.',
    );
    expect(grantWords({ pattern: 'customers.read', aside: true }, role, 'de', names)).toBe(
      'Die Rolle „Büro“ erlaubt „Ansehen“ im Bereich „Kunden“ bei Datensätzen der eigenen Marken, ohne eigene Liste.',
    );
    expect(grantWords({ pattern: '*' }, { who: 'Eine Freigabe', scope: 'team' }, 'de', names)).toBe(
      'Eine Freigabe erlaubt alles bei Datensätzen des Umfangs „team“.',
    );
  });
});
