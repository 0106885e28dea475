import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { defineResource } from '../define/resource.ts';
import { text } from '../kinds/index.ts';
import { matches } from './condition.ts';
import { decide, type Operation } from './decide.ts';
import { cellOf, type MatrixOperation, matrixOperations, type PermissionLine, withCell } from './role_matrix.ts';
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
    fc.constantFrom('*', 'customers', 'notes', 'tags', 'customers.transition.win'),
    fc
      .tuple(fc.constantFrom('*', 'customers', 'notes', 'tags'), fc.constantFrom(...matrixOperations))
      .map((parts) => parts.join('.')),
  ),
  effect: fc.constantFrom('allow' as const, 'allow' as const, 'deny' as const),
  scope: fc.constantFrom(null, 'all', 'brand', 'own', 'brand, all'),
  guards: fc.constantFrom(null, 'margin'),
});

const grantOf = ({ pattern, effect, scope }: PermissionLine): Grant => ({
  pattern,
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
          const { value } = cellOf(lines, resource, operation as MatrixOperation);
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
});
