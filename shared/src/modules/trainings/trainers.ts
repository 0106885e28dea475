import { currentUser } from '../../access/condition.ts';
import { defineResource } from '../../define/resource.ts';
import {
  address,
  choice,
  choices,
  email,
  integer,
  lines,
  money,
  phone,
  reference,
  references,
  rollup,
  text,
} from '../../kinds/index.ts';

/** Somebody who leads trainings: a person of the house, or a supplier. */
export const trainers = defineResource({
  name: 'trainers',
  label: { de: ['Trainer', 'Trainer'], en: ['Trainer', 'Trainers'] },
  icon: 'record_voice_over',
  title: ['name'],
  fields: {
    name: text('Name', { required: true, max: 120, search: 'A' }),
    status: choice(
      'Status',
      {
        active: { de: 'Aktiv', en: 'Active' },
        paused: { de: 'Pausiert', en: 'Paused' },
        former: { de: 'Ehemalig', en: 'Former' },
      },
      { required: true, default: 'active' },
    ),
    email: email('E-Mail', { search: 'B' }),
    phone: phone('Telefon', { search: 'C' }),
    address: address('Anschrift'),
    region_id: reference({ de: 'Zu Hause in', en: 'Home region' }, { to: 'regions' }),
    brand_ids: references('Marken', { to: 'brands' }),
    languages: choices(
      'Sprachen',
      {
        de: { de: 'Deutsch', en: 'German' },
        en: { de: 'Englisch', en: 'English' },
        fr: { de: 'Französisch', en: 'French' },
      },
      { default: ['de'] },
    ),
    profile: text({ de: 'Profil', en: 'Profile' }, { multiline: true, max: 4000 }),
    employee_id: reference({ de: 'Mitarbeiter', en: 'Employee' }, { to: 'employees', unique: true }),
    supplier_id: reference({ de: 'Lieferant', en: 'Supplier' }, { to: 'suppliers' }),
    user_id: reference(
      { de: 'Benutzerkonto', en: 'User account' },
      {
        to: 'users',
        unique: true,
        onDelete: 'set_null',
        help: { de: 'Womit sich der Trainer anmeldet', en: 'With which the trainer signs in' },
      },
    ),
    day_rate: money({ de: 'Tagessatz', en: 'Day rate' }, { min: '0', guard: 'margin' }),
    max_days: integer(
      { de: 'Höchste Zahl Tage im Monat', en: 'Most days a month' },
      { min: 0, max: 31, total: false, help: { de: 'Leer: ohne Grenze', en: 'Empty: no limit' } },
    ),
    regions: lines({ de: 'Regionen', en: 'Regions' }, { of: 'trainer_regions', by: 'trainer_id' }),
    qualifications: lines(
      { de: 'Qualifikationen', en: 'Qualifications' },
      { of: 'trainer_qualifications', by: 'trainer_id' },
    ),
    ratings_count: rollup(
      { de: 'Bewertungen', en: 'Ratings' },
      { of: 'feedback_responses', by: 'trainer_id', count: 'trainer_rating', where: { state: 'given' } },
    ),
    rating: rollup(
      { de: 'Bewertung', en: 'Rating' },
      { of: 'feedback_responses', by: 'trainer_id', mean: 'trainer_rating', where: { state: 'given' } },
    ),
  },
  scopes: {
    brand: { brand_ids: { has: currentUser.brand_ids } },
    own: { user_id: { eq: currentUser.id } },
  },
  list: {
    columns: ['name', 'status', 'email', 'phone', 'region_id', 'brand_ids', 'rating'],
    filters: ['status', 'region_id', 'brand_ids', 'languages'],
    sort: ['name', 'ASC'],
  },
  form: {
    Person: ['name', 'status', 'email', 'phone', 'address', 'region_id', 'languages', 'profile'],
    Zusammenarbeit: ['brand_ids', 'employee_id', 'supplier_id', 'user_id', 'day_rate', 'max_days'],
    Einsatz: ['qualifications', 'regions'],
  },
  sections: { Person: 'Person', Zusammenarbeit: 'Terms', Einsatz: 'Deployment' },
  abilities: ['notable', 'taskable', 'documentable', 'mailable', 'printable'],
  postal: { name: [['name']], address: 'address' },
  import_key: ['email'],
  duplicates: ['name', 'email'],
  trash: true,
});
