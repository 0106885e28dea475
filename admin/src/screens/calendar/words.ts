import { type Texts, useTexts } from '../../app/texts.ts';

const words = {
  agenda: { de: 'Agenda', en: 'Agenda' },
  all_day: { de: 'Ganztägig', en: 'All day' },
  cut: {
    de: 'Gezeigt werden die ersten {count} Einträge. Grenzen Sie den Zeitraum oder die Filter ein.',
    en: 'The first {count} records are shown. Narrow the period or the filters.',
  },
  day: { de: 'Tag', en: 'Day' },
  moved: { de: '„{title}“ auf {date} verschoben.', en: '“{title}” moved to {date}.' },
  keys: { de: 'Enter öffnet, F2 verschiebt', en: 'Enter opens, F2 moves' },
  month: { de: 'Monat', en: 'Month' },
  more: { de: '+ {count} weitere', en: '+ {count} more' },
  none: { de: 'In diesem Zeitraum steht nichts an.', en: 'Nothing in this period.' },
  not_moved: { de: '„{title}“ wurde nicht verschoben: {reason}', en: '“{title}” was not moved: {reason}' },
  today: { de: 'Heute', en: 'Today' },
  next: { de: 'Weiter', en: 'Next' },
  period: { de: 'Zeitraum', en: 'Period' },
  previous: { de: 'Zurück', en: 'Previous' },
  week: { de: 'Woche', en: 'Week' },
} as const satisfies Texts;

/** The words of calendars, in the user's language. */
export const useWords = () => useTexts(words);
