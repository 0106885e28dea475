import { isDeepStrictEqual } from 'node:util';
import { type AnyField, type FieldErrors, kindOf, type Property, PublicError, type Resource } from '@kontor/shared';
import { quote } from '../db/quote.ts';
import { publicError } from '../db/violations.ts';
import { raw, sql } from '../query/sql.ts';
import type { Context, Row, Values } from './context.ts';
import { requireWritable } from './create.ts';
import { get, lineLink } from './get.ts';
import { entered } from './lines.ts';
import { type Ids, type Named, named, pointedTo } from './trail_titles.ts';
import { namesTurn } from './turn.ts';
import { change, lockRecord, update } from './update.ts';
import { versionAt } from './versions.ts';

/** How an earlier version is put back. */
export interface RestoreWish {
  /** The version of the record that the user has seen. */
  readonly version?: unknown;
  /** Only these fields; all when absent. */
  readonly fields?: unknown;
  /** `leave_out`: what referred to records that are gone is left out, instead of refused. */
  readonly missing?: unknown;
}

/** What putting a version back would change. */
export interface RestorePlan {
  readonly version: number;
  readonly changes: readonly { readonly field: string; readonly before: unknown; readonly after: unknown }[];
  /** What differs but is not put back: the status (only steps change it), secrets, what the server sets. */
  readonly skipped: readonly { readonly field: string; readonly reason: 'status' | 'secret' | 'read_only' }[];
  /** References to records that are gone or that the user does not see. */
  readonly missing: readonly (Named & { readonly field: string })[];
  readonly named: readonly Named[];
  /** What speaks against it, per field, after leaving out what is missing. */
  readonly errors: FieldErrors;
}

interface Difference {
  readonly changes: Values;
  readonly skipped: RestorePlan['skipped'][number][];
}

const settable = (field: AnyField): boolean =>
  !kindOf(field).computed && !kindOf(field).writeOnly && !field.readOnly && !field.through;

/** Why a field that differs is not put back; undefined when it is, null when there is nothing to say about it. */
function held(property: Property): RestorePlan['skipped'][number]['reason'] | null | undefined {
  const { field } = property;
  if (field.kind === 'status') return 'status';
  if (kindOf(field).writeOnly) return 'secret';
  if (kindOf(field).computed || field.through || property.column?.generated) return null;
  return field.readOnly ? 'read_only' : undefined;
}

/** Lines as they are sent: those that are gone come back as new ones. */
function linesToSend(context: Context, resource: Resource, name: string, past: Values[], current: Values[]): Values[] {
  const { child, id, kind } = lineLink(context, resource, name);
  const there = new Set(current.map((line) => line.id));
  return past.map((line) => ({
    ...(there.has(line.id) ? { id: line.id } : {}),
    ...Object.fromEntries(
      Object.entries(line).filter(
        ([key]) => key !== id && key !== kind && child.fields[key] && settable(child.fields[key]!),
      ),
    ),
  }));
}

const filled = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(filled)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).filter(([, part]) => part !== null && part !== undefined))
      : (value ?? null);

/** What differs between now and then, of the wanted fields. */
function difference(
  context: Context,
  resource: Resource,
  current: Row,
  past: Row,
  wanted: readonly string[] | undefined,
): Difference {
  const changes: Values = {};
  const skipped: Difference['skipped'] = [];
  for (const [name, property] of context.access.properties(resource)) {
    const { fieldName, field } = property;
    if (property.system || !(name in past)) continue;
    if (wanted && !wanted.includes(fieldName) && !wanted.includes(name)) continue;
    const isLines = field.kind === 'lines';
    const readable = (line: Values) => {
      const { child } = lineLink(context, resource, name);
      return Object.fromEntries(
        Object.entries(entered(child, line)).filter(([key]) => key === 'id' || settable(child.fields[key]!)),
      );
    };
    const side = (row: Row) => filled(isLines ? ((row[name] ?? []) as Values[]).map(readable) : row[name]);
    if (isDeepStrictEqual(side(current), side(past))) continue;
    const reason = held(property);
    if (reason) skipped.push({ field: fieldName, reason });
    else if (reason === undefined)
      changes[name] = isLines
        ? linesToSend(context, resource, name, (past[name] ?? []) as Values[], (current[name] ?? []) as Values[])
        : (past[name] ?? null);
  }
  return { changes, skipped };
}

/** The ids of what the changes point to and that can not be pointed to any more, by resource. */
async function unreachable(context: Context, resource: Resource, current: Row, changes: Values): Promise<Ids> {
  const before: Ids = new Map();
  const after: Ids = new Map();
  pointedTo(context, resource, current, before);
  pointedTo(context, resource, { ...subjects(resource, current), ...changes }, after);
  const lost: Ids = new Map();
  await Promise.all(
    [...after].map(async ([name, all]) => {
      const ids = [...all].filter((id) => !before.get(name)?.has(id));
      const target = context.engine.model.resources.get(name);
      if (!target || ids.length === 0) return;
      const alive = raw(target.trash ? ' AND t.deleted_at IS NULL' : '');
      const rows = await context.engine.db.prepared<{ id: string }>(
        sql`SELECT t.id FROM ${raw(`${quote(name)} t`)} WHERE t.id = ANY(${ids}::uuid[])${alive} AND ${context.access.rows(target, 'read', 't')}`,
      );
      const found = new Set(rows.map((row) => row.id));
      const gone = ids.filter((id) => !found.has(id));
      if (gone.length) lost.set(name, new Set(gone));
    }),
  );
  return lost;
}

/** The halves of subjects that may have stayed what they are. */
const subjects = (resource: Resource, row: Values): Values =>
  Object.fromEntries(
    Object.entries(resource.fields).flatMap(([name, field]) =>
      field.kind === 'subject' ? [[`${name}_resource`, row[`${name}_resource`]]] : [],
    ),
  );

/** The changes without what is lost: a field keeps its present value, a list goes without, a line loses the reference. */
function withoutLost(context: Context, resource: Resource, changes: Values, lost: Ids): Values {
  const isLost = (id: unknown) => [...lost.values()].some((ids) => ids.has(id as string));
  const kept: Values = {};
  for (const [name, value] of Object.entries(changes)) {
    const property = context.access.properties(resource).get(name)!;
    if (property.part) {
      if (!isLost(changes[`${property.fieldName}_id`])) kept[name] = value;
    } else if (property.field.kind === 'lines') {
      kept[name] = (value as Values[]).map((line) =>
        Object.fromEntries(
          Object.entries(line).map(([key, cell]) => [key, key !== 'id' && isLost(cell) ? null : cell]),
        ),
      );
    } else if (property.field.kind === 'references') kept[name] = (value as string[]).filter((id) => !isLost(id));
    else if (!isLost(value)) kept[name] = value;
  }
  return kept;
}

/** Which field is missing which record. */
function missingIn(context: Context, resource: Resource, current: Row, changes: Values, lost: Ids) {
  return Object.entries(changes).flatMap(([name, value]) => {
    const own: Ids = new Map();
    const { fieldName } = context.access.properties(resource).get(name)!;
    pointedTo(
      context,
      resource,
      { ...subjects(resource, current), ...subjects(resource, changes), [name]: value },
      own,
    );
    return [...own].flatMap(([target, ids]) =>
      [...ids].filter((id) => lost.get(target)?.has(id)).map((id) => ({ field: fieldName, id })),
    );
  });
}

const listOfNames = (value: unknown): readonly string[] | undefined => {
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value) || value.length > 200 || value.some((name) => typeof name !== 'string'))
    throw new PublicError('invalid', { fields: 'kontor:list' });
  return value as string[];
};

/** Reads what both ways need, after checking that the record may be changed at all. */
async function prepared(context: Context, resource: Resource, id: string, version: number, wish: RestoreWish) {
  requireWritable(resource);
  context.access.require(resource, 'update');
  const wanted = listOfNames(wish.fields);
  const [current, past] = await Promise.all([get(context, resource, id), versionAt(context, resource, id, version)]);
  if (current.deleted_at) throw new PublicError('not_found');
  const { changes, skipped } = difference(context, resource, current, past, wanted);
  const lost = await unreachable(context, resource, current, changes);
  return { current, changes, skipped, lost, possible: withoutLost(context, resource, changes, lost) };
}

/**
 * Puts an earlier version back as a new change: the ordinary way of an update with validation, hooks, scope and merging. The
 * status stays (only steps change it), and so does what the server sets.
 */
export async function restoreVersion(
  context: Context,
  resource: Resource,
  id: string,
  version: number,
  wish: RestoreWish,
): Promise<Row> {
  if (wish.version === undefined || wish.version === null) throw new PublicError('version_required');
  const { changes, possible } = await prepared(context, resource, id, version, wish);
  const body = wish.missing === 'leave_out' ? possible : changes;
  return update(context, resource, id, { ...body, version: wish.version });
}

class DryRun extends Error {}

/** What `restoreVersion` would do: everything is done and taken back. */
export async function planRestore(
  context: Context,
  resource: Resource,
  id: string,
  version: number,
  wish: RestoreWish,
): Promise<RestorePlan> {
  const { current, changes, skipped, lost, possible } = await prepared(context, resource, id, version, wish);
  const errors = await attempt(context, resource, id, possible);
  const names: Ids = new Map();
  const before = Object.fromEntries(Object.keys(changes).map((name) => [name, current[name] ?? null]));
  for (const values of [before, changes])
    pointedTo(context, resource, { ...subjects(resource, current), ...values }, names);
  const known = await named(context, names);
  const after = wish.missing === 'leave_out' ? possible : changes;
  return {
    version: current.version,
    changes: Object.entries(after).map(([field, value]) => ({ field, before: before[field], after: value })),
    skipped,
    missing: missingIn(context, resource, current, changes, lost).map(({ field, id: gone }) => ({
      ...known.get(gone)!,
      field,
    })),
    named: [...known.values()],
    errors,
  };
}

/** Tries the change and takes it back; the answer are the messages at its fields. */
async function attempt(context: Context, resource: Resource, id: string, changes: Values): Promise<FieldErrors> {
  try {
    await context.engine.db.transaction(async (tx) => {
      const also = namesTurn(context, resource, resource, [changes]);
      const current = await lockRecord(context, tx, resource, id, 'update', false, also);
      await (await change(context, tx, resource, current, changes)).record;
      throw new DryRun();
    });
  } catch (error) {
    if (error instanceof DryRun) return {};
    const known = publicError(error, context.engine.model, resource, context.locale, false);
    if (known instanceof PublicError && known.fields) return known.fields;
    throw error;
  }
  return {};
}
