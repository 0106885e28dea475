import type { Resource } from '@kontor/shared';
import { copyValues, startValues, type Values } from './values.ts';

/** What an address or a navigation fills in: a record to copy (`state.record`), or values (`?source={"customer_id":"…"}`). */
export function prefilled(resource: Resource, location: { search: string; state: unknown }): Values {
  const given = (location.state as { record?: Values } | null)?.record ?? inAddress(location.search);
  if (!given) return {};
  const known = startValues(resource, '');
  const copy = copyValues(resource, { ...known, ...given });
  return Object.fromEntries(Object.entries(copy).filter(([name]) => name in given && name in known));
}

/** Tells a new record from other new ones: something else is typed into a copy, or below another customer. */
export function draftId({ search, state }: { search: string; state: unknown }): string {
  const copied = (state as { record?: Values } | null)?.record;
  const source = new URLSearchParams(search).get('source');
  return copied ? `new like ${copied.id ?? JSON.stringify(copied)}` : source ? `new with ${source}` : 'new';
}

function inAddress(search: string): Values | undefined {
  const source = new URLSearchParams(search).get('source');
  if (!source) return undefined;
  try {
    const values: unknown = JSON.parse(source);
    return typeof values === 'object' && values !== null && !Array.isArray(values) ? (values as Values) : undefined;
  } catch {
    return undefined;
  }
}
