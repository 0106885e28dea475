import { fieldLabel, resourceLabel } from '../define/labels.ts';
import { fieldNamed } from '../define/properties.ts';
import type { Resource } from '../define/resource.ts';
import type { Locale } from '../kinds/index.ts';
import { isRuled, ruleAddressees } from './rule_fields.ts';

/** What paths need to know of the other resources; both the server and the browser can tell. */
export interface Surroundings {
  /** A declaration; undefined for what is not declared, or not to be known. */
  resource(name: string): Resource | undefined;
  incoming(name: string): readonly { readonly resource: string; readonly field: string; readonly kind: string }[];
  subjects(ability: string | undefined): readonly string[];
}

/**
 * Addresses beside a record, one step away: of what it refers to (`customer_id.email`, `subject.contacts.email`), of all that a
 * list of it names (`trainer_ids.email`), and of those who refer to that, or to the record itself (`customer_id.contacts.customer_id.email`, `contacts.customer_id.email`).
 */
export interface AddressPath {
  /** The field of the record by which the step goes; absent where it stays at the record. */
  readonly by?: string;
  /** Where that leads. */
  readonly at: Resource;
  /** Those that refer to it, by a field of theirs. */
  readonly from?: { readonly resource: Resource; readonly link: string };
  /** The field with the address, or with a user who has one. */
  readonly field: string;
}

const names = ({ by, at, from, field }: AddressPath, resource: Resource): string =>
  [by, by && resource.fields[by]?.kind === 'subject' ? at.name : undefined, from?.resource.name, from?.link, field]
    .filter(Boolean)
    .join('.');

/** Those that refer to a resource and have addresses of their own. */
const referring = (around: Surroundings, at: Resource): { readonly resource: Resource; readonly link: string }[] =>
  around
    .incoming(at.name)
    .filter(({ kind }) => kind === 'reference')
    .flatMap(({ resource: name, field: link }) => {
      const resource = around.resource(name);
      return resource && isRuled(resource) && resource.fields[link] ? [{ resource, link }] : [];
    });

const fieldsOf = (resource: Resource, kind?: 'email'): string[] =>
  ruleAddressees(resource).filter(
    (name) => Object.hasOwn(resource.fields, name) && (!kind || fieldNamed(resource, name)?.kind === kind),
  );

/** All addresses beside the records of a resource, by the texts with which rules name them. */
export function ruleAddressPaths(resource: Resource, around: Surroundings): ReadonlyMap<string, AddressPath> {
  const steps: { readonly by?: string; readonly at: Resource }[] = [{ at: resource }];
  for (const [by, field] of Object.entries(resource.fields)) {
    const targets =
      field.kind === 'reference' && field.to !== 'users'
        ? [field.to as string]
        : field.kind === 'subject'
          ? around.subjects(field.of as string | undefined)
          : [];
    for (const name of field.hidden ? [] : targets) {
      const at = around.resource(name);
      if (at && isRuled(at)) steps.push({ by, at });
    }
  }
  // all that a list names (`trainer_ids.email`), but not who refers to each of them
  const lists = Object.entries(resource.fields).flatMap(([by, field]): AddressPath[] => {
    const at =
      field.kind === 'references' && field.to !== 'users' && !field.hidden
        ? around.resource(field.to as string)
        : undefined;
    return at && isRuled(at) ? fieldsOf(at, 'email').map((name) => ({ by, at, field: name })) : [];
  });
  const paths = steps.flatMap((step): AddressPath[] => [
    ...(step.by ? fieldsOf(step.at).map((field) => ({ ...step, field })) : []),
    ...referring(around, step.at).flatMap((from) =>
      fieldsOf(from.resource, 'email').map((field) => ({ ...step, from, field })),
    ),
  ]);
  return new Map([...paths, ...lists].map((path) => [names(path, resource), path]));
}

/** What a path is called: `Kunde → E-Mail`, `Zu (Kontakt) → E-Mail`, `Kunde → Kontakte: E-Mail`. */
export function addressPathLabel({ by, at, from, field }: AddressPath, resource: Resource, locale: Locale): string {
  const label = (of: Resource, name: string) => fieldLabel(fieldNamed(of, name)!, name, locale);
  const one = by && resource.fields[by]?.kind === 'subject' ? ` (${resourceLabel(at, locale, 'one')})` : '';
  const end = from ? `${resourceLabel(from.resource, locale)}: ${label(from.resource, field)}` : label(at, field);
  return [...(by ? [`${label(resource, by)}${one}`] : []), end].join(' → ');
}
