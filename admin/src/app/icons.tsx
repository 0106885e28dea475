import moduleIcons from 'virtual:module_icons';
import type { SvgIconProps } from '@mui/material/SvgIcon';
import { type ComponentType, Suspense, use } from 'react';

type Icons = Readonly<Record<string, ComponentType<SvgIconProps>>>;
let icons: Promise<Icons> | undefined;

/** The icons that resources name; loaded apart from the first load, so that a resource does not weigh on it. */
const declaredIcons = (): Promise<Icons> => {
  icons ??= import('virtual:icons').then((module) => module.default);
  return icons;
};

function Loaded({ name, ...props }: SvgIconProps & { readonly name: string }) {
  const all = use(declaredIcons());
  const Icon = all[name] ?? all['']!;
  return <Icon fontSize="small" aria-hidden {...props} />;
}

const placeholder = <span style={{ width: 20, height: 20, display: 'inline-block', flex: 'none' }} />;

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
