import { later, officeTime } from '../dates.mjs';
import { trainingIds } from '../ids.mjs';
import { addDays, daysBetween, instantOf, today } from './workdays.mjs';

const liked = [
  'Sehr praxisnah, ich konnte am nächsten Tag direkt etwas umsetzen.',
  'Die Übungen in kleinen Gruppen haben am meisten gebracht.',
  'Ruhige, klare Erklärungen und viel Geduld bei Fragen.',
  'Endlich habe ich verstanden, worauf es bei den Vorfahrtsregeln ankommt.',
  'Gute Mischung aus Theorie und eigenem Ausprobieren.',
  'Tolle Gruppe, angenehmes Tempo, schöne Räume.',
  'Die Beispiele kamen aus unserem Alltag, das war spürbar vorbereitet.',
  'Das Skript ist so gut, dass ich es jetzt neben der Tastatur liegen habe.',
  'Auf dem Wasser wurde aus Theorie plötzlich ein Gefühl für das Boot.',
  'Rückmeldung war ehrlich und trotzdem freundlich.',
  'Kurze Pausen zur richtigen Zeit, keine Minute Leerlauf.',
  'Besonders gut: die Rollenspiele mit Video, auch wenn es Überwindung gekostet hat.',
  'Viele Tipps für Copilot, die nicht im Handbuch stehen.',
  'Fragen zum Datenschutz wurden endlich konkret beantwortet.',
];
const missed = [
  'Ein Aufbautag wäre schön.',
  'Der Raum war nachmittags recht warm.',
  'Mehr Zeit für eigene Beispiele.',
  'Unterlagen gern schon eine Woche vorher.',
  'Das WLAN brach zweimal ab.',
  'Für Einsteiger war der zweite Tag sehr voll.',
  'Parkplätze waren schwer zu finden.',
  'Mehr Übungsfragen zur Prüfung.',
  'Nichts, hat alles gepasst.',
  'Zum Mittagessen gab es kaum Vegetarisches.',
];
const revocations = [
  'Name falsch geschrieben, neu ausgestellt.',
  'Anwesenheit war zu hoch eingetragen.',
  'Prüfung nachträglich nicht anerkannt.',
];

/** So many had the program before Kontor given in the first year. */
export const earlierCertificates = 240;

/** What followed: who was there, what they passed, their certificates, and what they said. */
export function aftermath(chance, made) {
  const rows = { attendance: [], certificates: [], feedback: [] };
  const issued = [];
  for (const { row, template, sessions, enrolments = [], first, last, lead } of made) {
    const over = ['delivered', 'invoiced', 'closed'].includes(row.status);
    if (!over && row.status !== 'planned') continue;
    const held = sessions.filter(({ date }) => date < today);
    const there = enrolments.filter(({ status }) => status === 'enrolled');
    const share = Number(template.row.attendance_share) / 100;
    const units = sessions.reduce((sum, session) => sum + session.units, 0);
    for (const enrolment of there) {
      const missing = chance.chance(0.06);
      let attended = 0;
      for (const session of held) {
        const absent = missing && chance.chance(0.7);
        const status = absent ? chance.pick(['absent', 'excused']) : chance.chance(0.05) ? 'late' : 'present';
        if (!absent) attended += session.units;
        const at =
          instantOf(session.date, '17:00') < new Date().toISOString()
            ? instantOf(session.date, '17:00')
            : session.starts_at;
        rows.attendance.push({
          id: trainingIds.attendance(rows.attendance.length + 1),
          created_at: at,
          created_by: row.owner_id,
          updated_at: at,
          session_id: session.id,
          enrolment_id: enrolment.id,
          status,
          reason: status === 'excused' ? 'Krank' : status === 'late' ? 'Zug verspätet' : null,
        });
      }
      enrolment.row.attended_units = attended;
      if (!over) continue;
      const passed = template.row.exam ? attended >= units * share && chance.chance(0.88) : undefined;
      if (passed !== undefined)
        Object.assign(enrolment.row, { exam_result: passed ? 'passed' : 'failed', exam_on: last });
      if (attended >= units * share && (row.status !== 'delivered' || chance.chance(0.5)))
        issued.push({ enrolment, row, units: attended, first, last, passed, name: template.row.name });
      const asked = later(officeTime(chance, Math.min(0, daysBetween(today, last) + 1)), instantOf(last, '17:00'));
      const given = chance.chance(0.5);
      const mood = chance.weighted({ 5: 52, 4: 32, 3: 11, 2: 4, 1: 1 });
      const near = () => Math.max(1, Math.min(5, Number(mood) + chance.int(-1, 1)));
      const at = given
        ? later(asked, officeTime(chance, Math.min(0, daysBetween(today, last) + chance.int(1, 9))))
        : null;
      rows.feedback.push({
        id: trainingIds.feedback(rows.feedback.length + 1),
        created_at: asked,
        created_by: row.owner_id,
        updated_at: at ?? asked,
        enrolment_id: enrolment.id,
        trainer_id: lead,
        state: given ? 'given' : 'asked',
        content_rating: given ? Number(mood) : null,
        trainer_rating: given ? near() : null,
        organisation_rating: given ? near() : null,
        recommend: given ? Math.min(10, Number(mood) * 2 - chance.int(0, 1)) : null,
        liked: given && chance.chance(0.6) ? chance.pick(liked) : null,
        missed: given && chance.chance(0.3) ? chance.pick(missed) : null,
        quotable: given && Number(mood) >= 4 && chance.chance(0.4),
        given_at: at,
      });
    }
  }
  const numbers = new Map();
  const dated = issued
    .map((one) => ({ ...one, on: [addDays(one.last, chance.int(1, 6)), today].sort()[0] }))
    .sort((a, b) => a.on.localeCompare(b.on));
  if (dated.length) numbers.set(dated[0].on.slice(0, 4), earlierCertificates);
  for (const [i, { enrolment, row, units, first, last, passed, name, on }] of dated.entries()) {
    const year = on.slice(0, 4);
    const next = (numbers.get(year) ?? 0) + 1;
    numbers.set(year, next);
    const at = [instantOf(on, '08:00'), new Date().toISOString()].sort()[0];
    const revoked = i % 300 === 40;
    const revokedAt = revoked ? later(at, officeTime(chance, Math.min(0, daysBetween(today, on) + 12))) : null;
    const { person } = enrolment;
    rows.certificates.push({
      id: trainingIds.certificate(i + 1),
      version: revoked ? 2 : 1,
      created_at: at,
      created_by: row.owner_id,
      updated_at: revokedAt ?? at,
      number: `TB-${year}-${String(next).padStart(5, '0')}`,
      enrolment_id: enrolment.id,
      type: passed ? 'success' : 'attendance',
      status: revoked ? 'revoked' : 'valid',
      holder: [person.academic_title, person.first_name, person.last_name].filter(Boolean).join(' '),
      course: name,
      units,
      from_on: first,
      until_on: last,
      issued_on: on,
      revoked_at: revokedAt,
      reason: revoked ? revocations[((i / 300) % revocations.length) | 0] : null,
    });
  }
  return { rows, numbers };
}
