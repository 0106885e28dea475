import { PublicError, type Resource } from '@kontor/shared';
import type { SheetCall } from '../../engine/behaviour.ts';
import type { Context } from '../../engine/context.ts';
import { get } from '../../engine/get.ts';
import { auditEvent, authorOf } from '../audit.ts';
import type { ContentStore } from '../content/store.ts';
import { letterheadOf } from '../letters/letterhead.ts';
import { sheetPdf } from '../pdf/sheet.ts';
import { signsPdf } from '../pdf/signs.ts';
import type { SheetContent } from './content.ts';

const declared = (resource: Resource, sheet: string) =>
  resource.sheets && Object.hasOwn(resource.sheets, sheet) ? resource.sheets[sheet] : undefined;

async function made(call: Omit<SheetCall, 'record'>, resource: Resource, id: string, sheet: string) {
  const { context } = call;
  const make = declared(resource, sheet) && context.engine.behaviours[resource.name]?.sheets?.[sheet];
  if (!make) throw new PublicError('unknown_route');
  return make({ ...call, record: await get(context, resource, id) });
}

/** What stands on a paper of a record, as far as whoever asks may read it. */
export const sheetOf = (context: Context, resource: Resource, id: string, sheet: string): Promise<SheetContent> =>
  made({ context, operation: 'read' }, resource, id, sheet);

/**
 * The same as rows to be taken along: an export, for who may export them, told in the trail before the first byte leaves.
 * Papers of which there are no rows to be had are refused.
 */
export async function exportedSheet(
  context: Context,
  resource: Resource,
  id: string,
  sheet: string,
): Promise<SheetContent> {
  const rows = declared(resource, sheet)?.xlsx;
  if (rows === undefined) throw new PublicError('malformed_query', { format: 'kontor:choice' });
  context.access.require(context.engine.model.get(rows), 'export');
  const content = await made({ context, operation: 'export' }, resource, id, sheet);
  await auditEvent(context.engine.db, authorOf(context), {
    operation: 'export',
    resource: resource.name,
    id,
    details: { sheet, rows, count: content.tables[0]?.rows.length ?? 0 },
  });
  return content;
}

/** That paper as PDF, on the paper of its brand. */
export async function sheetAsPdf({ engine }: Context, store: ContentStore, content: SheetContent): Promise<Buffer> {
  const found = await letterheadOf(engine.db, store, content.brand, content.locale);
  const letterhead = found?.letterhead ?? { name: '', colour: '#59636e' };
  return content.signs ? signsPdf(content, letterhead) : sheetPdf(content, letterhead);
}
