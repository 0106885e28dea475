import {
  type AnyField,
  fieldNamed,
  formatDate,
  kindOf,
  type Locale,
  propertyNames,
  type Resource,
  readMovingDay,
  systemNames,
} from '@kontor/shared';
import { fromPattern, spanIn } from '../../../kinds/common/filters.ts';
import { describeMoving, movingIn } from '../../../kinds/common/moving.ts';

/** A list's filter, as it travels. */
export type FilterValues = Record<string, any>;

const operators = ['gte', 'lte', 'gt', 'lt', 'like', 'ilike', 'null', 'has'] as const;
export type FilterOperator = 'is' | (typeof operators)[number];

/** One entry of a filter, read: which field it asks for, and how. */
export interface FilterEntry {
  readonly key: string;
  readonly operator: FilterOperator;
  readonly value: unknown;
}

/** The entries of a filter that belong to one field. */
export interface FilterGroup {
  /** Name of the field; of something unknown (a question through a reference) the key itself. */
  readonly name: string;
  readonly field?: AnyField;
  /** Of a question through a reference: the reference, whose record is asked. */
  readonly through?: string;
  readonly entries: readonly FilterEntry[];
}

/** Entries that have a place of their own on the screen. */
const elsewhere = new Set(['q', '_trash']);

/** Which operator a key asks with, when it belongs to the field. */
function operatorOf(resource: Resource, name: string, key: string): FilterOperator | undefined {
  const wires = [name, ...propertyNames(resource, name)];
  if (wires.includes(key)) return 'is';
  return operators.find((operator) => wires.some((wire) => key === `${wire}_${operator}`));
}

/** Groups a filter by fields, in the order of its entries, as chips show it; a field that is hidden elsewhere has its name here. */
export function groupFilter(resource: Resource, values: FilterValues, fields: readonly string[]): FilterGroup[] {
  const hidden = Object.keys(resource.fields).filter((name) => resource.fields[name]!.hidden);
  const groups = new Map<string, FilterEntry[]>();
  for (const [key, value] of Object.entries(values)) {
    if (elsewhere.has(key) || value === undefined) continue;
    const name = [...fields, ...hidden].find((field) => operatorOf(resource, field, key)) ?? key;
    const operator = operatorOf(resource, name, key) ?? 'is';
    groups.set(name, [...(groups.get(name) ?? []), { key, operator, value }]);
  }
  return [...groups].map(([name, entries]) => {
    const field = fieldNamed(resource, name);
    return { name, entries, ...(field ? { field } : {}) };
  });
}

/** What of a filter asks through a reference (`training_id.status`), as groups of the record that it asks. */
export function innerGroups(values: FilterValues, through: string, target: Resource): FilterGroup[] {
  const before = `${through}.`;
  const asked = Object.entries(values).filter(([key]) => key.startsWith(before));
  const inner = Object.fromEntries(asked.map(([key, value]) => [key.slice(before.length), value]));
  const names = [...Object.keys(target.fields), ...systemNames(target)];
  return groupFilter(target, inner, names).map((group) => ({ ...group, through }));
}

/** The references through which a filter asks. */
export const throughOf = (values: FilterValues): string[] => [
  ...new Set(Object.keys(values).flatMap((key) => (key.includes('.') ? [key.split('.')[0]!] : []))),
];

/** The keys of the filter that a group is made of. */
export const keysOf = ({ entries, through }: FilterGroup): string[] =>
  entries.map(({ key }) => (through ? `${through}.${key}` : key));

/** A filter without the entries of one field. */
export function withoutGroup(values: FilterValues, group: FilterGroup): FilterValues {
  const gone = new Set(keysOf(group));
  return Object.fromEntries(Object.entries(values).filter(([key]) => !gone.has(key)));
}

/** A filter with entries set; undefined, null, empty text and empty lists take an entry away. */
export function withEntries(values: FilterValues, entries: Record<string, unknown>): FilterValues {
  const merged = { ...values, ...entries };
  return Object.fromEntries(
    Object.entries(merged).filter(
      ([, value]) => value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && !value.length),
    ),
  );
}

/** Has the list been narrowed by the user? */
export const isNarrowed = (values: FilterValues): boolean =>
  Object.entries(values).some(([key, value]) => key !== '_trash' && value !== undefined && value !== '');

/** The words of a filter's operators. */
export interface OperatorWords {
  readonly from: string;
  readonly to: string;
  readonly over: string;
  readonly under: string;
  readonly contains: string;
  readonly empty: string;
  readonly filled: string;
}

/** A filter of one field in words: `ab 01.01.2026 bis 31.01.2026`, `Aktiv, Interessent`, `leer`. */
export function describe(
  { name, field, entries }: FilterGroup,
  locale: Locale,
  words: OperatorWords,
  title: (id: string) => string | undefined,
): string {
  const one = (value: unknown): string => {
    if (typeof value === 'string' && title(value)) return title(value)!;
    if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) return formatDate(value, locale);
    // a day that moves, asked for in a way that has no words of its own
    if (!field || value === null || typeof value === 'object' || readMovingDay(value) !== undefined)
      return String(value);
    const kind = kindOf(field);
    return kind.operators.includes('has') ? kind.format([value], field, locale) : kind.format(value, field, locale);
  };
  const moving = movingIn(Object.fromEntries(entries.map((entry) => [entry.key, entry.value])), name);
  if (moving) return describeMoving(moving, locale);
  if (field && entries.every(({ operator }) => operator === 'gte' || operator === 'lt') && isInstant(field, name)) {
    const { from, to } = spanIn(Object.fromEntries(entries.map((entry) => [entry.key, entry.value])), name, true);
    return [from && `${words.from} ${formatDate(from, locale)}`, to && `${words.to} ${formatDate(to, locale)}`]
      .filter(Boolean)
      .join(' ');
  }
  const prefix: Record<FilterOperator, string> = {
    is: '',
    has: '',
    null: '',
    gte: words.from,
    gt: words.over,
    lte: words.to,
    lt: words.under,
    like: words.contains,
    ilike: words.contains,
  };
  return entries
    .map(({ operator, value }) => {
      if (operator === 'null') return value ? words.empty : words.filled;
      const text = (Array.isArray(value) ? value : [value])
        .map((v) => (operator === 'ilike' || operator === 'like' ? `„${fromPattern(v)}“` : one(v)))
        .join(', ');
      return `${prefix[operator]} ${text}`.trim();
    })
    .join(' ');
}

const isInstant = (field: AnyField, name: string) => kindOf(field).columns(field, name)[0]?.type === 'timestamptz';
