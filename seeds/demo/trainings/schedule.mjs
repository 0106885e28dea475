import { tags, users } from '../company.mjs';
import { later, officeTime } from '../dates.mjs';
import { trainingIds } from '../ids.mjs';
import { termsOf } from './cancellation.mjs';
import { qualifications } from './catalogue.mjs';
import { brandOf } from './templates.mjs';
import { addDays, dayOf, daysBetween, instantOf, isWorkday, today, workdayFrom, workdays } from './workdays.mjs';

/** How many trainings there are in each state, and when their first session is, in days from today. */
const states = {
  planned: [50, -1, 55],
  confirmed: [32, 14, 120],
  option: [16, 20, 110],
  offered: [20, 25, 140],
  lead: [14, 30, 160],
  delivered: [20, -24, -9],
  invoiced: [25, -50, -25],
  closed: [95, -330, -50],
  cancelled: [28, -240, 80],
};
/** The way to each state. */
const way = ['lead', 'offered', 'option', 'confirmed', 'planned', 'delivered', 'invoiced', 'closed'];
const cancellations = [
  'Mindestzahl nicht erreicht, alle Angemeldeten sind informiert.',
  'Der Kunde hat das Projekt auf das nächste Geschäftsjahr verschoben.',
  'Trainer erkrankt, kein Ersatz mit passender Qualifikation.',
  'Sturmwarnung für die ganze Woche, Ersatztermin folgt.',
  'Budget beim Kunden gestrichen.',
  'Doppelt angelegt.',
];
const keys = Object.keys(qualifications);
/** What the trainer with an account leads. */
const ledByAccount = [
  'Segeln für Einsteiger',
  'Hafenmanöver unter Motor',
  'Sicherheitstraining an Bord',
  'Sportbootführerschein See: Praxis',
];

/** Who looks after a training: somebody of the brand who plans. */
const ownersOf = (brand_id) =>
  users.filter(({ role, brand_ids }) => role === 'backoffice' && brand_ids.includes(brand_id));

/** Days from today on which a training took its steps, as instants in order. */
function stepsOf(chance, status, first, last) {
  const [from, to] = [daysBetween(today, first), daysBetween(today, last)];
  const before = Math.min(from - 4, -1);
  const created = Math.min(before - chance.int(8, 60), from - chance.int(25, 70));
  const goal = status === 'cancelled' ? chance.pick(['offered', 'confirmed', 'planned']) : status;
  const planning = way
    .slice(1, way.indexOf('planned') + 1)
    .filter((step) => step !== 'option' || goal === 'option' || chance.chance(0.35));
  const taken = way.indexOf(goal) >= way.indexOf('planned') ? planning : planning.slice(0, planning.indexOf(goal) + 1);
  const offsets = taken.map((_, i) => Math.round(created + ((before - created) * (i + 1)) / (taken.length + 1)));
  const after = { delivered: 1, invoiced: 5, closed: 22 };
  for (const step of way.slice(way.indexOf('delivered'), way.indexOf(goal) + 1)) {
    taken.push(step);
    offsets.push(Math.min(0, to + after[step]));
  }
  if (status === 'cancelled') {
    taken.push('cancelled');
    offsets.push(Math.min(0, before + 1));
  }
  const instants = [created, ...offsets].map((offset) => officeTime(chance, offset)).sort();
  return Object.fromEntries(['lead', ...taken].map((step, i) => [step, instants[i]]));
}

/**
 * Trainings in all states with their sessions, who leads them, and what they use. A trainer, a room and a boat has one
 * confirmed session a day.
 */
export function schedule(chance, { templates, trainers, rooms, bookables, customers, contacts }) {
  const rows = { trainings: [], sessions: [], assignments: [], bookings: [] };
  const made = [];
  const taken = new Map();
  /** Takes a thing for days, if it is free on all of them. */
  const take = (id, days) => {
    if (!taken.has(id)) taken.set(id, new Set());
    const set = taken.get(id);
    if (days.some((day) => set.has(day))) return false;
    for (const day of days) set.add(day);
    return true;
  };
  const mainContact = new Map(
    contacts.filter(({ main_contact }) => main_contact).map((one) => [one.customer_id, one.id]),
  );
  const offered = templates.filter(({ row }) => row.status === 'active');
  const organisations = customers.filter(({ type, status }) => type === 'organisation' && status === 'active');
  const numbers = new Map();
  const plan = Object.entries(states).flatMap(([status, [count, from, to]]) =>
    Array.from({ length: count }, (_, i) => ({ status, i, from, to })),
  );

  for (const { status, i, from, to } of plan) {
    // the trainer with an account teaches today and on the next days, and has been asked for more
    const own = (status === 'planned' && i < 4) || (status === 'confirmed' && i < 3);
    const boating = offered.filter(({ entry }) => entry.marks.has('boat') || entry.area === 'boating');
    const template = own
      ? offered.find(({ entry }) => entry.name === ledByAccount[i])
      : chance.pick(chance.chance(0.3) ? boating : offered);
    const { entry, row: source } = template;
    const brand_id = brandOf[entry.brand];
    const format = own ? 'classroom' : chance.pick(entry.formats);
    const customersOf = organisations.filter(({ brand_ids }) => brand_ids.includes(brand_id));
    const inHouse = !own && chance.chance(entry.brand === 'b' ? 0.15 : 0.45);
    const customer = inHouse
      ? customersOf[Math.floor(chance.int(0, 99) ** 1.4 / 100 ** 0.4) % customersOf.length]
      : undefined;
    const wanted = rooms.filter(
      ({ capacity, water }) => capacity >= Math.min(entry.places, 12) && water === entry.marks.has('boat'),
    );
    const room = format === 'online' ? undefined : chance.pick(wanted);
    const state = room?.state ?? 'DE-NW';
    const gap = format === 'online' && entry.topics.length > 1 ? 7 : 1;
    const ownNext = addDays([today, ...trainers[0].days].sort().at(-1), i === 0 ? 0 : i);
    let start = own && status === 'planned' ? ownNext : addDays(today, chance.int(from, to));
    let days = workdays(start, entry.topics.length, state, gap);
    // who has begun before today and is not through is planned; what is over is before today
    if (own && status === 'planned' && i === 0)
      days = workdays(workdayFrom(addDays(today, -1), state, -1), days.length, state);
    const over = ['delivered', 'invoiced', 'closed'].includes(status);
    while (over && days.at(-1) >= addDays(today, -1)) {
      start = addDays(start, -3);
      days = workdays(start, entry.topics.length, state, gap);
    }
    const [first, last] = [days[0], days.at(-1)];
    const steps = stepsOf(chance, status, first, last);
    const owner = chance.pick(ownersOf(brand_id));
    const number = rows.trainings.length + 1;
    const id = trainingIds.training(number);
    const touched = Object.values(steps).at(-1);
    const price = (format === 'online' && entry.formats.length > 1 ? 0.85 : 1) * entry.price;
    const year = steps.lead.slice(0, 4);
    const row = {
      id,
      version: Object.keys(steps).length,
      created_at: steps.lead,
      created_by: owner.id,
      updated_at: touched,
      updated_by: owner.id,
      year,
      name: entry.name,
      status,
      kind: customer ? 'in_house' : 'open',
      format,
      template_id: source.id,
      brand_id,
      customer_id: customer?.id ?? null,
      contact_id: customer ? (mainContact.get(customer.id) ?? null) : null,
      owner_id: owner.id,
      language: chance.chance(0.05) ? 'en' : 'de',
      starts_on: first,
      location_id: room?.id ?? null,
      online_link: format === 'classroom' ? null : `https://meet.newoa.example/${chance.digits(9)}`,
      min_participants: customer ? null : source.min_participants,
      max_participants: entry.places,
      decide_on: customer ? null : addDays(first, -14),
      option_until: status === 'option' ? addDays(today, chance.int(-2, 21)) : null,
      price: customer ? `${entry.inHouse}.00` : null,
      participant_price: customer ? null : `${Math.round(price / 10) * 10}.00`,
      vat_case: source.vat_case,
      cancellation_terms_id: customer ? null : termsOf(brand_id),
      other_cost: room && status !== 'lead' ? `${room.rate * days.length}.00` : null,
      confirmed_on: steps.confirmed ? dayOf(steps.confirmed) : null,
      delivered_on: steps.delivered ? dayOf(steps.delivered) : null,
      // one of four that were called off waits for its mails
      cancellation_told_at: status === 'cancelled' && number % 4 ? touched : null,
      invoice_number: null,
      invoiced_on: steps.invoiced ? dayOf(steps.invoiced) : null,
      reason: status === 'cancelled' ? chance.pick(cancellations) : null,
      material: source.material,
      description: source.description,
      remarks: chance.chance(0.2)
        ? chance.pick([
            'Zwei Personen essen vegetarisch.',
            'Beginn bitte erst um 9:30 Uhr, Anreise mit der Bahn.',
            'Rollstuhlgerechter Zugang nötig.',
            'Kunde bringt eigene Rechner mit.',
          ])
        : null,
      tag_ids: [...(customer ? [tags[6].id] : []), ...(chance.chance(0.15) ? [chance.pick(tags).id] : [])].filter(
        (tag, at, all) => all.indexOf(tag) === at,
      ),
    };
    rows.trainings.push(row);
    const one = {
      row,
      template,
      steps,
      first,
      last,
      sessions: [],
      doneAt: (due) =>
        later(steps.confirmed, officeTime(chance, Math.min(0, daysBetween(today, due) - chance.int(0, 4)))),
    };
    made.push(one);
    if (status === 'lead' || (status === 'offered' && chance.chance(0.4))) continue;

    const held = status !== 'cancelled';
    const sure = held && !['offered', 'option'].includes(status);
    const roomFree = room && sure && take(room.id, days);
    const other =
      room && sure && !roomFree
        ? wanted.find((other) => days.every((day) => isWorkday(day, other.state)) && take(other.id, days))
        : undefined;
    const place = roomFree ? room : other;
    if (sure && room) row.location_id = place?.id ?? null;
    // without a room it is held online
    if (sure && room && !place) {
      row.format = entry.formats.includes('online') ? 'online' : row.format;
      row.online_link = `https://meet.newoa.example/${chance.digits(9)}`;
    }
    const things = bookables.filter(({ type }) =>
      entry.marks.has('boat') ? type === 'boat' : entry.marks.has('kit') && type === 'kit',
    );
    const thing =
      sure && row.format === 'classroom' && things.length ? things.find(({ id: one }) => take(one, days)) : undefined;
    const fitting = trainers.filter(
      ({ row: trainer, valid, away, days: busy }, at) =>
        trainer.status === 'active' &&
        trainer.brand_ids.includes(brand_id) &&
        (at > 0 || own) &&
        source.qualification_ids.every((one) => {
          const key = keys[Number.parseInt(one.slice(-4), 16) - 1];
          return valid.has(key) && (valid.get(key) === null || valid.get(key) >= last);
        }) &&
        !away.some(([begin, end]) => begin <= last && end >= first) &&
        !days.some((day) => busy.has(day)),
    );
    const near = fitting.filter(({ row: trainer }) => !room || trainer.region_id === room.region_id);
    const someone = fitting.length
      ? fitting
      : trainers.filter(
          ({ row: t, days: busy }, at) =>
            (at > 0 || own) &&
            t.status === 'active' &&
            t.brand_ids.includes(brand_id) &&
            !days.some((day) => busy.has(day)),
        );
    const lead = own ? trainers[0] : chance.pick(near.length && chance.chance(0.6) ? near : someone);
    const staffed =
      ['planned', 'delivered', 'invoiced', 'closed'].includes(status) ||
      (status === 'confirmed' && !own && chance.chance(0.55));
    if (staffed) for (const day of days) lead.days.add(day);
    const assign = (session, trainer, state, extra = {}) =>
      rows.assignments.push({
        id: trainingIds.assignment(rows.assignments.length + 1),
        version: state === 'option' ? 1 : 2,
        created_at: steps.offered,
        created_by: owner.id,
        updated_at: touched,
        session_id: session.id,
        trainer_id: trainer.row.id,
        status: state,
        part: 'lead',
        fee: trainer.row.day_rate ?? '0.00',
        travel_cost: row.format === 'online' ? '0.00' : `${chance.int(0, 14) * 10}.00`,
        asked_at: state === 'option' ? null : steps.offered,
        answered_at: ['confirmed', 'declined'].includes(state)
          ? later(steps.offered, steps.confirmed ?? steps.offered)
          : null,
        answer_until: state === 'asked' ? instantOf(addDays(today, chance.int(1, 9)), '18:00') : null,
        ask_order: null,
        answer_days: null,
        reason: null,
        ...extra,
      });
    // asked one after the other: who is asked, and who follows when they decline
    const inTurn = status === 'confirmed' && !own && !staffed;
    const order = (place) => (inTurn ? { ask_order: place, answer_days: 5 } : {});
    const answer_until = instantOf(addDays(today, 2 + (number % 6)), '18:00');
    const rivals = chance.some(
      someone.filter((other) => other !== lead),
      2,
    );
    for (const [at, date] of days.entries()) {
      const session = {
        id: trainingIds.session(rows.sessions.length + 1),
        created_at: steps.offered,
        created_by: owner.id,
        updated_at: steps.offered,
        name: entry.topics[at],
        training_id: id,
        starts_at: instantOf(date, entry.area === 'boating' ? '10:00' : '09:00'),
        ends_at: instantOf(date, entry.area === 'boating' ? '17:30' : '16:30'),
        units: 8,
        location_id: row.format === 'online' ? null : row.location_id,
        online_link: row.format === 'classroom' && row.location_id ? null : row.online_link,
        content: null,
      };
      rows.sessions.push(session);
      one.sessions.push({ ...session, date });
      if (!held) assign(session, lead, 'released', { reason: 'Training abgesagt' });
      else if (staffed) assign(session, lead, 'confirmed');
      else if (status === 'offered') assign(session, lead, 'option');
      else if (own || chance.chance(0.7))
        assign(session, lead, status === 'option' ? chance.pick(['option', 'asked']) : 'asked', {
          ...order(1),
          ...(inTurn ? { answer_until } : {}),
        });
      if (inTurn && rows.assignments.at(-1)?.session_id === session.id)
        for (const [i, rival] of rivals.filter((one) => fitting.includes(one)).entries())
          assign(session, rival, 'option', order(i + 2));
      if (staffed && at === 0 && rivals[0] && chance.chance(0.3))
        assign(session, rivals[0], 'declined', {
          reason: chance.pick(['In dieser Woche schon im Urlaub.', 'Bin an dem Tag in Hamburg.', 'Leider ausgebucht.']),
        });
      if (
        staffed &&
        row.format !== 'online' &&
        entry.places > 14 &&
        rivals[1] &&
        chance.chance(0.15) &&
        !rivals[1].days.has(date)
      ) {
        rivals[1].days.add(date);
        assign(session, rivals[1], 'confirmed', { part: 'assistant', fee: '250.00' });
      }
      const book = (what_resource, what_id, status) =>
        rows.bookings.push({
          id: trainingIds.booking(rows.bookings.length + 1),
          created_at: steps.offered,
          created_by: owner.id,
          updated_at: steps.offered,
          purpose: `${row.name}: ${session.name}`.slice(0, 200),
          what_resource,
          what_id,
          starts_at: session.starts_at,
          ends_at: session.ends_at,
          status,
          subject_resource: 'training_sessions',
          subject_id: session.id,
        });
      if (session.location_id)
        book('locations', session.location_id, sure ? 'confirmed' : held ? 'option' : 'released');
      if (thing) book('bookable_resources', thing.id, 'confirmed');
    }
    one.lead = staffed ? lead.row.id : null;
  }
  // numbers in the order in which trainings came in, beginning anew each year
  for (const row of rows.trainings.toSorted((a, b) => a.created_at.localeCompare(b.created_at))) {
    const next = (numbers.get(row.year) ?? 0) + 1;
    numbers.set(row.year, next);
    row.number = `T-${row.year}-${String(next).padStart(4, '0')}`;
    delete row.year;
  }
  const invoices = new Map();
  for (const row of rows.trainings
    .filter(({ invoiced_on }) => invoiced_on)
    .sort((a, b) => a.invoiced_on.localeCompare(b.invoiced_on))) {
    const year = row.invoiced_on.slice(0, 4);
    invoices.set(year, (invoices.get(year) ?? 0) + 1);
    row.invoice_number = `RE-${year}-${String(invoices.get(year)).padStart(4, '0')}`;
  }
  return { rows, made, numbers };
}
