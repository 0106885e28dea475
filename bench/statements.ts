import pg from 'pg';

/**
 * What somebody would write by hand for the customers: the same columns and lists in the answer, the same condition and order,
 * one statement per question, prepared. No rights, no validation, no trail, no merging: that is what Kontor is compared with.
 */
const columns = `t.id, t.version, t.created_at, t.created_by, t.updated_at, t.updated_by, t.deleted_at, t.deleted_by,
  t.number, t.type, t.name, t.status, t.industry, t.email, t.phone, t.website, t.vat_id, t.language, t.payment_days,
  t.credit_limit, t.owner_id,
  ARRAY(SELECT p.target_id FROM customers_brand_ids p WHERE p.record_id = t.id ORDER BY 1) AS brand_ids,
  ARRAY(SELECT p.target_id FROM customers_tag_ids p WHERE p.record_id = t.id ORDER BY 1) AS tag_ids,
  t.remarks, t.contacts_count, t.open_tasks`;

const statements = {
  page: `SELECT ${columns} FROM customers t WHERE t.deleted_at IS NULL AND t.status = $1 ORDER BY t.name, t.id LIMIT $2 OFFSET $3`,
  total: 'SELECT count(*)::int AS total FROM customers t WHERE t.deleted_at IS NULL AND t.status = $1',
  one: `SELECT ${columns} FROM customers t WHERE t.id = $1`,
  addresses: `SELECT id, version, created_at, created_by, updated_at, updated_by, party_resource, party_id, type, street, extra, postcode, city, country
    FROM addresses WHERE party_resource = 'customers' AND party_id = $1 ORDER BY created_at, id`,
  create: `INSERT INTO customers AS t (id, number, type, name, status, industry, email, phone, language, payment_days)
    VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING ${columns}`,
  update: `UPDATE customers AS t SET remarks = $3, payment_days = $4, version = t.version + 1, updated_at = now()
    WHERE t.id = $1 AND t.version = $2 AND t.deleted_at IS NULL RETURNING ${columns}`,
} as const;

type Row = Record<string, any>;

/** The four answers, over a pool of ten connections as Kontor has. */
export function byHand(databaseUrl: string) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });
  const run = async (name: keyof typeof statements, values: unknown[]): Promise<Row[]> =>
    (await pool.query<Row>({ name, text: statements[name], values })).rows;
  const series = Date.now().toString(36);
  let number = 0;
  return {
    async page(status: string, first: number, last: number): Promise<{ rows: Row[]; total: number }> {
      const [rows, [count]] = await Promise.all([
        run('page', [status, last - first + 1, first]),
        run('total', [status]),
      ]);
      return { rows, total: count!.total };
    },
    async one(id: string): Promise<Row | undefined> {
      const [[row], addresses] = await Promise.all([run('one', [id]), run('addresses', [id])]);
      return row && { ...row, addresses };
    },
    async create(body: Row): Promise<Row> {
      number += 1;
      const { type, name, status, industry, email, phone, language, payment_days } = body;
      const [row] = await run('create', [
        `B-${series}-${process.pid}-${number}`,
        type,
        name,
        status,
        industry,
        email,
        phone,
        language,
        payment_days,
      ]);
      return row!;
    },
    async update(id: string, body: Row): Promise<Row | undefined> {
      return (await run('update', [id, body.version, body.remarks, body.payment_days]))[0];
    },
  };
}
