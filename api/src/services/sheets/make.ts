import { PublicError, type Resource } from '@kontor/shared';
import type { Context } from '../../engine/context.ts';
import { get } from '../../engine/get.ts';
import type { ContentStore } from '../content/store.ts';
import { letterheadOf } from '../letters/letterhead.ts';
import { sheetPdf } from '../pdf/sheet.ts';
import { signsPdf } from '../pdf/signs.ts';
import type { SheetContent } from './content.ts';

/** What stands on a paper of a record, as far as whoever asks may read it. */
export async function sheetOf(context: Context, resource: Resource, id: string, sheet: string): Promise<SheetContent> {
  const declared = resource.sheets && Object.hasOwn(resource.sheets, sheet);
  const make = declared ? context.engine.behaviours[resource.name]?.sheets?.[sheet] : undefined;
  if (!make) throw new PublicError('unknown_route');
  return make({ context, record: await get(context, resource, id) });
}

/** That paper as PDF, on the paper of its brand. */
export async function sheetAsPdf({ engine }: Context, store: ContentStore, content: SheetContent): Promise<Buffer> {
  const found = await letterheadOf(engine.db, store, content.brand, content.locale);
  const letterhead = found?.letterhead ?? { name: '', colour: '#59636e' };
  return content.signs ? signsPdf(content, letterhead) : sheetPdf(content, letterhead);
}
