import type { Schema, Table } from './schema.ts';

/** One difference between two schemas. `from` is absent for what is new, `to` for what is to go. */
export interface Change {
  readonly part: 'function' | 'table' | 'column' | 'constraint' | 'index' | 'trigger';
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

/** A generated column that changes is made anew; what is the same but hangs on it goes with it, and must come back. */
function dependents(changes: readonly Change[], table: string, before: Table, after: Table): Change[] {
  const anew = changes.filter(
    (c) => c.table === table && c.part === 'column' && c.from && c.to && /GENERATED/.test(c.from + c.to),
  );
  const mentions = (text: string) => anew.some((column) => new RegExp(`\\b${column.name}\\b`).test(text));
  return parts.flatMap(([part, key]) =>
    part === 'index' || part === 'constraint'
      ? Object.entries(after[key])
          .filter(([name, text]) => before[key][name] === text && mentions(text.replace(/^CREATE.* USING /, '')))
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
    for (const [part, key] of parts)
      changes.push(...compare(part, table, (before ?? nothing)[key], (after ?? nothing)[key]));
    if (before && after) changes.push(...dependents(changes, table, before, after));
  }
  return changes;
}
