import { defineResource } from '../../define/resource.ts';
import { choice, date, reference, text } from '../../kinds/index.ts';

/** Days on which nobody plans a training: those of the law, computed for each state, and those that a company adds. */
export const holidays = defineResource({
  name: 'holidays',
  label: { de: ['Feiertag', 'Feiertage'] },
  icon: 'celebration',
  title: ['name'],
  fields: {
    name: text('Name', { required: true, max: 80, search: 'A' }),
    on: date({ de: 'Tag', en: 'Day' }, { required: true }),
    region_id: reference(
      { de: 'Gilt in', en: 'Observed in' },
      { to: 'regions', help: { de: 'Leer: überall', en: 'Empty: everywhere' } },
    ),
    origin: choice(
      { de: 'Herkunft', en: 'Origin' },
      { law: { de: 'Gesetzlich', en: 'By law' }, own: { de: 'Eigener', en: 'Our own' } },
      { required: true, default: 'own', readOnly: true },
    ),
  },
  unique: [['on', 'region_id', 'name']],
  list: { columns: ['on', 'name', 'region_id', 'origin'], filters: ['region_id', 'origin', 'on'], sort: ['on', 'ASC'] },
  views: { calendar: { from: 'on' } },
  form: { Feiertag: ['name', 'on', 'region_id'] },
  sections: { Feiertag: 'Holiday' },
  import_key: ['name', 'on'],
});
