import { currentUser } from '../../access/condition.ts';
import { defineResource } from '../../define/resource.ts';
import { choice, datetime, expression, integer, money, reference, status, text } from '../../kinds/index.ts';

/**
 * Who leads a session, or may. Options and questions lie over each other; a confirmed trainer is nowhere else at that time,
 * and free again the minute a session ends.
 */
export const trainerAssignments = defineResource({
  name: 'trainer_assignments',
  label: { de: ['Trainereinsatz', 'Trainereinsätze'], en: ['Assignment', 'Assignments'] },
  icon: 'assignment_ind',
  title: ['trainer_id', 'starts_at'],
  fields: {
    session_id: reference('Termin', { to: 'training_sessions', required: true, onDelete: 'cascade' }),
    trainer_id: reference('Trainer', { to: 'trainers', required: true }),
    training_id: reference('Training', { to: 'trainings', copies: ['session_id', 'training_id'], readOnly: true }),
    brand_id: reference('Marke', { to: 'brands', copies: ['session_id', 'brand_id'], readOnly: true }),
    starts_at: datetime('Beginn', { copies: ['session_id', 'starts_at'], readOnly: true }),
    ends_at: datetime('Ende', { copies: ['session_id', 'ends_at'], readOnly: true }),
    status: status(
      'Status',
      {
        option: { de: 'Option', en: 'Option' },
        asked: { de: 'Angefragt', en: 'Asked' },
        confirmed: { de: 'Bestätigt', en: 'Confirmed' },
        declined: { de: 'Abgelehnt', en: 'Declined' },
        released: { de: 'Freigegeben', en: 'Released' },
      },
      { tones: { asked: 'warning', confirmed: 'success', declined: 'error' } },
    ),
    part: choice(
      { de: 'Rolle', en: 'Part' },
      { lead: { de: 'Leitung', en: 'Lead' }, assistant: { de: 'Assistenz', en: 'Assistant' } },
      { required: true, default: 'lead' },
    ),
    fee: money('Honorar', { min: '0', guard: 'margin' }),
    travel_cost: money({ de: 'Reisekosten', en: 'Travel cost' }, { min: '0', guard: 'margin' }),
    cost: expression(
      { de: 'Kosten', en: 'Cost' },
      { as: { add: ['fee', 'travel_cost'] }, currency: 'EUR', guard: 'margin' },
    ),
    asked_at: datetime({ de: 'Angefragt am', en: 'Asked at' }, { readOnly: true }),
    answer_until: datetime({ de: 'Antwort bis', en: 'Answer until' }),
    // of several who are asked by Kontor: who has the least is asked first, those with the same at once; whoever accepts first has it
    ask_order: integer(
      { de: 'Reihenfolge der Anfrage', en: 'Order of asking' },
      { min: 1, max: 10_000, readOnly: true, total: false },
    ),
    answer_days: integer(
      { de: 'Tage zum Antworten', en: 'Days to answer' },
      { min: 1, max: 60, readOnly: true, total: false },
    ),
    answered_at: datetime({ de: 'Beantwortet am', en: 'Answered at' }, { readOnly: true }),
    reason: text({ de: 'Grund', en: 'Reason' }, { max: 500 }),
  },
  workflow: {
    field: 'status',
    initial: 'option',
    transitions: {
      ask: { label: { de: 'Anfragen', en: 'Ask' }, from: ['option'], to: 'asked' },
      accept: { label: { de: 'Zusagen', en: 'Accept' }, from: ['asked'], to: 'confirmed' },
      decline: { label: { de: 'Absagen', en: 'Decline' }, from: ['asked'], to: 'declined', input: ['reason'] },
      confirm: { label: { de: 'Bestätigen', en: 'Confirm' }, from: ['option', 'asked'], to: 'confirmed' },
      release: {
        label: { de: 'Freigeben', en: 'Release' },
        from: ['option', 'asked', 'confirmed'],
        to: 'released',
        input: ['reason'],
      },
      reconsider: {
        label: { de: 'Wieder vormerken', en: 'Take up again' },
        from: ['declined', 'released'],
        to: 'option',
      },
    },
  },
  scopes: {
    brand: { brand_id: { in: currentUser.brand_ids } },
    assigned: {
      status: { in: ['asked', 'confirmed', 'declined'] },
      trainer_id: { where: { user_id: { eq: currentUser.id } } },
    },
  },
  unique: [['session_id', 'trainer_id']],
  exclusions: {
    trainer: {
      equal: ['trainer_id'],
      range: ['starts_at', 'ends_at'],
      where: { status: 'confirmed' },
      message: {
        de: 'Der Trainer ist in dieser Zeit schon für einen anderen Termin bestätigt.',
        en: 'The trainer is already confirmed for another session at that time.',
      },
    },
  },
  list: {
    columns: ['trainer_id', 'training_id', 'session_id', 'starts_at', 'status', 'part', 'fee'],
    filters: ['status', 'trainer_id', 'training_id', 'session_id', 'brand_id', 'starts_at'],
    sort: ['starts_at', 'ASC'],
  },
  views: { calendar: { from: 'starts_at', to: 'ends_at' } },
  form: {
    Einsatz: ['session_id', 'trainer_id', 'part', 'answer_until', 'reason'],
    Kosten: ['fee', 'travel_cost'],
  },
  sections: { Einsatz: 'Assignment', Kosten: 'Cost' },
  abilities: ['linkable', 'mailable'],
  indices: [['status', 'ask_order']],
});
