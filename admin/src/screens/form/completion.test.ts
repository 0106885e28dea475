import { choice, integer, type Resource, reference, text } from '@kontor/shared';
import { describe, expect, it } from 'vitest';
import { type Completion, completedBy, completedValues, questionOf, saidIn, takenOver } from './completion.ts';

const courses: Resource = {
  name: 'courses',
  label: { de: ['Kurs', 'Kurse'] },
  title: ['name'],
  fields: {
    entry_id: reference('Vorlage', { to: 'entries' }),
    brand_id: reference('Marke', { to: 'brands' }),
    name: text('Name', { required: true }),
    format: choice('Format', { room: 'Raum', online: 'Online' }, { default: 'room' }),
    most: integer('Höchstens'),
    note: text('Notiz'),
  },
  completes: { like: 'entry_id', by: ['brand_id', 'format'], fields: ['name', 'format', 'most'] },
};
const start = { entry_id: null, brand_id: null, name: null, format: 'room', most: null, note: null };
const known = (more: Partial<Completion> = {}): Completion => ({
  resource: courses,
  start,
  filled: {},
  given: new Set(),
  ...more,
});
const answer = { name: 'Segeln', format: 'online', most: 8 };
const filled = { ...answer };
const shown = { ...start, entry_id: 'e', ...answer };

describe('what the server is asked', () => {
  it('is nothing while there is nothing to take from', () => {
    expect(questionOf(known(), { ...start, name: 'Mein Kurs' })).toBeUndefined();
    expect(questionOf(known(), { ...start, name: 'Mein', most: 3, format: 'online', entry_id: 'e' })).toBeUndefined();
  });
  it('is by what it depends on, as far as somebody has said it', () => {
    expect(questionOf(known(), { ...start, entry_id: 'e' })).toEqual({ entry_id: 'e' });
    expect(questionOf(known(), { ...start, entry_id: 'e', brand_id: 'b', name: 'Mein' })).toEqual({
      entry_id: 'e',
      brand_id: 'b',
    });
    expect(questionOf(known(), { ...start, entry_id: 'e', format: 'online' })).toEqual({
      entry_id: 'e',
      format: 'online',
    });
  });
  it('is the same once the answer is shown', () => {
    expect(questionOf(known({ filled }), shown)).toEqual({ entry_id: 'e' });
    expect(questionOf(known({ filled }), { ...shown, format: 'room' })).toEqual({ entry_id: 'e', format: 'room' });
  });
});

describe('an answer', () => {
  it('fills what nobody has touched, also where a new record starts with something', () => {
    expect(completedBy(known(), { ...start, entry_id: 'e' }, answer)).toEqual({ changes: answer, filled });
    expect(completedBy(known(), { ...start, entry_id: 'e', name: 'Mein' }, answer)).toEqual({
      changes: { format: 'online', most: 8 },
      filled: { format: 'online', most: 8 },
    });
  });
  it('replaces what the form has filled in, and nothing else', () => {
    const typed = { ...shown, name: 'Segeln für Kinder', most: null };
    const next = completedBy(known({ filled }), typed, { name: 'Rudern', most: 4 });
    expect(next.changes).toEqual({ format: 'room' });
    // what was emptied stays so, whatever comes next
    expect(completedBy(known({ filled: next.filled }), { ...typed, ...next.changes }, answer).changes).toEqual({
      format: 'online',
    });
    expect(completedBy(known({ filled }), shown, { name: 'Rudern', format: 'room' })).toEqual({
      changes: { name: 'Rudern', format: 'room', most: null },
      filled: { name: 'Rudern', format: 'room' },
    });
  });
  it('leaves a copy as it is, and what was typed before a reload', () => {
    const given = new Set(['name', 'most']);
    expect(completedBy(known({ given }), { ...start, entry_id: 'e', name: 'Alt' }, answer).changes).toEqual({
      format: 'online',
    });
  });
  it('is told by what still shows it', () => {
    expect(takenOver(filled, { ...shown, name: 'Segeln für Kinder' })).toEqual(['format', 'most']);
  });
});

describe('what is sent', () => {
  const sent = (values: object) =>
    Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as Record<string, unknown>;
  it('is what is shown, and nothing where something was emptied', () => {
    const values = { ...shown, most: null };
    expect(completedValues(known({ filled }), values, sent(values), true)).toEqual({ ...sent(values), most: null });
  });
  it('leaves to the server what the form did not come to show', () => {
    const values = { ...start, entry_id: 'e', name: 'Mein' };
    expect(completedValues(known(), values, sent(values), false)).toEqual({ entry_id: 'e', name: 'Mein' });
    expect(completedValues(known({ filled }), { ...shown, brand_id: 'b' }, sent(shown), false)).toEqual({
      entry_id: 'e',
    });
  });
  it('is as typed where nothing is taken over', () => {
    expect(completedValues(known(), start, sent(start), false)).toEqual({ format: 'room' });
  });
});

describe('a draft', () => {
  it('says the fields that the form would fill in, also where they were emptied', () => {
    expect(saidIn(courses, { entry_id: 'e', most: null, note: 'x' })).toEqual(['most']);
    expect(saidIn(courses, undefined)).toEqual([]);
    expect(saidIn({ ...courses, completes: undefined }, { most: 3 })).toEqual([]);
  });
});
