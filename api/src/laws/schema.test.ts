import { type Condition, propertiesOf, rollupOf } from '@kontor/shared';
import { model } from '@kontor/shared/modules/index';
import { specimenModel } from '@kontor/shared/testing/specimens';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drift } from '../db/drift.ts';
import { quote } from '../db/quote.ts';
import { keptStatements, searchExpression } from '../db/schema.ts';
import { pairTable } from '../query/conditions.ts';
import { startTestKontor, type TestKontor } from '../testing/harness.ts';
import { fieldsOf, isWritable, Records } from '../testing/records.ts';
import { startSpecimens } from '../testing/specimens.ts';

interface Index {
  table: string;
  columns: string[];
  method: string;
  where: string | null;
  definition: string;
}

let kontor: TestKontor;
let indices: Index[];
beforeAll(async () => {
  kontor = await startTestKontor();
  const { rows } = await kontor.owner.query(`
    SELECT c.relname AS table, m.amname AS method, pg_get_expr(x.indpred, x.indrelid) AS where, pg_get_indexdef(x.indexrelid) AS definition,
      ARRAY(SELECT pg_get_indexdef(x.indexrelid, k, true) FROM generate_series(1, x.indnkeyatts) k) AS columns
    FROM pg_index x JOIN pg_class c ON c.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_am m ON m.oid = i.relam
    WHERE x.indisvalid AND x.indisready AND c.relnamespace = 'public'::regnamespace`);
  indices = rows;
});
afterAll(() => kontor.stop());

const all = [...model.resources.values()];
const plain = (name: string) => name.replaceAll('"', '');
/** An index that begins with the columns; a partial one only if it leaves out nothing but the trash. */
const indexed = (table: string, columns: readonly string[], method = 'btree', partial = true) =>
  indices.some(
    (index) =>
      index.table === table &&
      index.method === method &&
      (index.where === null || (partial && index.where === '(deleted_at IS NULL)')) &&
      columns.every((column, i) => plain(index.columns[i] ?? '') === column),
  );

describe('law 5: the schema is the declarations', () => {
  test('the migrations produce what the declarations demand', async () => {
    expect(await drift(kontor.ownerUrl, model)).toEqual([]);
  });

  test('foreign keys are indexed, over all rows', async () => {
    const { rows } = await kontor.owner.query(`
      SELECT c.relname AS table, ARRAY(SELECT a.attname::text FROM unnest(k.conkey) n JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = n) AS columns
      FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid WHERE k.contype = 'f'`);
    expect(rows.length).toBeGreaterThan(10);
    // a second column only says in what both agree (`same`)
    expect(rows.filter((row) => !indexed(row.table, row.columns.slice(0, 1), 'btree', false))).toEqual([]);
    const declared = all.flatMap((r) =>
      [...propertiesOf(r).values()].filter((p) => p.column?.references).map((p) => `${r.name}.${p.name}`),
    );
    const kept = rows.map((row) => `${row.table}.${row.columns[0]}`);
    expect(declared.filter((name) => !kept.includes(name))).toEqual([]);
  });

  test('who want the same place wait in turn whatever makes them want it', async () => {
    const { rows } = await kontor.owner.query(
      "SELECT tgrelid::regclass::text AS table, pg_get_triggerdef(oid) AS definition FROM pg_trigger WHERE tgfoid = 'kontor_in_turn'::regproc",
    );
    for (const resource of all)
      for (const [name, { equal, range, where = {} }] of Object.entries(resource.exclusions ?? {})) {
        const wanted = [...equal, ...range, ...fieldsOf(where)];
        const decisive = wanted.flatMap((field) => [field, resource.fields[field]?.copies?.[0] ?? field]);
        const { definition = '' } = rows.find(
          (row) => row.table === resource.name && row.definition.includes(`${name}_turn`),
        );
        const told = /UPDATE OF (.*) ON/.exec(definition)![1]!.split(', ').map(plain);
        expect([resource.name, name, decisive.filter((column) => !told.includes(column))]).toEqual([
          resource.name,
          name,
          [],
        ]);
      }
  });

  test.each(all.map((r) => r.name))('%s: filters, scopes, default sort and search can use an index', (name) => {
    const resource = model.get(name);
    const properties = propertiesOf(resource);
    const scoped = Object.values(resource.scopes ?? {}).flatMap((scope) => fieldsOf(scope as Condition));
    const missing: string[] = [];
    for (const column of new Set([...(resource.list?.filters ?? []), ...scoped])) {
      const property = properties.get(column);
      const field = resource.fields[column];
      if (field?.kind === 'references' && !field.through) {
        const table = pairTable(resource, column);
        if (!indexed(table, ['record_id', 'target_id'])) missing.push(`${column} (pairs)`);
        if (!indexed(table, ['target_id'])) missing.push(`${column} (pairs by target)`);
      } else if (field?.kind === 'subject') {
        if (!indexed(name, [`${column}_resource`, `${column}_id`])) missing.push(column);
      } else if (property?.column?.type === 'text[]') {
        if (!indexed(name, [column], 'gin')) missing.push(column);
      } else if (property?.column && !indexed(name, [column])) missing.push(column);
    }
    for (const [field, declared] of Object.entries(resource.fields))
      if (declared.kind === 'subject' && !indexed(name, [`${field}_resource`, `${field}_id`])) missing.push(field);
    const sort = resource.list?.sort?.[0];
    if (sort && !indexed(name, [sort])) missing.push(`${sort} (sort)`);
    for (const group of resource.unique ?? []) if (!indexed(name, group)) missing.push(group.join('+'));
    const trigrams = indices.some((i) => i.table === name && /gin \(search_text gin_trgm_ops\)/.test(i.definition));
    if (searchExpression(resource) && !trigrams) missing.push('search');
    expect(missing).toEqual([]);
  });

  test('every searched resource has its folded text, in both ways of writing umlauts', async () => {
    const { rows } = await kontor.owner.query(
      "SELECT table_name FROM information_schema.columns WHERE column_name = 'search_text' AND is_generated = 'ALWAYS' ORDER BY 1",
    );
    const searched = all.filter((r) => Object.values(r.fields).some((field) => field.search)).map((r) => r.name);
    expect(rows.map((row) => row.table_name).sort()).toEqual(searched.sort());
    const folded = await kontor.owner.query("SELECT kontor_search('Müller & Groß') AS text");
    expect(folded.rows[0].text).toBe('muller & gross mueller & gross');
  });
});

test('law 5: rollups and copies rebuilt are what was kept, after writes of all sorts', async () => {
  const own = await startSpecimens();
  try {
    const records = new Records(own);
    const call = own.admin;
    const all = [...specimenModel.resources.values()];
    for (const resource of all.filter(isWritable)) await records.create(resource, { full: true });
    const [one, two] = [
      await records.create(specimenModel.get('specimens')),
      await records.create(specimenModel.get('specimens')),
    ];
    const line = (price: string) => ({ name: 'Position', price });
    const booking = async (values: object) =>
      records.create(specimenModel.get('specimen_bookings'), {
        values: { specimen_id: one.id, state: 'firm', ...values } as never,
      });
    const bookings = await Promise.all([booking({}), booking({}), booking({ state: 'option' })]);
    const filled = await call('PUT', `/specimens/${one.id}`, {
      version: 1,
      lines_value: [line('1.10'), line('2.20'), line('3.30')],
    });
    expect(filled.body).toMatchObject({ rollup_value: '6.60', lines_count: 3, cheapest: '1.10', dearest: '3.30' });
    await call('PUT', `/specimens/${one.id}`, { version: 2, lines_value: filled.body.lines_value.slice(1) });
    await Promise.all([
      call('PUT', `/specimen_bookings/${bookings[0]!.id}`, { version: 1, specimen_id: two.id }),
      call('DELETE', `/specimen_bookings/${bookings[1]!.id}`),
      call('PUT', `/specimen_bookings/${bookings[2]!.id}`, { version: 1, state: 'firm' }),
    ]);
    await call('DELETE', `/specimens/${two.id}`);
    await call('POST', `/specimen_bookings/${bookings[1]!.id}/restore`);
    const customers = await own.owner.query('SELECT id FROM customers');
    for (const { id } of customers.rows)
      await records.create(specimenModel.get('tasks'), { values: { subject_resource: 'customers', subject_id: id } });
    const tasks = await call('GET', '/tasks');
    for (const task of tasks.body) await call('POST', `/tasks/${task.id}/actions/complete`, {});
    const kept = keptStatements(specimenModel);
    expect(kept.length).toBeGreaterThan(8);
    const rebuilt = async (what: string) => {
      for (const { resource, field, value } of kept) {
        const { rows } = await own.owner.query(
          `SELECT id, ${quote(field)} AS kept, ${value} AS rebuilt FROM ${quote(resource)} WHERE ${quote(field)} IS DISTINCT FROM ${value}`,
        );
        expect([what, resource, field, rows]).toEqual([what, resource, field, []]);
      }
    };
    await rebuilt('writes');
    // and what is made of copies follows when the row refers to another record
    for (const child of all) {
      const [row] = (await own.owner.query(`SELECT * FROM ${quote(child.name)} LIMIT 1`)).rows;
      const set = (column: string, value: unknown) =>
        own.owner.query(`UPDATE ${quote(child.name)} SET ${quote(column)} = $2 WHERE id = $1`, [row.id, value]);
      for (const by of new Set(Object.values(child.fields).flatMap((field) => field.copies?.[0] ?? []))) {
        const figures = all.flatMap((parent) =>
          Object.values(parent.fields).flatMap((field) => {
            const figure = rollupOf(field);
            return figure?.of === child.name ? [figure] : [];
          }),
        );
        for (const { where = {}, sum, mean } of figures) {
          for (const [column, value] of Object.entries(where)) await set(column, [value].flat()[0]);
          const measured = child.fields[sum ?? mean ?? ''];
          if (measured && !measured.copies && measured.kind !== 'expression') await set((sum ?? mean)!, 3);
        }
        const agreed = Object.values(child.fields).flatMap(({ same }) => {
          const [through, of] = (same && child.fields[same]?.copies) || [];
          return through === by ? [[of, row[same]]] : [];
        });
        const other = await records.create(specimenModel.get(child.fields[by]!.to), {
          full: true,
          values: Object.fromEntries(agreed),
        });
        await set(by, other.id);
        await rebuilt(`${child.name}.${by}`);
      }
    }
    expect((await call('GET', `/specimens/${one.id}`)).body).toMatchObject({
      lines_count: 2,
      rollup_value: '5.50',
      firm_bookings: 2,
      average: '2.7500',
    });
    // a copy follows the record it is made from, also that of another, and nobody else can change it
    const before = await call('GET', `/specimens/${one.id}`);
    await call('PUT', `/specimens/${one.id}`, { version: before.body.version, code: 'neu' });
    const [follower] = (await call('GET', `/specimen_bookings?filter={"specimen_id":"${one.id}"}`)).body;
    expect([follower.code, follower.owner_id]).toEqual(['neu', before.body.owner_id]);
    const forced = await call('PUT', `/specimen_bookings/${follower.id}`, { version: follower.version, code: 'alt' });
    expect(forced.status).toBe(200); // a value that may have changed meanwhile is passed over
    await own.owner.query('UPDATE specimen_bookings SET code = $1', ['alt']);
    const { rows: wrong } = await own.owner.query(
      'SELECT b.id FROM specimen_bookings b LEFT JOIN specimens s ON s.id = b.specimen_id WHERE b.code IS DISTINCT FROM s.code',
    );
    expect(wrong).toEqual([]);
  } finally {
    await own.stop();
  }
});
