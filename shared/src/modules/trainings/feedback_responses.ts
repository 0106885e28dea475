import { currentUser } from '../../access/condition.ts';
import { defineResource } from '../../define/resource.ts';
import { boolean, choice, datetime, integer, reference, text } from '../../kinds/index.ts';

const rating = { min: 1, max: 5, total: false } as const;

/** What a participant says of a training: asked for, then given. 1 is poor, 5 is excellent. */
export const feedbackResponses = defineResource({
  name: 'feedback_responses',
  label: { de: ['Rückmeldung', 'Rückmeldungen'], en: ['Feedback', 'Feedback'] },
  icon: 'reviews',
  title: ['training_id', 'given_at'],
  fields: {
    enrolment_id: reference('Anmeldung', { to: 'enrolments', required: true, unique: true, onDelete: 'cascade' }),
    training_id: reference('Training', { to: 'trainings', copies: ['enrolment_id', 'training_id'], readOnly: true }),
    template_id: reference(
      { de: 'Aus dem Katalog', en: 'From the catalogue' },
      { to: 'training_templates', copies: ['enrolment_id', 'template_id'], readOnly: true },
    ),
    brand_id: reference('Marke', { to: 'brands', copies: ['enrolment_id', 'brand_id'], readOnly: true }),
    trainer_id: reference('Trainer', { to: 'trainers' }),
    state: choice(
      'Status',
      { asked: { de: 'Erbeten', en: 'Asked' }, given: { de: 'Erhalten', en: 'Given' } },
      { required: true, default: 'asked', tones: { asked: 'warning', given: 'success' } },
    ),
    content_rating: integer({ de: 'Inhalt (1–5)', en: 'Content (1–5)' }, rating),
    trainer_rating: integer({ de: 'Trainer (1–5)', en: 'Trainer (1–5)' }, rating),
    organisation_rating: integer({ de: 'Organisation (1–5)', en: 'Organisation (1–5)' }, rating),
    recommend: integer(
      { de: 'Weiterempfehlung (0–10)', en: 'Would recommend (0–10)' },
      { min: 0, max: 10, total: false },
    ),
    liked: text({ de: 'Was gut war', en: 'What was good' }, { multiline: true, max: 4000, search: 'B' }),
    missed: text({ de: 'Was fehlte', en: 'What was missing' }, { multiline: true, max: 4000, search: 'B' }),
    quotable: boolean({ de: 'Darf zitiert werden', en: 'May be quoted' }),
    given_at: datetime({ de: 'Erhalten am', en: 'Given at' }),
  },
  scopes: { brand: { brand_id: { in: currentUser.brand_ids } } },
  list: {
    columns: [
      'training_id',
      'trainer_id',
      'state',
      'content_rating',
      'trainer_rating',
      'organisation_rating',
      'recommend',
      'given_at',
    ],
    filters: ['state', 'training_id', 'trainer_id', 'brand_id', 'recommend'],
    sort: ['given_at', 'DESC'],
  },
  form: {
    Rückmeldung: [
      'enrolment_id',
      'trainer_id',
      'state',
      'content_rating',
      'trainer_rating',
      'organisation_rating',
      'recommend',
    ],
    Worte: ['liked', 'missed', 'quotable', 'given_at'],
  },
  sections: { Rückmeldung: 'Feedback', Worte: 'Words' },
  abilities: ['linkable'],
});
