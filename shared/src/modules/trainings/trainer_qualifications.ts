import { defineResource } from '../../define/resource.ts';
import { date, reference, text } from '../../kinds/index.ts';

/** What a trainer may lead, and until when. */
export const trainerQualifications = defineResource({
  name: 'trainer_qualifications',
  label: { de: ['Qualifikation', 'Qualifikationen'] },
  title: ['qualification_id'],
  fields: {
    trainer_id: reference('Trainer', { to: 'trainers', required: true, onDelete: 'cascade' }),
    qualification_id: reference('Qualifikation', { to: 'qualifications', required: true }),
    valid_from: date({ de: 'Gültig ab', en: 'Valid from' }),
    valid_to: date({ de: 'Gültig bis', en: 'Valid until' }),
    proof: text({ de: 'Nachweis', en: 'Proof' }, { max: 200 }),
  },
  unique: [['trainer_id', 'qualification_id']],
  checks: {
    order: {
      that: {
        or: [
          { valid_from: { null: true } },
          { valid_to: { null: true } },
          { valid_to: { gte: { field: 'valid_from' } } },
        ],
      },
      field: 'valid_to',
      message: { de: 'Das Ende liegt vor dem Beginn.', en: 'The end is before the start.' },
    },
  },
  owned: true,
});
