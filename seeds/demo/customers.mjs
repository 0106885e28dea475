import { brands, tags, users } from './company.mjs';
import { officeTime } from './dates.mjs';
import { addressId, customerId } from './ids.mjs';
import { companyName, slug } from './names.mjs';
import { men, surnames, women } from './people.mjs';
import { austria, germany, landline, mobile, nearby, streets, switzerland } from './places.mjs';

const industries = { crafts: 16, industry: 17, trade: 13, services: 20, public: 7, health: 11, education: 7, it: 9 };
const remarks = [
  'Rechnungen immer mit Bestellnummer, sonst gehen sie zurück.',
  'Ansprechpartner ist nur vormittags zu erreichen.',
  'Wünscht Angebote grundsätzlich als PDF mit Einzelpreisen.',
  'Parkplätze für Trainer am Empfang anmelden.',
  'Hat 2 Schulungsräume mit je 12 Plätzen, Beamer vorhanden.',
  'Zahlt zuverlässig, Skonto wird immer gezogen.',
  'Beschafft über eine zentrale Einkaufsstelle; dort zuerst nachfragen.',
  'Rahmenvertrag über 10 Schulungstage im Jahr, Abrechnung je Quartal.',
  'Betriebsferien in den letzten beiden Juliwochen.',
  'Möchte erst im neuen Geschäftsjahr wieder angesprochen werden.',
  'Der Betriebsrat muss Schulungen zu KI zustimmen, Vorlauf vier Wochen.',
  'Teilnehmerunterlagen bitte zusätzlich auf Englisch.',
];
/** Names that test a screen or the search: very long, with a slash, with quotation marks, with an umlaut that people type in three ways. */
const special = [
  'Gesellschaft für angewandte Verfahrenstechnik und Anlagenplanung Mittelrhein mbH & Co. KG',
  'Genossenschaft „Gemeinsam wohnen“ Lindenrode eG',
  'Ärztehaus Schäfer/Öztürk/Weiß',
  'Müller GmbH & Co. KG',
];

function place(chance) {
  const country = chance.weighted({ near: 42, DE: 44, AT: 8, CH: 6 });
  return chance.pick({ near: nearby, DE: germany, AT: austria, CH: switzerland }[country]);
}

const street = (chance) =>
  `${chance.pick(streets)} ${chance.int(1, 148)}${chance.chance(0.12) ? chance.pick(['a', 'b', 'c']) : ''}`;

function vatId(chance, country) {
  if (country === 'AT') return `ATU99${chance.digits(6)}`;
  if (country === 'CH') return `CHE-999.${chance.digits(3)}.${chance.digits(3)} MWST`;
  return `DE999${chance.digits(6)}`;
}

/** The customers with their addresses. Numbers run from K-10001 on. */
export function customers(chance, count) {
  const taken = new Set();
  const slugs = new Set();
  const rows = [];
  let persons = 0;
  const addresses = [];
  const staff = users.filter((user) => user.role !== 'auditor');
  for (let i = 1; i <= count; i++) {
    const person = i > special.length && chance.chance(0.12);
    const { city, postcode, country } = place(chance);
    const industry = chance.weighted(industries);
    const name = special[i - 1] ?? (person ? personName(chance, taken) : companyName(chance, industry, country, taken));
    let domain = slug(name).slice(0, 50).replace(/-$/, '');
    if (slugs.has(domain)) domain = `${domain}-${slug(city)}`;
    if (slugs.has(domain)) domain = `${domain}-${i}`;
    slugs.add(domain);
    const own = chance.some(brands, chance.chance(0.22) ? 2 : 1).map((brand) => brand.id);
    const status = chance.weighted({ active: 55, prospect: 28, inactive: 14, blocked: 3 });
    const since = chance.int(20, 1400);
    const owner = chance.pick(staff.filter((user) => user.brand_ids.some((id) => own.includes(id))));
    const known = status === 'active' || status === 'inactive';
    rows.push({
      id: customerId(i),
      created_at: officeTime(chance, -since),
      created_by: owner.id,
      updated_at: officeTime(chance, -chance.int(0, Math.min(since - 3, 300))),
      updated_by: owner.id,
      number: `K-${10000 + i}`,
      type: person ? 'person' : 'organisation',
      name,
      status,
      industry: person ? null : industry,
      email: person
        ? `${domain.replace('-', '.')}@mail.example`
        : `${chance.pick(['info', 'info', 'kontakt', 'office', 'zentrale'])}@${domain}.example`,
      phone: country !== 'DE' || chance.chance(0.06) ? null : person ? mobile(persons++) : landline(i),
      website: person || chance.chance(0.15) ? null : `https://www.${domain}.example`,
      vat_id: person || !known ? null : vatId(chance, country),
      language: country === 'CH' && chance.chance(0.3) ? 'en' : chance.chance(0.04) ? 'en' : 'de',
      payment_days: Number(chance.weighted({ 14: 60, 30: 25, 7: 10, 45: 5 })),
      credit_limit:
        known && chance.chance(0.7) ? `${chance.pick([1000, 2500, 5000, 7500, 10000, 15000, 25000, 50000])}.00` : null,
      owner_id: status === 'prospect' && chance.chance(0.25) ? null : owner.id,
      brand_ids: own,
      tag_ids: chance.some(tags, Number(chance.weighted({ 0: 40, 1: 35, 2: 18, 3: 7 }))).map((tag) => tag.id),
      remarks: chance.chance(0.28) ? chance.pick(remarks) : null,
    });
    const address = (type, where, extra = null) =>
      addresses.push({
        id: addressId(addresses.length + 1),
        created_at: rows.at(-1).created_at,
        created_by: owner.id,
        updated_by: owner.id,
        party_resource: 'customers',
        party_id: customerId(i),
        type,
        street: street(chance),
        extra,
        postcode: where.postcode,
        city: where.city,
        country: where.country,
      });
    address(
      'main',
      { city, postcode, country },
      !person && chance.chance(0.1) ? chance.pick(['Gebäude B', 'Hinterhaus', '3. Obergeschoss', 'Tor 2']) : null,
    );
    if (!person && chance.chance(0.15)) address('billing', { city, postcode, country }, 'Rechnungsprüfung');
    if (!person && chance.chance(0.1)) address('delivery', place(chance), 'Wareneingang');
  }
  return { rows, addresses };
}

function personName(chance, taken) {
  for (;;) {
    const name = `${chance.pick(chance.chance(0.5) ? women : men)} ${chance.pick(surnames)}`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}
