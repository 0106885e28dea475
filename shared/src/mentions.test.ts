import { expect, test } from 'vitest';
import { mentionAt, mentionedIn } from './mentions.ts';

const people = ['Anna', 'Anna Berger', 'Deniz Yılmaz', 'Jo', 'Dr. Henrik Solms-Laubach'];
const found = (text: string) => [...mentionedIn(text, people)].sort();

test('whole names, in any place and any case', () => {
  expect(found('@Anna Berger bitte, und @deniz yılmaz auch')).toEqual(['Anna Berger', 'Deniz Yılmaz']);
  expect(found('(@Dr. Henrik Solms-Laubach)')).toEqual(['Dr. Henrik Solms-Laubach']);
  expect(found('@Jo')).toEqual(['Jo']);
});

test('the longest name that fits', () => {
  expect(found('@Anna Berger')).toEqual(['Anna Berger']);
  expect(found('@Anna, schau mal')).toEqual(['Anna']);
  expect(found('@Anna Bergermann')).toEqual(['Anna']);
});

test('nobody: part of a word, an address, a beginning', () => {
  expect(found('anna@Jo.example')).toEqual([]);
  expect(found('@Johannes')).toEqual([]);
  expect(found('@ Anna, Jo')).toEqual([]);
  expect(mentionedIn('@', [''])).toEqual(new Set());
});

test('what is being typed before the cursor', () => {
  expect(mentionAt('Bitte @An', 9)).toEqual({ start: 6, typed: 'An' });
  expect(mentionAt('@Anna Be', 8)).toEqual({ start: 0, typed: 'Anna Be' });
  expect(mentionAt('@', 1)).toEqual({ start: 0, typed: '' });
  expect(mentionAt('post@an', 7)).toBeUndefined();
  expect(mentionAt('@Anna hat heute angerufen', 25)).toBeUndefined();
  expect(mentionAt('@Anna\nNeu', 9)).toBeUndefined();
  expect(mentionAt('kein Name', 9)).toBeUndefined();
});
