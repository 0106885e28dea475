import { defineResource } from '../../define/resource.ts';
import { address, choice, email, iban, phone, text, url } from '../../kinds/index.ts';

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
    bank_name: text({ de: 'Bank', en: 'Bank' }, { max: 120 }),
    // whoever redirects money shows who they are
    iban: iban('IBAN', { step_up: true }),
    bic: text('BIC', { max: 11 }),
    currency: choice(
      'Währung',
      { EUR: { de: 'Euro', en: 'Euro' }, CHF: { de: 'Schweizer Franken', en: 'Swiss franc' } },
      { required: true, default: 'EUR' },
    ),
  },
  list: { columns: ['name', 'email', 'phone', 'vat_id'], sort: ['name', 'ASC'] },
  form: {
    Allgemein: ['name', 'address', 'email', 'phone', 'website'],
    Rechtliches: ['managing_directors', 'register_entry', 'vat_id', 'tax_number'],
    Bank: ['bank_name', 'iban', 'bic', 'currency'],
  },
  sections: { Allgemein: 'General', Rechtliches: 'Legal', Bank: 'Bank' },
  abilities: ['documentable'],
  trash: true,
});
