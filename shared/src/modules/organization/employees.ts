import { currentUser } from '../../access/condition.ts';
import { defineResource } from '../../define/resource.ts';
import { address, boolean, date, email, phone, reference, text } from '../../kinds/index.ts';

/** Somebody who works here, with or without an account. */
export const employees = defineResource({
  name: 'employees',
  label: { de: ['Mitarbeiter', 'Mitarbeiter'], en: ['Employee', 'Employees'] },
  icon: 'badge',
  title: ['name'],
  fields: {
    name: text('Name', { required: true, max: 120, search: 'A' }),
    email: email('E-Mail', { search: 'A' }),
    phone: phone('Telefon'),
    address: address('Anschrift'),
    position: text('Position', { max: 120, search: 'B' }),
    brand_id: reference('Marke', { to: 'brands' }),
    user_id: reference(
      { de: 'Benutzerkonto', en: 'User account' },
      {
        to: 'users',
        unique: true,
        onDelete: 'set_null',
        help: { de: 'Womit sich die Person anmeldet', en: 'With which the person signs in' },
      },
    ),
    active: boolean('Aktiv', { default: true }),
    entered_on: date('Eintritt'),
  },
  scopes: {
    brand: { or: [{ brand_id: { null: true } }, { brand_id: { in: currentUser.brand_ids } }] },
    own: { user_id: { eq: currentUser.id } },
  },
  list: {
    columns: ['name', 'position', 'email', 'phone', 'brand_id', 'active', 'entered_on'],
    filters: ['active', 'brand_id'],
    sort: ['name', 'ASC'],
  },
  form: {
    Person: ['name', 'email', 'phone', 'address', 'user_id'],
    Beschäftigung: ['position', 'brand_id', 'entered_on', 'active'],
  },
  sections: { Person: 'Person', Beschäftigung: 'Employment' },
  indices: [['user_id', 'id']],
  duplicates: ['name', 'email'],
  abilities: ['documentable', 'mailable', 'printable'],
  postal: { name: [['name']], address: 'address', facts: ['position'] },
  import_key: ['email'],
  trash: true,
});
