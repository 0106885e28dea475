import packed from 'virtual:manifest';
import {
  type Dashboard,
  everything,
  type Locale,
  type Resource,
  type ResourceLabel,
  resourceLabel,
} from '@kontor/shared';
import { use } from 'react';
import { type Flag, flagLetters, type PackedRelations, type PackedResource } from './app/packed.ts';

/** What is known about a resource from the start. Enough for navigation, routes and permissions. */
export interface ManifestResource {
  readonly name: string;
  readonly module: string;
  readonly label: ResourceLabel;
  readonly icon: string;
  readonly flags: Readonly<Record<Flag, boolean>>;
  /** Only the names count here: `decide` asks whether a scope is declared. */
  readonly scopes: Resource['scopes'];
  readonly private_to?: string;
}

export interface ManifestModule {
  readonly name: string;
  readonly label: { readonly de: string; readonly en: string };
  readonly icon: string;
  readonly resources: readonly ManifestResource[];
  /** It has an overview, at `/overview/<module>`. */
  readonly dashboard: boolean;
}

/** A place where another resource points at a record, by name. */
export interface IncomingRelation {
  readonly resource: string;
  readonly field: string;
  readonly kind: 'reference' | 'subject' | 'references';
}

const privateIn = (scopes: readonly string[]) => {
  const found = scopes.find((scope) => scope.startsWith('!'));
  return found ? { private_to: found.slice(1) } : {};
};

const unpack = (module: string, [name, de, en, icon, flags, scopes]: PackedResource): ManifestResource => ({
  name,
  module,
  label: en ? { de, en } : { de },
  icon,
  flags: Object.fromEntries(
    Object.entries(flagLetters).map(([flag, letter]) => [flag, flags.includes(letter)]),
  ) as Record<Flag, boolean>,
  scopes: Object.fromEntries(
    scopes
      .split(',')
      .filter(Boolean)
      .map((scope) => [scope.replace('!', ''), everything]),
  ),
  ...privateIn(scopes.split(',')),
});

/** All modules and resources of the house, without their declarations. */
export const manifest: readonly ManifestModule[] = packed.map(([name, de, en, icon, resources, dashboard]) => ({
  name,
  label: { de, en },
  icon,
  resources: resources.map((resource) => unpack(name, resource)),
  dashboard: dashboard === 1,
}));

const byName = new Map(manifest.flatMap((module) => module.resources.map((r) => [r.name, r] as const)));

/** All resources of the manifest by name. */
export const manifestResources: ReadonlyMap<string, ManifestResource> = byName;

/** The manifest entry of a resource; undefined for a name that is not declared (an old link). */
export const manifestOf = (name: string): ManifestResource | undefined => byName.get(name);

/** The label of a resource by its name, without loading its declaration. */
export function labelOf(name: string, locale: Locale, count: 'one' | 'many' = 'many'): string {
  const entry = byName.get(name);
  return entry ? resourceLabel(entry, locale, count) : name;
}

const chunks = import.meta.glob<
  Record<string, { name: string; resources: readonly Resource[]; dashboard?: Dashboard }>
>('../../shared/src/modules/*/index.ts');
const loadedModules = new Map<string, Promise<void>>();
const declarations = new Map<string, Resource>();
const dashboards = new Map<string, Dashboard>();

async function loadModule(module: string): Promise<void> {
  const chunk = await chunks[`../../shared/src/modules/${module}/index.ts`]?.();
  for (const declared of Object.values(chunk ?? {})) {
    for (const resource of declared.resources ?? []) declarations.set(resource.name, resource);
    if (declared.dashboard) dashboards.set(module, declared.dashboard);
  }
}

/** The declaration of a resource; its module is loaded when first asked for. Rejects for a name that is not declared. */
export function declarationOf(name: string): Promise<Resource> {
  const cached = promises.get(name);
  if (cached) return cached;
  const promise = load(name);
  promises.set(name, promise);
  promise.then(
    // as React marks what it has waited for: a component that asks for it later does not wait again
    (value) => Object.assign(promise, { status: 'fulfilled', value }),
    () => promises.delete(name),
  );
  return promise;
}
const promises = new Map<string, Promise<Resource>>();

async function load(name: string): Promise<Resource> {
  const module = byName.get(name)?.module;
  if (!module) throw new Error(`resource "${name}" is not declared`);
  await opened(module);
  return declarations.get(name)!;
}

function opened(module: string): Promise<void> {
  const known = loadedModules.get(module);
  if (known) return known;
  const chunk = loadModule(module);
  loadedModules.set(module, chunk);
  chunk.catch(() => loadedModules.delete(module));
  return chunk;
}

/** The overview of a module inside a component; suspends until it is there. Undefined where the module has none. */
export function useDashboard(module: string): Dashboard | undefined {
  const known = manifest.find(({ name, dashboard }) => name === module && dashboard);
  if (known) use(opened(module));
  return dashboards.get(module);
}

/** The declaration if it is loaded already, for code that can not wait. */
export const loadedDeclaration = (name: string): Resource | undefined => declarations.get(name);

/** The declaration of a resource inside a component; suspends until its module is there. */
export const useDeclaration = (name: string): Resource => use(declarationOf(name));

/** Relations between all resources; loaded once, apart from the first load. */
export interface Relations {
  /** References, lists of references and subjects that point to the resource. */
  incoming(name: string): readonly IncomingRelation[];
  /** Lines fields whose rows are of the resource. */
  owners(name: string): readonly { readonly resource: string; readonly field: string }[];
  /** Resources that may be the subject of a field with this ability (all when none is named). */
  subjects(ability: string | undefined): readonly string[];
}

let relations: Promise<Relations> | undefined;

/** Who refers to whom, without loading a single declaration. */
export function relationsOf(): Promise<Relations> {
  relations ??= import('virtual:relations').then(({ default: data }) => unpackRelations(data));
  relations.catch(() => {
    relations = undefined;
  });
  return relations;
}

function unpackRelations(data: PackedRelations): Relations {
  const kinds = { r: 'reference', s: 'subject', l: 'references' } as const;
  return {
    incoming: (name) =>
      (data.incoming[name] ?? []).map(([resource, field, kind]) => ({ resource, field, kind: kinds[kind] })),
    owners: (name) => (data.owners[name] ?? []).map(([resource, field]) => ({ resource, field })),
    subjects: (ability) => (ability ? (data.abilities[ability] ?? []) : [...byName.keys()]),
  };
}

/** Who refers to whom, inside a component; suspends until it is there. */
export const useRelations = (): Relations => use(relationsOf());
