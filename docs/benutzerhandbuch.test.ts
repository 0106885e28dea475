import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from './scratch.ts';

/** All German texts of the user interface and of the declarations. */
const words = ['admin/src', 'shared/src'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.includes('.test.'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')),
);
const guide = readFileSync(join(root, 'docs/benutzerhandbuch.md'), 'utf8');
/** What begins a point of a list is our own word. */
const quoted = [...guide.replace(/^- \*\*[^*]+:\*\*/gm, '').matchAll(/\*\*([^*]+)\*\*/g)].map(([, text]) =>
  text!.replace(/\s+/g, ' '),
);

describe('docs/benutzerhandbuch.md', () => {
  test.each([...new Set(quoted)].filter((text) => text.length > 1 && text !== 'Summen'))(
    '„%s“ stands on a screen',
    (text) => {
      expect(words.some((source) => source.includes(`'${text}'`))).toBe(true);
    },
  );
});
