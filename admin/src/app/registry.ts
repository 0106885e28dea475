import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { declarationOf, manifestOf } from '../declarations.ts';

/** What a screen gets. The resource is in react-admin's ResourceContext as well. */
export interface ScreenProps {
  readonly resource: string;
  /** Of the record, on `edit` and `show`. */
  readonly id?: string;
}

export type ScreenName = 'list' | 'create' | 'edit' | 'show' | 'board' | 'calendar' | 'trash';
type Loader = () => Promise<{ default: ComponentType<ScreenProps> }>;

/**
 * Screens of a resource that replace the generated ones: `{ show: () => import('./TrainingShow.tsx') }`; and what stands below
 * the inputs of its form, in the form's context.
 */
export type Presentation = { readonly [S in ScreenName]?: Loader } & {
  readonly below_form?: () => Promise<{ default: ComponentType }>;
};
/** The default export of `admin/src/modules/<module>/index.ts`. */
export type ModulePresentation = { readonly [resource: string]: Presentation };

/** The generated screens; a glob, so that each becomes a chunk of its own. */
const generated = import.meta.glob<{ default: ComponentType<ScreenProps> }>([
  '../screens/list/List.tsx',
  '../screens/form/Create.tsx',
  '../screens/form/Edit.tsx',
  '../screens/show/Show.tsx',
  '../screens/board/Board.tsx',
  '../screens/calendar/Calendar.tsx',
  '../screens/trash/Trash.tsx',
]);
const generatedPath: Record<ScreenName, string> = {
  list: '../screens/list/List.tsx',
  create: '../screens/form/Create.tsx',
  edit: '../screens/form/Edit.tsx',
  show: '../screens/show/Show.tsx',
  board: '../screens/board/Board.tsx',
  calendar: '../screens/calendar/Calendar.tsx',
  trash: '../screens/trash/Trash.tsx',
};

const overrides = import.meta.glob<{ default: ModulePresentation }>('../modules/*/index.ts');

async function load(screen: ScreenName, resource: string) {
  const module = overrides[`../modules/${manifestOf(resource)?.module}/index.ts`];
  const override = module && (await module()).default[resource]?.[screen];
  return override ? override() : generated[generatedPath[screen]]!();
}

const nothing = () => null;
const below = new Map<string, LazyExoticComponent<ComponentType>>();

/** What its module puts below the inputs of a resource's form; undefined where the module has no screens of its own. */
export function belowForm(resource: string): LazyExoticComponent<ComponentType> | undefined {
  const module = overrides[`../modules/${manifestOf(resource)?.module}/index.ts`];
  if (!module) return undefined;
  const known = below.get(resource);
  if (known) return known;
  const component = lazy(async () => (await module()).default[resource]?.below_form?.() ?? { default: nothing });
  below.set(resource, component);
  return component;
}

type Screen = ComponentType<ScreenProps>;
/** Screens that have been loaded before anybody showed them. */
const ready = new Map<string, Screen>();
const screens = new Map<string, Screen | LazyExoticComponent<Screen>>();

/**
 * The screen of a resource: its override if its module has one, else the generated screen. Loaded when first shown, unless it
 * is there already: React keeps what it shows in place of something that loads for at least 300 ms.
 */
export function screenOf(screen: ScreenName, resource: string): Screen | LazyExoticComponent<Screen> {
  const key = `${screen} ${resource}`;
  let component = screens.get(key);
  if (!component) {
    component = ready.get(key) ?? lazy(() => load(screen, resource));
    screens.set(key, component);
  }
  return component;
}

/** Starts loading the screen at an address, and the declaration it is made from, before anybody knows who asks for it. */
export function preload(pathname: string): void {
  const [, resource = '', part, last] = pathname.split('/');
  if (!manifestOf(resource) || !['show', undefined].includes(last)) return; // a page of a module's own
  const named = part && Object.hasOwn(generatedPath, part) ? (part as ScreenName) : undefined;
  const screen: ScreenName = part ? (named ?? (last ? 'show' : 'edit')) : 'list';
  const loaded = load(screen, resource).then((module) => ready.set(`${screen} ${resource}`, module.default));
  for (const begun of [loaded, declarationOf(resource)]) begun.catch(() => undefined);
}

/** A tile of the home page. */
export interface Tile {
  readonly name: string;
  /** The tile is shown only to those who may read this resource. */
  readonly resource: string;
  /** Takes the whole width. */
  readonly wide?: boolean;
  readonly load: () => Promise<{ default: ComponentType }>;
}

const homes = import.meta.glob<{ default: readonly Tile[] }>('../modules/*/home.ts');

/** The tiles of all modules, in the order of the modules. */
export const homeTiles = async (): Promise<readonly Tile[]> =>
  (await Promise.all(Object.values(homes).map((loadHome) => loadHome()))).flatMap((home) => home.default);
