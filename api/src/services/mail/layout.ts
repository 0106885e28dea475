import type { Queryable } from '../../db/pool.ts';
import { sql } from '../../query/sql.ts';
import type { ContentStore } from '../content/store.ts';
import { escaped } from '../escaped.ts';
import { font } from './html.ts';
import type { Picture } from './transport.ts';

/** What a mail shows of the brand it is sent for. */
export interface Brand {
  readonly name: string;
  readonly colour: string;
  readonly sender_name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly signature: string | null;
  readonly logo: {
    readonly id: string;
    readonly sha256: string;
    readonly media_type: string;
    readonly size: string;
  } | null;
}

/** The brand with its logo; undefined when it is gone. */
export async function brandOf(db: Pick<Queryable, 'query'>, id: string): Promise<Brand | undefined> {
  const [brand] = await db.query<Brand>(
    sql`SELECT b.name, b.colour, b.sender_name, b.email, b.phone, b.signature, CASE WHEN f.id IS NOT NULL THEN jsonb_build_object('id', f.id, 'sha256', f.sha256, 'media_type', f.media_type, 'size', f.size) END AS logo FROM brands b LEFT JOIN files f ON f.id = b.logo WHERE b.id = ${id}`,
  );
  return brand;
}

/** Pictures that mail programs show, and what they may weigh: each copy carries them. */
const shown: Readonly<Record<string, string>> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/gif': 'gif' };
const heaviest = 500_000;

/** The logo as part of the mail; undefined where there is none that mail programs show. */
export async function logoOf(store: ContentStore, { logo }: Brand): Promise<Picture | undefined> {
  const ending = logo && shown[logo.media_type];
  if (!ending || Number(logo.size) > heaviest) return undefined;
  try {
    const stream = await store.open(logo.sha256);
    if (!stream) return undefined;
    const content = Buffer.concat(await stream.toArray());
    return { cid: `logo-${logo.id}@kontor`, filename: `logo.${ending}`, contentType: logo.media_type, content };
  } catch {
    return undefined; // a mail without its logo is better than none
  }
}

/** The whole page of a mail around its text: the mark of the brand above, nothing that a mail program would not show. */
export function page(html: string, brand: Brand | undefined, logo: string | undefined): string {
  const mark = logo
    ? `<img src="${escaped(logo)}" alt="${escaped(brand!.name)}" style="display:block;max-height:48px;max-width:240px;margin:0 0 20px">`
    : '';
  const line = brand ? `border-top:3px solid ${escaped(brand.colour)};padding-top:20px;` : '';
  return `<!doctype html><html><head><meta charset="utf-8"></head><body style="margin:0;padding:24px;${font};color:#1f2937;background:#ffffff"><div style="max-width:640px;${line}overflow-wrap:anywhere">${mark}${html}</div></body></html>`;
}
