import { expect, test } from 'vitest';
import { mentionAt, mentionedIn } from './mentions.ts';

const people = ['Anna', 'Anna Berger', 'Deniz Yılmaz', 'Jo', 'Dr. Henrik Solms-Laubach'];
const named = people.map((name) => ({ id: name, name }));
const found = (text: string) => [...mentionedIn(text, named)].sort();

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

test('of two people of one name both, or the one whose address follows', () => {
  const two = [
    { id: '1', name: 'Anna Berger', email: 'a.berger@example.org' },
    { id: '2', name: 'Anna berger', email: 'anna.berger@example.org' },
    { id: '3', name: 'Anna', email: 'anna@example.org' },
  ];
  const who = (text: string) => [...mentionedIn(text, two)].sort();
  expect(who('@Anna Berger bitte')).toEqual(['1', '2']);
  expect(who('@Anna Berger (A.Berger@example.org) bitte')).toEqual(['1']);
  expect(who('@anna berger (anna.berger@example.org), @Anna')).toEqual(['2', '3']);
  // brackets that hold something else say nothing, nor does the address of somebody of another name
  expect(who('@Anna Berger (Büro) und @Anna Berger (anna@example.org)')).toEqual(['1', '2']);
  expect(who('@Anna Berger(a.berger@example.org)')).toEqual(['1', '2']);
});

test('nobody: part of a word, an address, a beginning', () => {
  expect(found('anna@Jo.example')).toEqual([]);
  expect(found('@Johannes')).toEqual([]);
  expect(found('@ Anna, Jo')).toEqual([]);
  expect(mentionedIn('@', [{ id: '1', name: '' }])).toEqual(new Set());
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
