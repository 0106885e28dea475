import { type AnyField, kindOf, type Resource } from '@kontor/shared';
import type { Values } from './values.ts';

/** What was typed into a form and has not been saved. */
export interface Draft {
  /** When the last of it was typed, in milliseconds. */
  readonly at: number;
  /** The version of the record that typing began on; a new record has none. */
  readonly version?: number | undefined;
  /** What differs from the record, by wire name. */
  readonly values: Values;
}

type Box = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'> | undefined;

const prefix = 'kontor.draft.';
const lifetime = 30 * 24 * 60 * 60 * 1000;

/** Where the draft of a form lies. It belongs to one user: who else works in this browser does not find it. */
export const draftKey = (user: string, resource: string, id: string): string => `${prefix}${user}.${resource}.${id}`;

/** A browser may refuse to keep anything, or have no room left: typing goes on without a draft then. */
function quietly<T>(what: () => T): T | undefined {
  try {
    return what();
  } catch {
    return undefined;
  }
}

/** Where drafts lie; undefined in a browser that keeps nothing. */
export const browserBox = (): Box => quietly(() => localStorage);

/** The draft at a place; undefined when there is none, when it is too old, or when it can not be read. */
export const readDraft = (box: Box, key: string, now: number): Draft | undefined =>
  quietly(() => {
    const draft = JSON.parse(box?.getItem(key) ?? 'null') as Draft | null;
    return draft && typeof draft.values === 'object' && now - draft.at < lifetime ? draft : undefined;
  });

export const writeDraft = (box: Box, key: string, draft: Draft): void =>
  quietly(() => box?.setItem(key, JSON.stringify(draft)));

export const dropDraft = (box: Box, key: string): void => quietly(() => box?.removeItem(key));

/** Forgets the draft that was kept at this time. A later one was typed in another tab, and is that one's to forget. */
export const dropOwnDraft = (box: Box, key: string, at: number | undefined): void =>
  quietly(() => {
    const draft = JSON.parse(box?.getItem(key) ?? 'null') as Draft | null;
    if (draft?.at === at) box?.removeItem(key);
  });

/** Clears away what is too old, of all users. */
export const sweepDrafts = (box: Box, now: number): void =>
  quietly(() => {
    const keys = Array.from({ length: box?.length ?? 0 }, (_, index) => box?.key(index) ?? '');
    for (const key of keys) if (key.startsWith(prefix) && !readDraft(box, key, now)) box?.removeItem(key);
  });

/**
 * What of the changes may lie in a browser: no secrets, neither in the record nor in its rows. Undefined while the
 * declaration of rows is not at hand, as nobody can tell then what is in them.
 */
export function keepable(
  resource: Resource,
  changes: Values,
  declared: (name: string) => Resource | undefined,
): Values | undefined {
  const secret = (field: AnyField | undefined) => Boolean(field && kindOf(field).writeOnly);
  const kept: Values = {};
  for (const [name, value] of Object.entries(changes)) {
    const field = resource.fields[name];
    if (secret(field)) continue;
    kept[name] = value;
    if (!field?.of || !field.by || !Array.isArray(value)) continue;
    const child = declared(field.of);
    if (!child) return undefined;
    // `true` says only that a secret is set
    const open = ([column, cell]: [string, unknown]) => cell === true || !secret(child.fields[column]);
    kept[name] = value.map((row: Values) => Object.fromEntries(Object.entries(row).filter(open)));
  }
  return kept;
}

/** What of a draft still fits the form and still differs from the record. */
export const restorable = (draft: Draft | undefined, before: Values, changed: (values: Values) => Values): Values =>
  changed({
    ...before,
    ...Object.fromEntries(Object.entries(draft?.values ?? {}).filter(([name]) => name in before)),
  });
