import { currentUser } from '../../access/condition.ts';
import { defineResource } from '../../define/resource.ts';
import { choice, colour, email, image, phone, reference, richText, text, url } from '../../kinds/index.ts';

export const brands = defineResource({
  name: 'brands',
  label: { de: ['Marke', 'Marken'] },
  icon: 'sell',
  title: ['name'],
  fields: {
    name: text('Name', { required: true, max: 80, unique: true, search: 'A' }),
    company_id: reference('Unternehmen', { to: 'companies', required: true }),
    colour: colour('Farbe', { required: true, default: '#1f6feb' }),
    logo: image('Logo'),
    sender_name: text('Absendername', { max: 120 }),
    email: email({ de: 'Absenderadresse', en: 'Sender address' }),
    phone: phone('Telefon'),
    website: url('Internetseite'),
    signature: richText('Signatur'),
    letter_form: choice(
      { de: 'Briefform', en: 'Form of letters' },
      {
        b: { de: 'DIN 5008 B (hoher Briefkopf)', en: 'DIN 5008 B (high letterhead)' },
        a: { de: 'DIN 5008 A (niedriger Briefkopf)', en: 'DIN 5008 A (low letterhead)' },
      },
      { required: true, default: 'b' },
    ),
    logo_side: choice(
      { de: 'Logo im Briefkopf', en: 'Logo in the letterhead' },
      { right: { de: 'Rechts', en: 'Right' }, left: { de: 'Links', en: 'Left' } },
      { required: true, default: 'right' },
    ),
    footer: text(
      { de: 'Fußzeile', en: 'Footer' },
      {
        multiline: true,
        max: 400,
        help: {
          de: 'Steht in Briefen neben Anschrift, Register und Bank des Unternehmens',
          en: 'Stands in letters beside address, register and bank of the company',
        },
      },
    ),
    letter_closing: text(
      { de: 'Grußformel', en: 'Closing' },
      {
        multiline: true,
        max: 400,
        default: 'Mit freundlichen Grüßen',
        help: { de: 'In Vorlagen als {{ brand.letter_closing }}', en: 'In templates as {{ brand.letter_closing }}' },
      },
    ),
  },
  scopes: { brand: { id: { in: currentUser.brand_ids } } },
  list: { columns: ['name', 'company_id', 'colour', 'email', 'website'], sort: ['name', 'ASC'] },
  form: {
    Allgemein: ['name', 'company_id', 'colour', 'logo'],
    Absender: ['sender_name', 'email', 'phone', 'website', 'signature'],
    Briefe: ['letter_form', 'logo_side', 'letter_closing', 'footer'],
  },
  sections: { Allgemein: 'General', Absender: 'Sender', Briefe: 'Letters' },
  abilities: ['documentable'],
  trash: true,
});
