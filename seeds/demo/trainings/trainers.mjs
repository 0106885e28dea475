import { brands, trainerUser } from '../company.mjs';
import { day } from '../dates.mjs';
import { trainingIds } from '../ids.mjs';
import { slug } from '../names.mjs';
import { men, surnames, women } from '../people.mjs';
import { germany, landline, mobile, nearby, streets } from '../places.mjs';
import { qualifications } from './catalogue.mjs';
import { neighbours, regionOf } from './regions.mjs';
import { addDays, today } from './workdays.mjs';

const [newoa, boat, copilots] = brands.map(({ id }) => id);
const keys = Object.keys(qualifications);

/** What people can do together, with the brands that ask for it. */
const profiles = [
  {
    can: ['segel', 'sbf', 'rettung'],
    brand_ids: [boat],
    about: 'Segelt seit der Kindheit, unterrichtet vom Optimisten bis zur Yacht.',
  },
  {
    can: ['sbf', 'funk', 'pyro'],
    brand_ids: [boat],
    about: 'Lange in der Berufsschifffahrt, heute mit Geduld für die Seekarte.',
  },
  {
    can: ['segel', 'ersthilfe', 'rettung'],
    brand_ids: [boat],
    about: 'Kommt aus dem Rettungsdienst und segelt; verbindet beides im Sicherheitstraining.',
  },
  { can: ['ki', 'mct'], brand_ids: [copilots], about: 'Kommt aus der IT-Beratung, erklärt ohne Fachwörter.' },
  {
    can: ['ki', 'daten'],
    brand_ids: [copilots],
    about: 'Aus der Rechtsberatung, mit Liebe zu Technik: was darf ein Assistent wissen?',
  },
  {
    can: ['mct', 'ki', 'coach'],
    brand_ids: [copilots, newoa],
    about: 'Begleitet Teams bei der Einführung von Copilot.',
  },
  {
    can: ['coach', 'mediator'],
    brand_ids: [newoa],
    about: 'Fünfzehn Jahre Personalentwicklung, heute Coaching und Mediation.',
  },
  { can: ['verkauf'], brand_ids: [newoa], about: 'Aus dem Vertrieb, für den Vertrieb: Übungen statt Folien.' },
  {
    can: ['verkauf', 'coach'],
    brand_ids: [newoa],
    about: 'Hat Vertriebsteams geführt und kennt beide Seiten des Tisches.',
  },
];

/** Days from today on which a proof ends: some have run out, some are about to. */
const endOf = (chance) => chance.weighted({ none: 30, long: 46, soon: 14, over: 10 });
const validTo = (chance, end) =>
  ({ none: null, long: day(chance.int(120, 900)), soon: day(chance.int(5, 60)), over: day(-chance.int(10, 150)) })[end];

function person(chance, taken) {
  for (;;) {
    const woman = chance.chance(0.48);
    const name = `${chance.pick(woman ? women : men)} ${chance.pick(surnames)}`;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

/** Sixty trainers over Germany; the first one has an account. Most are suppliers, every seventh works here. */
export function trainers(chance, count) {
  const taken = new Set([trainerUser.name]);
  const rows = {
    suppliers: [],
    employees: [],
    trainers: [],
    regions: [],
    qualifications: [],
    availabilities: [],
    busy: [],
  };
  for (let i = 0; i < count; i++) {
    const profile = profiles[i % profiles.length];
    const account = i === 0;
    const name = account ? trainerUser.name : person(chance, taken);
    const place = account ? nearby[0] : chance.pick(chance.chance(0.4) ? nearby : germany);
    const { area, state } = regionOf(place.postcode);
    const employed = i % 7 === 6;
    const email = account
      ? trainerUser.email
      : `${slug(name).replace('-', '.')}@${employed ? 'newoa' : 'trainer'}.example`;
    const address = {
      street: `${chance.pick(streets)} ${chance.int(1, 120)}`,
      postcode: place.postcode,
      city: place.city,
      country: 'DE',
    };
    const phone = chance.chance(0.6) ? mobile(20 + i) : landline(2100 + i);
    if (employed)
      rows.employees.push({
        id: trainingIds.employee(rows.employees.length + 1),
        name,
        email,
        phone,
        address,
        position: 'Trainer',
        brand_id: profile.brand_ids[0],
        entered_on: day(-chance.int(300, 2500)),
        active: true,
      });
    else
      rows.suppliers.push({
        id: trainingIds.supplier(rows.suppliers.length + 1),
        number: `L-${70001 + rows.suppliers.length}`,
        name: chance.chance(0.75) ? name : `${name.split(' ')[1]} Training & Beratung`,
        category: 'trainer',
        contact_name: name,
        email,
        phone,
        address,
        vat_id: chance.chance(0.7) ? `DE999${chance.digits(6)}` : null,
        payment_days: 14,
        brand_ids: profile.brand_ids,
        active: true,
      });
    const row = {
      id: trainingIds.trainer(i + 1),
      name,
      status: i === 41 ? 'paused' : i === 57 ? 'former' : 'active',
      email,
      phone,
      address,
      region_id: state,
      brand_ids: profile.brand_ids,
      languages: chance.chance(0.3) ? ['de', 'en'] : ['de'],
      profile: profile.about,
      employee_id: employed ? rows.employees.at(-1).id : null,
      supplier_id: employed ? null : rows.suppliers.at(-1).id,
      user_id: account ? trainerUser.id : null,
      day_rate: employed ? null : `${chance.int(14, 34) * 25 + 300}.00`,
      max_days: chance.chance(0.5) ? chance.int(6, 14) : null,
    };
    rows.trainers.push(row);
    const region = (region_id, travel_cost, priority) =>
      rows.regions.push({
        id: trainingIds.trainerRegion(rows.regions.length + 1),
        trainer_id: row.id,
        region_id,
        travel_cost: `${travel_cost}.00`,
        priority,
      });
    region(area, 0, 1);
    for (const other of chance.some(neighbours(area), chance.int(1, 3))) region(other, chance.int(2, 9) * 10, 2);
    region(state, chance.int(8, 18) * 10, 3);
    const valid = new Map();
    for (const key of profile.can) {
      const valid_to = account ? day(400) : validTo(chance, endOf(chance));
      valid.set(key, valid_to);
      rows.qualifications.push({
        id: trainingIds.trainerQualification(rows.qualifications.length + 1),
        trainer_id: row.id,
        qualification_id: trainingIds.qualification(keys.indexOf(key) + 1),
        valid_from: addDays(valid_to && valid_to < today ? valid_to : today, -chance.int(200, 1400)),
        valid_to,
        proof: chance.chance(0.7) ? `Urkunde ${chance.int(1000, 9999)}/${chance.int(15, 25)}` : null,
      });
    }
    const away = [];
    for (const [type, reason] of chance.some(
      [
        ['blocked', 'Urlaub'],
        ['blocked', 'Urlaub'],
        ['blocked', 'Fortbildung'],
        ['tentative', 'Anderes Projekt, noch offen'],
        ['free', 'Kurzfristig frei'],
      ],
      chance.int(1, 3),
    )) {
      const from_on = addDays(today, account ? chance.int(30, 150) : chance.int(-120, 150));
      const until_on = addDays(from_on, chance.int(3, 18));
      if (type === 'blocked') away.push([from_on, until_on]);
      rows.availabilities.push({
        id: trainingIds.availability(rows.availabilities.length + 1),
        trainer_id: row.id,
        type,
        from_on,
        until_on,
        reason,
      });
    }
    rows.busy.push({ row, valid, away, days: new Set() });
  }
  return rows;
}
