import {
  type AnyField,
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
  type KindName,
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
} from '@kontor/shared';

export interface Sample {
  readonly field: AnyField;
  /** A value as it is often met, one that is long or large, and text that the kind refuses. */
  readonly value: unknown;
  readonly long?: unknown;
  readonly wrong?: unknown;
}

const options = { one: 'Eins', two: 'Zwei', three: 'Drittens und mit Abstand am längsten' };
const help = { de: 'Ein Hinweis unter dem Feld', en: 'A hint below the input' };

/** One field of every kind with values in all states. A kind without a sample does not compile. */
export const samples: Record<KindName, Sample> = {
  text: {
    field: text('Text', { help, max: 80 }),
    value: 'Müller & Söhne GmbH',
    long: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft mbH',
    wrong: 'x'.repeat(81),
  },
  rich_text: {
    field: richText('Formatierter Text'),
    value: '<p>Grüße aus <strong>Köln</strong></p><ul><li>eins</li><li>zwei</li></ul>',
  },
  integer: { field: integer('Ganze Zahl', { min: 0 }), value: 14, long: 2147483647, wrong: -1 },
  decimal: { field: decimal('Dezimalzahl', { scale: 3 }), value: '1234.500', long: '123456789012.345', wrong: 'viel' },
  money: { field: money('Betrag', { help }), value: '-1234.56', long: '123456789012.34', wrong: '1.234.5' },
  percent: { field: percent('Prozent', { max: '100' }), value: '19.00', wrong: '120' },
  boolean: { field: boolean('Ja oder nein'), value: true },
  date: { field: date('Datum', { help }), value: '2026-11-21', wrong: '31.02.2026' },
  time: { field: time('Uhrzeit'), value: '14:30', wrong: '25:00' },
  datetime: { field: datetime('Zeitpunkt'), value: '2026-11-21T13:30:00.000Z', wrong: 'morgen' },
  duration: { field: duration('Dauer'), value: 90, long: 60000, wrong: 'lange' },
  choice: { field: choice('Auswahl', options, { help }), value: 'one', long: 'three', wrong: 'four' },
  choices: { field: choices('Mehrfachauswahl', options), value: ['one'], long: ['one', 'two', 'three'] },
  status: {
    field: status(
      'Status',
      { open: 'Offen', doing: 'In Arbeit', waiting: 'Wartet', done: 'Erledigt', failed: 'Fehlgeschlagen' },
      { tones: { doing: 'info', waiting: 'warning', done: 'success', failed: 'error' } },
    ),
    value: 'doing',
    long: 'failed',
  },
  reference: { field: reference('Verweis', { to: 'brands' }), value: null },
  references: { field: references('Verweise', { to: 'tags' }), value: [] },
  subject: { field: subject('Gegenstand', { of: 'notable' }), value: null },
  lines: {
    field: lines('Positionen', { of: 'addresses', by: 'party' }),
    value: [{ street: 'Ringstraße 1', city: 'Köln' }],
  },
  sequence: { field: sequence('Nummer', { series: 'customer' }), value: 'K-10042' },
  file: { field: file('Datei', { accept: ['application/pdf'] }), value: null },
  image: { field: image('Bild'), value: null },
  email: { field: email('E-Mail'), value: 'anna.müller@example.de', wrong: 'anna' },
  iban: { field: iban('IBAN'), value: 'DE89370400440532013000', wrong: 'DE88' },
  phone: { field: phone('Telefon'), value: '+49 221 123456', wrong: '12' },
  url: { field: url('Internetseite'), value: 'https://www.example.de/seite', wrong: 'kein link' },
  colour: { field: colour('Farbe'), value: ['#', '1a7f5a'].join(''), wrong: 'rot' },
  address: {
    field: address('Anschrift'),
    value: { street: 'Große Straße 1', postcode: '1010', city: 'Wien', country: 'AT' },
    wrong: { postcode: '123', city: 'Köln', country: 'DE' },
  },
  json: { field: json('Struktur'), value: { a: [1, 2], b: 'ü' }, wrong: '{"a":' },
  secret: { field: secret('Geheimnis'), value: true },
  networks: { field: networks('Netze', { help }), value: '10.0.0.0/8\n2001:db8::1', wrong: 'büro' },
  expression: { field: expression('Berechnet', { as: { join: ['a', 'b'], by: ' ' } }), value: 'Dr. Anna Müller' },
  rollup: { field: rollup('Summe', { of: 'contacts', by: 'customer_id', count: true }), value: 12 },
};
