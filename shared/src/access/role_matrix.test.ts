import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defineResource } from '../define/resource.ts';
import { text } from '../kinds/index.ts';
import { matches } from './condition.ts';
import { decide, type Operation } from './decide.ts';
import { isNavigated } from './navigated.ts';
import {
  cellOf,
  type MatrixOperation,
  matrixOperations,
  type PermissionLine,
  rowOf,
  withAside,
  withCell,
  withRow,
} from './role_matrix.ts';
import type { Grant } from './roles.ts';

const make = (name: string, scopes: object) =>
  defineResource({
    name,
    label: { de: [name, name] },
    title: ['name'],
    fields: { name: text('Name') },
    scopes: scopes as never,
  });
const resources = [
  make('customers', { brand: { name: 'brand' }, own: { name: 'own' } }),
  make('notes', { own: { name: 'own' } }),
  make('tags', {}),
];
const everything = { name: '*' };

const line: fc.Arbitrary<PermissionLine> = fc.record({
  pattern: fc.oneof(
    fc.constantFrom('*', 'customers', 'notes', 'tags', 'notes.*', 'customers.transition.win'),
    fc
      .tuple(fc.constantFrom('*', 'customers', 'notes', 'tags'), fc.constantFrom(...matrixOperations))
      .map((parts) => parts.join('.')),
  ),
  effect: fc.constantFrom('allow' as const, 'allow' as const, 'deny' as const),
  scope: fc.constantFrom(null, 'all', 'brand', 'own', 'brand, all'),
  guards: fc.constantFrom(null, 'margin'),
  aside: fc.constantFrom(false, false, true),
});

const grantOf = ({ pattern, effect, scope, aside = false }: PermissionLine): Grant => ({
  pattern,
  aside,
  ...(effect === 'deny' ? { deny: true } : {}),
  ...(scope ? { scope: scope.split(', ') } : {}),
});
/** The operations that stand behind a column. */
const behind = (operation: MatrixOperation): Operation[] =>
  operation === 'transition' || operation === 'action' ? [`${operation}.win`, `${operation}.lose`] : [operation];
/** Which of three records may be touched: one of the brand, one's own, and a foreign one. */
const touched = (lines: readonly PermissionLine[], resource: (typeof resources)[number], operation: Operation) => {
  const decision = decide(lines.map(grantOf), resource, operation);
  return ['brand', 'own', 'other'].map((name) =>
    typeof decision === 'string' ? decision === 'all' : matches(decision, { name }),
  );
};

describe('the matrix of a role', () => {
  test('a cell that is set is what it was set to, and nothing else changes', () => {
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 8 }),
        fc.constantFrom(...resources),
        fc.constantFrom(...matrixOperations),
        fc.constantFrom('none', 'all', 'brand', 'own'),
        (lines, resource, operation, value) => {
          fc.pre(['none', 'all'].includes(value) || resource.scopes?.[value] !== undefined);
          const next = withCell(lines, resource, operation, value);
          if (!next) return;
          expect(cellOf(next, resource, operation).value).toBe(value);
          const aside = cellOf(lines, resource, 'read').aside;
          for (const other of resources)
            expect(cellOf(next, other, 'read').aside).toBe(
              other === resource
                ? aside && cellOf(next, other, 'read').value !== 'none'
                : cellOf(lines, other, 'read').aside,
            );
          for (const other of resources)
            for (const column of matrixOperations)
              if (other !== resource || column !== operation)
                for (const one of behind(column))
                  expect([other.name, one, touched(next, other, one)]).toEqual([
                    other.name,
                    one,
                    touched(lines, other, one),
                  ]);
        },
      ),
      { numRuns: 400 },
    );
  });

  test('a cell says what the decision says', () => {
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 8 }),
        fc.constantFrom(...resources),
        fc.constantFrom('read', 'create', 'update', 'delete'),
        (lines, resource, operation) => {
          const { value, aside } = cellOf(lines, resource, operation as MatrixOperation);
          if (operation === 'read' && value !== 'none') expect(aside).toBe(!isNavigated(lines.map(grantOf), resource));
          const decision = decide(lines.map(grantOf), resource, operation as Operation);
          if (value === 'none' || value === 'all') expect(decision).toBe(value);
          else if (value !== 'mixed')
            expect(touched(lines, resource, operation as Operation)).toEqual(
              ['brand', 'own', 'other'].map((name) => name === value),
            );
        },
      ),
      { numRuns: 400 },
    );
  });

  test('a row for everything writes one line, and a cell wins over it by a denial', () => {
    const all = withCell([], everything, 'read', 'all')!;
    expect(all).toEqual([{ pattern: '*.read', effect: 'allow', scope: null, guards: null }]);
    expect(cellOf(all, resources[0]!, 'read').value).toBe('all');
    const without = withCell(all, resources[0]!, 'read', 'none')!;
    expect(without.at(-1)).toMatchObject({ pattern: 'customers.read', effect: 'deny' });
    expect(cellOf(without, resources[2]!, 'read').value).toBe('all');
    // what comes from the row of everything can be narrowed there only
    expect(withCell(all, resources[0]!, 'read', 'brand')).toBeUndefined();
    expect(withCell(without, resources[0]!, 'read', 'all')).toEqual(all);
  });

  test('a list of its own is given and taken, and nothing else changes', () => {
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 8 }),
        fc.constantFrom(...resources),
        fc.boolean(),
        (lines, resource, aside) => {
          const next = withAside(lines, resource, aside);
          if (!next) return;
          expect(cellOf(next, resource, 'read').aside).toBe(aside);
          for (const other of resources)
            for (const column of matrixOperations) {
              const [before, after] = [cellOf(lines, other, column), cellOf(next, other, column)];
              expect([after.value, after.scopes]).toEqual([before.value, before.scopes]);
              if (other !== resource) expect(after.aside).toBe(before.aside);
            }
        },
      ),
      { numRuns: 400 },
    );
    const whole: PermissionLine = { pattern: 'customers', effect: 'allow', scope: 'own', guards: null, aside: true };
    // taken apart, reading stays what it was; the other lines say nothing of lists
    expect(withCell([whole], resources[0]!, 'update', 'brand')!.filter(({ aside }) => aside)).toEqual([
      { ...whole, pattern: 'customers.read' },
    ]);
    expect(withRow([{ ...whole, pattern: 'customers.read' }], resources[0]!, 'brand')).toEqual([
      { ...whole, scope: 'brand' },
    ]);
    // nothing is read, or a line for everything reads it
    expect(withAside([], resources[0]!, true)).toBeUndefined();
    expect(withAside([{ ...whole, pattern: '*.read', aside: false }], resources[0]!, true)).toBeUndefined();
  });

  test('of what is private nobody has more than their own', () => {
    const diaries = { name: 'diaries', scopes: { own: {} }, private_to: 'own' };
    const all = withCell([], everything, 'read', 'all')!;
    expect(cellOf(all, diaries, 'read').value).toBe('own');
    expect(cellOf([{ ...all[0]!, scope: 'brand, all' }], diaries, 'read').value).toBe('own');
    expect(cellOf([{ ...all[0]!, effect: 'deny' }], diaries, 'read').value).toBe('none');
    expect(withCell(all, diaries, 'read', 'own')).toEqual(all);
  });

  test('a line for a whole resource is taken apart, with what it opens', () => {
    const whole: PermissionLine = { id: 'x', pattern: 'customers', effect: 'allow', scope: null, guards: 'margin' };
    const next = withCell([whole], resources[0]!, 'update', 'own')!;
    expect(next).toHaveLength(matrixOperations.length);
    expect(next.find(({ pattern }) => pattern === 'customers.read')).toEqual({
      pattern: 'customers.read',
      effect: 'allow',
      scope: null,
      guards: 'margin',
    });
  });

  test('a row that is set at once is what it was set to, for the decision as well, and other rows stay', () => {
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 8 }),
        fc.constantFrom(...resources),
        fc.constantFrom('none', 'all', 'brand', 'own'),
        (lines, resource, value) => {
          fc.pre(['none', 'all'].includes(value) || resource.scopes?.[value] !== undefined);
          const next = withRow(lines, resource, value);
          if (!next) return;
          expect(rowOf(next, resource)).toBe(value);
          // lines of single steps may allow more or less than their column
          const plain = next.filter(({ pattern }) => pattern.split('.').length < 3);
          for (const operation of matrixOperations.flatMap(behind))
            expect([operation, touched(plain, resource, operation)]).toEqual([
              operation,
              ['brand', 'own', 'other'].map((name) => value === 'all' || value === name),
            ]);
          for (const other of resources)
            if (other !== resource)
              for (const one of matrixOperations.flatMap(behind))
                expect([other.name, one, touched(next, other, one)]).toEqual([
                  other.name,
                  one,
                  touched(lines, other, one),
                ]);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('a row writes one line, and keeps what opens guarded fields', () => {
    const [customers, , tags] = resources;
    const reading: PermissionLine[] = [
      { id: 'r', pattern: 'customers.read', effect: 'allow', scope: 'own', guards: 'margin' },
      { id: 'u', pattern: 'customers.update', effect: 'allow', scope: 'own', guards: null },
    ];
    expect(rowOf(reading, customers!)).toBe('mixed');
    expect(withRow(reading, customers!, 'brand')).toEqual([
      { pattern: 'customers', effect: 'allow', scope: 'brand', guards: null },
      { id: 'r', pattern: 'customers.read', effect: 'allow', scope: 'brand', guards: 'margin' },
    ]);
    expect(withRow(reading, customers!, 'none')).toEqual([]);
    const all = withRow(reading, everything, 'all')!;
    expect(all.filter(({ pattern }) => pattern === '*')).toHaveLength(1);
    expect(withRow(all, everything, 'none')).toEqual(reading);
    expect(withRow(all, tags!, 'none')!.at(-1)).toMatchObject({ pattern: 'tags', effect: 'deny' });
    expect(withRow(all, customers!, 'own')).toBeUndefined();
  });
});
