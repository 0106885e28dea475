import type { Resource } from '../define/resource.ts';
import { covers } from './decide.ts';

/** A line of a role, as it is stored: `scope` and `guards` are names, separated by commas. */
export interface PermissionLine {
  readonly id?: string;
  readonly pattern: string;
  readonly effect: 'allow' | 'deny';
  readonly scope: string | null;
  readonly guards: string | null;
  readonly aside?: boolean;
}

/** The columns of the matrix of a role; transitions and actions as a whole. */
export const matrixOperations = [
  'read',
  'create',
  'update',
  'delete',
  'restore',
  'import',
  'export',
  'transition',
  'action',
] as const;
export type MatrixOperation = (typeof matrixOperations)[number];

/** What the matrix needs to know of a resource. The row of everything has the name `*`. */
export type MatrixResource = Pick<Resource, 'name'> & {
  readonly scopes?: Readonly<Record<string, unknown>> | undefined;
  readonly private_to?: string | undefined;
};

/** One cell: `none`, `all`, the name of a scope, or `mixed` when several lines say more than one word can. */
export interface Cell {
  readonly value: string;
  /** The scopes that are allowed, widest last. */
  readonly scopes: readonly string[];
  /** Read for the sake of other records alone, with no list of its own. */
  readonly aside: boolean;
  /** The lines it comes from. */
  readonly lines: readonly PermissionLine[];
}

const namesIn = (text: string | null): string[] => (text ?? '').split(/[\s,]+/).filter(Boolean);

/** The first scope of a line that the resource has; undefined when it has none of them. Of what is private nobody has all. */
const scopeOf = (line: PermissionLine, resource: MatrixResource): string | undefined => {
  const names = namesIn(line.scope);
  if (resource.name === '*') return names[0] ?? 'all';
  const found =
    names.length === 0 ? 'all' : names.find((name) => name === 'all' || resource.scopes?.[name] !== undefined);
  return found === 'all' && line.effect === 'allow' ? (resource.private_to ?? found) : found;
};

/** What a role's lines come to for an operation on a resource. */
export function cellOf(lines: readonly PermissionLine[], resource: MatrixResource, operation: MatrixOperation): Cell {
  const covering = lines.filter(
    ({ pattern }) =>
      covers(pattern, resource.name, operation) && (resource.name !== '*' || pattern.split('.')[0] === '*'),
  );
  const scopes = new Set<string>();
  let listed = false;
  let denied: 'no' | 'some' | 'all' = 'no';
  for (const line of covering) {
    const scope = scopeOf(line, resource);
    if (scope === undefined) continue;
    if (line.effect === 'allow') {
      scopes.add(scope);
      listed ||= !line.aside;
    } else if (scope === 'all') denied = 'all';
    else if (denied === 'no') denied = 'some';
  }
  const sorted = [...scopes].sort((a, b) => Number(a === 'all') - Number(b === 'all'));
  const none = denied === 'all' || sorted.length === 0;
  const value = () => {
    if (none) return 'none';
    if (denied === 'some') return 'mixed';
    if (scopes.has('all')) return 'all';
    return sorted.length === 1 ? sorted[0]! : 'mixed';
  };
  return { value: value(), scopes: sorted, aside: operation === 'read' && !none && !listed, lines: covering };
}

/** What stays of how a resource is read when its lines are written anew. */
const readAside = (lines: readonly PermissionLine[], resource: MatrixResource, value: string) =>
  value !== 'none' && cellOf(lines, resource, 'read').aside ? { aside: true } : {};

/**
 * The lines of a role after a resource that it reads got a list of its own, or lost it; all cells keep what they are.
 * Undefined when a line for all resources says otherwise, or nothing is read.
 */
export function withAside(
  lines: readonly PermissionLine[],
  resource: MatrixResource,
  aside: boolean,
): readonly PermissionLine[] | undefined {
  const is = (next: readonly PermissionLine[]) => cellOf(next, resource, 'read').aside === aside;
  if (is(lines)) return lines;
  const own = ({ pattern, effect }: PermissionLine) =>
    effect === 'allow' && pattern.split('.')[0] === resource.name && covers(pattern, resource.name, 'read');
  const next = lines.map((line) => (own(line) ? { ...line, aside } : line));
  return is(next) ? next : undefined;
}

/**
 * The lines of a role after a cell was set to `none`, `all` or a scope; all other cells keep what they are. Undefined when
 * a line for all resources says otherwise: that one has to be changed first.
 */
export function withCell(
  lines: readonly PermissionLine[],
  resource: MatrixResource,
  operation: MatrixOperation,
  value: string,
): readonly PermissionLine[] | undefined {
  const is = (next: readonly PermissionLine[]) => cellOf(next, resource, operation).value === value;
  if (is(lines)) return lines;
  const exact = `${resource.name}.${operation}`;
  const guards = lines.find(({ pattern, effect }) => pattern === exact && effect === 'allow')?.guards ?? null;
  const rest = lines.filter(({ pattern }) => pattern !== exact);
  if (!guards && is(rest)) return rest;
  if (value === 'none') {
    if (is(rest)) return rest;
    // a denial for everything would win over the lines of single resources
    if (resource.name === '*') return undefined;
    return [...rest, { pattern: exact, effect: 'deny', scope: null, guards: null }];
  }
  const allow: PermissionLine = {
    pattern: exact,
    effect: 'allow',
    scope: value === 'all' ? null : value,
    guards,
    ...(operation === 'read' ? readAside(lines, resource, value) : {}),
  };
  if (is([...rest, allow])) return [...rest, allow];
  if (resource.name === '*') return undefined;
  // a line for the whole resource is taken apart
  const others = matrixOperations.filter((other) => other !== operation);
  const apart = rest.flatMap((line) =>
    [resource.name, `${resource.name}.*`].includes(line.pattern)
      ? others.map((other): PermissionLine => {
          const { id: _id, aside, ...what } = line;
          return { ...what, pattern: `${resource.name}.${other}`, ...(aside && other === 'read' ? { aside } : {}) };
        })
      : [line],
  );
  return is([...apart, allow]) ? [...apart, allow] : undefined;
}

/** What a role's lines come to for a whole resource: what all of these operations have in common, or `mixed`. */
export function rowOf(
  lines: readonly PermissionLine[],
  resource: MatrixResource,
  operations: readonly MatrixOperation[] = matrixOperations,
): string {
  const values = new Set(operations.map((operation) => cellOf(lines, resource, operation).value));
  return values.size === 1 ? [...values][0]! : 'mixed';
}

/**
 * The lines of a role after all operations on a resource were set at once: one line for all of them, none where wider lines
 * say so already. Lines that open guarded fields, and those for single steps, stay where something is allowed. Undefined
 * when a line for all resources says otherwise: that one has to be changed first.
 */
export function withRow(
  lines: readonly PermissionLine[],
  resource: MatrixResource,
  value: string,
): readonly PermissionLine[] | undefined {
  const is = (next: readonly PermissionLine[]) => rowOf(next, resource) === value;
  if (is(lines)) return lines;
  const own = ({ pattern }: PermissionLine) => {
    const [name, operation = '*', ...step] = pattern.split('.');
    return name === resource.name && (step.length === 0 || operation === '*');
  };
  const scope = value === 'all' ? null : value;
  const opening = lines
    .filter((line) => own(line) && line.effect === 'allow' && line.guards && value !== 'none')
    .map((line) => ({ ...line, scope }));
  const rest = lines.filter((line) => !own(line));
  const whole: PermissionLine = {
    pattern: resource.name,
    effect: value === 'none' ? 'deny' : 'allow',
    scope: value === 'none' ? null : scope,
    guards: null,
    ...readAside(lines, resource, value),
  };
  // a denial for everything would win over the lines of single resources
  const candidates = value === 'none' && resource.name === '*' ? [rest] : [rest, [...rest, whole]];
  return candidates.map((next) => [...next, ...opening]).find(is);
}
