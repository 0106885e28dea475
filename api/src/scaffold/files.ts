import { humanize, resourceLabel } from '@kontor/shared';
import { constantOf } from './names.ts';

/** One record and many in German, as they stand in the declaration. */
export type Labels = readonly [one: string, many: string];

/** `Gerät/Geräte`, or words made from the name until somebody knows better. */
export function readLabels(text: string | undefined, resource: string): Labels {
  if (text === undefined) {
    const made = { name: resource, label: { de: ['', ''] } } as const;
    return [resourceLabel(made, 'en', 'one'), resourceLabel(made, 'en', 'many')];
  }
  const [one = '', many = '', ...rest] = text.split('/').map((part) => part.trim());
  if (!one || !many || rest.length)
    throw new Error(`--label ${text}: expected one and many, for example Gerät/Geräte.`);
  return [one, many];
}

const quoted = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/** A declaration to start from: a name, a state with its steps, a list. */
export const declaration = (
  resource: string,
  [one, many]: Labels,
): string => `import { defineResource } from '../../define/resource.ts';
import { status, text } from '../../kinds/index.ts';

export const ${constantOf(resource)} = defineResource({
  name: '${resource}',
  label: { de: [${quoted(one)}, ${quoted(many)}] },
  title: ['name'],
  fields: {
    name: text('Bezeichnung', { required: true, max: 160, search: 'A' }),
    status: status('Status', { open: 'Offen', done: 'Erledigt' }, { tones: { done: 'success' } }),
    remarks: text('Bemerkungen', { multiline: true }),
  },
  workflow: {
    field: 'status',
    initial: 'open',
    transitions: {
      complete: { label: 'Erledigen', from: ['open'], to: 'done' },
      reopen: { label: { de: 'Wieder öffnen', en: 'Reopen' }, from: ['done'], to: 'open' },
    },
  },
  list: { columns: ['name', 'status', 'updated_at'], filters: ['status'], sort: ['name', 'ASC'] },
  trash: true,
});
`;

/** The index of a new module with its first resource. */
export const moduleIndex = (
  module: string,
  resource: string,
): string => `import { defineModule } from '../../define/module.ts';
import { ${constantOf(resource)} } from './${resource}.ts';

export const ${constantOf(module)} = defineModule({
  name: '${module}',
  label: { de: '${humanize(module)}', en: '${humanize(module)}' },
  icon: 'folder',
  resources: [${constantOf(resource)}],
});
`;

/** Adds an import line in the order in which Biome sorts them (by path, relative ones last). */
function addImport(source: string, constant: string, path: string): string {
  const lines = source.split('\n');
  const pathOf = (line: string) => /^import .* from '(.*)';$/.exec(line)?.[1];
  const local = path.slice(0, path.indexOf('/') + 1);
  const later = lines.findIndex((line) => {
    const other = pathOf(line);
    return other?.startsWith(local) && other > path;
  });
  const last = lines.findLastIndex((line) => pathOf(line) !== undefined);
  lines.splice(later >= 0 ? later : last + 1, 0, `import { ${constant} } from '${path}';`);
  return lines.join('\n');
}

/** Adds a name at the end of the list that begins with `start`; throws when the file is written differently. */
function addToList(source: string, start: RegExp, end: string, constant: string, file: string): string {
  const match = start.exec(source);
  const close = match ? source.indexOf(end, match.index + match[0].length) : -1;
  if (!match || close < 0) throw new Error(`${file} is not written as expected; add ${constant} by hand.`);
  const from = match.index + match[0].length;
  const names = source
    .slice(from, close)
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  const list = [...names, constant];
  const line = source.slice(source.lastIndexOf('\n', match.index) + 1, from) + list.join(', ') + end;
  const indent = /^ */.exec(line)![0];
  // one more sign follows, and 120 fit
  const inner =
    line.length < 120 ? list.join(', ') : `\n${list.map((name) => `${indent}  ${name},\n`).join('')}${indent}`;
  return source.slice(0, from) + inner + source.slice(close);
}

/** The index of a module with one resource more. */
export const withResource = (source: string, resource: string, file: string): string =>
  addToList(
    addImport(source, constantOf(resource), `./${resource}.ts`),
    /resources: \[/,
    ']',
    constantOf(resource),
    file,
  );

/** The list of all modules with one more. */
export const withModule = (source: string, module: string, file: string): string =>
  addToList(
    addImport(source, constantOf(module), `./${module}/index.ts`),
    /defineModules\(/,
    ')',
    constantOf(module),
    file,
  );
