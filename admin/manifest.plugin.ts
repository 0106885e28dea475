import { fileURLToPath } from 'node:url';
import type { Model } from '@kontor/shared';
import { type Plugin, runnerImport, type ViteDevServer } from 'vite';
import { isIcon } from './icons.plugin.ts';
import { packManifest, packRelations } from './src/app/packed.ts';

const modulesFile = fileURLToPath(new URL('../shared/src/modules/index.ts', import.meta.url));
const modulesFolder = fileURLToPath(new URL('../shared/src/', import.meta.url));

const data = (value: unknown) => `export default ${JSON.stringify(value)};`;

/** What each virtual module holds, made from everything that is declared. */
const made: Record<string, (model: Model) => string> = {
  'virtual:manifest': (model) => data(packManifest(model)),
  'virtual:relations': (model) => data(packRelations(model)),
  'virtual:module_icons': (model) => importIcons(model.modules.map(({ icon }) => icon)),
  'virtual:icons': (model) => importIcons(iconNames(model)),
};

const fallbackIcon = 'CircleOutlined';

/** The icons that declarations name. */
export function iconNames(model: Model): string[] {
  const named = [...model.modules, ...model.resources.values()].map(({ icon }) => icon);
  const ofActions = [...model.resources.values()].flatMap((r) =>
    Object.values(r.actions ?? {}).map(({ icon }) => icon),
  );
  return [...named, ...ofActions].filter((icon) => icon !== undefined);
}

/** `task_alt` to `TaskAltOutlined`, or to the plain form where there is no outlined one; undefined when there is none. */
export function iconComponent(name: string): string | undefined {
  const plain = name.replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase());
  return [`${plain}Outlined`, plain, `${plain}2Outlined`].find(isIcon);
}

function importIcons(names: readonly string[]): string {
  const all = [
    ['', fallbackIcon] as const,
    ...[...new Set(names)].map((name) => [name, iconComponent(name) ?? fallbackIcon] as const),
  ];
  const imports = all.map(([, component], i) => `import I${i} from 'icon/${component}';`);
  return `${imports.join('\n')}\nexport default { ${all.map(([name], i) => `${JSON.stringify(name)}: I${i}`).join(', ')} };`;
}

/**
 * Gives the admin what it has to know about all resources at once without loading their declarations: `virtual:manifest`
 * (names, labels, icons: part of the first load), `virtual:relations` (who refers to whom: loaded when asked for), and
 * the icons that declarations name: those of modules with the frame, those of resources where they are shown.
 */
export function declarations(): Plugin {
  let server: ViteDevServer | undefined;
  const load = async (): Promise<{ model: Model }> =>
    server
      ? ((await server.ssrLoadModule(modulesFile)) as { model: Model })
      : (await runnerImport<{ model: Model }>(modulesFile)).module;
  return {
    name: 'kontor:declarations',
    configureServer(started) {
      server = started;
    },
    resolveId: (id) => (Object.hasOwn(made, id) ? `\0${id}` : undefined),
    async load(id) {
      const make = made[id.slice(1)];
      if (!id.startsWith('\0') || !make) return;
      return make((await load()).model);
    },
    handleHotUpdate({ file, server: { moduleGraph, ws } }) {
      if (!file.startsWith(modulesFolder)) return;
      moduleGraph.invalidateAll();
      ws.send({ type: 'full-reload' });
      return [];
    },
  };
}
