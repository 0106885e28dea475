import { fileSize } from '@kontor/shared';
import { describe, expect, it } from 'vitest';
import { grouped, isPicture, isText } from './fileView.ts';

describe('files of a record', () => {
  it('have a size that people can read', () => {
    expect([0, 999, 1000, 1_440_000, 25_000_000, 2_000_000_000].map((bytes) => fileSize(bytes, 'de'))).toEqual([
      '0 Byte',
      '999 Byte',
      '1 kB',
      '1,4 MB',
      '25 MB',
      '2 GB',
    ]);
  });
  it('stand in folders, those without one first', () => {
    const rows = [
      { id: 1, folder: 'B' },
      { id: 2, folder: null },
      { id: 3, folder: 'A 10' },
      { id: 4, folder: 'A 9' },
      { id: 5, folder: 'B' },
    ];
    expect(grouped(rows, 'folder').map(([title, all]) => [title, all.map((row) => row.id)])).toEqual([
      ['', [2]],
      ['A 9', [4]],
      ['A 10', [3]],
      ['B', [1, 5]],
    ]);
    expect(grouped(rows, undefined)).toHaveLength(1);
  });
  it('are shown in place only when nothing in them can run', () => {
    expect(['image/png', 'image/webp'].every(isPicture)).toBe(true);
    expect(['image/svg+xml', 'text/html', 'application/xml'].some((type) => isPicture(type) || isText(type))).toBe(
      false,
    );
    expect(isText('text/csv')).toBe(true);
  });
});
