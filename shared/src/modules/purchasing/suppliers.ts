import { currentUser } from '../../access/condition.ts';
import { defineResource } from '../../define/resource.ts';
import {
  address,
  boolean,
  choice,
  email,
  iban,
  integer,
  phone,
  references,
  sequence,
  text,
  url,
} from '../../kinds/index.ts';

/** Whom we buy from. */
export const suppliers = defineResource({
  name: 'suppliers',
  label: { de: ['Lieferant', 'Lieferanten'] },
  icon: 'local_shipping',
  title: ['name'],
  fields: {
    number: sequence({ de: 'Lieferantennummer', en: 'Supplier number' }, { series: 'supplier', search: 'A' }),
    name: text('Name', { required: true, max: 160, search: 'A' }),
    category: choice(
      { de: 'Art', en: 'Category' },
      {
        trainer: { de: 'Trainer', en: 'Trainer' },
        venue: { de: 'Räume und Hotels', en: 'Venues and hotels' },
        catering: { de: 'Bewirtung', en: 'Catering' },
        material: { de: 'Material und Geräte', en: 'Material and equipment' },
        services: { de: 'Dienstleistung', en: 'Services' },
      },
      { required: true, default: 'services' },
    ),
    contact_name: text({ de: 'Ansprechpartner', en: 'Contact' }, { max: 120 }),
    email: email('E-Mail', { search: 'B' }),
    phone: phone('Telefon', { search: 'C' }),
    website: url('Internetseite'),
    address: address('Anschrift'),
    vat_id: text({ de: 'USt-IdNr.', en: 'VAT ID' }, { max: 20 }),
    payment_days: integer({ de: 'Zahlungsziel (Tage)', en: 'Payment term (days)' }, { min: 0, max: 365, default: 14 }),
    // whoever redirects money shows who they are
    iban: iban('IBAN', { guard: 'bank', step_up: true }),
    brand_ids: references('Marken', {
      to: 'brands',
      help: { de: 'Leer: für alle Marken', en: 'Empty: for all brands' },
    }),
    remarks: text('Bemerkungen', { multiline: true }),
    active: boolean('Aktiv', { default: true }),
  },
  scopes: { brand: { or: [{ brand_ids: { null: true } }, { brand_ids: { has: currentUser.brand_ids } }] } },
  list: {
    columns: ['number', 'name', 'category', 'contact_name', 'email', 'phone', 'active'],
    filters: ['category', 'active', 'brand_ids'],
    sort: ['name', 'ASC'],
  },
  form: {
    Stammdaten: ['name', 'category', 'contact_name', 'email', 'phone', 'website', 'address'],
    Konditionen: ['vat_id', 'payment_days', 'iban', 'brand_ids', 'active', 'remarks'],
  },
  sections: { Stammdaten: 'Master data', Konditionen: 'Terms' },
  abilities: ['notable', 'taskable', 'documentable', 'mailable', 'printable'],
  postal: { name: [['name'], ['contact_name']], address: 'address', facts: ['number'] },
  import_key: ['number'],
  duplicates: ['name', 'email'],
  trash: true,
});
