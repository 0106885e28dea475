import { birthday, later, officeTime } from '../dates.mjs';
import { trainingIds } from '../ids.mjs';
import { slug } from '../names.mjs';
import { men, surnames, women } from '../people.mjs';
import { mobile } from '../places.mjs';
import { feeOn } from './cancellation.mjs';
import { dayOf, daysBetween, today } from './workdays.mjs';

const jobs = [
  ['Sachbearbeitung', 'Verwaltung'],
  ['Vertriebsinnendienst', 'Vertrieb'],
  ['Außendienst', 'Vertrieb'],
  ['Projektleitung', 'Projekte'],
  ['Teamleitung', null],
  ['Kundendienst', 'Service'],
  ['Buchhaltung', 'Finanzen'],
  ['Personalreferat', 'Personal'],
  ['Marketing', 'Marketing'],
  ['Einkauf', 'Einkauf'],
  ['Assistenz', null],
  ['Ausbildung', null],
];

/** People who take part, each name once; some belong to a customer, others come for themselves. */
export function people(chance, known) {
  const taken = new Set(known.map(({ first_name, last_name }) => `${first_name} ${last_name}`));
  const rows = [];
  return {
    rows,
    add(customer) {
      for (;;) {
        const woman = chance.chance(0.5);
        const first_name = chance.pick(woman ? women : men);
        const last_name = chance.chance(0.04) ? chance.some(surnames, 2).join('-') : chance.pick(surnames);
        if (taken.has(`${first_name} ${last_name}`)) continue;
        taken.add(`${first_name} ${last_name}`);
        const [position, department] = customer ? chance.pick(jobs) : [null, null];
        const domain = customer ? customer.email.split('@')[1] : 'mail.example';
        const at = officeTime(chance, -chance.int(60, 500));
        const row = {
          id: trainingIds.participant(rows.length + 1),
          created_at: at,
          created_by: customer?.created_by ?? null,
          updated_at: at,
          salutation: woman ? 'ms' : 'mr',
          academic_title: chance.chance(0.03) ? 'Dr.' : null,
          first_name,
          last_name,
          customer_id: customer?.id ?? null,
          position,
          department,
          email: `${slug(first_name)}.${slug(last_name)}@${domain}`,
          mobile: chance.chance(0.15) ? mobile(rows.length) : null,
          birthday: customer ? null : birthday(chance, chance.int(17, 66)),
          newsletter: chance.chance(0.2),
          main_contact: false,
        };
        rows.push(row);
        return row;
      }
    },
  };
}

/** How many want to come, by the state of the training, as a share of its places. */
const filling = {
  closed: [0.55, 1],
  invoiced: [0.55, 1],
  delivered: [0.5, 1],
  planned: [0.5, 1],
  confirmed: [0.25, 0.8],
  option: [0, 0.2],
  offered: [0, 0.15],
  lead: [0, 0],
  cancelled: [0.1, 0.35],
};
const reasons = ['Krank gemeldet', 'Terminkonflikt', 'Vom Arbeitgeber zurückgezogen', 'Umzug', null];

/** `count` enrolments: seats that were taken, people who cancelled, and waiting lists where it is full. */
export function enrolments(chance, made, customers, contacts, count) {
  const rows = [];
  const crowd = people(chance, contacts);
  const byCustomer = new Map();
  const guests = [];
  const companies = customers.filter(({ type, status }) => type === 'organisation' && status === 'active');
  const employees = new Map();
  for (const contact of contacts.filter(({ customer_id }) => customer_id))
    employees.set(contact.customer_id, [...(employees.get(contact.customer_id) ?? []), contact]);
  const byId = new Map(customers.map((customer) => [customer.id, customer]));

  /** Somebody of a house who is not among those who come already. */
  const colleague = (customer, coming) => {
    if (!byCustomer.has(customer.id)) byCustomer.set(customer.id, [...(employees.get(customer.id) ?? [])]);
    const pool = byCustomer.get(customer.id);
    const free = pool.filter(({ id }) => !coming.has(id));
    if (free.length && (pool.length >= 26 || chance.chance(0.35))) return chance.pick(free);
    const person = crowd.add(customer);
    pool.push(person);
    return person;
  };
  const guest = (coming, brand_id) => {
    if (chance.chance(0.4))
      return colleague(chance.pick(companies.filter(({ brand_ids }) => brand_ids.includes(brand_id))), coming);
    const free = chance.chance(0.4) ? guests.filter(({ id }) => !coming.has(id)) : [];
    if (free.length) return chance.pick(free);
    guests.push(crowd.add());
    return guests.at(-1);
  };

  const lists = made.map((one) => {
    const { row } = one;
    const [least, most] = filling[row.status];
    const wanted = Math.round(row.max_participants * (least + (most - least) * Math.sqrt(chance.int(0, 100) / 100)));
    return { one, seats: wanted, coming: new Map() };
  });
  const total = () => lists.reduce((sum, { seats }) => sum + seats, 0);
  // a few full ones have a waiting list
  const full = lists
    .filter(({ one: { row } }) => row.kind === 'open' && ['planned', 'confirmed'].includes(row.status))
    .slice(4, 12);
  for (const list of full) list.seats = list.one.row.max_participants;
  const waiting = full.map(() => chance.int(2, 5));
  const extra = waiting.reduce((sum, each) => sum + each, 0);
  const cancelled = Math.round(count * 0.06);
  const open = lists.filter(({ one: { row } }) => ['closed', 'invoiced', 'delivered', 'planned'].includes(row.status));
  // what is missing to the number comes to those who have room, or to rooms that are larger than usual
  for (let i = 0; total() + extra + cancelled < count; i = (i + 1) % open.length) {
    const { row, template } = open[i].one;
    // a boat holds whom it holds
    if (open[i].seats >= row.max_participants && (template.entry.marks.has('boat') || chance.chance(0.7))) continue;
    open[i].seats += 1;
    row.max_participants = Math.max(row.max_participants, open[i].seats);
  }
  for (let i = 0; total() + extra + cancelled > count; i = (i + 1) % open.length)
    if (open[i].seats > 4) open[i].seats -= 1;

  const enrol = (list, status) => {
    const { row, steps, first, lead } = list.one;
    const person = row.customer_id
      ? colleague(byId.get(row.customer_id), list.coming)
      : guest(list.coming, row.brand_id);
    const start = daysBetween(today, steps.offered.slice(0, 10));
    const end = Math.min(0, daysBetween(today, first) - 2);
    const at = later(steps.offered, officeTime(chance, chance.int(Math.min(start, end), end)));
    const changed =
      status === 'cancelled' || status === 'transferred' ? later(at, officeTime(chance, Math.min(0, end + 1))) : at;
    const enrolment = {
      id: trainingIds.enrolment(rows.length + 1),
      version: ['enrolled', 'waiting'].includes(status) ? 1 : 2,
      created_at: at,
      created_by: row.owner_id,
      updated_at: changed,
      updated_by: row.owner_id,
      training_id: row.id,
      contact_id: person.id,
      customer_id: row.customer_id ?? person.customer_id ?? null,
      status,
      price: row.customer_id ? null : row.participant_price,
      waiting_since: ['waiting', 'offered'].includes(status) ? at : null,
      offer_until: status === 'offered' ? new Date(Date.now() + 36 * 3_600_000).toISOString() : null,
      cancelled_at: status === 'cancelled' ? changed : null,
      cancellation_fee: null,
      reason: status === 'cancelled' ? (row.status === 'cancelled' ? 'Training abgesagt' : chance.pick(reasons)) : null,
      remarks: chance.chance(0.04)
        ? chance.pick(['Vegetarisch', 'Kommt erst um 10 Uhr', 'Hat den Grundkurs besucht', 'Zertifikat auf Englisch'])
        : null,
    };
    list.coming.set(person.id, enrolment);
    rows.push(enrolment);
    one(list).push({ ...enrolment, row: enrolment, person, lead });
    return enrolment;
  };
  const one = (list) => (list.one.enrolments ??= []);
  for (const list of lists)
    for (let i = 0; i < list.seats; i++) enrol(list, list.one.row.status === 'cancelled' ? 'cancelled' : 'enrolled');
  for (const [i, list] of full.entries()) for (let n = 0; n < waiting[i]; n++) enrol(list, 'waiting');
  // some gave up their place, and who waited longest has been offered one
  for (const list of full.slice(0, 2)) {
    const [left] = one(list);
    const [next] = one(list).filter(({ status }) => status === 'waiting');
    Object.assign(left.row, {
      status: 'cancelled',
      version: 2,
      cancelled_at: officeTime(chance, -1),
      updated_at: officeTime(chance, 0),
      reason: 'Terminkonflikt',
    });
    left.row.updated_at = later(left.row.updated_at, left.row.cancelled_at);
    left.status = 'cancelled';
    Object.assign(next.row, {
      status: 'offered',
      version: 2,
      offer_until: new Date(Date.now() + 36 * 3_600_000).toISOString(),
    });
    next.status = 'offered';
  }
  const rest = count - rows.length;
  for (let i = 0; i < rest; i++) enrol(chance.pick(lists.filter(({ seats }) => seats > 3)), 'cancelled');
  for (const { one: training } of lists)
    for (const { row } of training.enrolments ?? [])
      if (row.status === 'cancelled')
        row.cancellation_fee = feeOn(dayOf(row.cancelled_at), training.first, training.row, row.price);
  return { rows, people: crowd.rows };
}
