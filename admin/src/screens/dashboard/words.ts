import { useTexts } from '../../app/texts.ts';

const texts = {
  overview: { de: 'Überblick', en: 'Overview' },
  of: { de: 'Überblick: {module}', en: 'Overview: {module}' },
  all: { de: 'Alle {count}', en: 'All {count}' },
  show: { de: 'Ansehen', en: 'Show' },
  count: { de: 'Anzahl', en: 'Count' },
  nothing: { de: 'Hier ist nichts zu zeigen.', en: 'There is nothing to show.' },
  without: { de: 'Ohne Angabe', en: 'Not given' },
  places: { de: '{value} von {limit}', en: '{value} of {limit}' },
  unlimited: { de: '{value}, ohne Grenze', en: '{value}, no limit' },
  days: { de: '{count} {count|Tag|Tage}', en: '{count} {count|day|days}' },
  days_of: { de: '{days} von {count} {count|Tag|Tagen}', en: '{days} of {count} {count|day|days}' },
  no_limit: { de: 'ohne Grenze', en: 'no limit' },
  too_much: { de: '{count} {count|Tag|Tage} zu viel', en: '{count} {count|day|days} too many' },
  month_before: { de: 'Monat davor', en: 'Month before' },
  month_after: { de: 'Monat danach', en: 'Month after' },
  least: { de: 'mindestens {least}', en: 'at least {least}' },
} as const;

/** The words of overviews. */
export const useWords = () => useTexts(texts);
