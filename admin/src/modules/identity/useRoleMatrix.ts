import {
  cellOf,
  type MatrixOperation,
  type MatrixResource,
  matrixOperations,
  type PermissionLine,
  shippedRole,
  withCell,
} from '@kontor/shared';
import type { RaRecord } from 'ra-core';
import { useMemo, useState } from 'react';

const line = ({ id, pattern, effect, scope, guards }: PermissionLine): PermissionLine => ({
  ...(id ? { id } : {}),
  pattern,
  effect,
  scope: scope ?? null,
  guards: guards ?? null,
});

/** The lines with which Kontor ships a role; undefined for a role of the house. */
function shippedLines(key: unknown): readonly PermissionLine[] | undefined {
  const role = typeof key === 'string' ? shippedRole(key) : undefined;
  return role?.grants.map(({ pattern, deny, scope, guards }) => ({
    pattern,
    effect: deny ? 'deny' : 'allow',
    scope: scope?.join(', ') ?? null,
    guards: guards?.join(', ') ?? null,
  }));
}

/** The lines of a role while they are changed cell by cell. */
export function useRoleMatrix(role: RaRecord, resources: readonly MatrixResource[]) {
  const stored = useMemo(() => (role.permissions as PermissionLine[]).map(line), [role]);
  const [lines, setLines] = useState<readonly PermissionLine[]>(stored);
  const shipped = useMemo(() => shippedLines(role.key), [role.key]);
  const valueIn = (of: readonly PermissionLine[], resource: MatrixResource, operation: MatrixOperation) =>
    cellOf(of, resource, operation).value;
  const changed = resources.flatMap((resource) =>
    matrixOperations.filter((one) => valueIn(lines, resource, one) !== valueIn(stored, resource, one)),
  ).length;
  return {
    lines,
    changed,
    dirty: lines !== stored && JSON.stringify(lines) !== JSON.stringify(stored),
    discard: () => setLines(stored),
    cell: (resource: MatrixResource, operation: MatrixOperation) => cellOf(lines, resource, operation),
    /** What the shipped role says in a cell, where this one says something else. */
    shippedAs: (resource: MatrixResource, operation: MatrixOperation): string | undefined => {
      const value = shipped && valueIn(shipped, resource, operation);
      return value === valueIn(lines, resource, operation) ? undefined : value;
    },
    isPossible: (resource: MatrixResource, operation: MatrixOperation, value: string): boolean =>
      withCell(lines, resource, operation, value) !== undefined,
    /** Sets cells, one after the other; those that can not be set stay. */
    set: (cells: readonly MatrixResource[], operation: MatrixOperation, value: string) =>
      setLines((before) =>
        cells.reduce((done, resource) => withCell(done, resource, operation, value) ?? done, before),
      ),
  };
}

export type RoleMatrixState = ReturnType<typeof useRoleMatrix>;
