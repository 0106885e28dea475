import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { model } from '@kontor/shared/modules/index';
import { describe, expect, test } from 'vitest';
import { root } from './scratch.ts';

const pages = [
  'README.md',
  'CHANGELOG.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
];
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
/** Made by the browser tests. */
const made = /^docs\/images\//;
/** What exists only after the reader has done what the page says. */
const future = /inventory|opportunities|<|\.\.\.|…|\.kontor/;

describe.each(pages)('%s', (page) => {
  const text = readFileSync(join(root, page), 'utf8');

  test('links lead somewhere', () => {
    const links = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, target]) => target!);
    for (const link of links.filter((target) => !/^https?:/.test(target))) {
      const path = resolve(root, dirname(page), link).slice(root.length + 1);
      expect([path, made.test(path) || existsSync(join(root, path))]).toEqual([path, true]);
    }
  });

  test('commands exist', () => {
    for (const [, name] of text.matchAll(/npm run (?:--silent )?([\w:]+)/g))
      expect(Object.keys(scripts)).toContain(name);
    for (const [, file] of text.matchAll(/node (api\/dist\/\S+)\.js/g))
      expect(existsSync(join(root, `${file!.replace('/dist/', '/src/')}.ts`))).toBe(true);
  });

  test('files and folders that are named exist', () => {
    const paths = [...text.matchAll(/`((?:shared|api|admin|docs|deploy|scripts|seeds|bench|e2e)\/[^`\s]*)`/g)];
    for (const [, path] of paths)
      if (!future.test(path!) && !made.test(path!)) expect([path, existsSync(join(root, path!))]).toEqual([path, true]);
  });
});

describe('docs/architecture.md', () => {
  test('the map names the rooms that are there', () => {
    const map = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
    let base = '';
    for (const line of map.slice(map.indexOf('```') + 3, map.lastIndexOf('```')).split('\n')) {
      const inner = /^ {2}(\S+\/)(?: (\S+\/))? /.exec(`${line} `);
      const outer = /^(\S+\/)/.exec(line);
      if (outer) base = outer[1]!;
      const folders = inner ? [inner[1]!, inner[2]].filter(Boolean).map((name) => base + name) : outer ? [base] : [];
      for (const folder of folders)
        if (!folder.includes('<')) expect([folder, existsSync(join(root, folder!))]).toEqual([folder, true]);
    }
  });

  test('the README shows a declaration that is there', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const shown = /```ts\n([\s\S]*?)```/.exec(readme)![1]!;
    const name = /name: '(\w+)'/.exec(shown)![1]!;
    const { name: module } = model.moduleOf(name);
    const source = readFileSync(join(root, `shared/src/modules/${module}/${name}.ts`), 'utf8');
    for (const line of shown.split('\n')) expect(source).toContain(line);
  });
});
