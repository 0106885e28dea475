import { currentUser } from '../../access/condition.ts';
import { defineResource } from '../../define/resource.ts';
import { datetime, integer, json, reference, references, rollup, text, url } from '../../kinds/index.ts';

const staffing = { to: 'trainers', through: 'trainer_assignments' } as const;

/** One date of a training: when, where, and by whom. */
export const trainingSessions = defineResource({
  name: 'training_sessions',
  label: { de: ['Termin', 'Termine'], en: ['Session', 'Sessions'] },
  icon: 'event',
  title: ['name'],
  fields: {
    name: text({ de: 'Thema', en: 'Topic' }, { required: true, max: 200, search: 'A' }),
    training_id: reference('Training', { to: 'trainings', required: true, onDelete: 'cascade' }),
    brand_id: reference('Marke', { to: 'brands', copies: ['training_id', 'brand_id'], readOnly: true }),
    starts_at: datetime('Beginn', { required: true }),
    ends_at: datetime('Ende', { required: true }),
    units: integer({ de: 'Einheiten (45 min)', en: 'Units (45 min)' }, { required: true, min: 0, max: 40, default: 8 }),
    location_id: reference({ de: 'Ort oder Raum', en: 'Location or room' }, { to: 'locations' }),
    online_link: url({ de: 'Link zur Videokonferenz', en: 'Video link' }),
    trainer_ids: references({ de: 'Trainer', en: 'Trainers' }, { ...staffing, where: { status: 'confirmed' } }),
    requested_trainer_ids: references(
      { de: 'Angefragte Trainer', en: 'Requested trainers' },
      { ...staffing, where: { status: ['asked', 'confirmed'] }, hidden: true },
    ),
    confirmed_trainers: rollup(
      { de: 'Bestätigte Trainer', en: 'Confirmed trainers' },
      { of: 'trainer_assignments', by: 'session_id', count: true, where: { status: 'confirmed' } },
    ),
    recorded_count: rollup(
      { de: 'Erfasste Anwesenheiten', en: 'Recorded attendance' },
      { of: 'attendance_records', by: 'session_id', count: true },
    ),
    content: text({ de: 'Inhalte', en: 'Contents' }, { multiline: true, max: 4000 }),
  },
  actions: {
    record_attendance: {
      label: { de: 'Anwesenheit erfassen', en: 'Record attendance' },
      icon: 'fact_check',
      apart: true,
      input: {
        entries: json(
          { de: 'Wer da war', en: 'Who was there' },
          { required: true, examples: [[{ enrolment_id: '01900000-0000-7000-8000-000000000000', status: 'present' }]] },
        ),
      },
    },
  },
  scopes: {
    brand: { brand_id: { in: currentUser.brand_ids } },
    assigned: { requested_trainer_ids: { where: { user_id: { eq: currentUser.id } } } },
  },
  checks: {
    order: {
      that: { ends_at: { gt: { field: 'starts_at' } } },
      field: 'ends_at',
      message: { de: 'Das Ende liegt nicht nach dem Beginn.', en: 'The end is not after the start.' },
    },
  },
  list: {
    columns: ['starts_at', 'ends_at', 'training_id', 'name', 'location_id', 'trainer_ids', 'units'],
    filters: ['training_id', 'brand_id', 'location_id', 'starts_at'],
    sort: ['starts_at', 'ASC'],
  },
  views: { calendar: { from: 'starts_at', to: 'ends_at', lanes: ['trainer_ids', 'location_id'] } },
  form: {
    Termin: ['name', 'training_id', 'starts_at', 'ends_at', 'units'],
    Ort: ['location_id', 'online_link'],
    Inhalt: ['content'],
  },
  sections: { Termin: 'Session', Ort: 'Place', Inhalt: 'Content' },
  abilities: ['bookable', 'documentable'],
});
