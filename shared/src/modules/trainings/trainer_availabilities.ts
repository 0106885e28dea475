import { currentUser } from '../../access/condition.ts';
import { defineResource } from '../../define/resource.ts';
import { choice, date, reference, text } from '../../kinds/index.ts';

/** When a trainer can or can not: whole days, the first and the last included. */
export const trainerAvailabilities = defineResource({
  name: 'trainer_availabilities',
  label: { de: ['Verfügbarkeit', 'Verfügbarkeiten'], en: ['Availability', 'Availabilities'] },
  icon: 'event_available',
  title: ['type'],
  fields: {
    trainer_id: reference('Trainer', { to: 'trainers', required: true, onDelete: 'cascade' }),
    type: choice(
      { de: 'Art', en: 'Type' },
      {
        free: { de: 'Frei', en: 'Free' },
        tentative: { de: 'Unter Vorbehalt', en: 'Tentative' },
        blocked: { de: 'Nicht verfügbar', en: 'Not available' },
      },
      { required: true, default: 'blocked' },
    ),
    from_on: date({ de: 'Von', en: 'From' }, { required: true }),
    until_on: date({ de: 'Bis einschließlich', en: 'Until (included)' }, { required: true }),
    reason: text({ de: 'Grund', en: 'Reason' }, { max: 200 }),
  },
  scopes: {
    brand: { trainer_id: { where: { brand_ids: { has: currentUser.brand_ids } } } },
    own: { trainer_id: { where: { user_id: { eq: currentUser.id } } } },
  },
  checks: {
    order: {
      that: { until_on: { gte: { field: 'from_on' } } },
      field: 'until_on',
      message: { de: 'Das Ende liegt vor dem Beginn.', en: 'The end is before the start.' },
    },
  },
  list: {
    columns: ['trainer_id', 'type', 'from_on', 'until_on', 'reason'],
    filters: ['trainer_id', 'type', 'from_on'],
    sort: ['from_on', 'ASC'],
  },
  views: { calendar: { from: 'from_on', to: 'until_on' } },
  form: { Verfügbarkeit: ['trainer_id', 'type', 'from_on', 'until_on', 'reason'] },
  sections: { Verfügbarkeit: 'Availability' },
});
