import { createHash } from 'node:crypto';
import { type Condition, type Incoming, type Model, propertiesOf, type Resource } from '@kontor/shared';
import { conditionSql, pairTable } from '../query/conditions.ts';
import { inline } from '../query/sql.ts';
import { changedBy, columnCheck, columnClause } from './columns.ts';
import { copyFunctions } from './copies.ts';
import { baseFunctions } from './functions.ts';
import { partitionFunctions } from './partitions.ts';
import { literal, quote } from './quote.ts';
import { rollupFunctions } from './rollups.ts';
import { sealColumns, sealFunctions, sealTable, sealTriggers } from './seals.ts';

/** A table as SQL texts by name. */
export interface Table {
  readonly columns: Record<string, string>;
  readonly constraints: Record<string, string>;
  readonly indices: Record<string, string>;
  readonly triggers: Record<string, string>;
  /** How the rows are distributed, as in PARTITION BY. The partitions themselves are made as time goes on, and are no part of the schema. */
  readonly partition?: string;
}

/** A whole schema. What declarations demand, or (introspected) what a database has. */
export interface Schema {
  readonly functions: Record<string, string>;
  readonly tables: Record<string, Table>;
}

/** PostgreSQL cuts names at 63 bytes; longer ones end in a digest. */
export function constraintName(...parts: string[]): string {
  const name = parts.join('_');
  return name.length <= 63
    ? name
    : `${name.slice(0, 54)}_${createHash('sha256').update(name).digest('hex').slice(0, 8)}`;
}

/** Columns searched by `q`, folded, in the order of their weight. */
export function searchExpression(resource: Resource): string | undefined {
  const fields = [...propertiesOf(resource).values()].filter(
    (p) => p.field.search && p.column?.type === 'text' && !p.column.generated,
  );
  if (fields.length === 0) return undefined;
  const sorted = fields.toSorted((a, b) => String(a.field.search).localeCompare(String(b.field.search)));
  return `kontor_search(${sorted.map((p) => `coalesce(${quote(p.name)}, '')`).join(" || ' ' || ")})`;
}

/**
 * Where all processes count together how much somebody asks for (`services/limits.ts`). No resource: the library that counts
 * demands these columns in this order. The migration makes it UNLOGGED: a crash may forget counts.
 */
const counters: Table = {
  columns: { key: 'text NOT NULL', points: 'integer NOT NULL', expire: 'bigint' },
  constraints: { rate_limits_pkey: 'PRIMARY KEY (key)' },
  indices: { rate_limits_expire_index: 'CREATE INDEX rate_limits_expire_index ON rate_limits (expire)' },
  triggers: {},
};

/** The schema that the declarations demand. */
export function declaredSchema(model: Model): Schema {
  const constant = (resource: Resource, condition: Condition) =>
    inline(conditionSql({ model }, resource, condition, quote(resource.name)));
  const rollups = rollupFunctions(model, constants(model));
  const tables: Record<string, Table> = {};
  for (const resource of model.resources.values()) {
    tables[resource.name] = resourceTable(model, resource, (condition) => constant(resource, condition));
    for (const [name, field] of Object.entries(resource.fields))
      if (field.kind === 'references' && !field.through)
        tables[pairTable(resource, name)] = pairs(resource, pairTable(resource, name), field.to as string);
  }
  tables.rate_limits = counters;
  const copies = copyFunctions(model);
  for (const trigger of [...rollups.triggers, ...copies.triggers])
    tables[trigger.table]!.triggers[trigger.name] = trigger.definition;
  const functions = { ...baseFunctions(), ...partitionFunctions(), ...rollups.functions, ...copies.functions };
  for (const resource of model.resources.values())
    if (resource.sealed) {
      tables[resource.sealed.by] = sealTable(resource);
      Object.assign(functions, sealFunctions(resource));
    }
  return { functions, tables };
}

/** Conditions of rollups, in which every value is known. */
const constants = (model: Model) => (name: string, where: Record<string, unknown>) =>
  inline(
    conditionSql(
      { model },
      model.get(name),
      Object.fromEntries(Object.entries(where).map(([k, v]) => [k, Array.isArray(v) ? { in: v } : v])) as Condition,
      quote(name),
    ),
  );

/** Statements that compute everything anew that triggers keep; the generated test compares. */
export const keptStatements = (model: Model) => [
  ...copyFunctions(model).statements,
  ...rollupFunctions(model, constants(model)).statements,
];

function pairs(resource: Resource, table: string, to: string): Table {
  const reference = (column: string, target: string) =>
    `FOREIGN KEY (${column}) REFERENCES ${quote(target)}(id) ON DELETE CASCADE`;
  return {
    columns: { record_id: 'uuid NOT NULL', target_id: 'uuid NOT NULL' },
    constraints: {
      [constraintName(table, 'pkey')]: 'PRIMARY KEY (record_id, target_id)',
      [constraintName(table, 'record_id', 'fkey')]: reference('record_id', resource.name),
      [constraintName(table, 'target_id', 'fkey')]: reference('target_id', to),
    },
    indices: {
      [constraintName(table, 'target_id', 'index')]:
        `CREATE INDEX ${quote(constraintName(table, 'target_id', 'index'))} ON ${quote(table)} (target_id, record_id)`,
    },
    triggers: {},
  };
}

const deletions = { restrict: 'RESTRICT', cascade: 'CASCADE', set_null: 'SET NULL' } as const;

function resourceTable(model: Model, resource: Resource, constant: (condition: Condition) => string): Table {
  const table = resource.name;
  const columns: Record<string, string> = {};
  const key = resource.partition ? 'id, created_at' : 'id'; // a key over partitions holds what tells them apart
  const constraints: Record<string, string> = { [constraintName(table, 'pkey')]: `PRIMARY KEY (${key})` };
  const indices: Record<string, string> = {};
  const triggers: Record<string, string> = {};
  const live = resource.trash ? ' WHERE deleted_at IS NULL' : '';
  const covered = new Set<string>();
  const index = (names: readonly string[], suffix = '', method = '') => {
    const key = names.join('_');
    if (covered.has(key) || begins(names)) return;
    covered.add(key);
    const name = constraintName(table, key, 'index');
    indices[name] = `CREATE INDEX ${quote(name)} ON ${quote(table)} ${method}(${names.map(quote).join(', ')})${suffix}`;
  };
  // an index over several columns serves a question for the first of them as well; a unique one only where it knows the trash
  const longer = [...(resource.indices ?? []), ...(live ? [] : (resource.unique ?? []))];
  const begins = (names: readonly string[]) =>
    longer.some((group) => group.length > names.length && names.every((name, i) => group[i] === name));
  const unique = (names: readonly string[]) => {
    const name = constraintName(table, ...names, 'unique');
    covered.add(names.join('_'));
    const nulls = names.length > 1 ? ' NULLS NOT DISTINCT' : '';
    indices[name] =
      `CREATE UNIQUE INDEX ${quote(name)} ON ${quote(table)} (${names.map(quote).join(', ')})${nulls}${live}`;
  };

  const properties = propertiesOf(resource);
  for (const property of properties.values()) {
    const column = property.column;
    if (!column) continue;
    const { name } = property;
    const required = column.notNull || (property.field.required && !column.generated);
    columns[name] = columnClause({ ...column, ...(required ? { notNull: true } : {}) });
    const check = columnCheck(column);
    if (check) constraints[constraintName(table, name, 'check')] = `CHECK (${check})`;
    if (column.references) {
      const { resource: target, onDelete } = column.references;
      constraints[constraintName(table, name, 'fkey')] =
        `FOREIGN KEY (${quote(name)}) REFERENCES ${quote(target)}(id) ON DELETE ${deletions[onDelete]}`;
      const { same } = property.field;
      if (same)
        constraints[constraintName(table, name, 'same')] =
          `FOREIGN KEY (${quote(name)}, ${quote(same)}) REFERENCES ${quote(target)}(id, ${quote(same)}) ON DELETE ${deletions[onDelete]}`;
    }
    if (property.field.unique || property.field.kind === 'sequence') unique([name]);
  }
  for (const group of resource.unique ?? []) unique(group);
  for (const { resource: from, field } of model.incoming(table)) {
    const { same } = from.fields[field]!;
    if (same) constraints[constraintName(table, same, 'key')] = `UNIQUE (id, ${quote(same)})`;
  }
  for (const property of properties.values())
    if (property.column?.references) {
      // what refers to a record that goes is looked for in the trash too, of which a unique index of the others knows nothing
      if (live) covered.delete(property.name);
      index([property.name]);
    }
  for (const [name, field] of Object.entries(resource.fields))
    if (field.kind === 'subject') {
      index([`${name}_resource`, `${name}_id`]);
      const trigger = constraintName(table, name, 'exists');
      triggers[trigger] =
        `CREATE TRIGGER ${quote(trigger)} BEFORE INSERT OR UPDATE OF ${quote(`${name}_resource`)}, ${quote(`${name}_id`)} ON ${quote(table)} FOR EACH ROW EXECUTE FUNCTION kontor_subject_exists('${name}')`;
      const both = `((${quote(`${name}_resource`)} IS NULL) = (${quote(`${name}_id`)} IS NULL))`;
      // without an ability any table will do, so that a new resource changes nothing here
      const among = field.of
        ? ` AND ${quote(`${name}_resource`)} IN (${model
            .subjects(field.of as string)
            .map(literal)
            .join(', ')})`
        : '';
      constraints[constraintName(table, name, 'check')] = `CHECK (${both}${among})`;
    }
  const owned = (i: Incoming) => model.owners(i.resource.name).some((o) => o.resource.name === resource.name);
  const places = model.incoming(resource.name).filter((i) => i.kind === 'subject' && !owned(i));
  for (const [suffix, fn, goes] of [
    ['in_use', 'kontor_subject_in_use', false],
    ['gone', 'kontor_subject_gone', true],
  ] as const) {
    const args = places
      .filter((i) => (i.resource.fields[i.field]!.onDelete === 'cascade') === goes)
      .map((i) => literal(`${i.resource.name}.${i.field}`));
    const trigger = constraintName(table, suffix);
    if (args.length)
      triggers[trigger] =
        `CREATE TRIGGER ${quote(trigger)} BEFORE DELETE ON ${quote(table)} FOR EACH ROW EXECUTE FUNCTION ${fn}(${args.join(', ')})`;
  }
  if (resource.announces) {
    const trigger = constraintName(table, 'announce');
    // every change counts the version up; what the server notes by itself (a last sign-in) does not, and is no news
    triggers[trigger] =
      `CREATE TRIGGER ${quote(trigger)} AFTER INSERT OR DELETE OR UPDATE OF version ON ${quote(table)} FOR EACH STATEMENT EXECUTE FUNCTION kontor_announce(${literal(resource.announces)})`;
  }
  const search = searchExpression(resource);
  if (search) {
    columns.search_text = `text GENERATED ALWAYS AS (${search}) STORED`;
    indices[constraintName(table, 'search_text', 'index')] =
      `CREATE INDEX ${quote(constraintName(table, 'search_text', 'index'))} ON ${quote(table)} USING gin (search_text gin_trgm_ops)`;
  }
  for (const name of [
    ...(resource.list?.filters ?? []),
    ...scopeColumns(resource),
    ...(resource.views?.calendar ? [resource.views.calendar.from] : []),
  ]) {
    const column = properties.get(name)?.column;
    if (!column || name === 'id') continue;
    if (column.type === 'text[]') index([name], '', 'USING gin ');
    else index([name]);
  }
  if (resource.list?.sort && resource.list.sort[0] !== 'id') index([resource.list.sort[0], 'id'], live);
  for (const group of resource.indices ?? []) index(group);
  for (const [name, check] of Object.entries(resource.checks ?? {}))
    constraints[constraintName(table, name, 'check')] = `CHECK (${constant(check.that)})`;
  for (const [name, exclusion] of Object.entries(resource.exclusions ?? {})) {
    const [from, to] = exclusion.range;
    const type = properties.get(from)?.column?.type === 'date' ? 'daterange' : 'tstzrange';
    // a range without both ends would be all of time
    const given = exclusion.range.some((f) => resource.fields[f]?.required)
      ? ''
      : `(${quote(from)} IS NOT NULL OR ${quote(to)} IS NOT NULL)`;
    const where = [resource.trash ? 'deleted_at IS NULL' : '', given, exclusion.where ? constant(exclusion.where) : '']
      .filter(Boolean)
      .join(' AND ');
    constraints[constraintName(table, name, 'excl')] =
      `EXCLUDE USING gist (${[...exclusion.equal.map((f) => `${quote(f)} WITH =`), `${type}(${quote(from)}, ${quote(to)}, '[)') WITH &&`].join(', ')})${where ? ` WHERE (${where})` : ''}`;
    // who want the same place wait in turn: the constraint alone lets them wait for each other, and a deadlock costs a second
    const turn = constraintName(table, name, 'turn');
    const decisive = changedBy(resource, [
      ...exclusion.equal,
      ...exclusion.range,
      ...(exclusion.where ? namesIn(exclusion.where) : []),
      ...(resource.trash ? ['deleted_at'] : []),
    ]);
    triggers[turn] =
      `CREATE TRIGGER ${quote(turn)} BEFORE INSERT OR UPDATE OF ${decisive.map(quote).join(', ')} ON ${quote(table)} FOR EACH ROW EXECUTE FUNCTION kontor_in_turn(${exclusion.equal.map(literal).join(', ')})`;
  }
  for (const [fn, names] of Object.entries(resource.guarded_by ?? {})) {
    const trigger = constraintName(table, fn);
    const when = names.length ? `DELETE OR UPDATE OF ${names.map(quote).join(', ')}` : 'INSERT OR DELETE OR UPDATE';
    // deferred: what a transaction takes away first it may give again, and two at once are judged one after the other
    triggers[trigger] =
      `CREATE CONSTRAINT TRIGGER ${quote(trigger)} AFTER ${when} ON ${quote(table)} DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ${fn}()`;
  }
  if (resource.tree) {
    const trigger = constraintName(table, 'tree');
    // deferred, so that two who move branches at once are judged one after the other
    triggers[trigger] =
      `CREATE CONSTRAINT TRIGGER ${quote(trigger)} AFTER INSERT OR UPDATE OF ${quote(resource.tree)} ON ${quote(table)} DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION kontor_tree(${literal(resource.tree)})`;
  }
  if (resource.permanent)
    triggers[constraintName(table, 'permanent')] =
      `CREATE TRIGGER ${quote(constraintName(table, 'permanent'))} BEFORE DELETE ON ${quote(table)} FOR EACH STATEMENT EXECUTE FUNCTION kontor_append_only()`;
  if (resource.append_only) {
    // of what is sealed the content may be erased: each row is looked at
    const events = resource.sealed ? 'DELETE OR TRUNCATE' : 'UPDATE OR DELETE OR TRUNCATE';
    triggers[constraintName(table, 'append_only')] =
      `CREATE TRIGGER ${quote(constraintName(table, 'append_only'))} BEFORE ${events} ON ${quote(table)} FOR EACH STATEMENT EXECUTE FUNCTION kontor_append_only()`;
  }
  if (resource.sealed) {
    Object.assign(columns, sealColumns);
    index(['xid']);
    Object.assign(triggers, sealTriggers(resource));
  }
  return {
    columns,
    constraints,
    indices,
    triggers,
    ...(resource.partition ? { partition: 'RANGE (created_at)' } : {}),
  };
}

/** The fields of a row that a condition looks at itself. */
const namesIn = (condition: Condition): string[] =>
  Object.entries(condition).flatMap(([key, value]) =>
    key === 'and' || key === 'or'
      ? (value as Condition[]).flatMap(namesIn)
      : key === 'not'
        ? namesIn(value as Condition)
        : [key],
  );

/** Columns that scopes compare directly. */
const scopeColumns = (resource: Resource): string[] => Object.values(resource.scopes ?? {}).flatMap(namesIn);
