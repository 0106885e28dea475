import { rollup } from '../../kinds/index.ts';

/** What participants have said of something, as figures: how many, and the mean of those who answered a question. */
export function feedbackFigures<const B extends string>(by: B) {
  const given = { of: 'feedback_responses', by, where: { state: 'given' } } as const;
  const mean = (de: string, en: string, field: string) => rollup({ de, en }, { ...given, mean: field });
  return {
    feedback_count: rollup({ de: 'Rückmeldungen', en: 'Responses' }, { ...given, count: true }),
    content_rating: mean('Note Inhalt (1–5)', 'Content (1–5)', 'content_rating'),
    trainer_rating: mean('Note Trainer (1–5)', 'Trainer (1–5)', 'trainer_rating'),
    organisation_rating: mean('Note Organisation (1–5)', 'Organisation (1–5)', 'organisation_rating'),
    recommend_rating: mean('Weiterempfehlung (0–10)', 'Would recommend (0–10)', 'recommend'),
  };
}
