import type { Dashboard } from './dashboard.ts';
import type { Fields, Resource } from './resource.ts';

/** A module: a group of resources that has the same name on every floor. */
export interface Module {
  readonly name: string;
  readonly label: { readonly de: string; readonly en: string };
  readonly icon: string;
  readonly resources: readonly Resource[];
  readonly dashboard?: Dashboard;
}

/** Declares a module; the literal types of its resources are kept. */
export function defineModule<const R extends readonly { readonly name: string; readonly fields: Fields }[]>(module: {
  readonly name: string;
  readonly label: { readonly de: string; readonly en: string };
  readonly icon: string;
  readonly resources: R;
  readonly dashboard?: Dashboard;
}) {
  return module;
}

type Declared<M> = M extends readonly { readonly resources: readonly (infer R)[] }[] ? R : never;
/** The union of all resource names of a list of modules. */
export type NamesOf<M> =
  Declared<M> extends infer R ? (R extends { readonly name: infer N extends string } ? N : never) : never;
/** A resource by its name. */
export type ByName<M, N extends string> = Extract<Declared<M>, { readonly name: N }>;

type Targets<F> = F extends { readonly to: infer T }
  ? T
  : F extends { readonly of: infer O; readonly by: string }
    ? O
    : never;
/** A sentence per reference whose target no module declares. */
type Dangling<R, Names> = R extends { readonly name: infer N extends string; readonly fields: infer F }
  ? {
      [K in keyof F & string]: Targets<F[K]> extends infer T extends string
        ? T extends Names
          ? never
          : `${N}.${K} refers to "${T}", which is not declared`
        : never;
    }[keyof F & string]
  : never;

/** All modules of the house. A reference to a resource that is not declared does not compile. */
export function defineModules<const M extends readonly { readonly resources: readonly unknown[] }[]>(
  ...modules: M & ([Dangling<Declared<M>, NamesOf<M>>] extends [never] ? unknown : Dangling<Declared<M>, NamesOf<M>>)
): M {
  return modules as never;
}
