import { errors as catalogue, type FieldErrors, kindOf, message, propertiesOf, type Resource } from '@kontor/shared';
import type { Transaction } from '../../db/pool.ts';
import { quote } from '../../db/quote.ts';
import { raw, sql } from '../../query/sql.ts';
import { type Completed, completed, validateCompleted } from '../complete.ts';
import type { Context, Row, Values } from '../context.ts';
import { type Valid, validate } from '../validate.ts';
import type { RowBody } from './bodies.ts';
import { findExisting, keyText } from './existing.ts';
import type { Report } from './report.ts';
import type { TableRow } from './table.ts';

/** A row that can be written. */
export interface Prepared {
  readonly row: TableRow;
  /** The record it changes; none when it is new. */
  readonly current: Row | undefined;
  readonly valid: Valid;
}

/** What the whole file is prepared with. */
export interface Preparation {
  readonly context: Context;
  readonly tx: Transaction;
  readonly resource: Resource;
  readonly key: readonly string[];
  /** Does a column fill a field of a line? */
  readonly lines: boolean;
  readonly report: Report;
  /** Values that must occur once in the file, with the row they occurred in. */
  readonly seen: Map<string, number>;
}

/** The first line is what the columns of a line mean; further ones stay as they are. */
function withFirstLines(body: RowBody, current: Row | undefined): Values {
  const lines = Object.entries(body.lines).map(([name, values]) => {
    const [first, ...others] = (current?.[name] ?? []) as Row[];
    return [name, [{ ...first, ...values }, ...others]];
  });
  return { ...body.values, ...Object.fromEntries(lines) };
}

/** What rows say, the new ones with what the resource's behaviour fills in: asked once for all of them. */
async function completedBodies(
  { context, tx, resource }: Preparation,
  rows: readonly { readonly current: Row | undefined; readonly values: Values }[],
): Promise<Completed[]> {
  const fresh = rows.filter(({ current }) => !current).map(({ values }) => values);
  const filled = await completed(context, tx, resource, fresh);
  let next = 0;
  return rows.map(({ current, values }) =>
    current ? { body: values, house: {}, filled: new Set<string>() } : filled[next++]!,
  );
}

/** Notes a value that must occur once; the answer is the row that has it already. */
function secondTime(seen: Map<string, number>, key: string, row: number): number | undefined {
  const before = seen.get(key);
  if (before === undefined) seen.set(key, row);
  return before;
}

/** Checks rows against the declaration and what is stored. What is wrong goes to the report; the rest can be written. */
export async function prepareRows(
  preparation: Preparation,
  rows: readonly { readonly row: TableRow; readonly body: RowBody }[],
): Promise<Prepared[]> {
  const { context, tx, resource, key, report, seen } = preparation;
  const forbidden = { root: catalogue.forbidden[context.locale] };
  const keys = rows.map(({ body }) => keyText(resource, key, body.values));
  const wanted = keys.filter((text) => text !== undefined);
  const existing = await findExisting(context, tx, resource, key, wanted, preparation.lines);
  const mayCreate = context.access.condition(resource, 'create') !== null;
  const computedKey = key.find((name) => kindOf(propertiesOf(resource).get(name)!.field).computed);
  const prepared: Prepared[] = [];
  const bodies = await completedBodies(
    preparation,
    rows.map(({ body }, i) => {
      const current = keys[i] === undefined ? undefined : existing.get(keys[i])?.[0]?.record;
      return { current, values: withFirstLines(body, current) };
    }),
  );
  rows.forEach(({ row, body }, i) => {
    const text = keys[i];
    const matches = text === undefined ? [] : (existing.get(text) ?? []);
    const twice = text === undefined ? undefined : secondTime(seen, `key ${text}`, row.number);
    const match = matches[0];
    if (Object.keys(body.errors).length) report.refuse(row, body.errors);
    else if (twice !== undefined) report.refuse(row, { [key[0]!]: message('twice_in_file', { row: twice }) });
    else if (matches.length > 1) report.refuse(row, { [key[0]!]: message('several_matches') });
    else if (!match && text !== undefined && computedKey) report.refuse(row, { [computedKey]: message('no_match') });
    else if (match ? !match.open : !mayCreate) report.refuse(row, forbidden);
    else {
      const valid = match
        ? validate(context, resource, bodies[i]!.body, match.record)
        : validateCompleted(context, resource, bodies[i]!);
      const errors: FieldErrors = { ...twiceInFile(preparation, row, valid), ...valid.errors };
      if (Object.keys(errors).length) report.refuse(row, errors);
      else prepared.push({ row, current: match?.record, valid });
    }
  });
  return takenOut(preparation, prepared);
}

const uniqueFields = (resource: Resource) =>
  Object.entries(resource.fields)
    .filter(([, field]) => field.unique)
    .map(([name]) => name);

function twiceInFile({ resource, seen }: Preparation, row: TableRow, valid: Valid): FieldErrors {
  const errors: FieldErrors = {};
  for (const name of uniqueFields(resource)) {
    const value = valid.columns[name];
    if (value === null || value === undefined) continue;
    const before = secondTime(seen, `${name} ${JSON.stringify(value)}`, row.number);
    if (before !== undefined) errors[name] = message('twice_in_file', { row: before });
  }
  return errors;
}

/** Refuses rows with a value that another record has already; one statement per unique field. */
async function takenOut(preparation: Preparation, prepared: Prepared[]): Promise<Prepared[]> {
  const { tx, resource, report } = preparation;
  let left = prepared;
  for (const name of uniqueFields(resource)) {
    const values = left
      .map(({ valid }) => valid.columns[name])
      .filter((value) => value !== null && value !== undefined);
    if (values.length === 0) continue;
    const column = raw(`t.${quote(name)}`);
    const alive = raw(resource.trash ? ' AND t.deleted_at IS NULL' : '');
    const rows = await tx.query(
      sql`SELECT t.id, ${column} AS value FROM ${raw(`${quote(resource.name)} t`)} WHERE ${column} = ANY(${values})${alive}`,
    );
    const owners = new Map(rows.map((row) => [row.value, row.id]));
    left = left.filter(({ row, current, valid }) => {
      const owner = owners.get(valid.columns[name]);
      const taken = owner !== undefined && owner !== current?.id;
      if (taken) report.refuse(row, { [name]: message('unique') });
      return !taken;
    });
  }
  return left;
}
