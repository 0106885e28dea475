import { tags, users } from './company.mjs';
import { day, later, officeTime } from './dates.mjs';
import { taskId } from './ids.mjs';

/** What is to be done: title, minutes. */
const work = [
  ['Angebot nachfassen', 15],
  ['Angebot für Copilot-Grundkurs schreiben', 45],
  ['Angebot für Teamtag auf dem Wasser schreiben', 45],
  ['Rückruf: Fragen zur Rechnung', 15],
  ['Rückruf: Terminwunsch klären', 15],
  ['Teilnehmerliste anfordern', 10],
  ['Teilnehmerunterlagen drucken lassen', 30],
  ['Teilnahmebescheinigungen verschicken', 30],
  ['Schulungsraum vor Ort prüfen', 90],
  ['Trainer für den zweiten Termin anfragen', 20],
  ['Fördermöglichkeiten zusammenstellen', 60],
  ['Rahmenvertrag verlängern', 60],
  ['Bestellnummer erfragen', 10],
  ['Zahlungserinnerung besprechen', 20],
  ['Adressänderung eintragen', 5],
  ['Feedbackbögen auswerten', 60],
  ['Referenz anfragen', 20],
  ['Vorgespräch Inhouse-Schulung', 45],
  ['Konzept „KI im Büro“ abstimmen', 90],
  ['Datenschutzfragen zu Copilot beantworten', 60],
  ['Hotel für Trainer buchen', 20],
  ['Anfahrt und Parkplatz klären', 10],
  ['Preisliste fürs neue Jahr schicken', 10],
  ['Jahresgespräch vereinbaren', 20],
  ['Einladung zum Infoabend verschicken', 30],
  ['Lizenzen für Übungsumgebung bestellen', 30],
  ['Wetterplan für den Bootstag abstimmen', 20],
  ['Sicherheitseinweisung vorbereiten', 45],
  ['Rechnungsanschrift prüfen', 10],
  ['Absage bestätigen und Ersatztermin vorschlagen', 20],
  ['Nachbereitung: Fragen der Teilnehmenden beantworten', 45],
  ['Vertrag unterschrieben zurückholen', 15],
  ['Zugang zum Lernbereich einrichten', 15],
  ['Technikcheck vor dem Online-Termin', 30],
];
const internal = [
  ['Monatsabschluss vorbereiten', 120],
  ['Newsletter schreiben', 90],
  ['Trainerverträge ablegen', 45],
  ['Internetseite: neue Termine eintragen', 30],
  ['Büromaterial bestellen', 15],
  ['Urlaubsplan abstimmen', 30],
  ['Messestand planen', 120],
  ['Vorlage für Angebote überarbeiten', 60],
  ['Schwimmwesten prüfen lassen', 60],
  ['Feedback der letzten vier Wochen auswerten', 60],
];
const details = [
  '<p>Bitte vorher kurz anrufen, es gab zuletzt einen Wechsel im Team.</p>',
  '<p>Wichtig: Der Termin hängt an der Zusage des Betriebsrats.</p>',
  '<p>Bitte mitschicken:</p><ul><li>Ablaufplan</li><li>Preisübersicht</li><li>Beispiel einer Bescheinigung</li></ul>',
  '<p>Letzter Stand: Budget ist freigegeben, es fehlt nur noch die Unterschrift.</p>',
  '<p>Gewünscht sind zwei halbe Tage statt eines ganzen.</p>',
  '<p>Kunde hat <strong>dringend</strong> um Antwort bis zum Termin gebeten.</p>',
  '<p>Unterlagen liegen im Ordner der Marke, Stand letzte Woche.</p>',
];

/** Where a task with that due date stands: the past is mostly done, the future mostly open. */
const stateOf = (chance, due) =>
  chance.weighted(
    due < -14
      ? { done: 90, cancelled: 7, open: 1, waiting: 2 }
      : due < 0
        ? { done: 74, cancelled: 5, open: 9, in_progress: 6, waiting: 6 }
        : due < 8
          ? { open: 52, in_progress: 28, waiting: 12, done: 8 }
          : { open: 74, in_progress: 12, waiting: 13, cancelled: 1 },
  );

/** Tasks around today, for customers, contacts and the office itself. */
export function tasks(chance, count, customers, contacts) {
  const byId = new Map(customers.map((customer) => [customer.id, customer]));
  const staff = users.filter((user) => user.role !== 'auditor');
  const busy = customers.filter((customer) => customer.status !== 'blocked');
  return Array.from({ length: count }, (_, index) => {
    const about = chance.weighted({ customers: 75, contacts: 12, none: 13 });
    const contact = about === 'contacts' ? chance.pick(contacts.filter((one) => one.customer_id)) : undefined;
    const customer = about === 'customers' ? chance.pick(busy) : byId.get(contact?.customer_id);
    const brand_id = customer ? chance.pick(customer.brand_ids) : null;
    const [name, minutes] = chance.pick(customer ? work : internal);
    const due = chance.weighted({ past: 62, now: 24, later: 14 });
    const offset = due === 'past' ? -chance.int(8, 200) : due === 'now' ? chance.int(-7, 7) : chance.int(8, 75);
    const status = stateOf(chance, offset);
    const closed = status === 'done' || status === 'cancelled';
    const created = Math.min(offset, 0) - chance.int(1, 25);
    const able = brand_id ? staff.filter((user) => user.brand_ids.includes(brand_id)) : staff;
    const owner = users.find((user) => user.id === customer?.owner_id);
    const assignee = owner && able.includes(owner) && chance.chance(0.6) ? owner : chance.pick(able);
    const changed = closed ? Math.min(0, offset + chance.int(-3, 1)) : Math.min(0, created + chance.int(0, 6));
    const created_at = officeTime(chance, created);
    return {
      id: taskId(index + 1),
      version: status === 'open' ? 1 : 2,
      created_at,
      created_by: chance.chance(0.5) ? assignee.id : chance.pick(able).id,
      updated_at:
        status === 'open' ? created_at : later(created_at, officeTime(chance, Math.max(changed, created + 1))),
      updated_by: assignee.id,
      name,
      status,
      priority: chance.weighted({ normal: 66, high: 18, low: 11, urgent: 5 }),
      assignee_id: !closed && chance.chance(0.04) ? null : assignee.id,
      due_on: chance.chance(0.06) ? null : day(offset),
      subject_resource: about === 'none' ? null : about,
      subject_id: about === 'none' ? null : (contact ?? customer).id,
      brand_id,
      description: chance.chance(0.3) ? chance.pick(details) : null,
      estimated: chance.chance(0.7) ? minutes : null,
      actual: status === 'done' ? Math.max(5, Math.round((minutes * chance.int(60, 160)) / 500) * 5) : null,
      tag_ids: chance.chance(0.12) ? [chance.pick(tags).id] : [],
    };
  });
}
