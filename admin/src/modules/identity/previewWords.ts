import { type Texts, useTexts } from '../../app/texts.ts';

const words = {
  title: { de: 'Anmelderegeln ausprobieren', en: 'Try sign-in rules' },
  count: {
    de: 'Regeln gelten ab der nächsten Anmeldung über einen Anbieter.',
    en: 'Rules count from the next sign-in through a provider.',
  },
  text: {
    de: 'Hier sehen Sie, welche Rollen sich aus den Regeln ergeben. Nichts davon wird gespeichert.',
    en: 'See which roles follow from the rules. Nothing of this is saved.',
  },
  back: { de: 'Zu den Regeln', en: 'To the rules' },
  provider: { de: 'Anbieter', en: 'Provider' },
  person: { de: 'Angaben der letzten Anmeldung von', en: 'Claims of the last sign-in of' },
  nobody: { de: 'Eigene Angaben', en: 'Claims of your own' },
  claims: { de: 'Angaben des Anbieters (JSON)', en: 'Claims of the provider (JSON)' },
  wrong: { de: 'Das ist kein JSON-Objekt.', en: 'This is no JSON object.' },
  rules: { de: 'Regeln', en: 'Rules' },
  rules_hint: {
    de: 'Schalten Sie Regeln zur Probe ein und aus.',
    en: 'Switch rules on and off to try.',
  },
  no_rules: { de: 'Es gibt noch keine Regeln.', en: 'There are no rules yet.' },
  fires: { de: 'trifft zu', en: 'applies' },
  fires_not: { de: 'trifft nicht zu', en: 'does not apply' },
  missing: { de: 'Angabe fehlt', en: 'claim missing' },
  off: { de: 'aus', en: 'off' },
  other: { de: 'anderer Anbieter', en: 'other provider' },
  result: { de: 'Ergebnis', en: 'Result' },
  nothing: { de: 'Keine Rolle aus den Regeln.', en: 'No role from the rules.' },
  everywhere: { de: 'überall', en: 'everywhere' },
  kept: {
    de: 'Fehlende Angaben: {claims}. Bei der Anmeldung behält die Person ihre bisherigen Rollen, und die Administration bekommt eine Aufgabe.',
    en: 'Missing claims: {claims}. At sign-in the person keeps the roles they have, and an administrator gets a task.',
  },
  by_hand: {
    de: 'Von Hand vergebene Rollen bleiben in jedem Fall.',
    en: 'Roles given by hand stay in any case.',
  },
} satisfies Texts;

export const useWords = () => useTexts(words);
export type Say = ReturnType<typeof useWords>;
