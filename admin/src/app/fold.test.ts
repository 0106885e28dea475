import { describe, expect, test } from 'vitest';
import { fold, score } from './fold.ts';

describe('finding by name', () => {
  test('umlauts, accents, sharp s and case do not matter', () => {
    expect(fold('Größe')).toBe('grosse');
    expect(fold('ÉLAN')).toBe('elan');
    expect(score('schlagworter', 'Schlagwörter')).toBeGreaterThan(0);
  });

  test('every word must be found, in any order', () => {
    expect(score('tafel kunden', 'Kunden: Tafel')).toBeGreaterThan(0);
    expect(score('kunden kalender', 'Kunden: Tafel')).toBe(0);
  });

  test('the start of the text beats the start of a word, which beats its inside', () => {
    const [start, word, inside] = ['Kontakte', 'Neuer Kontakt', 'Hauptkontakt'].map((text) => score('kontakt', text));
    expect(start).toBeGreaterThan(word!);
    expect(word).toBeGreaterThan(inside!);
  });
});
