import { kindOf, kinds } from '../kinds/index.ts';
import type { Module } from './module.ts';
import type { Resource } from './resource.ts';

/** A place where another resource points here. */
export interface Incoming {
  readonly resource: Resource;
  readonly field: string;
  readonly kind: 'reference' | 'subject' | 'references';
}

/** Everything that is declared, as the engine uses it. */
export interface Model {
  readonly modules: readonly Module[];
  readonly resources: ReadonlyMap<string, Resource>;
  /** Which module a resource belongs to. */
  moduleOf(resource: string): Module;
  /** A resource by name; throws for a name that is not declared (a mistake of the code, never of a client). */
  get(name: string): Resource;
  /** References, lists of references and subjects that point to the resource. */
  incoming(name: string): readonly Incoming[];
  /** Lines fields whose rows are of the resource. */
  owners(name: string): readonly { readonly resource: Resource; readonly field: string }[];
  /** Names of the resources that may be the subject of a field with this ability (all that people work with when none is named). */
  subjects(ability: string | undefined): readonly string[];
}

/** Joins modules to a model. */
export function defineModel(modules: readonly Module[]): Model {
  const resources = new Map(modules.flatMap((module) => module.resources.map((r) => [r.name, r] as const)));
  const subjects = (ability: string | undefined) =>
    [...resources.values()]
      .filter((r) => (ability ? r.abilities?.includes(ability) : !r.server_only && !r.owned && !r.internal && !r.apart))
      .map((r) => r.name);
  const incoming = new Map<string, Incoming[]>();
  const owners = new Map<string, { resource: Resource; field: string }[]>();
  const push = <T>(map: Map<string, T[]>, key: string, value: T) => map.set(key, [...(map.get(key) ?? []), value]);
  for (const resource of resources.values()) {
    for (const [name, field] of Object.entries(resource.fields)) {
      if (field.kind === 'lines') push(owners, field.of, { resource, field: name });
      if (field.kind === 'subject') {
        for (const target of subjects(field.of)) push(incoming, target, { resource, field: name, kind: 'subject' });
      } else if (field.kind === 'references') {
        if (!field.through) push(incoming, field.to, { resource, field: name, kind: 'references' });
      } else if (Object.hasOwn(kinds, field.kind)) {
        for (const column of kindOf(field).columns(field, name))
          if (column.references)
            push(incoming, column.references.resource, { resource, field: name, kind: 'reference' });
      }
    }
  }
  return {
    modules,
    resources,
    get: (name) => {
      const resource = resources.get(name);
      if (!resource) throw new Error(`resource "${name}" is not declared`);
      return resource;
    },
    moduleOf: (name) => modules.find((module) => module.resources.some((r) => r.name === name)) ?? modules[0]!,
    incoming: (name) => incoming.get(name) ?? [],
    owners: (name) => owners.get(name) ?? [],
    subjects,
  };
}
