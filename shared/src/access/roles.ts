/**
 * A grant allows (or denies) operations on resources: `*`, `customers.*`, `*.read`, `tasks.transition.complete`.
 * `scope` names the rows: the first of these scopes that the resource declares counts; `all` is every row. Without a scope
 * every row is meant.
 */
export interface Grant {
  readonly pattern: string;
  readonly scope?: readonly string[];
  readonly deny?: boolean;
  /** Groups of sensitive fields opened by this grant. */
  readonly guards?: readonly string[];
  /**
   * Read for the sake of other records: their pages name these and lead to them, but the grant gives them no list of their
   * own in navigation, search and home page.
   */
  readonly aside?: boolean;
  /** The role counts in these brands only: its rows are those of the resource's scope `brand` for them. */
  readonly brands?: readonly string[];
  /** A share: these records, and no others. */
  readonly ids?: readonly string[];
  /** Key of the role it comes from; absent for shares. */
  readonly role?: string;
}

/** A role as Kontor ships it. */
export interface ShippedRole {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Whoever has it signs in with a second factor. */
  readonly requires_second_factor?: boolean;
  /** What its holders look at is recorded. */
  readonly logs_access?: boolean;
  readonly grants: readonly Grant[];
}

const inBrands = ['brand', 'all'];
const writing = ['create', 'update', 'delete', 'restore', 'import', 'transition', 'action'];
/** What is taken from somebody who looks at Kontor with other rights: reading is all they can do. */
export const viewOnly: readonly Grant[] = writing.map((operation) => ({ pattern: `*.${operation}`, deny: true }));
/** Who may do what is for administrators alone; so are keys, mails with links to sign in, and what was done. */
const administration: readonly Grant[] = [
  'roles',
  'api_keys',
  'api_key_usages',
  'user_identities',
  'sign_in_rules',
  'email_accounts',
  'audit_entries',
]
  .map((resource): Grant => ({ pattern: resource, deny: true }))
  .concat({ pattern: 'email_messages', scope: ['system'], deny: true });
const readOnly = (...resources: readonly string[]): readonly Grant[] =>
  resources.flatMap((resource) =>
    writing.map((operation): Grant => ({ pattern: `${resource}.${operation}`, deny: true })),
  );
/** Work in the background that one has asked for oneself. */
const ownJobs: Grant = { pattern: 'jobs', scope: ['own'] };
/** What everybody makes for themselves. */
const personal: readonly Grant[] = [
  ownJobs,
  ...['saved_views', 'calendar_feeds', 'notifications', 'reminders'].map(
    (resource): Grant => ({ pattern: resource, scope: ['own'] }),
  ),
];
/** What is read where other records lead to it. */
const aside = (grant: Grant): Grant => ({ ...grant, aside: true });
/** That belongs to who has made it, also in the eyes of roles that see everything in their brands. */
const notOthers: readonly Grant[] = ['jobs', 'calendar_feeds', 'notifications'].map(
  (resource): Grant => ({ pattern: resource, scope: ['others'], deny: true }),
);
/** What everybody who works here needs: the people, the brands, and views of their own. */
const everyday: readonly Grant[] = [
  ...['users', 'brands', 'companies', 'tags', 'email_templates', 'document_templates'].map((resource) => ({
    pattern: `${resource}.read`,
    scope: inBrands,
  })),
  ...personal,
];
/** Who hangs documents on records uploads files, and finds their own among these. */
const uploading: readonly Grant[] = [{ pattern: 'files.create' }, { pattern: 'files.read', scope: ['own'] }];
const id = (n: number) => `01900000-0000-7000-8000-0000000001${String(n).padStart(2, '0')}`;

/** The shipped roles by their keys. Missing means denied; an explicit denial wins. */
export const shippedRoles = {
  administrator: {
    id: id(1),
    name: 'Administrator',
    description: 'Darf alles, auch Rollen vergeben und das Protokoll lesen.',
    grants: [{ pattern: '*', guards: ['*'] }],
  },
  backoffice: {
    id: id(2),
    name: 'Büro',
    description: 'Arbeitet mit allen Daten der eigenen Marken; Grundlagen nur lesend.',
    grants: [
      { pattern: '*', scope: inBrands, guards: ['prices'] },
      ...notOthers,
      { pattern: 'users.read', guards: ['access'] },
      ...readOnly('users', 'settings', 'companies', 'brands', 'number_sequences', 'employees'),
      ...administration,
    ],
  },
  trainer: {
    id: id(3),
    name: 'Trainer',
    description: 'Sieht nur, was ihm zugeteilt ist: eigene Trainings, Termine, Teilnehmende und Aufgaben.',
    grants: [
      ...['trainings', 'training_sessions', 'trainer_assignments', 'tasks', 'documents'].map((resource) => ({
        pattern: `${resource}.read`,
        scope: ['assigned'],
      })),
      // who takes part and who was there stands with the training and its sessions
      aside({ pattern: 'enrolments.read', scope: ['assigned'] }),
      aside({ pattern: 'attendance_records', scope: ['assigned'] }),
      { pattern: 'training_sessions.action.record_attendance', scope: ['assigned'] },
      { pattern: 'trainings.action.answer_request', scope: ['assigned'] },
      { pattern: 'trainer_assignments.transition.accept', scope: ['assigned'] },
      { pattern: 'trainer_assignments.transition.decline', scope: ['assigned'] },
      aside({ pattern: 'trainers.read', scope: ['own'] }),
      { pattern: 'trainer_availabilities', scope: ['own'] },
      // where, and what for: names that stand on their own pages
      ...['locations', 'regions', 'qualifications'].map((resource) => aside({ pattern: `${resource}.read` })),
      { pattern: 'tasks.transition', scope: ['assigned'] },
      // lists, calendar and frame lead to what they have made themselves
      ...personal.map(aside),
    ],
  },
  sales_rep: {
    id: id(4),
    name: 'Vertrieb',
    description: 'Kunden, Kontakte und Chancen der eigenen Marken; löscht nichts.',
    grants: [
      ...everyday,
      ...['customers', 'contacts', 'addresses', 'opportunities', 'campaigns', 'quotes', 'documents'].flatMap(
        (resource) =>
          ['read', 'export', 'create', 'update', 'import', 'transition', 'action'].map((operation) => ({
            pattern: `${resource}.${operation}`,
            scope: inBrands,
          })),
      ),
      ...['trainings', 'training_sessions', 'training_templates', 'enrolments', 'locations'].map((resource) => ({
        pattern: `${resource}.read`,
        scope: inBrands,
        guards: ['prices'],
      })),
      ...uploading,
      ...['notes', 'tasks', 'record_grants', 'email_messages'].map((resource) => ({
        pattern: resource,
        scope: inBrands,
      })),
    ],
  },
  finance_admin: {
    id: id(5),
    name: 'Finanzen',
    description: 'Rechnungen, Zahlungen und Buchhaltung; sieht Honorare und Margen. Alles andere nur lesend.',
    grants: [
      { pattern: '*.read', guards: ['margin', 'prices', 'bank', 'salary'] },
      { pattern: '*.export' },
      ...['invoices', 'payments', 'expenses', 'journal_entries', 'accounts', 'bank_statements', 'tasks', 'notes'].map(
        (resource) => ({ pattern: resource }),
      ),
      { pattern: 'companies.update' },
      { pattern: 'trainings.transition.invoice', guards: ['prices'] },
      { pattern: 'trainings.transition.close' },
      ...personal,
      ...administration,
    ],
  },
  project_manager: {
    id: id(6),
    name: 'Projektleitung',
    description: 'Projekte, Veranstaltungen und Aufgaben der eigenen Marken; Kunden lesend.',
    grants: [
      ...everyday,
      ...['customers', 'contacts', 'addresses', 'suppliers', 'locations', 'trainings', 'training_sessions'].map(
        (resource) => ({
          pattern: `${resource}.read`,
          scope: inBrands,
        }),
      ),
      ...uploading,
      ...[
        'projects',
        'project_stages',
        'events',
        'tasks',
        'notes',
        'permits',
        'transports',
        'documents',
        'email_messages',
      ].map((resource) => ({ pattern: resource, scope: inBrands })),
    ],
  },
  warehouse: {
    id: id(7),
    name: 'Lager',
    description: 'Artikel, Bestände, Ein- und Auslieferungen; eigene Aufgaben.',
    grants: [
      ...everyday,
      ...['articles', 'warehouses', 'stock_movements', 'receipts', 'shipments', 'stocktakes'].map((resource) => ({
        pattern: resource,
        scope: inBrands,
      })),
      { pattern: 'suppliers.read', scope: inBrands },
      { pattern: 'tasks.read', scope: ['assigned'] },
      { pattern: 'tasks.transition', scope: ['assigned'] },
    ],
  },
  employee: {
    id: id(8),
    name: 'Mitarbeitende',
    description: 'Liest in den eigenen Marken; schreibt Aufgaben und Notizen.',
    grants: [
      { pattern: '*.read', scope: inBrands },
      ...notOthers,
      { pattern: 'tasks', scope: inBrands },
      { pattern: 'notes', scope: inBrands },
      ...personal,
      { pattern: 'settings', deny: true },
      ...administration,
    ],
  },
  auditor: {
    id: id(9),
    name: 'Prüfer',
    description: 'Liest alles, ändert nichts; jeder Zugriff wird protokolliert.',
    logs_access: true,
    grants: [{ pattern: '*.read', guards: ['*'] }, { pattern: '*.export' }, ownJobs],
  },
} as const satisfies Record<string, ShippedRole>;

export type RoleName = keyof typeof shippedRoles;

/** A shipped role by its key. */
export const shippedRole = (key: string): ShippedRole | undefined =>
  Object.hasOwn(shippedRoles, key) ? (shippedRoles as Record<string, ShippedRole>)[key] : undefined;

/** The grants of shipped roles, as a user has them to whom they were given for all brands. */
export const grantsOf = (roles: readonly string[]): readonly Grant[] =>
  roles.flatMap((role) => (shippedRole(role)?.grants ?? []).map((grant) => ({ ...grant, role })));
