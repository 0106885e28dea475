import { everything, type Operation } from '@kontor/shared';
import { model } from '@kontor/shared/modules/index';
import { describe, expect, test } from 'vitest';
import { declaredSchema } from '../db/schema.ts';
import { conditionText } from './conditions.ts';
import { endpointsOf } from './endpoints.ts';
import { explain } from './index.ts';
import { operationsOf } from './permissions.ts';
import { componentName, screenSource, screensOf } from './source.ts';
import { suggest } from './suggest.ts';
import { columns, plain } from './text.ts';

const resources = [...model.resources.values()];

describe('npm run explain', () => {
  test.each(resources.map((r) => r.name))('%s: everything that is generated is named', (name) => {
    const resource = model.get(name);
    const text = explain(model, resource);
    const { columns: named, constraints, indices, triggers } = declaredSchema(model).tables[name]!;
    for (const part of [named, constraints, indices, triggers])
      for (const one of Object.keys(part)) expect(text).toContain(one);
    const operations: Operation[] = resource.server_only ? [] : operationsOf(resource);
    for (const operation of operations) expect(text).toContain(operation);
    for (const [, path] of endpointsOf(resource)) expect(text).toContain(path);
    for (const role of resource.server_only ? [] : ['administrator', 'backoffice', 'employee', 'auditor'])
      expect(text).toMatch(new RegExp(`^  ${role} `, 'm'));
    expect(text).not.toMatch(/undefined|\[object|NaN/);
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(140);
  });

  test('a scope is told by its name, its meaning once', () => {
    const text = explain(model, model.get('tasks'));
    expect(text).toMatch(/^ {2}employee {2,}scope brand {2,}read, export|^ {2}employee {2,}scope brand/m);
    expect(text).toContain('brand_id is empty or brand_id in user.brand_ids');
    expect(text.match(/brand_id is empty/g)).toHaveLength(1);
    expect(text).toContain('open | waiting → in_progress');
  });

  test('conditions read like sentences', () => {
    expect(conditionText(everything)).toBe('every row');
    expect(conditionText({ or: [] })).toBe('no row');
    expect(conditionText({ and: [{ a: 1 }, { not: { b: { gte: 2, lt: { field: 'c' } } } }] })).toBe(
      'a = 1 and not (b ≥ 2 and b < c)',
    );
    expect(conditionText({ x: { in: ['p', 'q'] }, y: { where: { z: { null: false } } } })).toBe(
      'x in (p, q) and y → (z is not empty)',
    );
  });

  test('a name that is not there is answered with likely ones', () => {
    const names = resources.map((r) => r.name);
    expect(suggest('custmers', names)).toEqual(['customers']);
    expect(suggest('task', names)[0]).toBe('tasks');
    expect(suggest('ntoes', names)[0]).toBe('notes');
    expect(suggest('xyzzy', names)).toEqual([]);
  });

  test('columns stand below each other and long texts are wrapped in their own', () => {
    expect(
      columns(
        [
          ['a', 'x y'],
          ['long', 'z'],
        ],
        plain,
      ),
    ).toEqual(['  a     x y', '  long  z']);
    expect(columns([['a', 'one two three four five six seven']], { ...plain, width: 30 })).toEqual([
      '  a  one two three four five',
      '     six seven',
    ]);
  });
});

describe('npm run explain -- --screen', () => {
  test('names and contents follow from the declaration', () => {
    expect(componentName(model.get('audit_entries'), 'list')).toBe('AuditEntryList');
    expect(screensOf(model.get('audit_entries'))).toEqual(['list', 'show']);
    expect(screensOf(model.get('credentials'))).toEqual([]);
    const { file, source } = screenSource(model, model.get('customers'), 'edit');
    expect(file).toBe('admin/src/modules/crm/CustomerEdit.tsx');
    for (const name of ['name', 'addresses', 'credit_limit']) expect(source).toContain(`"${name}"`);
    expect(source).not.toContain('open_tasks');
  });
});
