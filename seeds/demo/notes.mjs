import { users } from './company.mjs';
import { officeTime } from './dates.mjs';
import { noteId } from './ids.mjs';

const openings = {
  call: [
    'Hat angerufen.',
    'Zurückgerufen, beim ersten Versuch erreicht.',
    'Kurz telefoniert.',
    'Anruf wegen der letzten Rechnung.',
    'Nicht erreicht, Kollegin hat eine Nachricht aufgenommen.',
    'Hat um Rückruf gebeten, eben gesprochen.',
    'Telefonat mit der Zentrale, wurde weiterverbunden.',
    'Längeres Gespräch über das kommende Jahr.',
    'Anruf aus dem Auto, Verbindung schlecht, das Wichtigste ist geklärt.',
  ],
  meeting: [
    'Termin vor Ort, sehr freundlicher Empfang.',
    'Videotermin, vier Personen dabei.',
    'Treffen am Messestand.',
    'Jahresgespräch geführt.',
    'Vorgespräch mit Personal und IT.',
    'Gemeinsam durch die Räume gegangen.',
    'Abstimmung zum Ablauf des Teamtags.',
  ],
  note: [
    'Stand der Dinge:',
    'Aus der E-Mail von heute:',
    'Zur Information für alle:',
    'Wichtig für die nächste Rechnung:',
    'Rückmeldung nach der Schulung:',
    'Notiz für die Vertretung:',
    'Aus dem Kundenfragebogen:',
  ],
};
const facts = [
  'Interesse an zwei Terminen für je zwölf Personen, am liebsten im Frühjahr.',
  'Das Budget ist freigegeben, es fehlt nur noch die Bestellnummer.',
  'Der Grundkurs kam sehr gut an, gewünscht ist jetzt ein Aufbautag.',
  'Die Einladung war im Spam gelandet, jetzt ist sie angekommen.',
  'Zwei Teilnehmende fallen wegen Krankheit aus, die Plätze werden nachbesetzt.',
  'Gefragt wurde nach einer Bescheinigung für den Bildungsurlaub.',
  'Der Betriebsrat möchte die Inhalte vorab sehen.',
  'Die Rechnung ging an die alte Anschrift und muss neu geschickt werden.',
  'Es gibt ein Vergleichsangebot, das etwas günstiger ist; unsere Trainer gefallen besser.',
  'Bis Monatsende soll entschieden werden.',
  'Der Termin kollidiert mit der Inventur.',
  'Der große Saal ist erst ab Mai wieder frei.',
  'Im Team gibt es eine neue Leitung, die alles noch einmal sehen will.',
  'Die Technik im Schulungsraum ist neu, Anschluss über HDMI.',
  'Alle sind zufrieden, es gibt nichts zu klären.',
  'Gewünscht wird ein fester Ansprechpartner für Rückfragen.',
  'Der Bootstag muss bei Sturm verschoben werden können.',
  'Es sollen auch die Außendienstler teilnehmen, deshalb lieber online.',
  'Die Unterlagen hätten sie gern eine Woche vorher.',
  'Skonto wurde zu spät gezogen, wir lassen es aus Kulanz gelten.',
  'Die Abteilung zieht im Sommer um.',
  'Sie nutzen Copilot seit drei Monaten und wollen mehr daraus machen.',
  'Es kommen acht statt zwölf Personen, der Preis bleibt gleich.',
  'Der Einkauf verlangt ab sofort elektronische Rechnungen.',
  'Ein Termin am Samstag wäre auch möglich.',
  'Für das kommende Jahr sind fünf Schulungstage geplant.',
  'Die Anfahrt mit der Bahn ist einfacher als mit dem Auto.',
  'Kaffee und Mittagessen übernimmt der Kunde.',
];
const steps = [
  'Angebot bis Ende der Woche zugesagt.',
  'Ich melde mich nächste Woche wieder.',
  'Bitte im Kalender vormerken.',
  'Unterlagen sind verschickt.',
  'Rückruf ist vereinbart.',
  'Aufgabe dazu ist angelegt.',
  'Nichts weiter zu tun.',
  'Warten auf die schriftliche Zusage.',
  'Neuer Termin folgt per E-Mail.',
  'Mit Anna besprochen, so machen wir das.',
  'Trainer ist informiert.',
  'Im nächsten Quartal wieder ansprechen.',
  '',
  '',
];

/** Notes of the last twelve months, more of them lately, as people in an office write them. */
export function notes(chance, count, customers, contacts, tasks) {
  const brandsOf = new Map(customers.map((customer) => [customer.id, customer.brand_ids]));
  const writers = users.filter((user) => user.role !== 'auditor');
  const targets = { customers, contacts, tasks };
  return Array.from({ length: count }, (_, index) => {
    const resource = chance.weighted({ customers: 78, contacts: 13, tasks: 9 });
    const target = chance.pick(targets[resource]);
    const brandIds = target.brand_ids ?? brandsOf.get(target.customer_id) ?? (target.brand_id ? [target.brand_id] : []);
    const able = brandIds.length
      ? writers.filter((user) => user.brand_ids.some((id) => brandIds.includes(id)))
      : writers;
    const author = target.owner_id && chance.chance(0.5) ? target.owner_id : chance.pick(able).id;
    const type = chance.weighted({ note: 42, call: 40, meeting: 18 });
    const at = officeTime(chance, -Math.floor((chance.int(0, 999) / 1000) ** 1.4 * 365));
    return {
      id: noteId(index + 1),
      created_at: at,
      created_by: author,
      updated_at: at,
      updated_by: author,
      subject_resource: resource,
      subject_id: target.id,
      type,
      body: [chance.pick(openings[type]), ...chance.some(facts, chance.int(1, 2)), chance.pick(steps)]
        .filter(Boolean)
        .join(' '),
      happened_at: at,
      pinned: chance.chance(0.012),
    };
  });
}
