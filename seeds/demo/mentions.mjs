import { users } from './company.mjs';
import { officeTime } from './dates.mjs';
import { noteId, notificationId } from './ids.mjs';

const texts = [
  'möchte den Vertrag verlängern. Kannst du bis Freitag anrufen?',
  'hat nach einem Rabatt gefragt, das wollte ich nicht allein entscheiden.',
  'bittet um ein persönliches Gespräch zum neuen Jahr.',
  'braucht die Unterlagen noch einmal, diesmal als PDF.',
];
/** Who names whom: by their places in the company. */
const pairs = [
  [1, 0],
  [0, 1],
  [1, 9],
  [9, 0],
];

/** Notes of the last days that name a colleague, and what they were told of it; `first` is the number of the next note. */
export function mentions(chance, customers, first) {
  return pairs.map(([from, to], index) => {
    const [author, named] = [users[from], users[to]];
    const seen = (user) => (customer) => customer.brand_ids.some((id) => user.brand_ids.includes(id));
    const customer = chance.pick(customers.filter(seen(author)).filter(seen(named)));
    const at = officeTime(chance, -index);
    const stamps = { created_at: at, created_by: author.id, updated_at: at, updated_by: author.id };
    const note = {
      id: noteId(first + index),
      ...stamps,
      subject_resource: 'customers',
      subject_id: customer.id,
      type: 'call',
      body: `@${named.name} ${customer.name} ${texts[index]}`,
      happened_at: at,
      pinned: false,
    };
    const notification = {
      id: notificationId(index + 1),
      ...stamps,
      user_id: named.id,
      kind: 'mention',
      subject_resource: 'notes',
      subject_id: note.id,
      read_at: null,
    };
    return { note, notification };
  });
}
