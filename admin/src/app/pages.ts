import { type ComponentType, lazy } from 'react';
import type { RouteObject } from 'react-router-dom';

/** A page of a module that is no screen of a resource. */
export interface ModulePage {
  /** Its address, with parameters as `:id`. The frame shows the resource that its first or second part names. */
  readonly path: string;
  readonly load: () => Promise<{ default: ComponentType }>;
}

/** Named in the first load, loaded when first shown. */
const declared = import.meta.glob<{ default: readonly ModulePage[] }>('../modules/*/pages.ts', { eager: true });

/** The pages of all modules, as routes. */
export const modulePages: readonly RouteObject[] = Object.values(declared)
  .flatMap((module) => module.default)
  .map(({ path, load }) => ({ path, Component: lazy(load) }));
