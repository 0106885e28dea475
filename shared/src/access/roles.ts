/**
 * A grant allows (or denies) operations on resources: `*`, `customers.*`, `*.read`, `tasks.transition.complete`.
 * `scope` names the rows: the first of these scopes that the resource declares counts; `all` is every row.
 */
export interface Grant {
  readonly pattern: string;
  readonly scope?: readonly string[];
  readonly deny?: boolean;
  /** Groups of sensitive fields opened by this grant. */
  readonly guards?: readonly string[];
}

const inBrands = ['brand', 'all'];

/** The shipped roles. Missing means denied; an explicit denial wins. */
export const shippedRoles = {
  administrator: [{ pattern: '*', guards: ['*'] }],
  backoffice: [
    { pattern: '*', scope: inBrands },
    ...['users', 'settings', 'companies', 'brands', 'number_sequences'].flatMap((resource) =>
      ['create', 'update', 'delete', 'restore', 'import', 'transition', 'action'].map((operation) => ({
        pattern: `${resource}.${operation}`,
        deny: true,
      })),
    ),
    { pattern: 'audit_entries', deny: true },
  ],
  employee: [
    { pattern: '*.read', scope: inBrands },
    { pattern: 'tasks', scope: inBrands },
    { pattern: 'notes', scope: inBrands },
    { pattern: 'saved_views', scope: ['own'] },
    { pattern: 'audit_entries', deny: true },
    { pattern: 'settings', deny: true },
  ],
  auditor: [{ pattern: '*.read' }, { pattern: '*.export' }],
} as const satisfies Record<string, readonly Grant[]>;

export type RoleName = keyof typeof shippedRoles;
