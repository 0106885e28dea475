import { type Address, countries, kindOf, type Locale, type Resource } from '@kontor/shared';
import type { Context, Row } from '../../engine/context.ts';
import { get } from '../../engine/get.ts';

type Place = Partial<Address>;

/** The lines that name a record; an option called `none` says nothing. */
function nameLines(resource: Resource, row: Row, locale: Locale): string[] {
  return (resource.postal?.name ?? [])
    .map((fields) =>
      fields
        .flatMap((name) => {
          const field = resource.fields[name]!;
          const value = row[name];
          if (value === null || value === undefined || (field.kind === 'choice' && value === 'none')) return [];
          return kindOf(field).format(value, field, locale);
        })
        .join(' '),
    )
    .filter(Boolean);
}

function placeOf(resource: Resource, row: Row): Place | undefined {
  const name = resource.postal?.address;
  if (!name) return undefined;
  const value = row[name] as Place | Place[] | null | undefined;
  return (Array.isArray(value) ? value[0] : value) ?? undefined;
}

/**
 * An address in lines, after DIN 5008: street above town, the country in capitals below, in German, where it is another one
 * than the sender's.
 */
export const addressLines = ({ street, extra, postcode, city, country }: Place, home: string): string[] =>
  [
    extra,
    street,
    [postcode, city].filter(Boolean).join(' '),
    !country || country === home ? '' : (countries[country]?.de ?? country).toUpperCase(),
  ].filter((line): line is string => Boolean(line));

/** The lines of the address of a record, as far as the user may read it: at most six. */
export async function recipientLines(
  context: Context,
  resource: Resource,
  row: Row,
  { home, locale }: { readonly home: string; readonly locale: Locale },
): Promise<string[]> {
  const { postal } = resource;
  if (!postal) return [];
  const own = placeOf(resource, row);
  const names = nameLines(resource, row, locale);
  const to =
    postal.at && row[postal.at] ? context.engine.model.get(resource.fields[postal.at]!.to as string) : undefined;
  if (own || !to || context.access.condition(to, 'read') === null)
    return [...names, ...(own ? addressLines(own, home) : [])].slice(0, 6);
  const there = await get(context, to, row[postal.at!] as string).catch(() => undefined);
  if (!there) return names;
  const place = placeOf(to, there);
  return [...nameLines(to, there, locale), ...names, ...(place ? addressLines(place, home) : [])].slice(0, 6);
}
