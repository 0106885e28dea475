import { type Address, kindOf, type Locale } from '@kontor/shared';
import sharp from 'sharp';
import type { Queryable } from '../../db/pool.ts';
import { sql } from '../../query/sql.ts';
import type { ContentStore } from '../content/store.ts';
import type { Letterhead } from '../pdf/letter.ts';
import { addressLines } from './recipient.ts';

interface Sender {
  readonly name: string;
  readonly colour: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly website: string | null;
  readonly footer: string | null;
  readonly letter_form: 'a' | 'b';
  readonly logo_side: 'left' | 'right';
  readonly sha256: string | null;
  readonly company: {
    readonly name: string;
    readonly address: Address | null;
    readonly phone: string | null;
    readonly email: string | null;
    readonly website: string | null;
    readonly managing_directors: string | null;
    readonly register_entry: string | null;
    readonly vat_id: string | null;
    readonly tax_number: string | null;
    readonly bank_name: string | null;
    readonly iban: string | null;
    readonly bic: string | null;
  };
}

const words: Readonly<Record<Locale, Readonly<Record<'phone' | 'directors' | 'vat' | 'tax', string>>>> = {
  de: { phone: 'Tel.', directors: 'Geschäftsführung:', vat: 'USt-IdNr.', tax: 'St.-Nr.' },
  en: { phone: 'Phone', directors: 'Managing directors:', vat: 'VAT ID', tax: 'Tax no.' },
};

/** Logos by their content, ready to be printed: a picture is read once. */
const logos = new Map<string, Promise<Letterhead['logo']>>();
const mostLogos = 50;

/** A picture as PDF/A takes it: without what shines through, at most as large as it is printed. */
async function logoOf(store: ContentStore, sha256: string): Promise<Letterhead['logo']> {
  const stream = await store.open(sha256);
  if (!stream) return undefined;
  const { data, info } = await sharp(Buffer.concat(await stream.toArray()), { limitInputPixels: 50_000_000 })
    .flatten({ background: '#ffffff' })
    .resize(900, 450, { fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .png()
    .toBuffer({ resolveWithObject: true });
  return { content: data, width: info.width, height: info.height };
}

async function cachedLogo(store: ContentStore, sha256: string): Promise<Letterhead['logo']> {
  const known = logos.get(sha256);
  if (known) return known;
  const read = logoOf(store, sha256).catch(() => undefined); // a letter without its logo is better than none
  logos.set(sha256, read);
  if (logos.size > mostLogos) logos.delete(logos.keys().next().value!);
  if (!(await read)) logos.delete(sha256);
  return read;
}

const filled = (...lines: (string | null | undefined | false)[]) =>
  lines.filter((line): line is string => Boolean(line));

/** The paper of a brand with the particulars of its company, and the country it is in; undefined when it is gone. */
export async function letterheadOf(
  db: Pick<Queryable, 'query'>,
  store: ContentStore,
  brand: string,
  locale: Locale,
): Promise<{ letterhead: Letterhead; home: string; phone: string | null } | undefined> {
  const [sender] = await db.query<Sender>(
    sql`SELECT b.name, b.colour, b.phone, b.email, b.website, b.footer, b.letter_form, b.logo_side, f.sha256, jsonb_build_object('name', c.name, 'address', c.address, 'phone', c.phone, 'email', c.email, 'website', c.website, 'managing_directors', c.managing_directors, 'register_entry', c.register_entry, 'vat_id', c.vat_id, 'tax_number', c.tax_number, 'bank_name', c.bank_name, 'iban', c.iban, 'bic', c.bic) AS company FROM brands b JOIN companies c ON c.id = b.company_id LEFT JOIN files f ON f.id = b.logo WHERE b.id = ${brand}`,
  );
  if (!sender) return undefined;
  const { company } = sender;
  const t = words[locale];
  const home = company.address?.country ?? 'DE';
  const place = company.address ? addressLines(company.address, home) : [];
  const [phone, email, website] = [
    sender.phone ?? company.phone,
    sender.email ?? company.email,
    sender.website ?? company.website,
  ];
  const iban =
    company.iban && kindOf({ kind: 'iban', label: '' }).format(company.iban, { kind: 'iban', label: '' }, locale);
  const columns = [
    filled(company.name, ...place),
    filled(phone && `${t.phone} ${phone}`, email, website?.replace(/^https?:\/\/|\/$/g, '')),
    filled(
      company.managing_directors && `${t.directors} ${company.managing_directors}`,
      company.register_entry,
      company.vat_id && `${t.vat} ${company.vat_id}`,
      company.tax_number && `${t.tax} ${company.tax_number}`,
    ),
    filled(company.bank_name, iban && `IBAN ${iban}`, company.bic && `BIC ${company.bic}`),
    filled(...(sender.footer ?? '').split('\n').map((line) => line.trim())),
  ].filter((column) => column.length);
  const logo = sender.sha256 ? await cachedLogo(store, sender.sha256) : undefined;
  return {
    home,
    phone,
    letterhead: {
      form: sender.letter_form,
      colour: sender.colour,
      name: sender.name,
      ...(logo ? { logo } : {}),
      logoSide: sender.logo_side,
      sender: [company.name, ...place].join(' · '),
      footer: columns,
    },
  };
}
