import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  choice,
  date,
  decimal,
  defineModel,
  defineModule,
  defineResource,
  expression,
  integer,
  type Model,
  money,
  reference,
  rollup,
  text,
} from '@kontor/shared';
import knexModule from 'knex';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import type { Change } from './diff.ts';
import { demandedSchema, drift, migratedSchema } from './drift.ts';
import { introspect } from './introspect.ts';
import { migrate, migrationsFolder, withScratchDatabase } from './migrate.ts';
import { quote } from './quote.ts';
import { losesData, needsFill, type WriterOptions, writeMigration } from './writer.ts';

const { ownerUrl } = JSON.parse(process.env.KONTOR_TEST_DATABASE ?? '{}') as { ownerUrl: string };
const folder = mkdtempSync(join(tmpdir(), 'kontor-migrations-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const label = { de: ['X', 'X'] } as const;
const modelOf = (...resources: readonly any[]): Model =>
  defineModel([defineModule({ name: 'm', label: { de: 'M', en: 'M' }, icon: 'x', resources })]);

const first = modelOf(
  defineResource({
    name: 'parties',
    label,
    title: ['name'],
    fields: {
      name: text('Name', { required: true, max: 80, search: 'A' }),
      note: text('Notiz'),
      kind: choice('Art', { a: 'A', b: 'B' }, { required: true, default: 'a' }),
      amount: money('Betrag'),
      obsolete: text('Überholt'),
    },
    list: { columns: ['name'], filters: ['kind'], sort: ['name', 'ASC'] },
    trash: true,
  }),
  defineResource({ name: 'places', label, title: ['name'], fields: { name: text('Name', { required: true }) } }),
);

/** Renames, a new required column, another choice, NOT NULL, a new table that refers here, a rollup, an expression. */
const second = modelOf(
  defineResource({
    name: 'parties',
    label,
    title: ['name'],
    fields: {
      name: text('Name', { required: true, max: 120, search: 'A' }),
      remark: text('Bemerkung', { search: 'C' }),
      kind: choice('Art', { a: 'A', b: 'B', c: 'C' }, { required: true, default: 'b' }),
      amount: money('Betrag', { required: true, min: '0' }),
      obsolete: text('Überholt'),
      code: text('Kürzel', { required: true, max: 10 }),
      shown: expression('Anzeige', { as: { join: ['code', 'name'], by: ' ' } }),
      share: integer('Anteil', { min: 0 }),
      double: expression('Doppelt', { as: { add: ['share', 'share'] } }),
      visits: rollup('Besuche', { of: 'visits', by: 'party_id', count: true }),
    },
    list: { columns: ['name'], filters: ['kind', 'code'], sort: ['shown', 'ASC'] },
    indices: [['double', 'kind']],
    trash: true,
  }),
  defineResource({
    name: 'visits',
    label,
    title: ['on_day'],
    fields: {
      party_id: reference('Partei', { to: 'parties', required: true }),
      on_day: date('Tag', { required: true }),
      why: text('Warum'),
      asked: expression('Gefragt', { as: { join: ['why', 'why'], by: '?' } }),
    },
    unique: [['party_id', 'on_day']],
  }),
  defineResource({ name: 'locations', label, title: ['name'], fields: { name: text('Name', { required: true }) } }),
);
/** A column goes, and another one takes a wider type under an expression that stays as it is. */
const third = modelOf(
  defineResource({
    ...second.get('parties'),
    fields: Object.fromEntries(
      Object.entries({
        ...second.get('parties').fields,
        share: decimal('Anteil', { min: '0' }),
      }).filter(([name]) => name !== 'obsolete'),
    ),
  } as never),
  second.get('visits'),
  second.get('locations'),
);

/** Writes the migration that leads to a model, as the command does. */
async function write(name: string, model: Model, options: WriterOptions = {}): Promise<Change[]> {
  const changes = await drift(ownerUrl, model, folder, options.renames?.map(({ up }) => up) ?? []);
  writeFileSync(join(folder, `${name}.mjs`), writeMigration(name, changes, options));
  return changes;
}

const connected = async <T>(url: string, work: (db: pg.Client) => Promise<T>): Promise<T> => {
  const db = new pg.Client({ connectionString: url });
  await db.connect();
  try {
    return await work(db);
  } finally {
    await db.end();
  }
};

async function down(url: string): Promise<void> {
  const db = knexModule.knex({
    client: 'pg',
    connection: { connectionString: url },
    migrations: { directory: folder, loadExtensions: ['.mjs'] },
  });
  try {
    await db.migrate.down();
  } finally {
    await db.destroy();
  }
}

const renames = [
  {
    up: 'ALTER TABLE "parties" RENAME COLUMN "note" TO "remark"',
    down: 'ALTER TABLE "parties" RENAME COLUMN "remark" TO "note"',
  },
  { up: 'ALTER TABLE "places" RENAME TO "locations"', down: 'ALTER TABLE "locations" RENAME TO "places"' },
];

describe('generations of a schema', () => {
  test('each migration leads to its declarations, takes itself back, and loses no row on the way', async () => {
    expect((await write('0001_first', first)).length).toBeGreaterThan(5);
    expect(await drift(ownerUrl, first, folder)).toEqual([]);
    const before = await migratedSchema(ownerUrl, folder);
    await withScratchDatabase(ownerUrl, (url) =>
      connected(url, async (db) => {
        await migrate(url, { folder });
        await db.query(
          "INSERT INTO parties (id, name, note, kind, amount, obsolete) SELECT gen_random_uuid(), 'Müller ' || n, 'Notiz ' || n, CASE n % 2 WHEN 0 THEN 'a' ELSE 'b' END, CASE n % 3 WHEN 0 THEN NULL ELSE n END, 'alt' FROM generate_series(1, 100) n",
        );
        await db.query(
          "INSERT INTO places (id, name) SELECT gen_random_uuid(), 'Ort ' || n FROM generate_series(1, 10) n",
        );
        const rows = async (columns: string) =>
          (await db.query(`SELECT id, name, ${columns}, kind, obsolete FROM parties ORDER BY id`)).rows;
        const old = await rows('note');

        const changes = await drift(
          ownerUrl,
          second,
          folder,
          renames.map((r) => r.up),
        );
        expect(changes.filter(losesData)).toEqual([]);
        expect(needsFill(changes).sort()).toEqual(['parties.amount', 'parties.code']);
        await write('0002_second', second, { renames, fill: { 'parties.amount': "'0'", 'parties.code': "'?'" } });
        expect(await migrate(url, { folder })).toEqual(['0002_second.mjs']);
        expect(await introspect(db)).toEqual(await demandedSchema(ownerUrl, second));
        expect(await rows('remark AS note')).toEqual(old);
        const { rows: figures } = await db.query(
          'SELECT count(*)::int AS all, count(amount)::int AS amounts, min(code) AS code, min(shown) AS shown, (SELECT count(*)::int FROM locations) AS locations FROM parties',
        );
        expect(figures[0]).toMatchObject({ all: 100, amounts: 100, code: '?', shown: '? Müller 1', locations: 10 });
        await db.query(
          "INSERT INTO visits (id, party_id, on_day) SELECT gen_random_uuid(), id, '2026-11-21' FROM parties LIMIT 5",
        );
        expect((await db.query('SELECT sum(visits)::int AS n FROM parties')).rows).toEqual([{ n: 5 }]);

        await write('0003_third', third);
        expect(await migrate(url, { folder })).toEqual(['0003_third.mjs']);
        expect(await introspect(db)).toEqual(await demandedSchema(ownerUrl, third));
        await down(url);
        expect(await introspect(db)).toEqual(await demandedSchema(ownerUrl, second));
        await down(url);
        expect(await introspect(db)).toEqual(before);
        expect((await rows('note')).map(({ obsolete: _gone, ...row }) => row)).toEqual(
          old.map(({ obsolete: _gone, ...row }) => row),
        );
        expect((await db.query('SELECT count(*)::int AS n FROM places')).rows).toEqual([{ n: 10 }]);
        await down(url);
        expect((await introspect(db)).tables).toEqual({});
      }),
    );
  });

  test('a change that loses data is named, and a required column without a value for what is there fails as a whole', async () => {
    const losing = (await drift(ownerUrl, first, folder))
      .filter(losesData)
      .map((c) => `${c.part} ${c.table}.${c.name}`);
    expect(losing.sort()).toEqual(
      [
        'column parties.code',
        'column parties.remark',
        'column parties.share',
        'column parties.visits',
        'table locations.locations',
        'table visits.visits',
        ...losing.filter((l) => /^column (locations|visits)\./.test(l)),
      ].sort(),
    );
    const broken = mkdtempSync(join(tmpdir(), 'kontor-migrations-'));
    try {
      writeFileSync(
        join(broken, '0001_first.mjs'),
        writeMigration('first', await drift(ownerUrl, first, join(broken, 'none'))),
      );
      await withScratchDatabase(ownerUrl, (url) =>
        connected(url, async (db) => {
          await migrate(url, { folder: broken });
          await db.query("INSERT INTO parties (id, name, kind) VALUES (gen_random_uuid(), 'Alt', 'a')");
          const changes = await drift(
            ownerUrl,
            second,
            broken,
            renames.map((r) => r.up),
          );
          writeFileSync(join(broken, '0002_second.mjs'), writeMigration('second', changes, { renames }));
          const schema = await introspect(db);
          await expect(migrate(url, { folder: broken })).rejects.toMatchObject({ code: '23502' });
          expect(await introspect(db)).toEqual(schema);
          expect((await db.query('SELECT name FROM parties')).rows).toEqual([{ name: 'Alt' }]);
        }),
      );
    } finally {
      rmSync(broken, { recursive: true, force: true });
    }
  });

  test('replicas that start together migrate once', async () => {
    await withScratchDatabase(ownerUrl, async (url) => {
      const done = await Promise.all([1, 2, 3].map(() => migrate(url, { folder })));
      expect(done.map((names) => names.length).sort()).toEqual([0, 0, 3]);
    });
  });
});

/** Values for a column without default, tried one after the other: what its checks name, and texts of many kinds. */
function candidates(type: string, checks: readonly string[]): string[] {
  if (type === 'uuid') return ['gen_random_uuid()'];
  if (type === 'text') {
    const named = checks.flatMap((check) => [...check.matchAll(/'([^']*)'::text/g)].map((match) => `'${match[1]}'`));
    return [
      ...named,
      "'x{0}{yy}' || gen_random_uuid()", // what a later check may demand of a pattern is in it
      "'x' || gen_random_uuid()",
      'left(gen_random_uuid()::text, 8)',
      "'#1a2b3c'",
      "'a@example.de'",
    ];
  }
  const values: Record<string, string> = { jsonb: "'{}'", date: "'2026-11-21'", 'text[]': "'{}'", boolean: 'true' };
  return [values[type] ?? (type.startsWith('timestamp') ? 'now()' : type.startsWith('time') ? "'12:00'" : '1')];
}

/** One row in every table of a database, as far as rows of other tables are there; returns the tables that are filled. */
async function fillTables(db: pg.Client): Promise<string[]> {
  const { tables } = await introspect(db);
  const filled = new Map<string, string>();
  for (let progress = true; progress; ) {
    progress = false;
    for (const [table, { columns, constraints }] of Object.entries(tables)) {
      if (filled.has(table)) continue;
      const foreign = new Map(
        Object.values(constraints).flatMap((d) => {
          const match = /^FOREIGN KEY \((\w+)\) REFERENCES (\w+)\(/.exec(d);
          return match ? [[match[1]!, match[2]!] as const] : [];
        }),
      );
      const needed = Object.entries(columns).filter(
        ([, clause]) => clause.endsWith(' NOT NULL') && !/ DEFAULT | GENERATED /.test(clause),
      );
      if (needed.some(([name]) => foreign.has(name) && !filled.has(foreign.get(name)!))) continue;
      const checks = Object.values(constraints).filter((d) => d.startsWith('CHECK'));
      const names = needed.map(([name]) => name);
      /** What may stand in the n-th column, after the earlier ones. */
      const choices = (n: number, earlier: readonly string[]): string[] => {
        const [name, clause] = needed[n]!;
        const target = foreign.get(name);
        if (target) return [`'${filled.get(target)}'`];
        const half = names.indexOf(`${name.slice(0, -3)}_resource`);
        if (name.endsWith('_id') && half >= 0) {
          const id = filled.get(earlier[half]!.slice(1, -1));
          return id ? [`'${id}'`] : [];
        }
        const own = checks.filter((check) => new RegExp(`\\b${name}\\b`).test(check));
        return candidates(clause.replace(/ (COLLATE|NOT NULL).*$/, ''), own);
      };
      const attempt = async (index: number, values: string[]): Promise<string | undefined> => {
        if (index < needed.length) {
          for (const choice of choices(index, values)) {
            const id = await attempt(index + 1, [...values, choice]);
            if (id) return id;
          }
          return undefined;
        }
        await db.query('SAVEPOINT row');
        try {
          const { rows } = await db.query(
            `INSERT INTO ${quote(table)} (${names.map(quote).join(', ')}) VALUES (${values.join(', ')}) RETURNING to_jsonb(${quote(table)}) AS row`,
          );
          return rows[0].row.id ?? rows[0].row.record_id;
        } catch {
          await db.query('ROLLBACK TO SAVEPOINT row');
          return undefined;
        }
      };
      await db.query('BEGIN');
      const id = await attempt(0, []);
      await db.query('COMMIT');
      if (id) {
        filled.set(table, id);
        progress = true;
      }
    }
  }
  return [...filled.keys()];
}

test('law 5: a database of the first migration, filled, reaches the newest schema without losing a row', async () => {
  await withScratchDatabase(ownerUrl, (url) =>
    connected(url, async (db) => {
      await migrate(url, { steps: 1 });
      const filled = await fillTables(db);
      const tables = Object.keys((await introspect(db)).tables);
      expect(tables.filter((table) => !filled.includes(table))).toEqual([]);
      const content = async (table: string, only?: string[]) => {
        const { rows } = await db.query(`SELECT to_jsonb(t) AS row FROM ${quote(table)} t`);
        return rows.map(({ row }) =>
          Object.fromEntries(Object.entries(row).filter(([name]) => !only || only.includes(name))),
        );
      };
      const before = new Map(await Promise.all(tables.map(async (table) => [table, await content(table)] as const)));
      await migrate(url);
      const newest = await introspect(db);
      expect(newest).toEqual(await migratedSchema(ownerUrl));
      for (const [table, rows] of before) {
        if (!(table in newest.tables)) throw new Error(`"${table}" is gone: where have its rows moved?`);
        const { rows: counted } = await db.query(`SELECT count(*)::int AS n FROM ${quote(table)}`);
        expect([table, counted[0].n >= rows.length]).toEqual([table, true]);
        // stored values of columns that are still there are the same
        const kept = Object.keys(rows[0] ?? {}).filter(
          (name) =>
            name in newest.tables[table]!.columns && !newest.tables[table]!.columns[name]!.includes(' GENERATED '),
        );
        const now = await content(table, kept);
        for (const row of rows)
          expect([table, now]).toEqual([
            table,
            expect.arrayContaining([Object.fromEntries(kept.map((name) => [name, row[name]]))]),
          ]);
      }
      expect(migrationsFolder).toMatch(/migrations$/);
    }),
  );
});
