import { expression, rollup } from '../../kinds/index.ts';

/** What participants have said of something, as figures: how many, and the mean of each question. */
export function feedbackFigures<const B extends string>(by: B) {
  const given = { of: 'feedback_responses', by, where: { state: 'given' } } as const;
  const sum = (de: string, en: string, field: string) => rollup({ de, en }, { ...given, sum: field, hidden: true });
  const mean = (de: string, en: string, of: string) =>
    expression({ de, en }, { as: { divide: [of, 'feedback_count'], scale: 2 } });
  return {
    feedback_count: rollup({ de: 'Rückmeldungen', en: 'Responses' }, { ...given, count: true }),
    content_sum: sum('Summe Inhalt', 'Sum of content', 'content_rating'),
    organisation_sum: sum('Summe Organisation', 'Sum of organisation', 'organisation_rating'),
    trainer_sum: sum('Summe Trainer', 'Sum of trainer', 'trainer_rating'),
    recommend_sum: sum('Summe Weiterempfehlung', 'Sum of recommendation', 'recommend'),
    content_rating: mean('Note Inhalt (1–5)', 'Content (1–5)', 'content_sum'),
    trainer_rating: mean('Note Trainer (1–5)', 'Trainer (1–5)', 'trainer_sum'),
    organisation_rating: mean('Note Organisation (1–5)', 'Organisation (1–5)', 'organisation_sum'),
    recommend_rating: mean('Weiterempfehlung (0–10)', 'Would recommend (0–10)', 'recommend_sum'),
  };
}
