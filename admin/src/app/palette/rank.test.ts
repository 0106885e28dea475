import { describe, expect, test } from 'vitest';
import type { Command } from './commands.ts';
import { rank } from './rank.ts';
import { shortcutOf } from './shortcut.ts';

const command = (group: Command['group'], label: string, words?: string): Command => ({
  key: `${group} ${label}`,
  group,
  label,
  icon: '',
  ...(words ? { words } : {}),
});
const commands = [
  command('go', 'Kunden', 'Customers'),
  command('go', 'Kontakte', 'Contacts'),
  command('create', 'Kunde anlegen', 'Customer'),
  command('act', 'Abmelden'),
  command('recent', 'Muster GmbH'),
  command('records', 'Kundt & Söhne'),
];
const labels = (query: string) => rank(query, commands).map(({ label }) => label);

describe('the palette', () => {
  test('shows what was opened last and what one can do before anything is typed', () => {
    expect(labels('')).toEqual(['Muster GmbH', 'Kunden', 'Kontakte', 'Kunde anlegen', 'Abmelden']);
  });

  test('shows records first, as the server found them, then what fits', () => {
    expect(labels('kund')).toEqual(['Kundt & Söhne', 'Kunden', 'Kunde anlegen']);
  });

  test('finds by the word of the other language', () => {
    expect(labels('contacts')).toContain('Kontakte');
  });

  test('opens by Ctrl-K anywhere, and by a slash unless one is typing', () => {
    const key = (over: object) => ({
      key: 'k',
      ctrlKey: false,
      metaKey: false,
      altKey: false,
      shiftKey: false,
      target: null,
      defaultPrevented: false,
      ...over,
    });
    expect(shortcutOf(key({ ctrlKey: true }))).toBe('palette');
    expect(shortcutOf(key({ metaKey: true, key: 'K' }))).toBe('palette');
    expect(shortcutOf(key({}))).toBeUndefined();
    expect(shortcutOf(key({ key: '/' }))).toBe('search');
    expect(shortcutOf(key({ key: '/', target: { tagName: 'INPUT' } as never }))).toBeUndefined();
  });
});
