import type { Resource } from '@kontor/shared';
import { customers } from '@kontor/shared/modules/crm/customers';
import { tasks } from '@kontor/shared/modules/work/tasks';
import { describe, expect, it } from 'vitest';
import { arranged, laidOut, pagesInSight } from './arrange.ts';
import { dropFor } from './steps.ts';

const tasksResource = tasks as unknown as Resource;

describe('what a drop means', () => {
  it('is the fitting step of a workflow', () => {
    expect(dropFor(tasksResource, 'status', 'open', 'done', () => true)).toEqual({
      kind: 'step',
      name: 'complete',
      needsInput: false,
    });
    expect(dropFor(tasksResource, 'status', 'done', 'in_progress', () => true)).toEqual({ kind: 'none' });
    expect(
      dropFor(tasksResource, 'status', 'open', 'done', (operation) => operation !== 'transition.complete'),
    ).toEqual({ kind: 'none' });
  });
  it('prefers a step that asks for nothing', () => {
    const resource = {
      ...tasksResource,
      workflow: {
        field: 'status',
        initial: 'open',
        transitions: {
          ask: { label: 'A', from: ['open'], to: 'done', input: ['actual'] },
          just: { label: 'B', from: ['open'], to: 'done' },
        },
      },
    };
    expect(dropFor(resource, 'status', 'open', 'done', () => true)).toMatchObject({ name: 'just' });
  });
  it('is a plain change for a choice', () => {
    expect(dropFor(customers as unknown as Resource, 'status', 'prospect', 'active', () => true)).toEqual({
      kind: 'change',
    });
    expect(dropFor(customers as unknown as Resource, 'status', 'prospect', 'active', () => false)).toEqual({
      kind: 'none',
    });
  });
});

describe('cards under way', () => {
  const cards = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
  it('leave their column and lie where they were dropped', () => {
    const moves = new Map([['b', { record: { id: 'b' }, to: 'done', index: 0 }]]);
    expect(arranged(cards, moves, 'open').map((card) => card?.id)).toEqual(['a', 'c']);
    expect(arranged([{ id: 'x' }], moves, 'done').map((card) => card?.id)).toEqual(['b', 'x']);
    expect(arranged([{ id: 'x' }, { id: 'b' }], moves, 'done').map((card) => card?.id)).toEqual(['b', 'x']);
  });
  it('are the same list when nothing moves', () => {
    expect(arranged(cards, new Map(), 'open')).toBe(cards);
  });
});

describe('a column of pages', () => {
  it('has a place for every card, whether its page was loaded or not', () => {
    const pages = [
      { page: 0, records: [{ id: 'a' }, { id: 'b' }], total: 5 },
      { page: 2, records: [{ id: 'e' }], total: 5 },
    ];
    expect(laidOut(pages, 2).map((card) => card?.id)).toEqual(['a', 'b', undefined, undefined, 'e']);
    expect(laidOut([], 2)).toEqual([]);
  });
  it('shows a card once that moved between two pages while they were read', () => {
    const pages = [
      { page: 0, records: [{ id: 'a' }, { id: 'b' }], total: 4 },
      { page: 1, records: [{ id: 'b' }, { id: 'c' }], total: 4 },
    ];
    expect(laidOut(pages, 2).map((card) => card?.id)).toEqual(['a', 'b', undefined, 'c']);
  });
  it('asks for the pages in sight and the first one', () => {
    expect(pagesInSight(0, 9, 50)).toEqual([0]);
    expect(pagesInSight(145, 152, 50)).toEqual([0, 2, 3]);
  });
  it('keeps the places of cards that are not loaded when others move', () => {
    const moves = new Map([['x', { record: { id: 'x' }, to: 'done', index: 1 }]]);
    expect(arranged([{ id: 'a' }, undefined], moves, 'done').map((card) => card?.id)).toEqual(['a', 'x', undefined]);
  });
});
