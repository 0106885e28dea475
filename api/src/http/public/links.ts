import type { Locale } from '@kontor/shared';
import type { Engine } from '../../engine/context.ts';
import { sql } from '../../query/sql.ts';
import type { ContentStore } from '../../services/content/store.ts';
import { brandOf, logoOf } from '../../services/mail/layout.ts';
import type { PageBrand } from './page.ts';

/** What a public page has to know of the training behind it. */
export interface PageTraining {
  readonly id: string;
  readonly name: string;
  readonly language: Locale;
  readonly status: string;
  readonly brand_id: string;
  readonly first_session_at: string | null;
}

export async function trainingOfPage({ db }: Engine, id: string): Promise<PageTraining | undefined> {
  const [training] = await db.query<PageTraining>(
    sql`SELECT id, name, language, status, brand_id, first_session_at FROM trainings WHERE id = ${id} AND deleted_at IS NULL`,
  );
  return training;
}

/** The look of a brand. */
export async function lookOf({ db }: Engine, store: ContentStore, id: string): Promise<PageBrand | undefined> {
  const brand = await brandOf(db, id);
  if (!brand) return undefined;
  const logo = await logoOf(store, brand);
  return {
    name: brand.name,
    colour: brand.colour,
    ...(logo ? { logo: `data:${logo.contentType};base64,${logo.content.toString('base64')}` } : {}),
    ...(brand.email ? { email: brand.email } : {}),
    ...(brand.phone ? { phone: brand.phone } : {}),
  };
}
