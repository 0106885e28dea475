import { currentUser } from '../../access/condition.ts';
import { defineResource } from '../../define/resource.ts';
import { colour, email, image, phone, reference, richText, text, url } from '../../kinds/index.ts';

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
  },
  scopes: { brand: { id: { in: currentUser.brand_ids } } },
  list: { columns: ['name', 'company_id', 'colour', 'email', 'website'], sort: ['name', 'ASC'] },
  form: {
    Allgemein: ['name', 'company_id', 'colour', 'logo'],
    Absender: ['sender_name', 'email', 'phone', 'website', 'signature'],
  },
  sections: { Allgemein: 'General', Absender: 'Sender' },
  abilities: ['documentable'],
  trash: true,
});
