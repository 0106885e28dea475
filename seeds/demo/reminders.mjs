import { users } from './company.mjs';
import { day } from './dates.mjs';
import { reminderId } from './ids.mjs';

const notes = [
  'Wegen der Verlängerung anrufen',
  'Ist die Bestellnummer da?',
  'Angebot nachfassen',
  'Zusage für den Ersatztermin?',
  'Unterlagen geschickt?',
  'Rückmeldung nach der Schulung einholen',
];
/** Hours from now, or a day and a time of it: what has come, what comes today, and what is to come. */
const times = [
  { hours: -2, repetition: 'none' },
  { hours: -20, repetition: 'weekly' },
  { hours: 1, repetition: 'none' },
  { days: 1, repetition: 'none' },
  { days: 5, repetition: 'monthly' },
  { days: 12, repetition: 'none' },
];

const instant = ({ hours, days }) => {
  if (days) return `${day(days)}T08:00:00.000Z`;
  const at = new Date(Date.now() + hours * 3_600_000);
  at.setUTCMinutes(at.getUTCMinutes() < 30 ? 0 : 30, 0, 0);
  return at.toISOString();
};

/** Of what people who can be tried want to be reminded, of customers and tasks of their brands; what is due is told when the demo begins. */
export function reminders(chance, customers, tasks) {
  const people = [users[0], users[1], users[2], users[9]];
  return people.flatMap((user, person) => {
    const mine = (row) => (row.brand_ids ?? [row.brand_id]).some((id) => user.brand_ids.includes(id));
    const able = [
      ...customers.filter((row) => row.status === 'active' && mine(row)).map(({ id }) => ['customers', id]),
      ...tasks.filter((row) => row.status === 'open' && mine(row)).map(({ id }) => ['tasks', id]),
    ];
    return times.map((time, index) => {
      const [subject_resource, subject_id] = chance.pick(able);
      const at = instant(time);
      const made = `${day(-4)}T09:15:00.000Z`;
      return {
        id: reminderId(person * times.length + index + 1),
        subject_resource,
        subject_id,
        remind_at: at,
        first_at: at,
        note: chance.pick(notes),
        repetition: time.repetition,
        state: 'open',
        escalate_to_id: index === 0 && person > 0 ? users[0].id : null,
        escalate_after_days: 3,
        user_id: user.id,
        created_at: made,
        created_by: user.id,
        updated_at: made,
        updated_by: user.id,
      };
    });
  });
}
