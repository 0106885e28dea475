import { birthday, officeTime } from './dates.mjs';
import { contactId } from './ids.mjs';
import { slug } from './names.mjs';
import { men, surnames, women } from './people.mjs';
import { landline, mobile } from './places.mjs';

const positions = [
  ['Geschäftsführung', null],
  ['Personalleitung', 'Personal'],
  ['Personalentwicklung', 'Personal'],
  ['Referentin Weiterbildung', 'Personal'],
  ['Leitung Einkauf', 'Einkauf'],
  ['Sachbearbeitung Einkauf', 'Einkauf'],
  ['Buchhaltung', 'Finanzen'],
  ['Leitung Finanzen', 'Finanzen'],
  ['IT-Leitung', 'IT'],
  ['Systemadministration', 'IT'],
  ['Assistenz der Geschäftsführung', null],
  ['Bürokoordination', 'Verwaltung'],
  ['Vertriebsleitung', 'Vertrieb'],
  ['Marketing', 'Marketing'],
  ['Betriebsrat', null],
  ['Teamleitung Kundendienst', 'Kundendienst'],
];

/** People: one to five at each organisation, some without a customer. */
export function contacts(chance, count, customers) {
  const rows = [];
  const taken = new Set();
  const organisations = customers.filter((customer) => customer.type === 'organisation');
  const alone = 20;
  /** Every organisation has one; what is left goes to some of them, at most four more each. */
  const at = [...organisations];
  const more = chance.some(
    organisations.flatMap((customer) => [customer, customer, customer, customer]),
    count - alone - at.length,
  );
  at.push(...more);
  for (let i = 1; i <= count; i++) {
    const customer = at[i - 1];
    const woman = chance.chance(0.52);
    const first = chance.pick(woman ? women : men);
    const last = chance.chance(0.05) ? chance.some(surnames, 2).join('-') : chance.pick(surnames);
    const [position, department] = chance.pick(positions);
    const domain = customer?.email.split('@')[1] ?? 'mail.example';
    let email = `${slug(first)}.${slug(last)}@${domain}`;
    if (taken.has(email)) email = `${slug(first)}.${slug(last)}${i}@${domain}`;
    taken.add(email);
    const since = chance.int(5, 900);
    rows.push({
      id: contactId(i),
      created_at: officeTime(chance, -since),
      created_by: customer?.created_by ?? null,
      updated_at: officeTime(chance, -chance.int(0, since - 3)),
      updated_by: customer?.updated_by ?? null,
      salutation: chance.chance(0.02) ? 'none' : woman ? 'ms' : 'mr',
      academic_title: chance.chance(0.05) ? chance.pick(['Dr.', 'Dr.', 'Prof. Dr.']) : null,
      first_name: first,
      last_name: last,
      customer_id: customer?.id ?? null,
      position: customer ? (woman ? position : position.replace('Referentin', 'Referent')) : null,
      department: customer ? department : null,
      email: chance.chance(0.05) ? null : email,
      phone: chance.chance(0.25) ? null : landline(400 + i),
      mobile: chance.chance(0.35) ? mobile(i) : null,
      birthday: chance.chance(0.3) ? birthday(chance, chance.int(22, 63)) : null,
      newsletter: chance.chance(0.35),
      main_contact: i <= organisations.length,
    });
  }
  return rows;
}
