import { kindOf, type Resource } from '@kontor/shared';
import type { Context, Row } from '../../engine/context.ts';
import { titleFrom } from '../../engine/embed.ts';
import { get } from '../../engine/get.ts';
import { list } from '../../engine/list.ts';

/** Somebody whom a mail about a record may go to. */
export interface Proposal {
  readonly email: string;
  readonly name: string;
  /** The record that has the address. */
  readonly resource: string;
  readonly id: string;
}

const most = 50;

const addressFields = (context: Context, resource: Resource): string[] =>
  [...context.access.properties(resource)]
    .filter(([, { field, system }]) => !system && kindOf(field).name === 'email')
    .map(([name]) => name);

const mayRead = ({ access }: Context, resource: Resource) =>
  !resource.server_only && !resource.internal && access.condition(resource, 'read') !== null;

const addressesIn = (context: Context, resource: Resource, row: Row): Proposal[] =>
  addressFields(context, resource).flatMap((name) =>
    row[name]
      ? [
          {
            email: row[name] as string,
            name: titleFrom(resource, row, context.locale),
            resource: resource.name,
            id: row.id,
          },
        ]
      : [],
  );

/** Addresses of the records that refer to this one: the contacts of a customer. */
async function fromIncoming(context: Context, resource: Resource, id: string): Promise<Proposal[]> {
  const places = context.engine.model
    .incoming(resource.name)
    .filter(
      ({ resource: from, kind }) =>
        kind === 'reference' && mayRead(context, from) && addressFields(context, from).length > 0,
    );
  const found = await Promise.all(
    places
      .filter(({ resource: from, field }) => context.access.properties(from).has(field))
      .map(async ({ resource: from, field }) => {
        const { rows } = await list(context, from, { filter: { [field]: id }, range: [0, most - 1] });
        return rows.flatMap((row) => addressesIn(context, from, row));
      }),
  );
  return found.flat();
}

/** Addresses of the records that this one refers to: the customer of a contact, what a task is about. */
async function fromReferred(context: Context, resource: Resource, row: Row): Promise<Proposal[]> {
  const { model } = context.engine;
  const pointers = Object.entries(resource.fields).flatMap(([name, field]) => {
    if (field.kind === 'reference') return [{ to: field.to as string, id: row[name] }];
    if (field.kind === 'subject') return [{ to: row[`${name}_resource`], id: row[`${name}_id`] }];
    return [];
  });
  const found = await Promise.all(
    pointers
      .filter(({ to, id }) => id && model.resources.has(to) && mayRead(context, model.get(to)))
      .map(async ({ to, id }) => {
        const target = model.get(to);
        const there = await get(context, target, id).catch(() => undefined);
        return there ? addressesIn(context, target, there) : [];
      }),
  );
  return found.flat();
}

/** Whom a mail about the record may go to, as far as the user sees them: each address once, the record's own first. */
export async function proposedRecipients(context: Context, resource: Resource, row: Row): Promise<Proposal[]> {
  const all = [
    ...addressesIn(context, resource, row),
    ...(await fromIncoming(context, resource, row.id)),
    ...(await fromReferred(context, resource, row)),
  ];
  const seen = new Set<string>();
  return all.filter(({ email }) => !seen.has(email.toLowerCase()) && seen.add(email.toLowerCase())).slice(0, most);
}
