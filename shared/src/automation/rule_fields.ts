import { fieldNamed, systemNames } from '../define/properties.ts';
import type { Resource } from '../define/resource.ts';

const namesOf = (resource: Resource): string[] => [
  ...Object.keys(resource.fields),
  ...systemNames(resource).filter((name) => !name.startsWith('deleted_')),
];
const fieldsWhere = (resource: Resource, fits: (kind: string, to: unknown) => boolean): string[] =>
  namesOf(resource).filter((name) => {
    const field = fieldNamed(resource, name)!;
    return !field.hidden && fits(field.kind, field.to);
  });

/** Can rules watch the records of this resource? Not those of the house itself, nor the lines of others. */
export const isRuled = (resource: Resource): boolean =>
  !resource.server_only && !resource.owned && !resource.internal && !resource.append_only;

/** The dates of a record on which a rule can wait. */
export const ruleDates = (resource: Resource): string[] =>
  fieldsWhere(resource, (kind) => kind === 'date' || kind === 'datetime');

/** Whoever has saved the rule. */
export const ruleOwner = 'rule_owner';

/** The fields of a record that name a user. */
export const ruleUsers = (resource: Resource): string[] =>
  fieldsWhere(resource, (kind, to) => kind === 'reference' && to === 'users');

/** The fields of a record to which a rule can send mail: addresses, and users who have one. */
export const ruleAddressees = (resource: Resource): string[] => [
  ...fieldsWhere(resource, (kind) => kind === 'email'),
  ...ruleUsers(resource),
];

/** The states that a record can be in, by its workflow. */
export const ruleStates = (resource: Resource): string[] =>
  resource.workflow ? Object.keys(resource.fields[resource.workflow.field]?.options ?? {}) : [];
