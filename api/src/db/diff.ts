import type { Schema, Table } from './schema.ts';

/** One difference between two schemas. `from` is absent for what is new, `to` for what is to go. */
export interface Change {
  readonly part: 'function' | 'table' | 'partition' | 'column' | 'constraint' | 'index' | 'trigger';
  readonly table: string;
  readonly name: string;
  readonly from?: string;
  readonly to?: string;
}

const parts = [
  ['column', 'columns'],
  ['constraint', 'constraints'],
  ['index', 'indices'],
  ['trigger', 'triggers'],
] as const;

function compare(
  part: Change['part'],
  table: string,
  from: Record<string, string>,
  to: Record<string, string>,
): Change[] {
  const names = [...new Set([...Object.keys(from), ...Object.keys(to)])];
  return names
    .filter((name) => from[name] !== to[name])
    .map((name) => ({
      part,
      table,
      name,
      ...(from[name] === undefined ? {} : { from: from[name] }),
      ...(to[name] === undefined ? {} : { to: to[name] }),
    }));
}

const typeOf = (clause: string) => clause.split(/ (?:DEFAULT|GENERATED|NOT NULL)/)[0];

/** PostgreSQL changes no type under a generated column: those that are made of the column go before and come back after. */
function madeOf(changes: readonly Change[], table: string, before: Table, after: Table): Change[] {
  const retyped = changes.filter(
    (c) => c.table === table && c.part === 'column' && c.from && c.to && typeOf(c.from) !== typeOf(c.to),
  );
  return Object.entries(after.columns)
    .filter(
      ([name, clause]) =>
        before.columns[name] === clause &&
        / GENERATED /.test(clause) &&
        retyped.some((column) => mentions(clause, column.name)),
    )
    .map(([name, clause]) => ({ part: 'column', table, name, from: clause, to: clause }));
}

const mentions = (text: string, column: string) => new RegExp(`\\b${column}\\b`).test(text);

/** A generated column that changes is made anew; what is the same but hangs on it goes with it, and must come back. */
function dependents(changes: readonly Change[], table: string, before: Table, after: Table): Change[] {
  const anew = changes.filter(
    (c) => c.table === table && c.part === 'column' && c.from && c.to && /GENERATED/.test(c.from + c.to),
  );
  return parts.flatMap(([part, key]) =>
    part === 'index' || part === 'constraint'
      ? Object.entries(after[key])
          .filter(
            ([name, text]) =>
              before[key][name] === text && anew.some((c) => mentions(text.replace(/^CREATE.* USING /, ''), c.name)),
          )
          .map(([name, text]) => ({ part, table, name, from: text, to: text }))
      : [],
  );
}

/** What must change for `from` to become `to`. Both come from `introspect` on the same server. */
export function diff(from: Schema, to: Schema): Change[] {
  const nothing: Table = { columns: {}, constraints: {}, indices: {}, triggers: {} };
  const changes = compare('function', '', from.functions, to.functions);
  for (const table of [...new Set([...Object.keys(from.tables), ...Object.keys(to.tables)])].sort()) {
    const before = from.tables[table];
    const after = to.tables[table];
    if (!before || !after)
      changes.push({ part: 'table', table, name: table, ...(before ? { from: table } : { to: table }) });
    if (before?.partition !== after?.partition)
      changes.push({
        part: 'partition',
        table,
        name: table,
        ...(before?.partition ? { from: before.partition } : {}),
        ...(after?.partition ? { to: after.partition } : {}),
      });
    for (const [part, key] of parts)
      changes.push(...compare(part, table, (before ?? nothing)[key], (after ?? nothing)[key]));
    if (before && after) changes.push(...madeOf(changes, table, before, after));
    if (before && after) changes.push(...dependents(changes, table, before, after));
  }
  return changes;
}
