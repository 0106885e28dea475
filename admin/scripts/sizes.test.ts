import { describe, expect, test } from 'vitest';
import { filesOf, limit, sizes } from './sizes.mjs';

describe('the first load', () => {
  test('counts each file once, with everything that is imported statically', () => {
    const manifest = {
      entry: { file: 'entry.js', imports: ['shared'] },
      list: { file: 'list.js', imports: ['shared'], dynamicImports: ['dialog'] },
      shared: { file: 'shared.js' },
      dialog: { file: 'dialog.js' },
    };
    expect(filesOf(manifest, ['entry', 'list'])).toEqual(['entry.js', 'shared.js', 'list.js']);
    expect(() => filesOf(manifest, ['nothing'])).toThrow('nothing');
  });

  test('is at most 480 kB of JavaScript, compressed (of the last `npm run build`)', () => {
    for (const { bytes } of Object.values(sizes()) as { bytes: number }[]) expect(bytes).toBeLessThanOrEqual(limit);
  });
});
