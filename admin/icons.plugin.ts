import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

const { icons: known } = createRequire(import.meta.url)('@iconify-json/ic/icons.json') as {
  readonly icons: Readonly<Record<string, { readonly body: string }>>;
};

/** `DeleteOutlined` to the name in the collection, `outline-delete`; `Add` to `baseline-add`, `Filter1` to `baseline-filter-1`. */
const collectionName = (name: string): string => {
  const [, plain, outlined] = /^(.*?)(Outlined)?$/.exec(name)!;
  const kebab = plain!.replace(/([a-z])(?=[A-Z0-9])|(\d)(?=[A-Z])/g, '$1$2-').toLowerCase();
  return `${outlined ? 'outline' : 'baseline'}-${kebab}`;
};

const bodyOf = (name: string): string | undefined => known[collectionName(name)]?.body;

/** Is there a Material icon of this name (`Add`, `DeleteOutlined`)? */
export const isIcon = (name: string): boolean => bodyOf(name) !== undefined;

const prefix = 'icon/';

/**
 * Material icons as components: `import AddIcon from 'icon/Add'`. They come from one file of data; the package with a file for
 * each component was half of the installation.
 */
export function icons(): Plugin {
  return {
    name: 'kontor:icons',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return;
      const name = id.slice(prefix.length + 1);
      const body = bodyOf(name);
      if (!body) this.error(`there is no Material icon "${name}" (as ${collectionName(name)})`);
      return `import { svgIcon } from '/src/app/svgIcon.tsx';\nexport default svgIcon(${JSON.stringify(body)}, ${JSON.stringify(name)});`;
    },
  };
}
