import { defineResource } from '../../define/resource.ts';
import { boolean, integer, reference, text } from '../../kinds/index.ts';

export const numberSequences = defineResource({
  name: 'number_sequences',
  label: { de: ['Nummernkreis', 'Nummernkreise'] },
  icon: 'numbers',
  title: ['name'],
  fields: {
    key: text('Schlüssel', {
      required: true,
      max: 60,
      search: 'B',
      help: {
        de: 'Wofür die Nummern sind, zum Beispiel customer für Kunden',
        en: 'What the numbers are for, for example customer',
      },
    }),
    name: text('Bezeichnung', { required: true, max: 120, search: 'A' }),
    company_id: reference('Unternehmen', { to: 'companies' }),
    brand_id: reference('Marke', { to: 'brands' }),
    pattern: text('Muster', {
      required: true,
      max: 60,
      default: '{00000}',
      help: { de: '{yyyy} Jahr, {00000} laufende Nummer', en: '{yyyy} year, {00000} counter' },
    }),
    next_value: integer('Nächste Nummer', { required: true, min: 1, default: 1, total: false }),
    yearly: boolean({ de: 'Jährlich neu beginnen', en: 'Restart every year' }),
    year: integer({ de: 'Laufendes Jahr', en: 'Current year' }, { readOnly: true, total: false }),
    gapless: boolean(
      { de: 'Lückenlos', en: 'Without gaps' },
      {
        readOnly: true,
        help: {
          de: 'Die Nummern werden erst beim Festschreiben vergeben, und jede ist belegt.',
          en: 'Numbers are given when a record is finished, and each is accounted for.',
        },
      },
    ),
  },
  // of two series with one key and one pattern, both would give the same numbers
  unique: [
    ['key', 'brand_id', 'company_id'],
    ['pattern', 'key'],
  ],
  guarded_by: { kontor_account_numbers: ['next_value', 'year', 'yearly', 'gapless'] },
  checks: {
    counts: {
      that: {
        and: [{ pattern: { like: '%{0%}%' } }, { or: [{ yearly: false }, { pattern: { like: '%{yy%}%' } }] }],
      },
      field: 'pattern',
      message: {
        de: 'Das Muster braucht eine laufende Nummer wie {00000} und, wenn sie jährlich neu beginnt, das Jahr {yyyy} oder {yy}.',
        en: 'The pattern needs a counter like {00000} and, if it restarts every year, the year {yyyy} or {yy}.',
      },
    },
  },
  list: {
    columns: ['name', 'key', 'company_id', 'brand_id', 'pattern', 'next_value', 'yearly', 'gapless'],
    sort: ['name', 'ASC'],
  },
});
