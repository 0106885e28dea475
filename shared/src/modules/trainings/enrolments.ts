import { currentUser } from '../../access/condition.ts';
import { defineResource } from '../../define/resource.ts';
import { choice, date, datetime, money, reference, rollup, status, text } from '../../kinds/index.ts';
import { languages } from './formats.ts';

/** Somebody takes part in a training, or waits for a place. How many there are is kept by the training. */
export const enrolments = defineResource({
  name: 'enrolments',
  label: { de: ['Anmeldung', 'Anmeldungen'], en: ['Enrolment', 'Enrolments'] },
  icon: 'how_to_reg',
  title: ['participant'],
  fields: {
    training_id: reference('Training', { to: 'trainings', required: true }),
    contact_id: reference({ de: 'Teilnehmer', en: 'Participant' }, { to: 'contacts', required: true }),
    // a trainer knows the names of a course, and nothing else of the contacts
    participant: text('Name', { max: 250, copies: ['contact_id', 'full_name'], readOnly: true, search: 'A' }),
    customer_id: reference({ de: 'Rechnung an', en: 'Invoice to' }, { to: 'customers' }),
    template_id: reference(
      { de: 'Aus dem Katalog', en: 'From the catalogue' },
      { to: 'training_templates', copies: ['training_id', 'template_id'], readOnly: true, hidden: true },
    ),
    brand_id: reference('Marke', { to: 'brands', copies: ['training_id', 'brand_id'], readOnly: true }),
    language: choice('Sprache', languages, { copies: ['training_id', 'language'], readOnly: true, hidden: true }),
    // so that rules can wait for the dates of the training
    first_session_at: datetime(
      { de: 'Beginn des Trainings', en: 'Start of the training' },
      { copies: ['training_id', 'first_session_at'], readOnly: true },
    ),
    delivered_on: date(
      { de: 'Durchführung gemeldet am', en: 'Reported as delivered on' },
      { copies: ['training_id', 'delivered_on'], readOnly: true },
    ),
    status: status(
      'Status',
      {
        enrolled: { de: 'Angemeldet', en: 'Enrolled' },
        waiting: { de: 'Warteliste', en: 'Waiting list' },
        offered: { de: 'Platz angeboten', en: 'Place offered' },
        cancelled: { de: 'Storniert', en: 'Cancelled' },
        transferred: { de: 'Umgebucht', en: 'Transferred' },
      },
      { tones: { enrolled: 'success', waiting: 'warning', offered: 'info', cancelled: 'error' } },
    ),
    price: money('Preis', { min: '0', guard: 'prices' }),
    waiting_since: datetime({ de: 'Wartet seit', en: 'Waiting since' }, { readOnly: true }),
    offer_until: datetime({ de: 'Angebot gilt bis', en: 'Offer valid until' }, { readOnly: true }),
    cancelled_at: datetime({ de: 'Storniert am', en: 'Cancelled at' }, { readOnly: true }),
    reason: text({ de: 'Grund', en: 'Reason' }, { max: 300 }),
    cancellation_fee: money(
      { de: 'Stornogebühr', en: 'Cancellation fee' },
      {
        min: '0',
        guard: 'prices',
        readOnly: true,
        help: {
          de: 'Leer: nach den Stornobedingungen des Trainings; 0, wenn Sie darauf verzichten',
          en: 'Empty: by the cancellation terms of the training; 0 to waive it',
        },
      },
    ),
    transferred_to_id: reference({ de: 'Umgebucht auf', en: 'Transferred to' }, { to: 'enrolments', readOnly: true }),
    attended_units: rollup(
      { de: 'Besuchte Einheiten', en: 'Units attended' },
      { of: 'attendance_records', by: 'enrolment_id', sum: 'units', where: { status: ['present', 'late'] } },
    ),
    feedback_asked: rollup(
      { de: 'Um Rückmeldung gebeten', en: 'Asked for feedback' },
      { of: 'feedback_responses', by: 'enrolment_id', count: true },
    ),
    exam_result: choice(
      { de: 'Prüfung', en: 'Exam' },
      {
        passed: { de: 'Bestanden', en: 'Passed' },
        failed: { de: 'Nicht bestanden', en: 'Failed' },
      },
    ),
    exam_on: date({ de: 'Geprüft am', en: 'Examined on' }),
    remarks: text('Bemerkungen', { multiline: true, max: 2000 }),
  },
  workflow: {
    field: 'status',
    initial: 'enrolled',
    transitions: {
      offer: { label: { de: 'Platz anbieten', en: 'Offer a place' }, from: ['waiting'], to: 'offered' },
      enrol: { label: { de: 'Anmelden', en: 'Enrol' }, from: ['waiting', 'offered', 'cancelled'], to: 'enrolled' },
      lapse: { label: { de: 'Angebot verfallen lassen', en: 'Let the offer lapse' }, from: ['offered'], to: 'waiting' },
      cancel: {
        label: { de: 'Stornieren', en: 'Cancel' },
        from: ['enrolled', 'waiting', 'offered'],
        to: 'cancelled',
        input: ['reason', 'cancellation_fee'],
      },
    },
  },
  actions: {
    transfer: {
      label: { de: 'Umbuchen', en: 'Transfer' },
      icon: 'swap_horiz',
      input: {
        training_id: reference({ de: 'Auf das Training', en: 'To the training' }, { to: 'trainings', required: true }),
        reason: text({ de: 'Grund', en: 'Reason' }, { max: 300 }),
      },
    },
  },
  scopes: {
    brand: { brand_id: { in: currentUser.brand_ids } },
    assigned: { training_id: { where: { trainer_ids: { where: { user_id: { eq: currentUser.id } } } } } },
  },
  unique: [['contact_id', 'training_id']],
  list: {
    columns: [
      'contact_id',
      'training_id',
      'status',
      'customer_id',
      'price',
      'attended_units',
      'exam_result',
      'created_at',
    ],
    filters: ['status', 'training_id', 'customer_id', 'contact_id', 'brand_id', 'exam_result'],
    sort: ['created_at', 'ASC'],
  },
  views: { board: { by: 'status', sum: 'price', card: ['training_id', 'customer_id'] } },
  page: { among: { Anmeldung: ['cancellation_fee'] } },
  form: {
    Anmeldung: ['training_id', 'contact_id', 'customer_id', 'price', 'remarks', 'reason'],
    Prüfung: ['exam_result', 'exam_on'],
  },
  sections: { Anmeldung: 'Enrolment', Prüfung: 'Exam' },
  abilities: ['notable', 'documentable', 'mailable', 'printable', 'linkable'],
  indices: [['training_id', 'status', 'waiting_since']],
});
