import { men, surnames, women } from './people.mjs';
import { landlines } from './places.mjs';

const text = (value) => `'${value.replaceAll("'", "''")}'`;
const list = (values) => `ARRAY[${values.map(text).join(', ')}]::text[]`;
/** Who may look after customers, and the brands, as they are in this database. */
const staff = `(SELECT array_agg(id ORDER BY id) FROM users WHERE active AND deleted_at IS NULL AND id NOT IN (SELECT a.user_id FROM user_roles a JOIN roles r ON r.id = a.role_id WHERE r.key IN ('auditor', 'trainer')))`;
const brands = '(SELECT array_agg(id ORDER BY id) FROM brands WHERE deleted_at IS NULL)';
const hash = (salt) => `(('x' || substr(md5('${salt}' || i), 1, 7))::bit(28)::int)`;
const share = (salt) => `${hash(salt)} % 100`;
const member = (array, salt) => `(${array})[1 + ${hash(salt)} % cardinality(${array})]`;

/** What a company does, with the industry it belongs to; as often as industries are in the list. */
const trades = [
  ['Schreinerei', 'crafts'],
  ['Elektro', 'crafts'],
  ['Metallbau', 'crafts'],
  ['Dachdeckerei', 'crafts'],
  ['Heizungsbau', 'crafts'],
  ['Bäckerei', 'crafts'],
  ['Maschinenbau', 'industry'],
  ['Werkzeugbau', 'industry'],
  ['Kunststofftechnik', 'industry'],
  ['Anlagenbau', 'industry'],
  ['Gießerei', 'industry'],
  ['Großhandel', 'trade'],
  ['Baustoffe', 'trade'],
  ['Bürobedarf', 'trade'],
  ['Weinhandel', 'trade'],
  ['Spedition', 'services'],
  ['Steuerberatung', 'services'],
  ['Immobilien', 'services'],
  ['Gebäudereinigung', 'services'],
  ['Ingenieurbüro', 'services'],
  ['Druckerei', 'services'],
  ['Reisebüro', 'services'],
  ['Kommunalservice', 'public'],
  ['Entsorgung', 'public'],
  ['Pflegedienst', 'health'],
  ['Praxis', 'health'],
  ['Sanitätshaus', 'health'],
  ['Fahrschule', 'education'],
  ['Sprachschule', 'education'],
  ['Softwarehaus', 'it'],
  ['IT-Service', 'it'],
];
const towns =
  'Aachen Augsburg Bamberg Berlin Bielefeld Bochum Bonn Bremen Chemnitz Darmstadt Dortmund Dresden Duisburg Düsseldorf Erfurt Essen Flensburg Frankfurt Freiburg Fulda Göttingen Hagen Hamburg Hannover Heidelberg Heilbronn Ingolstadt Jena Karlsruhe Kassel Kiel Koblenz Köln Konstanz Leipzig Lübeck Magdeburg Mainz Mannheim München Münster Nürnberg Oldenburg Osnabrück Passau Potsdam Regensburg Rosenheim Rostock Saarbrücken Schwerin Siegen Stuttgart Trier Ulm Weimar Wiesbaden Wuppertal Würzburg'.split(
    ' ',
  );
const first = [...women, ...men];

/** Rows per statement, so that none runs long. */
const portion = 20_000;

/**
 * Adds that many customers, made in the database. Names are a mixed-radix number, so that none comes twice; everything
 * else hangs on a hash of the counter, so that the shares are those of a real list.
 */
export async function grow(seeder, count) {
  for (let done = 0; done < count; done += portion) {
    const rows = Math.min(portion, count - done);
    await seeder.execute(customersSql(rows));
    await seeder.execute(brandsSql(rows));
  }
}

/** The next customers of the number sequence. */
const customersSql = (rows) => `WITH start AS (
    UPDATE number_sequences SET next_value = next_value + ${rows} WHERE key = 'customer' AND brand_id IS NULL RETURNING next_value - ${rows} AS n
  ), made AS (
    SELECT md5('customer ' || number)::uuid AS id, number, number - 10001 AS i, number % 8 = 7 AS person, (number - 10001) / ${surnames.length} AS round,
      (${list(surnames)})[1 + (number - 10001) * 7 % ${surnames.length}] AS surname
    FROM (SELECT n + g AS number FROM start, generate_series(0, ${rows - 1}) g) numbers
  ), filled AS (
    SELECT *, ${member('staff.ids', 'owner')} AS owner, CASE WHEN person
      THEN (${list(first)})[1 + round % ${first.length}] || ' ' || chr(65 + round / ${first.length} % 26) || '. ' || surname || CASE WHEN round >= ${first.length * 26} THEN '-' || (${list(surnames)})[1 + round / ${first.length * 26} % ${surnames.length}] ELSE '' END
      ELSE (${list(trades.map(([name]) => name))})[1 + round % ${trades.length}] || ' ' || surname || ' ' || (${list(towns)})[1 + round / ${trades.length} % ${towns.length}]
        || CASE WHEN round >= ${trades.length * towns.length} THEN ' ' || (1 + round / ${trades.length * towns.length}) ELSE '' END
        || (ARRAY[' GmbH', ' GmbH', ' GmbH', ' GmbH & Co. KG', ' GmbH & Co. KG', ' AG', ' KG', '', '', ' e. K.'])[1 + ${hash('form')} % 10] END AS name
    FROM made, (SELECT ${staff} AS ids) staff
  )
  INSERT INTO customers (id, created_at, created_by, updated_at, updated_by, number, type, name, status, industry, email, phone, language, payment_days, credit_limit, owner_id)
    SELECT id, now() - make_interval(days => 280, mins => ${hash('since')} % 1600000), owner, now() - make_interval(mins => ${hash('changed')} % 400000), owner,
      'K-' || number, CASE WHEN person THEN 'person' ELSE 'organisation' END, name,
      CASE WHEN ${share('status')} < 55 THEN 'active' WHEN ${share('status')} < 83 THEN 'prospect' WHEN ${share('status')} < 97 THEN 'inactive' ELSE 'blocked' END,
      CASE WHEN NOT person THEN (${list(trades.map(([, industry]) => industry))})[1 + round % ${trades.length}] END,
      'kunde' || number || CASE WHEN person THEN '@mail.example' ELSE '@firma' || number || '.example' END,
      CASE WHEN ${share('phone')} < 90 THEN (${list(landlines)})[1 + ${hash('area')} % ${landlines.length}] || lpad((${hash('digits')} % 1000)::text, 3, '0') END,
      CASE WHEN ${share('language')} < 95 THEN 'de' ELSE 'en' END, (ARRAY[14, 14, 14, 30, 7])[1 + ${hash('days')} % 5],
      CASE WHEN ${share('limit')} < 45 THEN (ARRAY[1000, 2500, 5000, 10000, 25000])[1 + ${hash('amount')} % 5] END, owner
    FROM filled ORDER BY i`;

/** One brand for the last customers of the sequence, for some of them two. */
const brandsSql = (rows) => `INSERT INTO customers_brand_ids (record_id, target_id)
  SELECT md5('customer ' || i)::uuid, brand FROM (SELECT ${brands} AS ids) brands, number_sequences s, generate_series(s.next_value - ${rows}, s.next_value - 1) i,
    LATERAL (SELECT ${member('brands.ids', 'brand')} AS brand UNION SELECT ${member('brands.ids', 'other')} WHERE ${share('second')} < 25) chosen
  WHERE s.key = 'customer' AND s.brand_id IS NULL AND brand IS NOT NULL`;
