import { currentUser } from '../../access/condition.ts';
import { defineResource } from '../../define/resource.ts';
import {
  boolean,
  choice,
  date,
  datetime,
  expression,
  integer,
  json,
  money,
  reference,
  references,
  richText,
  rollup,
  sequence,
  status,
  text,
  url,
} from '../../kinds/index.ts';
import { feedbackFigures } from './feedback_figures.ts';
import { audiences, formats, kinds, languages, purposes, vatCases } from './formats.ts';

const sessions = { of: 'training_sessions', by: 'training_id' } as const;
const staffing = { to: 'trainers', through: 'trainer_assignments' } as const;

/** One delivery: in-house for a customer, or open with participants of many. */
export const trainings = defineResource({
  name: 'trainings',
  label: { de: ['Training', 'Trainings'] },
  icon: 'school',
  title: ['number', 'name'],
  fields: {
    number: sequence('Nummer', { series: 'training', search: 'A' }),
    name: text('Bezeichnung', { required: true, max: 160, search: 'A' }),
    status: status(
      'Status',
      {
        lead: { de: 'Anfrage', en: 'Lead' },
        offered: { de: 'Angeboten', en: 'Offered' },
        option: { de: 'Option', en: 'Option' },
        confirmed: { de: 'Bestätigt', en: 'Confirmed' },
        planned: { de: 'Geplant', en: 'Planned' },
        delivered: { de: 'Durchgeführt', en: 'Delivered' },
        invoiced: { de: 'Abgerechnet', en: 'Invoiced' },
        closed: { de: 'Abgeschlossen', en: 'Closed' },
        cancelled: { de: 'Abgesagt', en: 'Cancelled' },
      },
      {
        tones: {
          offered: 'info',
          option: 'warning',
          confirmed: 'info',
          planned: 'info',
          delivered: 'success',
          invoiced: 'success',
          closed: 'success',
          cancelled: 'error',
        },
      },
    ),
    kind: choice({ de: 'Durchführung', en: 'Kind' }, kinds, { required: true, default: 'in_house' }),
    format: choice('Format', formats, { required: true, default: 'classroom' }),
    template_id: reference({ de: 'Aus dem Katalog', en: 'From the catalogue' }, { to: 'training_templates' }),
    brand_id: reference('Marke', { to: 'brands', required: true }),
    customer_id: reference('Kunde', { to: 'customers', search: 'B' }),
    contact_id: reference({ de: 'Ansprechpartner', en: 'Contact' }, { to: 'contacts' }),
    owner_id: reference(
      { de: 'Betreuung', en: 'Responsible' },
      { to: 'users', default: { from: 'current_user' }, onDelete: 'set_null' },
    ),
    language: choice('Sprache', languages, { required: true, default: 'de' }),
    starts_on: date(
      { de: 'Wunschtermin', en: 'Wanted start' },
      {
        help: {
          de: 'Ab wann die Termine aus der Vorlage gelegt werden',
          en: 'From when the sessions of the template are placed',
        },
      },
    ),
    first_session_at: datetime(
      { de: 'Erster Termin', en: 'First session' },
      { rollup: { ...sessions, min: 'starts_at' }, readOnly: true },
    ),
    last_session_at: datetime(
      { de: 'Ende des letzten Termins', en: 'End of the last session' },
      { rollup: { ...sessions, max: 'ends_at' }, readOnly: true },
    ),
    sessions_count: rollup({ de: 'Termine', en: 'Sessions' }, { ...sessions, count: true }),
    location_id: reference({ de: 'Ort', en: 'Location' }, { to: 'locations' }),
    online_link: url({ de: 'Link zur Videokonferenz', en: 'Video link' }),
    min_participants: integer(
      { de: 'Mindestzahl Teilnehmende', en: 'Minimum participants' },
      { min: 0, max: 10_000, total: false },
    ),
    max_participants: integer(
      { de: 'Höchstzahl Teilnehmende', en: 'Maximum participants' },
      { min: 1, max: 10_000, total: false, help: { de: 'Leer: ohne Grenze', en: 'Empty: no limit' } },
    ),
    decide_on: date({ de: 'Entscheidung über die Durchführung', en: 'Go or no-go on' }),
    // above zero: too few so far
    missing_participants: expression(
      { de: 'Bis zur Mindestzahl fehlen', en: 'Missing to the minimum' },
      { as: { subtract: ['min_participants', 'seats_taken'], scale: 0 }, hidden: true },
    ),
    option_until: date({ de: 'Option bis', en: 'Option until' }),
    // who has a place: enrolled, or offered one for a while
    seats_taken: rollup(
      { de: 'Vergebene Plätze', en: 'Places taken' },
      { of: 'enrolments', by: 'training_id', count: true, where: { status: ['enrolled', 'offered'] } },
    ),
    waiting_count: rollup(
      { de: 'Auf der Warteliste', en: 'On the waiting list' },
      { of: 'enrolments', by: 'training_id', count: true, where: { status: 'waiting' } },
    ),
    trainer_ids: references({ de: 'Trainer', en: 'Trainers' }, { ...staffing, where: { status: 'confirmed' } }),
    requested_trainer_ids: references(
      { de: 'Angefragte Trainer', en: 'Requested trainers' },
      { ...staffing, where: { status: ['asked', 'confirmed'] }, hidden: true },
    ),
    price: money({ de: 'Pauschalpreis', en: 'Fixed price' }, { min: '0', guard: 'prices' }),
    participant_price: money({ de: 'Preis je Teilnehmer', en: 'Price per participant' }, { min: '0', guard: 'prices' }),
    vat_case: choice({ de: 'Umsatzsteuer', en: 'VAT' }, vatCases, { required: true, default: 'standard' }),
    enrolment_revenue: rollup(
      { de: 'Aus Anmeldungen', en: 'From enrolments' },
      {
        of: 'enrolments',
        by: 'training_id',
        sum: 'price',
        where: { status: 'enrolled' },
        guard: 'prices',
        currency: 'EUR',
      },
    ),
    cancellation_terms_id: reference(
      { de: 'Stornobedingungen', en: 'Cancellation terms' },
      { to: 'cancellation_terms' },
    ),
    cancellation_revenue: rollup(
      { de: 'Stornogebühren', en: 'Cancellation fees' },
      {
        of: 'enrolments',
        by: 'training_id',
        sum: 'cancellation_fee',
        where: { status: 'cancelled' },
        guard: 'prices',
        currency: 'EUR',
      },
    ),
    revenue: expression(
      { de: 'Erlös', en: 'Revenue' },
      { as: { add: ['price', 'enrolment_revenue', 'cancellation_revenue'] }, guard: 'prices', currency: 'EUR' },
    ),
    trainer_cost: rollup(
      { de: 'Honorare und Reisen', en: 'Fees and travel' },
      {
        of: 'trainer_assignments',
        by: 'training_id',
        sum: 'cost',
        where: { status: 'confirmed' },
        guard: 'margin',
        currency: 'EUR',
      },
    ),
    other_cost: money({ de: 'Weitere Kosten', en: 'Other cost' }, { min: '0', guard: 'margin' }),
    margin: expression(
      { de: 'Marge', en: 'Margin' },
      {
        as: {
          subtract: [{ add: ['price', 'enrolment_revenue', 'cancellation_revenue'] }, 'trainer_cost', 'other_cost'],
        },
        guard: 'margin',
        currency: 'EUR',
      },
    ),
    open_blocking: rollup(
      { de: 'Offene Pflichtpunkte', en: 'Open obligatory items' },
      { of: 'checklist_items', by: 'subject', count: true, where: { done: false, blocking: true } },
    ),
    open_items: rollup(
      { de: 'Offene Checklistenpunkte', en: 'Open checklist items' },
      { of: 'checklist_items', by: 'subject', count: true, where: { done: false } },
    ),
    ...feedbackFigures('training_id'),
    confirmed_on: date({ de: 'Bestätigt am', en: 'Confirmed on' }, { readOnly: true }),
    delivered_on: date({ de: 'Durchführung gemeldet am', en: 'Reported as delivered on' }, { readOnly: true }),
    cancellation_told_at: datetime(
      { de: 'Absage mitgeteilt am', en: 'Cancellation told at' },
      { readOnly: true, hidden: true },
    ),
    invoice_number: text('Rechnungsnummer', { max: 60, guard: 'prices' }),
    invoiced_on: date({ de: 'Rechnungsdatum', en: 'Invoice date' }, { guard: 'prices' }),
    reason: text(
      { de: 'Grund', en: 'Reason' },
      { max: 500, help: { de: 'Der Absage oder des Schritts zurück', en: 'Of the cancellation or of the step back' } },
    ),
    follows_id: reference({ de: 'Folgt auf', en: 'Follows' }, { to: 'trainings', onDelete: 'set_null' }),
    description: richText('Beschreibung'),
    material: richText({ de: 'Material', en: 'Material' }),
    remarks: text('Bemerkungen', { multiline: true }),
    tag_ids: references('Schlagwörter', { to: 'tags' }),
  },
  workflow: {
    field: 'status',
    initial: 'lead',
    transitions: {
      offer: { label: { de: 'Anbieten', en: 'Offer' }, from: ['lead'], to: 'offered', guarded: true },
      reserve: {
        label: { de: 'Als Option vormerken', en: 'Hold as an option' },
        from: ['offered'],
        to: 'option',
        requires: ['option_until'],
        input: ['option_until'],
      },
      confirm: {
        label: { de: 'Bestätigen', en: 'Confirm' },
        from: ['offered', 'option'],
        to: 'confirmed',
        guarded: true,
      },
      plan: {
        label: { de: 'Planung abschließen', en: 'Finish planning' },
        from: ['confirmed'],
        to: 'planned',
        guarded: true,
      },
      deliver: {
        label: { de: 'Als durchgeführt melden', en: 'Report as delivered' },
        from: ['planned'],
        to: 'delivered',
        guarded: true,
      },
      invoice: {
        label: { de: 'Abrechnen', en: 'Invoice' },
        from: ['delivered'],
        to: 'invoiced',
        requires: ['invoice_number', 'invoiced_on'],
        input: ['invoice_number', 'invoiced_on'],
        guarded: true,
      },
      close: { label: { de: 'Abschließen', en: 'Close' }, from: ['invoiced'], to: 'closed' },
      withdraw_offer: {
        label: { de: 'Zurück zur Anfrage', en: 'Back to lead' },
        from: ['offered', 'option'],
        to: 'lead',
        requires: ['reason'],
        input: ['reason'],
      },
      unconfirm: {
        label: { de: 'Bestätigung zurücknehmen', en: 'Take back the confirmation' },
        from: ['confirmed'],
        to: 'offered',
        requires: ['reason'],
        input: ['reason'],
      },
      replan: {
        label: { de: 'Planung wieder öffnen', en: 'Reopen planning' },
        from: ['planned'],
        to: 'confirmed',
        requires: ['reason'],
        input: ['reason'],
      },
      undeliver: {
        label: { de: 'Durchführung zurücknehmen', en: 'Take back the delivery' },
        from: ['delivered'],
        to: 'planned',
        requires: ['reason'],
        input: ['reason'],
      },
      cancel: {
        label: { de: 'Absagen', en: 'Cancel' },
        from: ['lead', 'offered', 'option', 'confirmed', 'planned'],
        to: 'cancelled',
        requires: ['reason'],
        input: ['reason'],
      },
    },
  },
  actions: {
    place_sessions: {
      label: { de: 'Termine aus der Vorlage legen', en: 'Place the sessions of the template' },
      icon: 'event_available',
      input: {
        from: date(
          { de: 'Ab wann', en: 'From when' },
          {
            help: {
              de: 'Leer: ab dem Wunschtermin. Wochenenden und Feiertage am Ort werden ausgelassen.',
              en: 'Empty: from the wanted start. Weekends and holidays at the location are left out.',
            },
          },
        ),
        replace: boolean({ de: 'Vorhandene Termine ersetzen', en: 'Replace the sessions there are' }),
      },
    },
    issue_certificates: {
      label: { de: 'Bescheinigungen ausstellen', en: 'Issue certificates' },
      icon: 'workspace_premium',
    },
    write_mails: {
      label: { de: 'E-Mails schreiben', en: 'Write e-mails' },
      icon: 'forward_to_inbox',
      writes: 'email_messages',
      input: {
        purpose: choice({ de: 'Was', en: 'What' }, purposes, { required: true, default: 'confirmation' }),
        audience: choice({ de: 'An', en: 'To' }, audiences, { required: true, default: 'participants' }),
      },
    },
    follow_up: { label: { de: 'Folgetraining anlegen', en: 'Create a follow-up training' }, icon: 'redo' },
    ask_feedback: { label: { de: 'Um Rückmeldung bitten', en: 'Ask for feedback' }, icon: 'reviews' },
    stop_asking: {
      label: { de: 'Anfragen zurückziehen', en: 'Take requests back' },
      icon: 'person_off',
      apart: true,
    },
    answer_request: {
      label: { de: 'Anfrage beantworten', en: 'Answer the request' },
      icon: 'how_to_reg',
      apart: true,
      input: {
        answer: choice(
          { de: 'Antwort', en: 'Answer' },
          { accept: { de: 'Zusagen', en: 'Accept' }, decline: { de: 'Absagen', en: 'Decline' } },
          { required: true },
        ),
        reason: text(
          { de: 'Grund', en: 'Reason' },
          { max: 500, help: { de: 'Freiwillig, bei einer Absage', en: 'Optional, when you decline' } },
        ),
      },
    },
    ask_trainers: {
      label: { de: 'Trainer anfragen', en: 'Ask trainers' },
      icon: 'person_search',
      apart: true,
      input: {
        trainer_ids: json(
          { de: 'Trainer', en: 'Trainers' },
          {
            required: true,
            examples: [['01900000-0000-7000-8000-000000000000']],
            help: { de: 'In der Reihenfolge, in der gefragt wird', en: 'In the order in which they are asked' },
          },
        ),
        mode: choice(
          { de: 'Wie', en: 'How' },
          {
            in_turn: { de: 'Nacheinander anfragen', en: 'Ask one after the other' },
            at_once: { de: 'Alle zugleich anfragen', en: 'Ask all at once' },
            option: { de: 'Als Option vormerken', en: 'Note as an option' },
          },
          { required: true, default: 'in_turn' },
        ),
        answer_days: integer(
          { de: 'Tage zum Antworten', en: 'Days to answer' },
          { required: true, min: 1, max: 60, default: 3 },
        ),
      },
    },
  },
  sheets: {
    participants: { label: { de: 'Teilnehmerliste', en: 'List of participants' }, xlsx: 'enrolments' },
    attendance: { label: { de: 'Anwesenheitsliste', en: 'Attendance sheet' }, xlsx: 'enrolments' },
    signs: { label: { de: 'Namensschilder', en: 'Name signs' }, xlsx: 'enrolments' },
  },
  scopes: {
    brand: { brand_id: { in: currentUser.brand_ids } },
    own: { owner_id: { eq: currentUser.id } },
    assigned: { requested_trainer_ids: { where: { user_id: { eq: currentUser.id } } } },
  },
  checks: {
    participants: {
      that: {
        or: [
          { min_participants: { null: true } },
          { max_participants: { null: true } },
          { max_participants: { gte: { field: 'min_participants' } } },
        ],
      },
      field: 'max_participants',
      message: { de: 'Weniger als das Minimum.', en: 'Less than the minimum.' },
    },
    capacity: {
      that: { or: [{ max_participants: { null: true } }, { seats_taken: { lte: { field: 'max_participants' } } }] },
      field: 'max_participants',
      message: { de: 'Alle Plätze sind vergeben.', en: 'All places are taken.' },
    },
  },
  list: {
    columns: [
      'number',
      'name',
      'status',
      'customer_id',
      'first_session_at',
      'format',
      'trainer_ids',
      'seats_taken',
      'revenue',
    ],
    filters: [
      'status',
      'kind',
      'format',
      'brand_id',
      'customer_id',
      'template_id',
      'owner_id',
      'first_session_at',
      'tag_ids',
    ],
    sort: ['first_session_at', 'DESC'],
  },
  views: {
    board: { by: 'status', sum: 'revenue', card: ['customer_id', 'first_session_at', 'trainer_ids', 'seats_taken'] },
    calendar: { from: 'first_session_at', to: 'last_session_at' },
  },
  page: {
    panels: [
      {
        of: 'training_sessions',
        by: 'training_id',
        columns: ['starts_at', 'trainer_ids', 'location_id'],
        sort: ['starts_at', 'ASC'],
        empty: { de: 'Noch kein Termin.', en: 'No session yet.' },
      },
      {
        of: 'trainer_assignments',
        by: 'training_id',
        columns: ['status', 'part', 'answer_until', 'cost'],
        sort: ['starts_at', 'ASC'],
        empty: { de: 'Noch kein Trainer vorgemerkt oder angefragt.', en: 'No trainer noted or asked yet.' },
      },
      {
        of: 'enrolments',
        by: 'training_id',
        columns: ['status', 'customer_id', 'offer_until'],
        sort: ['created_at', 'ASC'],
        filter: { status: ['enrolled', 'offered', 'waiting'] },
        empty: { de: 'Noch niemand angemeldet.', en: 'Nobody enrolled yet.' },
      },
      {
        label: { de: 'Zu erledigen', en: 'To do' },
        of: 'checklist_items',
        by: 'subject',
        columns: ['due_on', 'assignee_id'],
        sort: ['due_on', 'ASC'],
        filter: { done: false },
        tick: 'done',
        empty: { de: 'Nichts offen.', en: 'Nothing open.' },
      },
    ],
    among: {
      'Zeit und Ort': ['first_session_at', 'last_session_at'],
      Teilnehmende: ['seats_taken', 'waiting_count'],
      Geld: ['enrolment_revenue', 'cancellation_revenue', 'revenue', 'trainer_cost', 'margin'],
    },
  },
  form: {
    Training: [
      'name',
      'template_id',
      'kind',
      'format',
      'brand_id',
      'language',
      'customer_id',
      'contact_id',
      'owner_id',
      'tag_ids',
    ],
    'Zeit und Ort': ['starts_on', 'location_id', 'online_link', 'option_until', 'decide_on'],
    Teilnehmende: ['min_participants', 'max_participants'],
    Geld: [
      'price',
      'participant_price',
      'vat_case',
      'cancellation_terms_id',
      'other_cost',
      'invoice_number',
      'invoiced_on',
    ],
    Inhalt: ['description', 'material', 'remarks', 'reason'],
  },
  sections: {
    Training: 'Training',
    'Zeit und Ort': 'When and where',
    Teilnehmende: 'Participants',
    Geld: 'Money',
    Inhalt: 'Content',
  },
  abilities: ['notable', 'taskable', 'documentable', 'mailable', 'printable', 'checklistable', 'bookable'],
  indices: [['brand_id', 'status']],
  import_key: ['number'],
  completes: {
    like: 'template_id',
    by: ['brand_id', 'kind', 'format', 'min_participants', 'max_participants'],
    fields: [
      'name',
      'format',
      'description',
      'material',
      'min_participants',
      'max_participants',
      'vat_case',
      'price',
      'participant_price',
      'cancellation_terms_id',
    ],
  },
  trash: true,
});
