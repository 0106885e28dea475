import moduleIcons from 'virtual:module_icons';
import type { SvgIconProps } from '@mui/material/SvgIcon';
import { type ComponentType, Suspense, use } from 'react';

type Icons = Readonly<Record<string, ComponentType<SvgIconProps>>>;
const none: Icons = {};
let icons: Promise<Icons> | undefined;

/** The icons that resources name; loaded apart from the first load, so that a resource does not weigh on it. */
const declaredIcons = (): Promise<Icons> => {
  icons ??= import('virtual:icons').then(
    (module) => module.default,
    () => {
      // No page fails for want of an icon; the next one that is drawn asks again.
      icons = undefined;
      return none;
    },
  );
  return icons;
};

const placeholder = <span style={{ width: 20, height: 20, display: 'inline-block', flex: 'none' }} />;

function Loaded({ name, ...props }: SvgIconProps & { readonly name: string }) {
  const all = use(declaredIcons());
  const Icon = all[name] ?? all[''];
  return Icon ? <Icon fontSize="small" aria-hidden {...props} /> : placeholder;
}

/** An icon by the name that a declaration gives it. Keeps its place while it is loaded. */
export function DeclaredIcon(props: SvgIconProps & { readonly name: string }) {
  return (
    <Suspense fallback={placeholder}>
      <Loaded {...props} />
    </Suspense>
  );
}

/** The icon of a module; part of the frame. */
export function ModuleIcon({ name }: { readonly name: string }) {
  const Icon = moduleIcons[name] ?? moduleIcons['']!;
  return <Icon fontSize="small" aria-hidden />;
}
