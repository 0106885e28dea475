import { partitionsStatement } from './ddl.ts';
import type { Change } from './diff.ts';
import { quote } from './quote.ts';

/** What the author of a migration decides. */
export interface WriterOptions {
  /** Values for existing rows of a new required column: `table.column` to a SQL literal. */
  readonly fill?: Readonly<Record<string, string>>;
  /** Statements that were made before the comparison (renames), with their inverse. */
  readonly renames?: readonly { readonly up: string; readonly down: string }[];
}

/** Text within a template literal of a migration; Knex takes an unescaped question mark for a parameter. */
const inTemplate = (text: string) =>
  text.replaceAll('?', '\\?').replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${');
const raw = (statement: string) => `  await knex.raw(\`${inTemplate(statement)}\`);`;
const isGenerated = (clause: string | undefined) => clause?.includes(' GENERATED ') ?? false;
const foreign = (definition: string | undefined) => definition?.startsWith('FOREIGN KEY') ?? false;

interface Clause {
  type: string;
  rest: string;
  generated: boolean;
  defaultTo: string | undefined;
  notNull: boolean;
}

/** Takes a column clause in PostgreSQL's words apart. */
export function parseClause(clause: string): Clause {
  const notNull = clause.endsWith(' NOT NULL');
  const text = notNull ? clause.slice(0, -9) : clause;
  const generatedAt = text.indexOf(' GENERATED ALWAYS AS ');
  const defaultAt = generatedAt < 0 ? text.indexOf(' DEFAULT ') : -1;
  const end = Math.max(generatedAt, defaultAt);
  return {
    type: end < 0 ? text : text.slice(0, end),
    rest: generatedAt < 0 ? '' : text.slice(generatedAt),
    generated: generatedAt >= 0,
    defaultTo: defaultAt < 0 ? undefined : text.slice(defaultAt + 9),
    notNull,
  };
}

const builders: Record<string, (name: string) => string> = {
  uuid: (name) => `t.uuid('${name}')`,
  text: (name) => `t.text('${name}')`,
  integer: (name) => `t.integer('${name}')`,
  boolean: (name) => `t.boolean('${name}')`,
  date: (name) => `t.date('${name}')`,
  jsonb: (name) => `t.jsonb('${name}')`,
  'timestamp with time zone': (name) => `t.timestamp('${name}', { useTz: true })`,
};

function columnBuilder(name: string, clause: string): string {
  const { type, rest, defaultTo, notNull } = parseClause(clause);
  const numeric = /^numeric\((\d+),(\d+)\)$/.exec(type);
  const start = rest
    ? `t.specificType('${name}', \`${inTemplate(type + rest)}\`)`
    : (builders[type]?.(name) ??
      (numeric
        ? `t.decimal('${name}', ${numeric[1]}, ${numeric[2]})`
        : `t.specificType('${name}', \`${inTemplate(type)}\`)`));
  return `    ${start}${notNull ? '.notNullable()' : ''}${defaultTo === undefined ? '' : `.defaultTo(knex.raw(\`${inTemplate(defaultTo)}\`))`};`;
}

function alterColumn(change: Change, options: WriterOptions): string[] {
  const table = quote(change.table);
  const column = quote(change.name);
  const add = (clause: string) => `ALTER TABLE ${table} ADD COLUMN ${column} ${clause}`;
  if (change.to === undefined) return [`ALTER TABLE ${table} DROP COLUMN ${column}`];
  const to = parseClause(change.to);
  if (change.from === undefined) {
    const fill = options.fill?.[`${change.table}.${change.name}`];
    return fill !== undefined && to.defaultTo === undefined
      ? [
          add(`${to.type} DEFAULT ${fill}${to.notNull ? ' NOT NULL' : ''}`),
          `ALTER TABLE ${table} ALTER COLUMN ${column} DROP DEFAULT`,
        ]
      : [add(change.to)];
  }
  const from = parseClause(change.from);
  const alter = (what: string) => `ALTER TABLE ${table} ALTER COLUMN ${column} ${what}`;
  const statements: string[] = [];
  if (from.defaultTo !== undefined && from.defaultTo !== to.defaultTo) statements.push(alter('DROP DEFAULT'));
  if (from.type !== to.type)
    statements.push(alter(`TYPE ${to.type} USING ${column}::${to.type.replace(/ COLLATE .*/, '')}`));
  if (to.defaultTo !== undefined && from.defaultTo !== to.defaultTo)
    statements.push(alter(`SET DEFAULT ${to.defaultTo}`));
  if (from.notNull !== to.notNull) {
    const fill = options.fill?.[`${change.table}.${change.name}`];
    if (to.notNull && fill !== undefined)
      statements.push(`UPDATE ${table} SET ${column} = ${fill} WHERE ${column} IS NULL`);
    statements.push(alter(to.notNull ? 'SET NOT NULL' : 'DROP NOT NULL'));
  }
  return statements;
}

/** The lines of one direction. */
function direction(changes: readonly Change[], options: WriterOptions): string[] {
  const repartitioned = changes.find(
    (c) => c.part === 'partition' && !changes.some((t) => t.part === 'table' && t.table === c.table),
  );
  if (repartitioned)
    throw new Error(
      `${repartitioned.table}: PostgreSQL partitions no table that is there; write a migration that makes it anew and moves its rows.`,
    );
  const of = (part: Change['part']) => changes.filter((change) => change.part === part);
  const created = new Set(
    of('table')
      .filter((c) => c.to)
      .map((c) => c.table),
  );
  const dropped = new Set(
    of('table')
      .filter((c) => !c.to)
      .map((c) => c.table),
  );
  const kept = (change: Change) => !dropped.has(change.table);
  const constraint = (change: Change) =>
    `ALTER TABLE ${quote(change.table)} ADD CONSTRAINT ${quote(change.name)} ${change.to}`;
  const constraints = of('constraint');
  const lines: string[] = [];
  for (const change of of('trigger').filter((c) => c.from && kept(c)))
    lines.push(raw(`DROP TRIGGER ${quote(change.name)} ON ${quote(change.table)}`));
  for (const change of of('index').filter((c) => c.from && kept(c)))
    lines.push(raw(`DROP INDEX ${quote(change.name)}`));
  for (const change of constraints
    .filter((c) => c.from && (kept(c) || foreign(c.from)))
    .toSorted((a, b) => Number(foreign(b.from)) - Number(foreign(a.from))))
    lines.push(raw(`ALTER TABLE ${quote(change.table)} DROP CONSTRAINT ${quote(change.name)}`));
  for (const table of dropped) lines.push(`  await knex.schema.dropTable('${table}');`);
  for (const change of of('function').filter((c) => c.to)) lines.push(raw(change.to!.trim()));
  for (const table of created) {
    const columns = of('column').filter((c) => c.table === table);
    const partition = of('partition').find((c) => c.table === table)?.to;
    if (partition) {
      const clauses = columns.map((c) => `${quote(c.name)} ${c.to}`).join(', ');
      lines.push(raw(`CREATE TABLE ${quote(table)} (${clauses}) PARTITION BY ${partition}`));
      continue;
    }
    lines.push(
      `  await knex.schema.createTable('${table}', (t) => {`,
      ...columns.map((c) => columnBuilder(c.name, c.to!)),
      '  });',
    );
  }
  // what is generated goes first and comes last, because it is made of the other columns
  const altered = of('column').filter((c) => !created.has(c.table) && kept(c));
  const without = ({ to: _to, ...change }: Change): Change => change;
  const fresh = ({ from: _from, ...change }: Change): Change => change;
  const generated = altered.filter((c) => isGenerated(c.from) || isGenerated(c.to));
  for (const change of [
    ...generated.filter((c) => c.from).map(without),
    ...altered.filter((c) => !generated.includes(c)),
    ...generated.filter((c) => c.to).map(fresh),
  ])
    lines.push(...alterColumn(change, options).map(raw));
  for (const change of constraints.filter((c) => c.to && !foreign(c.to))) lines.push(raw(constraint(change)));
  for (const change of constraints.filter((c) => c.to && foreign(c.to))) lines.push(raw(constraint(change)));
  for (const change of of('index').filter((c) => c.to)) lines.push(raw(change.to!));
  for (const change of of('trigger').filter((c) => c.to)) lines.push(raw(change.to!));
  for (const table of created)
    if (of('partition').some((c) => c.table === table && c.to)) lines.push(raw(partitionsStatement(table)));
  for (const change of of('function').filter((c) => !c.to)) lines.push(raw(`DROP FUNCTION ${quote(change.name)}`));
  return lines;
}

/** Does a change lose data? */
export const losesData = (change: Change): boolean =>
  (change.part === 'table' || (change.part === 'column' && !change.from?.includes(' GENERATED '))) &&
  change.from !== undefined &&
  change.to === undefined;

/** New required columns without a default, for which existing rows need a value. */
export function needsFill(changes: readonly Change[]): string[] {
  const created = new Set(changes.filter((c) => c.part === 'table' && c.to).map((c) => c.table));
  return changes
    .filter(
      (c) =>
        c.part === 'column' &&
        c.to &&
        !created.has(c.table) &&
        c.to.endsWith(' NOT NULL') &&
        !c.to.includes(' DEFAULT ') &&
        !c.to.includes(' GENERATED ') &&
        !c.from?.endsWith(' NOT NULL'),
    )
    .map((c) => `${c.table}.${c.name}`);
}

/** The text of a Knex migration that makes the changes, and takes them back. */
export function writeMigration(title: string, changes: readonly Change[], options: WriterOptions = {}): string {
  const renames = options.renames ?? [];
  const back = changes.map(({ from, to, ...change }) => ({
    ...change,
    ...(to === undefined ? {} : { from: to }),
    ...(from === undefined ? {} : { to: from }),
  }));
  return [
    `/** ${title} */`,
    'export async function up(knex) {',
    ...renames.map(({ up }) => raw(up)),
    ...direction(changes, options),
    '}',
    '',
    'export async function down(knex) {',
    ...direction(back, {}),
    ...renames.toReversed().map(({ down }) => raw(down)),
    '}',
    '',
  ].join('\n');
}
