import type { Resource } from '@kontor/shared';
import type { Queryable } from '../../../db/pool.ts';
import { quote } from '../../../db/quote.ts';
import type { Engine } from '../../../engine/context.ts';
import { raw, sql } from '../../../query/sql.ts';
import { idsIn } from './report.ts';

/** Where a mail belongs. */
export interface Place {
  readonly about_resource: string;
  readonly about_id: string;
  readonly customer_id: string | null;
  readonly brand_id: string | null;
  /** The conversation; absent where it begins one. */
  readonly thread?: string;
}

/** The mail that this one answers, if it is there: the nearest of those that it names. */
export async function answered(db: Queryable, references: readonly string[]): Promise<Place | undefined> {
  if (references.length === 0) return undefined;
  const ids = idsIn(references.join(' '));
  const rows = await db.query<Place & { id: string; mail: string | null; message_id: string | null }>(
    sql`SELECT id, mail, message_id, about_resource, about_id, customer_id, brand_id, coalesce(thread, mail, id::text) AS thread FROM email_messages WHERE about_id IS NOT NULL AND (message_id = ANY(${references}) OR mail = ANY(${ids}) OR id = ANY(${ids}::uuid[])) ORDER BY created_at DESC, id LIMIT 100`,
  );
  const nearest = references.toReversed();
  const rank = ({ id, mail, message_id }: (typeof rows)[number]) =>
    nearest.findIndex((one) => one === message_id || one.startsWith(`<${mail}@`) || one.startsWith(`<${id}@`));
  return rows.toSorted((a, b) => rank(a) - rank(b))[0];
}

/** Resources whose addresses make their owner known, with how each leads to where mails are gathered. */
function known(engine: Engine): { resource: Resource; emails: string[]; leads: string | undefined }[] {
  const target = engine.model.get('email_messages').fields.customer_id!.to as string;
  return engine.model.subjects('mailable').flatMap((name) => {
    const resource = engine.model.get(name);
    const fields = Object.entries(resource.fields);
    const emails = fields.flatMap(([field, { kind }]) => (kind === 'email' ? [field] : []));
    const leads = fields.find(([, { kind, to }]) => kind === 'reference' && to === target)?.[0];
    return emails.length && (leads || name === target) ? [{ resource, emails, leads }] : [];
  });
}

/** Whose addresses these are, by the address in small letters: a person of a customer goes before the customer. */
export async function senders(engine: Engine, addresses: readonly string[]): Promise<Map<string, Place>> {
  const found = new Map<string, Place>();
  if (addresses.length === 0) return found;
  for (const { resource, emails, leads } of known(engine).toSorted((a, b) => Number(!a.leads) - Number(!b.leads)))
    for (const field of emails) {
      const column = `t.${quote(field)}`;
      const living = resource.trash ? ' AND t.deleted_at IS NULL' : '';
      const rows = await engine.db.query<{ id: string; address: string; customer_id: string | null }>(
        sql`SELECT t.id, lower(${raw(column)}) AS address, ${raw(leads ? `t.${quote(leads)}` : 't.id')} AS customer_id FROM ${raw(`${quote(resource.name)} t`)} WHERE lower(${raw(column)}) = ANY(${addresses})${raw(living)} ORDER BY t.created_at, t.id`,
      );
      for (const { id, address, customer_id } of rows)
        if (!found.has(address))
          found.set(address, { about_resource: resource.name, about_id: id, customer_id, brand_id: null });
    }
  return found;
}
