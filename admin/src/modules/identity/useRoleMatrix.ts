import {
  cellOf,
  type MatrixResource,
  type PermissionLine,
  rowOf,
  shippedRole,
  withCell,
  withRow,
} from '@kontor/shared';
import type { RaRecord } from 'ra-core';
import { useMemo, useState } from 'react';
import { type MatrixColumn, operationsOn } from './matrixColumns.ts';

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

type Lines = readonly PermissionLine[];

const valueIn = (lines: Lines, resource: MatrixResource, column: MatrixColumn): string =>
  column === 'whole' ? rowOf(lines, resource, operationsOn(resource)) : cellOf(lines, resource, column).value;

const setIn = (lines: Lines, resource: MatrixResource, column: MatrixColumn, value: string): Lines | undefined =>
  column === 'whole' ? withRow(lines, resource, value) : withCell(lines, resource, column, value);

/** The lines of a role while they are changed cell by cell. */
export function useRoleMatrix(role: RaRecord, resources: readonly MatrixResource[]) {
  const stored = useMemo(() => (role.permissions as PermissionLine[]).map(line), [role]);
  const [lines, setLines] = useState<Lines>(stored);
  const shipped = useMemo(() => shippedLines(role.key), [role.key]);
  const changed = resources.flatMap((resource) =>
    operationsOn(resource).filter((one) => valueIn(lines, resource, one) !== valueIn(stored, resource, one)),
  ).length;
  /** What the shipped role says in a cell, where this one says something else. */
  const shippedAs = (resource: MatrixResource, column: MatrixColumn): string | undefined => {
    const value = shipped && valueIn(shipped, resource, column);
    return value === valueIn(lines, resource, column) ? undefined : value;
  };
  return {
    lines,
    changed,
    dirty: lines !== stored && JSON.stringify(lines) !== JSON.stringify(stored),
    discard: () => setLines(stored),
    value: (resource: MatrixResource, column: MatrixColumn) => valueIn(lines, resource, column),
    shippedAs,
    /** Does the role say something else here than the one that Kontor ships? */
    deviates: (resource: MatrixResource): boolean =>
      operationsOn(resource).some((operation) => shippedAs(resource, operation) !== undefined),
    isPossible: (resource: MatrixResource, column: MatrixColumn, value: string): boolean =>
      setIn(lines, resource, column, value) !== undefined,
    /** Sets cells, one after the other; those that can not be set stay. */
    set: (cells: readonly MatrixResource[], column: MatrixColumn, value: string) =>
      setLines((before) => cells.reduce((done, resource) => setIn(done, resource, column, value) ?? done, before)),
  };
}

export type RoleMatrixState = ReturnType<typeof useRoleMatrix>;
