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

/** Who gets in and as what is for administrators. */
const keysAndSignIn = ['api_keys', 'api_key_usages', 'user_identities', 'sign_in_rules'].map((pattern) => ({
  pattern,
  deny: true,
}));

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
    ...keysAndSignIn,
    { pattern: 'audit_entries', deny: true },
  ],
  employee: [
    { pattern: '*.read', scope: inBrands },
    { pattern: 'tasks', scope: inBrands },
    { pattern: 'notes', scope: inBrands },
    { pattern: 'saved_views', scope: ['own'] },
    ...keysAndSignIn,
    { pattern: 'audit_entries', deny: true },
    { pattern: 'settings', deny: true },
  ],
  auditor: [{ pattern: '*.read' }, { pattern: '*.export' }],
} as const satisfies Record<string, readonly Grant[]>;

export type RoleName = keyof typeof shippedRoles;
