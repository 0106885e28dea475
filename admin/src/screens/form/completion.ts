import type { Resource } from '@kontor/shared';
import { same, type Values } from './values.ts';

/** What is known of a form that fills in fields by itself. */
export interface Completion {
  readonly resource: Resource;
  /** The values that nobody has touched. */
  readonly start: Values;
  /** What the form has filled in, by field. */
  readonly filled: Values;
  /** Fields that somebody has filled before the form was opened: those of a copy, and of what was typed and not saved. */
  readonly given: ReadonlySet<string>;
}

/** Fields that show what was filled in, unless the user has changed them since. */
export const takenOver = (filled: Values, values: Values): string[] =>
  Object.keys(filled).filter((name) => !isNothing(filled[name]) && same(values[name], filled[name]));

const isNothing = (value: unknown) => value === null || value === undefined || value === '';

/** Fields that the form would fill in, of those in a draft: what it has of them the user has said. */
export const saidIn = ({ completes }: Resource, draft: Values = {}): string[] =>
  Object.keys(draft).filter((name) => completes?.fields.includes(name));

/** Has the user said what this field is: typed, chosen or emptied it? What the form has filled in is not theirs. */
const isSaid = ({ start, filled, given }: Completion, values: Values, name: string): boolean =>
  (given.has(name) && !(name in filled)) || !same(values[name], name in filled ? filled[name] : start[name]);

/** What the server is asked: by what it fills in, as far as the user says it. Undefined while there is nothing to take it from. */
export function questionOf(known: Completion, values: Values): Values | undefined {
  const { like, by = [], fields } = known.resource.completes ?? { like: '', fields: [] };
  if (isNothing(values[like]) || fields.every((name) => isSaid(known, values, name))) return undefined;
  const asked = [like, ...by].filter((name) =>
    fields.includes(name) ? isSaid(known, values, name) : !isNothing(values[name]),
  );
  return Object.fromEntries(asked.map((name) => [name, isNothing(values[name]) ? null : values[name]]));
}

/** What the form shows after an answer: fields that change, and all that it has filled in by then. */
export function completedBy(known: Completion, values: Values, answer: Values): { changes: Values; filled: Values } {
  const changes: Values = {};
  const filled: Values = {};
  for (const name of known.resource.completes?.fields ?? []) {
    if (isSaid(known, values, name)) {
      // what was emptied is told from what was never filled
      if (name in known.filled) filled[name] = known.filled[name];
      continue;
    }
    const next = name in answer ? answer[name] : known.start[name];
    if (!same(values[name], next)) changes[name] = next;
    if (name in answer) filled[name] = answer[name];
  }
  return { changes, filled };
}

/**
 * What a new record sends of the fields that can be filled in. What was emptied stays empty; what nobody has said is filled in by
 * the server, where the form did not come to show it (`shown`).
 */
export function completedValues(known: Completion, values: Values, sent: Values, shown: boolean): Values {
  const { like, fields } = known.resource.completes ?? { like: '', fields: [] };
  if (isNothing(values[like])) return sent;
  const all = { ...sent };
  for (const name of fields)
    if (!isSaid(known, values, name)) {
      if (!shown || !(name in known.filled)) delete all[name];
    } else if (isNothing(values[name])) all[name] = null;
  return all;
}
