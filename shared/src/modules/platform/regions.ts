import { defineResource } from '../../define/resource.ts';
import { choice, reference, text } from '../../kinds/index.ts';

/** Countries, their states and areas of postcodes, as a tree: what holidays hold for, and where trainers travel. */
export const regions = defineResource({
  name: 'regions',
  label: { de: ['Region', 'Regionen'] },
  icon: 'map',
  title: ['name'],
  fields: {
    name: text('Name', { required: true, max: 80, search: 'A' }),
    type: choice(
      { de: 'Art', en: 'Type' },
      {
        country: { de: 'Land', en: 'Country' },
        state: { de: 'Bundesland oder Kanton', en: 'State or canton' },
        postcode_area: { de: 'Postleitzahlgebiet', en: 'Postcode area' },
      },
      { required: true, default: 'postcode_area' },
    ),
    code: text('Kürzel', {
      required: true,
      max: 20,
      unique: true,
      search: 'A',
      help: {
        de: 'Länder und Bundesländer nach ISO 3166, zum Beispiel DE-BY',
        en: 'Countries and states by ISO 3166, for example DE-BY',
      },
    }),
    parent_id: reference({ de: 'Gehört zu', en: 'Part of' }, { to: 'regions' }),
    postcode_prefix: text(
      { de: 'Postleitzahlen beginnen mit', en: 'Postcodes begin with' },
      { max: 10, help: { de: 'Zum Beispiel 80', en: 'For example 80' } },
    ),
  },
  tree: 'parent_id',
  list: {
    columns: ['code', 'name', 'type', 'parent_id', 'postcode_prefix'],
    filters: ['type', 'parent_id'],
    sort: ['code', 'ASC'],
  },
  form: { Region: ['name', 'type', 'code', 'parent_id', 'postcode_prefix'] },
  sections: { Region: 'Region' },
  import_key: ['code'],
});
