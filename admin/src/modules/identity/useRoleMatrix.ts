import {
  cellOf,
  type MatrixResource,
  type PermissionLine,
  rowOf,
  shippedRole,
  withAside,
  withCell,
  withRow,
} from '@kontor/shared';
import type { RaRecord } from 'ra-core';
import { useMemo, useState } from 'react';
import { type MatrixColumn, operationsOn } from './matrixColumns.ts';

const line = ({ id, pattern, effect, scope, guards, aside }: PermissionLine): PermissionLine => ({
  ...(id ? { id } : {}),
  pattern,
  effect,
  scope: scope ?? null,
  guards: guards ?? null,
  aside: aside ?? false,
});

/** The lines with which Kontor ships a role; undefined for a role of the house. */
function shippedLines(key: unknown): readonly PermissionLine[] | undefined {
  const role = typeof key === 'string' ? shippedRole(key) : undefined;
  return role?.grants.map(({ pattern, deny, scope, guards, aside }) => ({
    pattern,
    effect: deny ? 'deny' : 'allow',
    scope: scope?.join(', ') ?? null,
    guards: guards?.join(', ') ?? null,
    aside: aside ?? false,
  }));
}

type Lines = readonly PermissionLine[];

/** What a cell says: which rows, and whether they are read for the sake of other records alone. */
export interface Said {
  readonly value: string;
  readonly aside: boolean;
}

const saidIn = (lines: Lines, resource: MatrixResource, column: MatrixColumn): Said =>
  column === 'whole'
    ? { value: rowOf(lines, resource, operationsOn(resource)), aside: false }
    : cellOf(lines, resource, column);

const isSame = (one: Said, other: Said): boolean => one.value === other.value && one.aside === other.aside;

const setIn = (lines: Lines, resource: MatrixResource, column: MatrixColumn, value: string): Lines | undefined =>
  column === 'whole' ? withRow(lines, resource, value) : withCell(lines, resource, column, value);

/** The lines of a role while they are changed cell by cell. */
export function useRoleMatrix(role: RaRecord, resources: readonly MatrixResource[]) {
  const stored = useMemo(() => (role.permissions as PermissionLine[]).map(line), [role]);
  const [lines, setLines] = useState<Lines>(stored);
  const shipped = useMemo(() => shippedLines(role.key), [role.key]);
  const changed = resources.flatMap((resource) =>
    operationsOn(resource).filter((one) => !isSame(saidIn(lines, resource, one), saidIn(stored, resource, one))),
  ).length;
  /** What the shipped role says in a cell, where this one says something else. */
  const shippedAs = (resource: MatrixResource, column: MatrixColumn): Said | undefined => {
    const said = shipped && saidIn(shipped, resource, column);
    return said && !isSame(said, saidIn(lines, resource, column)) ? said : undefined;
  };
  return {
    lines,
    changed,
    dirty: lines !== stored && JSON.stringify(lines) !== JSON.stringify(stored),
    discard: () => setLines(stored),
    said: (resource: MatrixResource, column: MatrixColumn) => saidIn(lines, resource, column),
    shippedAs,
    /** Does the role say something else here than the one that Kontor ships? */
    deviates: (resource: MatrixResource): boolean =>
      operationsOn(resource).some((operation) => shippedAs(resource, operation) !== undefined),
    isPossible: (resource: MatrixResource, column: MatrixColumn, value: string): boolean =>
      setIn(lines, resource, column, value) !== undefined,
    /** Can these resources get a list of their own, or lose it? */
    mayBeAside: (resources: readonly MatrixResource[], aside: boolean): boolean =>
      resources.some((resource) => withAside(lines, resource, aside) !== undefined),
    setAside: (resources: readonly MatrixResource[], aside: boolean) =>
      setLines((before) => resources.reduce((done, resource) => withAside(done, resource, aside) ?? done, before)),
    /** Sets cells, one after the other; those that can not be set stay. */
    set: (cells: readonly MatrixResource[], column: MatrixColumn, value: string) =>
      setLines((before) => cells.reduce((done, resource) => setIn(done, resource, column, value) ?? done, before)),
  };
}

export type RoleMatrixState = ReturnType<typeof useRoleMatrix>;
