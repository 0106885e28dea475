import { currentUser } from '../access/condition.ts';
import { defineModel } from '../define/model.ts';
import { defineModule } from '../define/module.ts';
import { defineResource } from '../define/resource.ts';
import {
  address,
  boolean,
  choice,
  choices,
  colour,
  date,
  datetime,
  decimal,
  duration,
  email,
  expression,
  file,
  iban,
  image,
  integer,
  json,
  lines,
  money,
  networks,
  percent,
  phone,
  reference,
  references,
  richText,
  rollup,
  secret,
  sequence,
  status,
  subject,
  text,
  time,
  url,
} from '../kinds/index.ts';
import { modules } from '../modules/index.ts';

/** What specimens refer to, with a trash. */
export const specimenTargets = defineResource({
  name: 'specimen_targets',
  label: { de: ['Ziel', 'Ziele'] },
  title: ['name'],
  fields: {
    name: text('Name', { required: true, max: 80, unique: true, search: 'A' }),
    parent_id: reference('Liegt in', { to: 'specimen_targets' }),
  },
  tree: 'parent_id',
  list: { columns: ['name'], sort: ['name', 'ASC'] },
  abilities: ['specimen_subject'],
  trash: true,
});

/** Lines that name their parent by a reference. */
export const specimenLines = defineResource({
  name: 'specimen_lines',
  label: { de: ['Position', 'Positionen'] },
  title: ['name'],
  fields: {
    specimen_id: reference('Probe', { to: 'specimens', required: true }),
    name: text('Bezeichnung', { required: true, max: 80 }),
    quantity: decimal('Menge', { precision: 12, scale: 3, required: true, default: '1' }),
    price: money('Preis', { required: true }),
    total: expression('Summe', { as: { multiply: ['quantity', 'price'], scale: 2 } }),
    target_id: reference('Ziel', { to: 'specimen_targets' }),
    cost: money('Einkauf', { guard: 'margin' }),
  },
  list: { columns: ['name', 'quantity', 'price', 'total'] },
  owned: true,
});

/** Lines that name their parent as a subject. */
export const specimenMarks = defineResource({
  name: 'specimen_marks',
  label: { de: ['Vermerk', 'Vermerke'] },
  title: ['name'],
  fields: {
    bearer: subject('Gehört zu', { of: 'specimen_bearer', required: true }),
    name: text('Name', { required: true, max: 40 }),
  },
  list: { columns: ['name'] },
  owned: true,
});

/** Bookings exclude each other in time, and link specimens with targets. */
export const specimenBookings = defineResource({
  name: 'specimen_bookings',
  label: { de: ['Belegung', 'Belegungen'] },
  title: ['name'],
  fields: {
    name: text('Name', { required: true, max: 80 }),
    specimen_id: reference('Probe', { to: 'specimens', onDelete: 'cascade' }),
    target_id: reference('Ziel', { to: 'specimen_targets', required: true }),
    from_on: date('Von', { required: true }),
    until_on: date('Bis', { required: true }),
    starts_at: datetime('Beginn'),
    ends_at: datetime('Ende'),
    state: choice('Zustand', { firm: 'Fest', option: 'Option' }, { required: true, default: 'firm' }),
    code: text('Kürzel der Probe', { copies: ['specimen_id', 'code'], readOnly: true }),
    owner_id: reference('Zuständig', { to: 'users', copies: ['specimen_id', 'owner_id'], readOnly: true }),
  },
  unique: [['name', 'target_id']],
  checks: {
    order: {
      that: { until_on: { gt: { field: 'from_on' } } },
      field: 'until_on',
      message: { de: 'Das Ende liegt vor dem Beginn.', en: 'The end is before the start.' },
    },
  },
  exclusions: {
    days: {
      equal: ['target_id'],
      range: ['from_on', 'until_on'],
      where: { state: 'firm' },
      message: { de: 'In dieser Zeit schon belegt.', en: 'Taken at that time.' },
    },
    hours: {
      equal: ['target_id'],
      range: ['starts_at', 'ends_at'],
      message: { de: 'Zu dieser Stunde schon belegt.', en: 'Taken at that hour.' },
    },
  },
  list: { columns: ['name', 'from_on'], filters: ['state', 'target_id'], sort: ['from_on', 'DESC'] },
  views: { calendar: { from: 'from_on', to: 'until_on' } },
  trash: true,
});

/** What may hang on a specimen: it is seen only by those who see its subject. */
export const specimenNotes = defineResource({
  name: 'specimen_notes',
  label: { de: ['Bemerkung', 'Bemerkungen'] },
  title: ['name'],
  fields: {
    about: subject('Zu', { of: 'specimen_subject', required: true }),
    name: text('Name', { required: true, max: 80, search: 'A' }),
    amount: money('Betrag'),
  },
  list: { columns: ['name', 'about'], filters: ['name'] },
  trash: true,
});

/** What points to a note, and thereby looks at something whose visibility hangs on a subject. */
export const specimenReplies = defineResource({
  name: 'specimen_replies',
  label: { de: ['Antwort', 'Antworten'] },
  title: ['name'],
  fields: {
    name: text('Name', { required: true, max: 80 }),
    note_id: reference('Bemerkung', { to: 'specimen_notes' }),
  },
  list: { columns: ['name', 'note_id'] },
});

/** A field of every kind, and every option that a field or a resource may have. Rows belong to a brand. */
export const specimens = defineResource({
  name: 'specimens',
  label: { de: ['Probe', 'Proben'], en: ['Specimen', 'Specimens'] },
  title: ['number', 'text_value'],
  fields: {
    number: sequence('Nummer', { series: 'specimen', search: 'A' }),
    document_number: sequence('Belegnummer', { series: 'specimen_document', on: 'finish' }),
    text_value: text('Text', { search: 'A' }),
    long_value: text('Langer Text', { multiline: true, search: 'C' }),
    code: text('Kürzel', { min: 2, max: 12, unique: true }),
    rich_text_value: richText('Formatierter Text'),
    integer_value: integer('Ganze Zahl'),
    bounded: integer('Zahl mit Grenzen', { min: -5, max: 10, default: 3 }),
    decimal_value: decimal('Dezimalzahl', { precision: 20, scale: 2 }),
    fine: decimal('Feine Zahl', { precision: 12, scale: 6, min: '0', max: '1000' }),
    whole: decimal('Große ganze Zahl', { precision: 25, scale: 0 }),
    money_value: money('Betrag'),
    unit_price: money('Einzelpreis', { scale: 4, min: '0', currency: 'CHF' }),
    percent_value: percent('Prozent'),
    share: percent('Anteil', { min: '0', max: '100' }),
    boolean_value: boolean('Ja oder nein'),
    on_by_default: boolean('Meist ja', { default: true }),
    date_value: date('Datum'),
    today: date('Heute', { default: { from: 'today' } }),
    time_value: time('Uhrzeit'),
    datetime_value: datetime('Zeitpunkt'),
    duration_value: duration('Dauer'),
    choice_value: choice('Auswahl', { one: 'Eins', two: 'Zwei', über_drei: 'Über drei' }),
    choices_value: choices('Mehrfachauswahl', { red: 'Rot', green: 'Grün', blue: 'Blau' }),
    status_value: status('Status', { draft: 'Entwurf', ready: 'Fertig', gone: 'Erledigt' }),
    reference_value: reference('Verweis', { to: 'specimen_targets' }),
    loose_id: reference('Loser Verweis', { to: 'specimen_targets', onDelete: 'set_null' }),
    brand_id: reference('Marke', { to: 'brands' }),
    owner_id: reference('Zuständig', { to: 'users', default: { from: 'current_user' } }),
    references_value: references('Verweise', { to: 'specimen_targets' }),
    booked_ids: references('Gebucht', {
      to: 'specimen_targets',
      through: 'specimen_bookings',
      where: { state: 'firm' },
    }),
    subject_value: subject('Betrifft', { of: 'specimen_subject' }),
    lines_value: lines('Positionen', { of: 'specimen_lines', by: 'specimen_id' }),
    marks: lines('Vermerke', { of: 'specimen_marks', by: 'bearer' }),
    file_value: file('Datei'),
    image_value: image('Bild'),
    email_value: email('E-Mail'),
    iban_value: iban('IBAN'),
    phone_value: phone('Telefon'),
    url_value: url('Internetseite'),
    colour_value: colour('Farbe'),
    address_value: address('Anschrift'),
    json_value: json('Daten'),
    secret_value: secret('Geheimnis'),
    networks_value: networks('Netze'),
    expression_value: expression('Zusammen', { as: { join: ['code', 'text_value'], by: ' – ' } }),
    difference: expression('Unterschied', { as: { subtract: ['unit_price', 'fine'] } }),
    rollup_value: rollup('Summe', { of: 'specimen_lines', by: 'specimen_id', sum: 'total' }),
    lines_count: rollup('Anzahl', { of: 'specimen_lines', by: 'specimen_id', count: true }),
    cheapest: rollup('Kleinster Preis', { of: 'specimen_lines', by: 'specimen_id', min: 'price' }),
    dearest: rollup('Größter Preis', { of: 'specimen_lines', by: 'specimen_id', max: 'price' }),
    firm_bookings: rollup('Feste Belegungen', {
      of: 'specimen_bookings',
      by: 'specimen_id',
      count: true,
      where: { state: 'firm' },
    }),
    first_firm: date('Erste feste Belegung', {
      rollup: { of: 'specimen_bookings', by: 'specimen_id', min: 'from_on', where: { state: 'firm' } },
      readOnly: true,
    }),
    average: expression('Im Mittel', { as: { divide: ['rollup_value', 'lines_count'], scale: 4 } }),
    margin: money('Marge', { guard: 'margin' }),
    stamped: text('Vom System', { readOnly: true }),
  },
  workflow: {
    field: 'status_value',
    initial: 'draft',
    transitions: {
      finish: { label: 'Fertigstellen', from: ['draft'], to: 'ready', requires: ['date_value'], input: ['text_value'] },
      dismiss: { label: 'Erledigen', from: ['draft', 'ready'], to: 'gone' },
      reopen: { label: 'Wieder öffnen', from: ['gone'], to: 'draft' },
    },
  },
  actions: {
    stamp: { label: 'Abstempeln', input: { mark: text('Vermerk', { required: true, max: 40 }) } },
  },
  scopes: {
    brand: { brand_id: { in: currentUser.brand_ids } },
    own: { owner_id: { eq: currentUser.id } },
  },
  list: {
    columns: ['number', 'text_value', 'status_value', 'money_value'],
    filters: ['status_value', 'brand_id', 'choices_value', 'references_value', 'date_value'],
    sort: ['text_value', 'ASC'],
  },
  views: { board: { by: 'status_value', sum: 'money_value' }, calendar: { from: 'date_value' } },
  abilities: ['specimen_bearer', 'specimen_subject'],
  import_key: ['number'],
  duplicates: ['text_value', 'email_value'],
  trash: true,
});

export const specimenModule = defineModule({
  name: 'specimens',
  label: { de: 'Proben', en: 'Specimens' },
  icon: 'science',
  resources: [
    specimens,
    specimenTargets,
    specimenLines,
    specimenMarks,
    specimenBookings,
    specimenNotes,
    specimenReplies,
  ],
});

/** Everything Kontor declares, and the specimens: what the laws are tried on. */
export const specimenModel = defineModel([...modules, specimenModule]);
