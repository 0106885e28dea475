import type { Resource } from '@kontor/shared';
import { model } from '@kontor/shared/modules/index';
import { describe, expect, it } from 'vitest';
import { flatErrors } from './errors.ts';
import { customers, tasks } from './fixtures.ts';
import { formParts, shortPart } from './layout.ts';
import { blockOf } from './paste.ts';
import { nextStep, pathOf, stepsOf } from './steps.ts';
import { changesOf, copyValues, formValues, startValues, wireValues } from './values.ts';

const asking = { user: { id: 'u', brand_ids: [], roles: [] }, grants: [{ pattern: '*' }] };

describe('layout', () => {
  it('puts what no section names into the last one and leaves out what the server sets', () => {
    const parts = formParts(tasks, 'en', () => true);
    expect(parts.map((part) => part.title)).toEqual(['Task', 'More']);
    expect(parts.at(-1)?.fields).toEqual(['description', 'assignee_id', 'subject', 'due_on']);
    expect(parts.flatMap((part) => part.fields)).not.toContain('status');
  });
  it('leaves out what the user may not see', () => {
    expect(formParts(tasks, 'de', (field) => !field.guard).flatMap((part) => part.fields)).not.toContain('rate');
  });
  it('keeps what is required in a short form', () => {
    expect(
      shortPart(
        tasks,
        formParts(tasks, 'de', () => true),
      ).fields,
    ).toEqual(['name', 'rate']);
  });
});

describe('values', () => {
  it('resolves defaults', () => {
    expect(startValues(tasks, 'me')).toMatchObject({ assignee_id: 'me', name: null, subject_resource: null });
    expect(startValues(tasks, 'me').due_on).toMatch(/^\d{4}-\d\d-\d\d$/);
  });
  it('sends only what has changed', () => {
    const record = { id: '1', version: 3, name: 'A', addresses: [{ id: 'a', version: 1, city: 'Köln', extra: null }] };
    const before = formValues(customers, record);
    expect(changesOf(before, { ...before, addresses: [{ id: 'a', city: 'Köln' }] })).toEqual({});
    expect(changesOf(before, { ...before, name: '' })).toEqual({ name: null });
  });
  it('does not send what the server has changed on its own, nor rows that nobody touched', () => {
    const rows = [{ id: 'a', version: 1, city: 'Köln', extra: null }];
    const before = formValues(customers, { id: '1', version: 3, number: 'K-7', name: 'A', code: 'X', addresses: rows });
    const sent = (values: object) => wireValues(customers, changesOf(before, { ...before, ...values }));
    expect(sent({})).toEqual({});
    expect(sent({ code: 'Y' })).toEqual({ code: 'Y' });
    expect(sent({ addresses: [...rows, { city: 'Wien' }] })).toEqual({
      addresses: [{ id: 'a', city: 'Köln', extra: null }, { city: 'Wien' }],
    });
  });
  it('draws a copy without identity, numbers and unique values', () => {
    const copy = copyValues(customers, {
      id: '1',
      number: 'K-1',
      name: 'A',
      code: 'X',
      addresses: [{ id: 'a', version: 1, city: 'Köln' }],
    });
    expect(copy).toEqual({ name: 'A', code: null, addresses: [{ city: 'Köln' }] });
  });
  it('leaves out of a copy what a step asked for', () => {
    const { transitions, ...workflow } = tasks.workflow!;
    const asking: Resource = {
      ...tasks,
      workflow: { ...workflow, transitions: { cancel: { ...transitions.cancel!, input: ['due_on'] } } },
    };
    const task = { id: '1', name: 'A', due_on: '2026-03-01' };
    expect(copyValues(tasks, task)).toMatchObject({ name: 'A', due_on: '2026-03-01' });
    expect(copyValues(asking, task)).toMatchObject({ name: 'A', due_on: null });
  });
});

describe('server messages', () => {
  it('find their input, also within lines', () => {
    expect(flatErrors({ name: 'a', addresses: [null, { city: 'b' }] })).toEqual([
      ['name', 'a'],
      ['addresses.1.city', 'b'],
    ]);
  });
});

describe('a pasted block', () => {
  it('is read with quotes, line breaks within cells and empty cells', () => {
    expect(blockOf('a\tb\r\n1\t"zwei ""Zeilen""\nlang"\r\n\t3\r\n')).toEqual([
      ['a', 'b'],
      ['1', 'zwei "Zeilen"\nlang'],
      ['', '3'],
    ]);
  });
  it('is not seen in plain text', () => expect(blockOf('1.234,56')).toBeUndefined());
});

describe('steps', () => {
  const step = (status: string) => nextStep(tasks, { status }, stepsOf(tasks, { status, name: 'x' }, asking));
  it('offers what leads forward', () => {
    expect(step('open')?.name).toBe('start');
    expect(step('waiting')?.name).toBe('complete');
    expect(step('done')).toBeUndefined();
  });
  it('says what is missing', () => {
    expect(stepsOf(tasks, { status: 'open', name: '' }, asking)[0]?.missing).toEqual(['name']);
  });
  it('offers nothing that is not permitted', () => {
    const denied = { ...asking, grants: [{ pattern: '*' }, { pattern: 'tasks.transition', deny: true }] };
    expect(stepsOf(tasks, { status: 'open' }, denied)).toEqual([]);
  });
  it('shows the way without side tracks', () => {
    expect(pathOf(tasks, 'open')).toEqual(['open', 'in_progress', 'done']);
    expect(pathOf(tasks, 'waiting')).toEqual(['open', 'in_progress', 'waiting', 'done']);
  });
  it('says of no state that the record has been in it, if it need not', () => {
    const [trainings, enrolments] = [model.get('trainings'), model.get('enrolments')];
    expect(pathOf(trainings, 'planned')).toEqual([
      'lead',
      'offered',
      'confirmed',
      'planned',
      'delivered',
      'invoiced',
      'closed',
    ]);
    // called off: nothing of it was held, invoiced or closed
    expect(pathOf(trainings, 'cancelled')).toEqual(['cancelled']);
    // who waits, or is offered a place, was never enrolled
    expect(pathOf(enrolments, 'waiting')).toEqual(['waiting']);
    expect(pathOf(enrolments, 'offered')).toEqual(['offered']);
  });
});
