import { Exact, idSchema, kindOf, type Locale, type Property, type Resource } from '@kontor/shared';
import type { Cell } from './table.ts';
import { clockOf } from './xlsx.ts';

/** A cell's text as it is shown in a list of errors. */
export function shown(cell: Cell): string | null {
  if (cell === null || cell === '') return null;
  if (!(cell instanceof Date)) return String(cell).slice(0, 200);
  const [day = '', time = ''] = cell.toISOString().split('T');
  return clockOf(cell) ?? (time.startsWith('00:00') ? day : `${day} ${time.slice(0, 5)}`);
}

/** How a cell may be read: texts with the language of their numbers, the likeliest first. */
function readings(cell: Exclude<Cell, null>, locale: Locale): [text: string, locale: Locale][] {
  if (typeof cell === 'string')
    return locale === 'de'
      ? [
          [cell, 'de'],
          [cell, 'en'],
        ]
      : [
          [cell, 'en'],
          [cell, 'de'],
        ];
  if (typeof cell === 'number') return [[new Exact(cell).toFixed(), 'en']];
  if (typeof cell === 'boolean') return [[String(cell), locale]];
  const [day = '', time = ''] = cell.toISOString().split('T');
  const clock = clockOf(cell);
  const moment = time.startsWith('00:00') ? [] : [`${day} ${time.slice(0, 5)}`];
  return [...(clock ? [clock.padStart(5, '0')] : []), ...moment, day].map((text) => [text, locale]);
}

const schemas = new WeakMap<Property, { safeParse(value: unknown): { success: boolean } }>();

/**
 * The wire value of a cell. Another reading counts only where the first one could not be read at all: `12,345` is not
 * taken for English because it has too many decimal places.
 */
export function readCell(property: Property, cell: Exclude<Cell, null>, locale: Locale): unknown {
  const kind = kindOf(property.field);
  const ways = readings(cell, locale).map(([text, language]) => ({
    text: text.trim(),
    value: kind.parse(text, property.field, language),
  }));
  const first = ways[0]!;
  if (first.value !== first.text || ways.every(({ value, text }) => value === text && text === first.text))
    return first.value;
  const schema = schemas.get(property) ?? (property.part ? idSchema : kind.schema(property.field));
  schemas.set(property, schema);
  return (ways.find(({ value }) => schema.safeParse(value).success) ?? first).value;
}

/** Resources that a property's values are records of; undefined for plain values. */
export function targetOf(property: Property): string | undefined {
  const to = property.field.to ?? property.column?.references?.resource;
  return typeof to === 'string' && to !== '' ? to : undefined;
}

/** The name of a resource by its name or label in either language, among those that are possible. */
export function resourceByLabel(text: string, resources: readonly Resource[]): string | undefined {
  const wanted = text.trim().toLowerCase();
  return resources.find(({ name, label }) =>
    [name, ...label.de, ...(label.en ?? [])].some((possible) => possible.toLowerCase() === wanted),
  )?.name;
}
