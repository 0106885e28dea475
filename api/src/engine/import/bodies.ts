import { type FieldErrors, message, type Resource } from '@kontor/shared';
import type { Queryable } from '../../db/pool.ts';
import type { Context, Values } from '../context.ts';
import { readCell, resourceByLabel, targetOf } from './cells.ts';
import { norm, Reviews } from './links.ts';
import { type Found, lookedUp, lookUp } from './lookup.ts';
import type { MappedColumn } from './report.ts';
import type { Cell, TableRow } from './table.ts';

/** What a row says, as a body that could have been sent; lines as values of the first line. */
export interface RowBody {
  readonly values: Values;
  readonly lines: Readonly<Record<string, Values>>;
  readonly errors: FieldErrors;
}

type Links = ReadonlyMap<string, ReadonlyMap<string, Found>>;

const filled = (cell: Cell | undefined): cell is Exclude<Cell, null> =>
  cell !== null && cell !== undefined && cell !== '';

/** The resource that a subject's other column names in this row. */
function subjectResource(context: Context, mapped: readonly MappedColumn[], of: MappedColumn, row: TableRow) {
  const { property, lines } = of.field;
  const path = `${lines ? `${lines}.` : ''}${property.fieldName}_resource`;
  const cell = row.cells[mapped.find(({ field }) => field.path === path)?.index ?? -1];
  return filled(cell) ? resourceByLabel(String(cell), subjects(context, of)) : undefined;
}

const subjects = (context: Context, { field }: MappedColumn): Resource[] =>
  context.engine.model
    .subjects(field.property.field.of as string | undefined)
    .map((name) => context.engine.model.get(name));

/** The resource a cell's text is looked up in, and the texts in it (one, or several of a list). */
function reference(context: Context, mapped: readonly MappedColumn[], one: MappedColumn, row: TableRow) {
  const { property } = one.field;
  const cell = row.cells[one.index];
  if (!filled(cell)) return undefined;
  const target = property.part === 'id' ? subjectResource(context, mapped, one, row) : targetOf(property);
  if (!target) return property.part === 'id' ? { target: undefined, texts: [], many: false } : undefined;
  const read = property.part ? String(cell) : readCell(property, cell, context.locale);
  return { target, texts: Array.isArray(read) ? (read as string[]) : [String(read)], many: Array.isArray(read) };
}

/**
 * Finds everything that the file refers to: two statements per resource, not one per row. What the user has chosen is looked
 * up like everything else, so that nobody links what they can not see.
 */
export async function findLinks(
  context: Context,
  db: Queryable,
  mapped: readonly MappedColumn[],
  rows: readonly TableRow[],
): Promise<Links> {
  const needed = new Map<string, Set<string>>();
  for (const one of mapped) {
    if (one.field.property.part !== 'id' && !targetOf(one.field.property)) continue;
    for (const row of rows) {
      const found = reference(context, mapped, one, row);
      if (!found?.target) continue;
      if (!needed.has(found.target)) needed.set(found.target, new Set());
      for (const text of found.texts) {
        // the text too, so that what it may mean is offered again
        needed.get(found.target)!.add(text);
        const decision = one.decisions.get(norm(text));
        if (decision) needed.get(found.target)!.add(decision);
      }
    }
  }
  const links = new Map<string, ReadonlyMap<string, Found>>();
  for (const [target, texts] of needed)
    links.set(target, await lookUp(context, db, context.engine.model.get(target), texts));
  return links;
}

/** What the user has to say of texts, or has said: where the file's own words do not name one record. */
export function linkReviews(
  context: Context,
  mapped: readonly MappedColumn[],
  links: Links,
  rows: readonly TableRow[],
): Reviews['list'] {
  const reviews = new Reviews();
  for (const one of mapped) {
    if (one.field.property.part !== 'id' && !targetOf(one.field.property)) continue;
    for (const row of rows) {
      const found = reference(context, mapped, one, row);
      if (!found?.target) continue;
      for (const text of found.texts) {
        const answer = lookedUp(links.get(found.target), text);
        if (one.decisions.has(norm(text)) || 'error' in answer)
          reviews.note(one, found.target, text, 'error' in answer ? answer.candidates : []);
      }
    }
  }
  return reviews.list;
}

/** What a text means: what the user said, else what it names; undefined where the field is to stay empty. */
function meant(one: MappedColumn, links: ReadonlyMap<string, Found> | undefined, text: string): Found | undefined {
  const decision = one.decisions.get(norm(text));
  return decision === null ? undefined : lookedUp(links, decision ?? text);
}

/** Reads one row. An empty cell says nothing: it neither clears a value nor keeps a default away. */
export function readRow(context: Context, mapped: readonly MappedColumn[], links: Links, row: TableRow): RowBody {
  const values: Values = {};
  const lines: Record<string, Values> = {};
  const errors: FieldErrors = {};
  for (const one of mapped) {
    const { property, lines: linesField, path } = one.field;
    const cell = row.cells[one.index];
    if (!filled(cell)) continue;
    if (linesField) lines[linesField] ??= {};
    const into = linesField ? lines[linesField]! : values;
    const refers = reference(context, mapped, one, row);
    if (refers) {
      const found = refers.texts.flatMap((text) => meant(one, links.get(refers.target ?? ''), text) ?? []);
      const wrong = refers.target ? found.find((answer) => 'error' in answer) : { error: message('no_match') };
      if (wrong && 'error' in wrong) errors[path] = wrong.error;
      else {
        const ids = found.flatMap((answer) => ('id' in answer ? [answer.id] : []));
        if (ids.length > 0) into[property.name] = refers.many ? ids : ids[0];
      }
    } else if (property.part === 'resource')
      into[property.name] = resourceByLabel(String(cell), subjects(context, one)) ?? String(cell);
    else into[property.name] = readCell(property, cell, context.locale);
  }
  return { values, lines, errors };
}
