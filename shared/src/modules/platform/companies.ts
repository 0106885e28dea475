import { defineResource } from '../../define/resource.ts';
import { address, choice, email, phone, text, url } from '../../kinds/index.ts';

export const companies = defineResource({
  name: 'companies',
  label: { de: ['Unternehmen', 'Unternehmen'], en: ['Company', 'Companies'] },
  icon: 'business',
  title: ['name'],
  fields: {
    name: text('Firma', { required: true, max: 160, search: 'A' }),
    address: address('Anschrift'),
    email: email('E-Mail'),
    phone: phone('Telefon'),
    website: url('Internetseite'),
    managing_directors: text('Geschäftsführung', { max: 300 }),
    register_entry: text(
      { de: 'Registereintrag', en: 'Commercial register' },
      {
        max: 120,
        help: { de: 'Zum Beispiel „Amtsgericht Köln, HRB 12345“', en: 'For example “Amtsgericht Köln, HRB 12345”' },
      },
    ),
    vat_id: text({ de: 'USt-IdNr.', en: 'VAT ID' }, { max: 20 }),
    tax_number: text('Steuernummer', { max: 30 }),
    currency: choice(
      'Währung',
      { EUR: { de: 'Euro', en: 'Euro' }, CHF: { de: 'Schweizer Franken', en: 'Swiss franc' } },
      { required: true, default: 'EUR' },
    ),
  },
  list: { columns: ['name', 'email', 'phone', 'vat_id'], sort: ['name', 'ASC'] },
  form: {
    Allgemein: ['name', 'address', 'email', 'phone', 'website'],
    Rechtliches: ['managing_directors', 'register_entry', 'vat_id', 'tax_number', 'currency'],
  },
  sections: { Allgemein: 'General', Rechtliches: 'Legal' },
  abilities: ['documentable'],
  trash: true,
});
