import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Model } from '@kontor/shared';
import { declaration, moduleIndex, readLabels, withModule, withResource } from './files.ts';
import { readNames } from './names.ts';

export interface ScaffoldOptions {
  /** Folder of the installation. */
  readonly root: string;
  readonly model: Model;
  /** `one/many` in German. */
  readonly label?: string | undefined;
}

/**
 * Writes the declaration of a new resource and registers it. Everything is worked out before anything is written, so that a
 * refusal leaves no trace. Returns the files with what happened to them.
 */
export function scaffold(text: string, { root, model, label }: ScaffoldOptions): [file: string, what: string][] {
  const { module, resource } = readNames(text, model);
  const labels = readLabels(label, resource);
  const modules = 'shared/src/modules';
  const file = `${modules}/${module}/${resource}.ts`;
  const index = `${modules}/${module}/index.ts`;
  const all = `${modules}/index.ts`;
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  if (existsSync(join(root, file))) throw new Error(`${file} is there already.`);
  const isNew = !existsSync(join(root, index));
  const work: [string, string, string][] = [
    [file, 'the declaration', declaration(resource, labels)],
    isNew
      ? [index, 'the new module', moduleIndex(module, resource)]
      : [index, 'registers the resource', withResource(read(index), resource, index)],
    ...(isNew ? [[all, 'registers the module', withModule(read(all), module, all)] as [string, string, string]] : []),
  ];
  mkdirSync(join(root, modules, module), { recursive: true });
  for (const [path, , content] of work) writeFileSync(join(root, path), content);
  return work.map(([path, what]) => [path, what]);
}
