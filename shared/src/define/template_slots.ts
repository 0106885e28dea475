import type { AnyField } from '../kinds/field.ts';
import { resourceLabel } from './labels.ts';
import type { Resource } from './resource.ts';

/** What a template can show: `customer.name`. */
export interface TemplateSlot {
  readonly root: string;
  readonly name: string;
  /** The field it shows; absent for what belongs to no record. */
  readonly field?: AnyField;
  /** Of rows: the names of their columns. */
  readonly columns?: readonly string[];
}

/** Kinds whose values are no text for a letter. */
const unprintable = new Set(['secret', 'json', 'file', 'image', 'colour', 'networks']);
const printable = (resource: Resource) =>
  Object.entries(resource.fields).filter(([, field]) => !unprintable.has(field.kind) && !field.hidden);

/** A field as templates call it: a reference by what it refers to. */
export const templateName = (name: string): string => name.replace(/_id$/, '');

/** The name that a record of the resource has in templates: its label in English, `customer`. */
export const rootOf = (resource: Resource): string =>
  resourceLabel(resource, 'en', 'one')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_');

/** The references of a record that templates look behind, one step deep, by the names they have there. */
export function referredTo(resource: Resource): Map<string, { readonly field: string; readonly to: string }> {
  const taken = new Set([rootOf(resource), 'brand', 'user', 'today', 'link']);
  return new Map(
    Object.entries(resource.fields)
      .filter(([name, field]) => field.kind === 'reference' && !taken.has(templateName(name)))
      .map(([name, field]) => [templateName(name), { field: name, to: field.to as string }]),
  );
}

/** The columns of rows that templates can show: no rows within rows. */
export const rowColumns = (child: Resource): [string, AnyField][] =>
  printable(child)
    .filter(([, field]) => field.kind !== 'lines')
    .map(([name, field]) => [templateName(name), field]);

/** The fields of a record that templates can show, under one name; rows with their columns where their declaration is known. */
export const slotsUnder = (
  root: string,
  resource: Resource,
  lookup?: (name: string) => Resource | undefined,
): TemplateSlot[] =>
  printable(resource).flatMap(([name, field]): TemplateSlot[] => {
    if (field.kind !== 'lines') return [{ root, name: templateName(name), field }];
    const child = lookup?.(field.of as string);
    return child ? [{ root, name, field, columns: rowColumns(child).map(([column]) => column) }] : [];
  });

/**
 * All placeholders of templates about a resource: its own fields, those of the records it refers to, the brand that sends, the
 * user who sends, and the day. `lookup` finds declarations by name.
 */
export function slotsOf(resource: Resource, lookup: (name: string) => Resource | undefined): TemplateSlot[] {
  const behind = [...referredTo(resource)].flatMap(([root, { to }]) => {
    const target = lookup(to);
    return target ? slotsUnder(root, target, lookup) : [];
  });
  const brands = lookup('brands');
  const users = lookup('users');
  return [
    ...slotsUnder(rootOf(resource), resource, lookup),
    ...behind,
    ...(brands ? slotsUnder('brand', brands) : []),
    ...(users ? ['name', 'email'].map((name) => ({ root: 'user', name, field: users.fields[name]! })) : []),
    { root: 'today', name: '' },
    // the personal link of who gets it, made when Kontor sends it
    ...(resource.abilities?.includes('linkable') ? [{ root: 'link', name: '' }] : []),
  ];
}

/** As it stands in a template. */
export const slotPath = ({ root, name }: TemplateSlot): string => (name ? `${root}.${name}` : root);
