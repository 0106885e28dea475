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
  least: { de: 'mindestens {least}', en: 'at least {least}' },
  only: {
    de: 'Hier steht, was Sie sehen dürfen, von der gewählten Marke.',
    en: 'What you may see, of the brand in work.',
  },
} as const;

/** The words of overviews. */
export const useWords = () => useTexts(texts);
