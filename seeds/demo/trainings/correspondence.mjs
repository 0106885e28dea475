import { brands } from '../company.mjs';
import { later, officeTime } from '../dates.mjs';
import { trainingIds } from '../ids.mjs';
import { daysBetween, today } from './workdays.mjs';

const words = {
  call: [
    'Ansprechpartnerin rief an: zwei Personen kommen nach, der Preis bleibt.',
    'Mit dem Trainer telefoniert, er bringt eigene Unterlagen mit.',
    'Hotel bestätigt: Beamer und Moderationskoffer stehen ab 8 Uhr bereit.',
    'Kunde fragt nach einer Teilnahmebescheinigung auf Englisch.',
    'Rückruf: Termin passt, Vertrag kommt bis Freitag unterschrieben zurück.',
  ],
  meeting: [
    'Vorgespräch mit der Personalabteilung: Schwerpunkt auf Übungen, wenig Folien.',
    'Mit dem Trainer Ablauf und Material durchgesprochen.',
  ],
  note: [
    'Teilnehmerliste ist vollständig, Einladungen können raus.',
    'Bewirtung für zwölf Personen bestellt, zwei davon vegan.',
    'Achtung: Baustelle vor dem Haus, Anfahrt in der Einladung ergänzt.',
    'Bei Sturm ab sieben Windstärken wird am Vorabend abgesagt.',
    'Übungskonten sind angelegt, Passwörter liegen im Umschlag im Koffer.',
  ],
};
const brandById = new Map(brands.map((brand) => [brand.id, brand]));

/** Notes on trainings, as the office writes them. */
export function notes(chance, made, count) {
  const busy = made.filter(({ row, first }) => row.status !== 'lead' && daysBetween(first, today) < 300);
  return Array.from({ length: count }, (_, i) => {
    const { row } = chance.pick(busy);
    const type = chance.weighted({ note: 50, call: 38, meeting: 12 });
    const at = later(
      row.created_at,
      officeTime(chance, -chance.int(0, Math.min(330, Math.max(1, -daysBetween(today, row.created_at.slice(0, 10)))))),
    );
    return {
      id: trainingIds.note(i + 1),
      created_at: at,
      created_by: row.owner_id,
      updated_at: at,
      updated_by: row.owner_id,
      subject_resource: 'trainings',
      subject_id: row.id,
      type,
      body: chance.pick(words[type]),
      happened_at: at,
      pinned: chance.chance(0.03),
    };
  });
}

/** Confirmations that went out to who has ordered. */
export function mails(made, contacts, count) {
  const byId = new Map(contacts.map((contact) => [contact.id, contact]));
  return made
    .filter(({ row, steps }) => steps.confirmed && row.status !== 'cancelled' && byId.get(row.contact_id)?.email)
    .slice(0, count)
    .map(({ row, steps }, i) => {
      const contact = byId.get(row.contact_id);
      const brand = brandById.get(row.brand_id);
      const id = trainingIds.mail(i + 1);
      const name = [contact.first_name, contact.last_name].join(' ');
      const lines = [
        `Guten Tag ${name},`,
        `wir bestätigen Ihnen das Training „${row.name}“ (${row.number}). Die Termine finden Sie im Anhang der Auftragsbestätigung.`,
        `Freundliche Grüße\n${brand.sender_name}`,
      ];
      return {
        id,
        mail: id,
        thread: id,
        direction: 'out',
        to: contact.email,
        to_name: name,
        role: 'to',
        subject: `Bestätigung: ${row.name}`.slice(0, 200),
        text: lines.join('\n\n'),
        html: lines.map((line) => `<p>${line.replace('\n', '<br>')}</p>`).join(''),
        about_resource: 'trainings',
        about_id: row.id,
        customer_id: row.customer_id,
        brand_id: row.brand_id,
        state: 'sent',
        attempts: 1,
        sent_at: steps.confirmed,
        created_at: steps.confirmed,
        created_by: row.owner_id,
      };
    });
}
