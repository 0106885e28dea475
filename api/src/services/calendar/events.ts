import { type Condition, inZone, kindOf, optionLabel, PublicError, type Resource } from '@kontor/shared';
import { quote } from '../../db/quote.ts';
import type { Context, Row } from '../../engine/context.ts';
import { titleFrom } from '../../engine/embed.ts';
import { visibleRows } from '../../engine/list.ts';
import { type Filter, parseFilter } from '../../query/filters.ts';
import { recordColumns } from '../../query/select.ts';
import { raw, sql } from '../../query/sql.ts';

/** A date of a record, as calendar programs show it. */
export interface CalendarEvent {
  readonly id: string;
  readonly resource: string;
  readonly title: string;
  /** Begins at: an instant, or a day (`2026-11-27`). */
  readonly from: string;
  /** Ends at that instant, or with that day. */
  readonly to: string | undefined;
  readonly allDay: boolean;
  /** The state of its workflow, in words. */
  readonly state: string | undefined;
  readonly version: number;
  readonly created_at: string;
  readonly updated_at: string;
}

/** What is in a feed: a resource under a filter, or everything that is assigned to the user. */
export interface FeedQuery {
  readonly resource: string | null;
  readonly filter: unknown;
}

/** Days back from today for which dates are told; all that is to come is. */
const daysBack = 90;
/** Calendar programs fetch all of it each time. */
const mostEvents = 1000;

/** The resource of a feed with its checked filter. Refuses at the fields. */
export function readFeed(
  context: Context,
  { resource: name, filter }: FeedQuery,
): { resource: Resource; filter: Filter } {
  const { access, engine } = context;
  const resource = engine.model.resources.get(name ?? '');
  if (!resource?.views?.calendar || resource.server_only || access.condition(resource, 'read') === null)
    throw new PublicError('invalid', { resource: 'kontor:invalid' });
  try {
    return { resource, filter: parseFilter(access, resource, filter) };
  } catch (error) {
    throw error instanceof PublicError ? new PublicError('invalid', { filter: 'kontor:invalid' }) : error;
  }
}

/** Is it a field with a time of day? */
export const isInstant = (resource: Resource, name: string) =>
  kindOf(resource.fields[name]!).columns(resource.fields[name]!, name)[0]?.type === 'timestamptz';

/** What is assigned to the user, of all resources that have dates and say what that means. */
function assigned({ access, engine }: Context): { resource: Resource; filter: Filter }[] {
  return [...engine.model.resources.values()]
    .filter((one) => one.views?.calendar && one.scopes?.assigned && access.condition(one, 'read') !== null)
    .map((resource) => ({
      resource,
      filter: { condition: mine(resource.scopes!.assigned!, access.actor.id), trash: false },
    }));
}

/** A scope with the user in it: it is asked as a filter, in which nobody asks. */
const mine = (condition: Condition, user: string): Condition =>
  JSON.parse(
    JSON.stringify(condition, (_key, value) =>
      value && typeof value === 'object' && value.user === 'id' ? user : value,
    ),
  );

/** The dates of a feed, as far as its owner sees them at this moment; those that are next first when there are too many. */
export async function feedEvents(context: Context, query: FeedQuery): Promise<CalendarEvent[]> {
  const parts = query.resource === null ? assigned(context) : [readFeed(context, query)];
  const events = await Promise.all(parts.map((part) => eventsOf(context, part.resource, part.filter)));
  return events.flat();
}

async function eventsOf(context: Context, resource: Resource, filter: Filter): Promise<CalendarEvent[]> {
  const { access, engine, locale } = context;
  const { from, to } = resource.views!.calendar!;
  if (!access.properties(resource).has(from)) return [];
  const instant = isInstant(resource, from);
  const start = new Date(Date.now() - daysBack * 86_400_000);
  const since = instant ? start.toISOString() : inZone(start, engine.timeZone).date;
  const where = visibleRows(context, resource, {
    ...filter,
    condition: { and: [filter.condition, { [from]: { gte: since } }] },
  });
  const column = raw(`t.${quote(from)}`);
  const rows = await engine.db.query<Row>(
    sql`SELECT ${recordColumns(access, resource)} FROM ${raw(`${quote(resource.name)} t`)} WHERE ${where} ORDER BY ${column} DESC, t.id LIMIT ${mostEvents}`,
  );
  const status = resource.workflow && resource.fields[resource.workflow.field];
  return rows.map((row) => ({
    id: row.id,
    resource: resource.name,
    title: titleFrom(resource, row, locale),
    from: row[from],
    to: (to && row[to]) || undefined,
    allDay: !instant,
    state: status && row[resource.workflow!.field] && optionLabel(status, row[resource.workflow!.field], locale),
    version: row.version,
    created_at: row.created_at,
    updated_at: row.updated_at,
  }));
}
