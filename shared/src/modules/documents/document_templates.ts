import { currentUser } from '../../access/condition.ts';
import { defineResource } from '../../define/resource.ts';
import { boolean, choice, reference, richText, text } from '../../kinds/index.ts';
import { documents } from './documents.ts';

/** Letters and certificates about records, with placeholders in Liquid that the record fills; printed as PDF. */
export const documentTemplates = defineResource({
  name: 'document_templates',
  label: { de: ['Dokumentvorlage', 'Dokumentvorlagen'], en: ['Document template', 'Document templates'] },
  icon: 'article',
  title: ['name'],
  fields: {
    name: text('Name', { required: true, max: 120, search: 'A' }),
    resource: text(
      { de: 'Für', en: 'For' },
      { required: true, max: 60, names: 'resource', able: 'printable', examples: ['customers', 'contacts'] },
    ),
    layout: choice(
      { de: 'Form', en: 'Form' },
      { letter: { de: 'Brief', en: 'Letter' }, certificate: { de: 'Urkunde', en: 'Certificate' } },
      { required: true, default: 'letter' },
    ),
    brand_id: reference('Marke', {
      to: 'brands',
      help: { de: 'Leer: gilt für alle Marken', en: 'Empty: for all brands' },
    }),
    language: choice(
      'Sprache',
      { de: { de: 'Deutsch', en: 'German' }, en: { de: 'Englisch', en: 'English' } },
      { required: true, default: 'de' },
    ),
    category: choice({ de: 'Ablage als', en: 'Filed as' }, documents.fields.category.options, {
      required: true,
      default: 'letter',
    }),
    used_for: choice(
      { de: 'Von selbst verwendet', en: 'Used by itself' },
      {
        attendance: { de: 'Bescheinigung der Teilnahme', en: 'Certificate of attendance' },
        success: { de: 'Bescheinigung mit Erfolg', en: 'Certificate of success' },
      },
      {
        help: {
          de: 'Wofür Kontor diese Vorlage von selbst nimmt; die der Marke geht vor',
          en: 'What Kontor takes this template for by itself; that of the brand comes first',
        },
      },
    ),
    subject: text(
      { de: 'Betreff', en: 'Subject' },
      {
        required: true,
        max: 500,
        search: 'B',
        help: { de: 'Bei Urkunden der Titel', en: 'The title of certificates' },
      },
    ),
    body: richText('Text', {
      required: true,
      help: {
        de: 'Tabellen mit {% table customer.addresses: street, city %}, Unterschriften mit {% signature "Ort, Datum", "Name" %}, neue Seite mit {% page_break %}',
        en: 'Tables by {% table customer.addresses: street, city %}, signatures by {% signature "Place, date", "Name" %}, a new page by {% page_break %}',
      },
    }),
    active: boolean({ de: 'Aktiv', en: 'Active' }, { default: true }),
  },
  scopes: { brand: { or: [{ brand_id: { null: true } }, { brand_id: { in: currentUser.brand_ids } }] } },
  unique: [['name', 'brand_id', 'language']],
  list: {
    columns: ['name', 'resource', 'layout', 'brand_id', 'language', 'subject', 'active'],
    filters: ['resource', 'layout', 'brand_id', 'language', 'active'],
    sort: ['name', 'ASC'],
  },
  form: {
    Vorlage: ['name', 'resource', 'layout', 'brand_id', 'language', 'category', 'used_for', 'active'],
    Inhalt: ['subject', 'body'],
  },
  sections: { Vorlage: 'Template', Inhalt: 'Content' },
});
