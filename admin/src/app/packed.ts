import type { Model, Resource } from '@kontor/shared';

/** Flags of a resource in the manifest, one letter each, so that a resource costs few bytes of the first load. */
export const flagLetters = {
  owned: 'o',
  board: 'b',
  calendar: 'c',
  trash: 't',
  append_only: 'a',
  permanent: 'k',
  internal: 'i',
  steps: 's',
  actions: 'x',
  stream: 'e',
  apart: 'p',
} as const;
export type Flag = keyof typeof flagLetters;

/** name, German labels, English labels (0 when they follow from the name), icon, flags, names of scopes (behind `!` the one to which it is private). */
export type PackedResource = [
  name: string,
  de: readonly [string, string],
  en: readonly [string, string] | 0,
  icon: string,
  flags: string,
  scopes: string,
];
export type PackedModule = [
  name: string,
  de: string,
  en: string,
  icon: string,
  resources: PackedResource[],
  dashboard?: 1,
];

/** resource, field and kind (r reference, s subject, l list of references) of a place that points here. */
export type PackedIncoming = [resource: string, field: string, kind: 'r' | 's' | 'l'];
export interface PackedRelations {
  readonly incoming: Record<string, PackedIncoming[]>;
  /** Lines fields whose rows are of the resource. */
  readonly owners: Record<string, [resource: string, field: string][]>;
  /** Names of the resources with an ability. */
  readonly abilities: Record<string, string[]>;
}

const has: Record<Flag, (resource: Resource) => boolean> = {
  owned: (r) => !!r.owned,
  board: (r) => !!r.views?.board,
  calendar: (r) => !!r.views?.calendar,
  trash: (r) => !!r.trash,
  append_only: (r) => !!r.append_only,
  permanent: (r) => !!r.permanent,
  internal: (r) => !!r.internal,
  steps: (r) => !!r.workflow,
  actions: (r) => Object.keys(r.actions ?? {}).length > 0,
  stream: (r) => !!r.stream,
  apart: (r) => !!r.apart,
};

/** A resource as the manifest ships it. */
export function packResource(resource: Resource): PackedResource {
  const flags = Object.entries(flagLetters).map(([flag, letter]) => (has[flag as Flag](resource) ? letter : ''));
  return [
    resource.name,
    resource.label.de,
    resource.label.en ?? 0,
    resource.icon ?? '',
    flags.join(''),
    Object.keys(resource.scopes ?? {})
      .map((scope) => (scope === resource.private_to ? `!${scope}` : scope))
      .join(),
  ];
}

/** Everything the frame has to know at start about all resources. */
export const packManifest = (model: Model): PackedModule[] =>
  model.modules.map((module) => [
    module.name,
    module.label.de,
    module.label.en,
    module.icon,
    module.resources.filter((resource) => !resource.server_only).map(packResource),
    ...(module.dashboard ? ([1] as [1]) : ([] as [])),
  ]);

/** Does a reference to the same target show the rows of this field as well? */
const covered = ({ fields }: Resource, name: string, target: string): boolean =>
  Object.values(fields).some((field) => field.covers === name && field.to === target);

/** Who refers to whom, for related records and for the choice of a subject. */
export function packRelations(model: Model): PackedRelations {
  const relations: PackedRelations = { incoming: {}, owners: {}, abilities: {} };
  const letters = { reference: 'r', subject: 's', references: 'l' } as const;
  for (const resource of model.resources.values()) {
    if (resource.server_only) continue;
    const incoming = model
      .incoming(resource.name)
      .filter(({ resource: from, field }) => !from.server_only && !from.apart && !covered(from, field, resource.name))
      .map(({ resource: from, field, kind }): PackedIncoming => [from.name, field, letters[kind]]);
    if (incoming.length > 0) relations.incoming[resource.name] = incoming;
    const owners = model.owners(resource.name).map((o): [string, string] => [o.resource.name, o.field]);
    if (owners.length > 0) relations.owners[resource.name] = owners;
    for (const ability of resource.abilities ?? []) {
      relations.abilities[ability] ??= [];
      relations.abilities[ability].push(resource.name);
    }
  }
  return relations;
}
