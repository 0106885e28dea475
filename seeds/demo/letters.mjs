import { brands } from './company.mjs';
import { letterTemplateId } from './ids.mjs';

const [newoa, boat, copilot] = brands;
const closing = '<p>{{ brand.letter_closing }}</p>';

const templates = [
  {
    name: 'Anschreiben',
    resource: 'customers',
    subject: 'Ihre Anfrage vom {{ today }}',
    body: `<p>Guten Tag,</p><p>vielen Dank für Ihr Interesse an {{ brand.name }}. Gern beraten wir Sie zu unseren Schulungen und stellen ein Programm zusammen, das zu Ihrem Haus passt.</p><p>Ihre Kundennummer bei uns ist <strong>{{ customer.number }}</strong>. Bitte geben Sie sie bei Rückfragen an.</p>${closing}<p>{{ user.name }}</p>`,
  },
  {
    name: 'Anschreiben',
    resource: 'customers',
    language: 'en',
    subject: 'Your enquiry of {{ today }}',
    body: '<p>Dear Sir or Madam,</p><p>thank you for your interest in {{ brand.name }}. We would be glad to advise you on our courses and to put together a programme that suits you.</p><p>Your customer number is <strong>{{ customer.number }}</strong>.</p><p>Kind regards</p><p>{{ user.name }}</p>',
  },
  {
    name: 'Stammdatenblatt',
    resource: 'customers',
    category: 'other',
    subject: 'Ihre Daten bei uns: bitte prüfen',
    body: `<p>Guten Tag,</p><p>einmal im Jahr bitten wir unsere Kunden, die gespeicherten Angaben zu prüfen. Bitte senden Sie uns dieses Blatt mit Ihren Änderungen zurück.</p><h3>Anschriften</h3><p>{% table customer.addresses: type, street, postcode, city, country %}</p><h3>Konditionen</h3><ul><li>Zahlungsziel: {{ customer.payment_days }} Tage</li><li>E-Mail: {{ customer.email | default: "nicht hinterlegt" }}</li><li>Telefon: {{ customer.phone | default: "nicht hinterlegt" }}</li></ul>${closing}<p>{% signature "Ort, Datum", "Unterschrift" %}</p>`,
  },
  {
    name: 'Rahmenvertrag',
    resource: 'customers',
    brand_id: newoa.id,
    category: 'contract',
    subject: 'Rahmenvertrag über Schulungen',
    body: '<p>zwischen der NeWoa Akademie GmbH und {{ customer.name }} (Kundennummer {{ customer.number }}).</p><h3>1 Gegenstand</h3><p>Der Auftraggeber kann für die Dauer dieses Vertrags Schulungstage zu den vereinbarten Bedingungen abrufen. Inhalt, Ort und Zeit werden je Abruf in Textform abgestimmt.</p><h3>2 Laufzeit</h3><p>Der Vertrag beginnt am {{ today }} und läuft vierundzwanzig Monate.</p><h3>3 Vergütung</h3><p>Es gelten die Preise der jeweiligen Preisliste mit einem Nachlass von 8 Prozent. Rechnungen sind nach {{ customer.payment_days }} Tagen ohne Abzug zahlbar.</p><h3>4 Absagen</h3><ol><li>Bis vierzehn Tage vor dem Termin sind Absagen kostenfrei.</li><li>Danach werden 50 Prozent berechnet, am Tag selbst der volle Preis.</li><li>Ersatzteilnehmende können jederzeit gestellt werden.</li></ol><h3>5 Schlussbestimmungen</h3><p>Änderungen bedürfen der Textform. Sollte eine Bestimmung unwirksam sein, bleiben die übrigen gültig.</p><p>{% signature "NeWoa Akademie GmbH", customer.name %}</p>',
  },
  {
    name: 'Einladung zum Teamtag',
    resource: 'contacts',
    brand_id: boat.id,
    subject: 'Einladung zum Teamtag auf dem Wasser',
    body: `<p>Guten Tag{% if contact.full_name %}, {{ contact.full_name }}{% endif %},</p><p>wir laden Sie herzlich zu unserem Teamtag ein. Treffpunkt ist der Steg am Alten Hafen, wir legen um 10 Uhr ab und sind gegen 16 Uhr zurück. Für Verpflegung ist gesorgt.</p><p>Bitte denken Sie an wetterfeste Kleidung und Schuhe mit heller Sohle.</p>${closing}<p>{{ user.name }}</p>`,
  },
  {
    name: 'Teilnahmebescheinigung',
    resource: 'contacts',
    layout: 'certificate',
    category: 'certificate',
    subject: 'Teilnahmebescheinigung',
    body: '<h2>{{ contact.full_name }}</h2><p>hat an einer Schulung von {{ brand.name }} teilgenommen.</p><p>&nbsp;</p><p>Inhalte</p><p>Grundlagen, Übungen am eigenen Beispiel, Umsetzung im Arbeitsalltag</p><p>&nbsp;</p><p>Köln, {{ today }}</p><p>{% signature "Ort, Datum", user.name %}</p>',
  },
  {
    name: 'Zugang zur Lernplattform',
    resource: 'contacts',
    brand_id: copilot.id,
    subject: 'Ihr Zugang zur Lernplattform',
    body: `<p>Guten Tag,</p><p>Ihr Zugang zur Lernplattform ist eingerichtet. Bitte melden Sie sich mit Ihrer Arbeitsadresse{% if contact.email %} {{ contact.email }}{% endif %} an und vergeben Sie beim ersten Mal ein Passwort.</p>${closing}<p>{{ user.name }}</p>`,
  },
  {
    name: 'Bestätigung des Arbeitsverhältnisses',
    resource: 'employees',
    category: 'certificate',
    subject: 'Bestätigung des Arbeitsverhältnisses',
    body: `<p>Hiermit bestätigen wir, dass {{ employee.name }} seit {{ employee.entered_on }} bei uns beschäftigt ist{% if employee.position %}, zuletzt als {{ employee.position }}{% endif %}. Das Arbeitsverhältnis ist ungekündigt.</p>${closing}<p>{{ user.name }}</p>`,
  },
];

/** What the three brands write: letters, a contract, a certificate. */
export const letters = (seeder) =>
  seeder.insert(
    'document_templates',
    templates.map((template, i) => ({
      language: 'de',
      layout: 'letter',
      category: 'letter',
      active: true,
      ...template,
      id: letterTemplateId(i + 1),
    })),
  );
