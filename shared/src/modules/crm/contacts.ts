import { currentUser } from '../../access/condition.ts';
import { defineResource } from '../../define/resource.ts';
import { boolean, choice, date, email, expression, phone, reference, text } from '../../kinds/index.ts';

export const contacts = defineResource({
  name: 'contacts',
  label: { de: ['Kontakt', 'Kontakte'] },
  icon: 'contacts',
  title: ['full_name'],
  fields: {
    salutation: choice('Anrede', {
      ms: { de: 'Frau', en: 'Ms' },
      mr: { de: 'Herr', en: 'Mr' },
      none: { de: 'ohne', en: 'none' },
    }),
    academic_title: text({ de: 'Titel', en: 'Title' }, { max: 40 }),
    first_name: text('Vorname', { max: 80, search: 'A' }),
    last_name: text('Nachname', { required: true, max: 80, search: 'A' }),
    full_name: expression('Name', { as: { join: ['academic_title', 'first_name', 'last_name'], by: ' ' } }),
    customer_id: reference('Kunde', { to: 'customers' }),
    position: text({ de: 'Funktion', en: 'Position' }, { max: 120 }),
    department: text('Abteilung', { max: 120 }),
    email: email('E-Mail', { search: 'A' }),
    phone: phone('Telefon', { search: 'C' }),
    mobile: phone('Mobil', { search: 'C' }),
    birthday: date('Geburtstag'),
    newsletter: boolean('Newsletter'),
    main_contact: boolean({ de: 'Hauptansprechpartner', en: 'Main contact' }),
  },
  scopes: {
    brand: {
      or: [{ customer_id: { null: true } }, { customer_id: { where: { brand_ids: { has: currentUser.brand_ids } } } }],
    },
  },
  list: {
    columns: ['full_name', 'customer_id', 'position', 'email', 'phone', 'main_contact'],
    filters: ['customer_id', 'main_contact', 'newsletter'],
    sort: ['full_name', 'ASC'],
  },
  form: {
    Person: ['salutation', 'academic_title', 'first_name', 'last_name', 'birthday'],
    Arbeit: ['customer_id', 'position', 'department', 'main_contact'],
    Erreichbarkeit: ['email', 'phone', 'mobile', 'newsletter'],
  },
  sections: { Person: 'Person', Arbeit: 'Work', Erreichbarkeit: 'How to reach' },
  abilities: ['notable', 'taskable', 'addressable', 'documentable', 'mailable', 'printable'],
  postal: { name: [['salutation', 'full_name']], at: 'customer_id' },
  import_key: ['email'],
  duplicates: ['last_name', 'email'],
  trash: true,
});
