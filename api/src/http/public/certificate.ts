import { formatDate, type Locale } from '@kontor/shared';
import { sql } from '../../query/sql.ts';
import { html } from './html.ts';
import { lookOf } from './links.ts';
import type { PublicPage } from './routes.ts';
import { pageWords } from './words.ts';

interface Certificate {
  readonly brand_id: string;
  readonly language: Locale;
  readonly number: string;
  readonly holder: string | null;
  readonly course: string | null;
  readonly type: 'attendance' | 'success';
  readonly status: string;
  readonly units: number | null;
  readonly from_on: string | null;
  readonly until_on: string | null;
  readonly issued_on: string | null;
}

/** What the holder's paper says, and whether it still holds; also when its training is in the trash. Nothing else. */
export const certificatePage: PublicPage = {
  purpose: 'certificate',
  show: async ({ engine, store, link }) => {
    const [found] = await engine.db.query<Certificate>(
      sql`SELECT brand_id, language, number, holder, course, type, status, units, from_on, until_on, issued_on FROM certificates WHERE id = ${link.subject_id}`,
    );
    if (!found) return undefined;
    const locale = found.language;
    const t = pageWords(locale);
    const day = (date: string | null) => date && formatDate(date, locale);
    const [from, until] = [day(found.from_on), day(found.until_on)];
    const facts = [
      [t('number'), found.number],
      [t('holder'), found.holder],
      [t('course'), found.course],
      [t('type'), t(found.type)],
      [t('dates'), from === until ? from : [from, until].filter(Boolean).join(' – ')],
      [t('units'), found.units],
      [t('issued_on'), day(found.issued_on)],
    ].filter(([, value]) => value !== null && value !== '');
    const valid = found.status === 'valid';
    const brand = await lookOf(engine, store, found.brand_id);
    return {
      locale,
      title: t('certificate'),
      ...(brand ? { brand } : {}),
      body: html`<h1>${t('certificate')}</h1><p class="state ${valid ? 'good' : 'bad'}">${t(valid ? 'valid' : 'revoked')}</p><dl>${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl><p class="hint">${t('compare')}</p>`,
    };
  },
};
