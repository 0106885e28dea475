import { brandId, companyId, tagId, userId } from './ids.mjs';
import { landline } from './places.mjs';

/** Nobody: what Kontor does by itself. */
export const kontor = '00000000-0000-0000-0000-000000000000';

export const password = 'kontor-demo-2026';

export const company = {
  id: companyId,
  name: 'NeWoa Akademie GmbH',
  address: { street: 'Am Alten Hafen 12', postcode: '50678', city: 'Köln', country: 'DE' },
  email: 'info@newoa.example',
  phone: '+49 221 4710900',
  website: 'https://www.newoa.example',
  managing_directors: 'Anna Berger, Dr. Henrik Solms',
  register_entry: 'Amtsgericht Köln, HRB 99887',
  vat_id: 'DE999000111',
  tax_number: '215/0000/0815',
  bank_name: 'Sparkasse KölnBonn',
  iban: 'DE89370400440532013000',
  bic: 'COLSDE33XXX',
  currency: 'EUR',
};

const signature = (name, site, motto) =>
  `<p>Freundliche Grüße aus Köln</p><p><strong>${name}</strong><br>${motto}<br>NeWoa Akademie GmbH, Am Alten Hafen 12, 50678 Köln<br><a href="https://www.${site}">www.${site}</a></p><p>Amtsgericht Köln, HRB 99887. Geschäftsführung: Anna Berger, Dr. Henrik Solms</p>`;

export const brands = [
  {
    name: 'NeWoa',
    colour: '#1f6feb',
    site: 'newoa.example',
    box: 'kontakt',
    motto: 'Weiterbildung, die im Alltag ankommt',
  },
  { name: 'Yellow-Boat', colour: '#b45309', site: 'yellow-boat.example', box: 'ahoi', motto: 'Teams in Bewegung' },
  {
    name: 'copilotenschule.de',
    colour: '#0f766e',
    site: 'copilotenschule.example',
    box: 'hallo',
    motto: 'Arbeiten mit KI, sicher und praktisch',
  },
].map(({ name, colour, site, box, motto }, i) => ({
  id: brandId(i + 1),
  name,
  company_id: companyId,
  colour,
  sender_name: `Team ${name}`,
  email: `${box}@${site}`,
  phone: `+49 221 471095${i}`,
  website: `https://www.${site}`,
  letter_form: 'b',
  logo_side: i === 1 ? 'left' : 'right',
  letter_closing: i === 1 ? 'Ahoi und freundliche Grüße' : 'Mit freundlichen Grüßen',
  signature: signature(name, site, motto),
}));

const [newoa, boat, copilots] = brands.map((brand) => brand.id);

const user = ([name, role, ...brand_ids], i) => ({
  id: userId(i + 1),
  name,
  email: `${name.toLowerCase().replace('ü', 'ue').replace('ö', 'oe').replace('ı', 'i').replace(' ', '.')}@newoa.example`,
  phone: landline(4503 + i * 5), // extensions in Cologne
  role,
  brand_ids,
  language: 'de',
  active: true,
});

/** Who works here: name, role, brands. */
export const users = [
  ['Anna Berger', 'administrator', newoa, boat, copilots],
  ['Miriam Hofmann', 'backoffice', newoa, boat],
  ['Tobias Lindner', 'backoffice', boat],
  ['Sabine Krüger', 'backoffice', copilots],
  ['Deniz Yılmaz', 'backoffice', newoa],
  ['Katharina Vogel', 'backoffice', newoa, copilots],
  ['Lukas Brandt', 'employee', newoa],
  ['Nele Petersen', 'employee', boat],
  ['Florian Huber', 'employee', newoa, copilots],
  ['Aylin Demir', 'employee', newoa, boat, copilots],
  ['Marek Nowak', 'employee', boat],
  ['Ulrike Sommer', 'auditor', newoa, boat, copilots],
].map(user);

/** A trainer of the house's brand for boats with an account: sees what is assigned to him, and nothing else. */
export const trainerUser = user(['Jörg Petersen', 'trainer', boat], users.length);

export const tags = [
  ['Stammkunde', '#0f766e', 'Seit Jahren dabei, mehrere Aufträge im Jahr'],
  ['Schlüsselkunde', '#7c3aed', 'Chefsache: vor Zusagen mit Anna Berger sprechen'],
  ['Rahmenvertrag', '#1d4ed8', 'Vereinbarte Preise, siehe Bemerkungen'],
  ['Empfehlung', '#15803d', 'Kam über einen anderen Kunden'],
  ['Messekontakt', '#b45309', 'Auf einer Messe kennengelernt'],
  ['Internetanfrage', '#0369a1', 'Kam über das Formular der Internetseite'],
  ['Inhouse', '#4d7c0f', 'Schulungen im eigenen Haus'],
  ['Förderung', '#a16207', 'Rechnet mit Fördermitteln'],
  ['Teamtag', '#be185d', 'Interesse an einem Teamtag auf dem Wasser'],
  ['KI-Einstieg', '#6d28d9', 'Will mit KI im Büro anfangen'],
  ['Rechnung per Post', '#57534e', 'Möchte Rechnungen auf Papier'],
  ['Bestellnummer nötig', '#9f1239', 'Ohne Bestellnummer wird nicht bezahlt'],
  ['Duzt sich', '#6b7280', null],
  ['Rückruf gewünscht', '#dc2626', null],
].map(([name, colour, description], i) => ({ id: tagId(i + 1), name, colour, description }));

/** Which roles they have; `roleId` tells the id of a shipped role. */
export const userRoles = (roleId) =>
  [...users, trainerUser].map(({ id, role }) => ({ id, user_id: id, role_id: roleId(role), origin: 'manual' }));
