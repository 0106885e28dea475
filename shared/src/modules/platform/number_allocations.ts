import { defineResource } from '../../define/resource.ts';
import { integer, reference, text } from '../../kinds/index.ts';

/**
 * Where each number of a series without gaps is: on which record, or why on none. A row for each number that was given, and
 * one for a range that was passed over. The database refuses to move a series on without them (`kontor_account_numbers`).
 */
export const numberAllocations = defineResource({
  name: 'number_allocations',
  label: { de: ['Vergebene Nummer', 'Vergebene Nummern'], en: ['Number given', 'Numbers given'] },
  icon: 'pin',
  title: ['number'],
  fields: {
    sequence_id: reference('Nummernkreis', { to: 'number_sequences', required: true }),
    year: integer({ de: 'Jahr', en: 'Year' }, { total: false }),
    value: integer({ de: 'Wert', en: 'Value' }, { required: true, total: false }),
    last_value: integer({ de: 'Bis', en: 'To' }, { required: true, total: false }),
    number: text('Nummer', { required: true, max: 130, search: 'A' }),
    resource: text({ de: 'Bereich', en: 'Resource' }, { max: 60, names: 'resource' }),
    record_id: text({ de: 'Datensatz', en: 'Record' }, { max: 36, names: 'record' }),
    reason: text({ de: 'Warum auf keinem Datensatz', en: 'Why on no record' }, { max: 200 }),
  },
  unique: [['sequence_id', 'year', 'value']],
  checks: {
    whole: {
      that: { last_value: { gte: { field: 'value' } } },
      field: 'last_value',
      message: { de: 'Das Ende liegt vor dem Anfang.', en: 'The end is before the start.' },
    },
  },
  indices: [['resource', 'record_id']],
  list: {
    columns: ['number', 'sequence_id', 'resource', 'record_id', 'reason', 'created_at', 'created_by'],
    filters: ['sequence_id', 'year', 'resource'],
    sort: ['created_at', 'DESC'],
  },
  append_only: true,
  internal: true,
});
