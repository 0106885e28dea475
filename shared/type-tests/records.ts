// What follows from a declaration: records, inputs, states, names. Checked by `tsc -p shared/type-tests`.
import {
  type ActionOf,
  type CreateInput,
  choice,
  choices,
  date,
  defineResource,
  type KindName,
  lines,
  money,
  type RecordOf,
  reference,
  references,
  rollup,
  type StateOf,
  sequence,
  status,
  subject,
  text,
  type UpdateInput,
} from '@kontor/shared';
import type { ResourceName, ResourceNamed } from '@kontor/shared/modules/index';
import { type Behaviour, defineBehaviours } from '../../api/src/engine/behaviour.ts';
import { automationRules } from '../../api/src/modules/automation/automation_rules.ts';
import { automationRuns } from '../../api/src/modules/automation/automation_runs.ts';
import { emailAccounts } from '../../api/src/modules/communication/email_accounts.ts';
import { emailMessages } from '../../api/src/modules/communication/email_messages.ts';
import { notifications } from '../../api/src/modules/communication/notifications.ts';
import { reminders } from '../../api/src/modules/communication/reminders.ts';
import { apiKeys } from '../../api/src/modules/identity/api_keys.ts';
import { roles } from '../../api/src/modules/identity/roles.ts';
import { users } from '../../api/src/modules/identity/users.ts';
import { auditEntries } from '../../api/src/modules/platform/audit_entries.ts';
import { calendarFeeds } from '../../api/src/modules/platform/calendar_feeds.ts';
import { jobs } from '../../api/src/modules/platform/jobs.ts';
import { publicLinks } from '../../api/src/modules/platform/public_links.ts';
import { enrolments } from '../../api/src/modules/trainings/enrolments.ts';
import { trainingSessions } from '../../api/src/modules/trainings/training_sessions.ts';
import { trainingTemplates } from '../../api/src/modules/trainings/training_templates.ts';
import { trainings as trainingsBehaviour } from '../../api/src/modules/trainings/trainings.ts';

/** Compiles only for two types that are the same. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(_same: Same<A, B>): void => {};

const trainings = defineResource({
  name: 'trainings',
  label: { de: ['Training', 'Trainings'] },
  title: ['number', 'name'],
  fields: {
    number: sequence('Nummer', { series: 'training' }),
    name: text('Bezeichnung', { required: true }),
    customer_id: reference('Kunde', { to: 'customers' }),
    brand_ids: references('Marken', { to: 'brands', required: true }),
    format: choice('Format', { online: 'Online', classroom: 'Präsenz' }, { required: true }),
    topics: choices('Themen', { law: 'Recht', tax: 'Steuern' }),
    starts_on: date('Beginn'),
    price: money('Preis'),
    fees: rollup('Honorare', { of: 'assignments', by: 'training_id', sum: 'fee' }),
    sessions: lines('Termine', { of: 'sessions', by: 'training_id' }),
    about: subject('Zu', { of: 'notable' }),
    stamp: text('Stempel', { readOnly: true }),
    state: status('Status', { lead: 'Anfrage', confirmed: 'Bestätigt' }),
  },
  workflow: { field: 'state', initial: 'lead', transitions: {} },
  actions: { send_mail: { label: 'E-Mail senden' }, print: { label: 'Drucken' } },
});
type Training = typeof trainings;
type Row = RecordOf<Training>;

same<Row['id'], string>(true);
same<Row['version'], number>(true);
same<Row['name'], string>(true);
same<Row['starts_on'], string | null>(true);
same<Row['price'], string | null>(true);
same<Row['format'], 'online' | 'classroom'>(true);
same<Row['topics'], ('law' | 'tax')[] | null>(true);
same<Row['brand_ids'], string[]>(true);
same<Row['state'], 'lead' | 'confirmed' | null>(true);
same<Row['about_resource'], string | null>(true);
same<Row['about_id'], string | null>(true);
same<StateOf<Training>, 'lead' | 'confirmed'>(true);
same<ActionOf<Training>, 'send_mail' | 'print'>(true);
// @ts-expect-error a subject is two properties
type _About = Row['about'];

const input: CreateInput<Training> = { name: 'Grundkurs', brand_ids: [], format: 'online' };
const full: CreateInput<Training> = { ...input, starts_on: null, price: '12.00', about_id: 'x', about_resource: 'y' };
void full;
// @ts-expect-error the name is required
const nameless: CreateInput<Training> = { brand_ids: [], format: 'online' };
void nameless;
// @ts-expect-error "hybrid" is not offered
const hybrid: CreateInput<Training> = { ...input, format: 'hybrid' };
void hybrid;
// @ts-expect-error money is a text
const rounded: CreateInput<Training> = { ...input, price: 12.5 };
void rounded;
// @ts-expect-error a required field can not be cleared
const cleared: CreateInput<Training> = { ...input, name: null };
void cleared;
for (const forbidden of ['number', 'fees', 'state', 'stamp'] as const) {
  type Locked = typeof forbidden extends keyof CreateInput<Training> ? true : false;
  same<Locked, false>(true);
}
const change: UpdateInput<Training> = { version: 3, starts_on: '2026-11-21' };
void change;
// @ts-expect-error a change needs the version that one has seen
const blind: UpdateInput<Training> = { starts_on: '2026-11-21' };
void blind;

// names of the real model
const customers: ResourceName = 'customers';
void customers;
// @ts-expect-error no such resource
const misspelt: ResourceName = 'custmers';
void misspelt;
same<ActionOf<ResourceNamed<'users'>>, 'set_password' | 'invite' | 'reset_factors'>(true);
same<StateOf<ResourceNamed<'tasks'>>, 'open' | 'in_progress' | 'waiting' | 'done' | 'cancelled'>(true);

// an action without a behaviour, a behaviour without a resource
const needed = {
  automation_rules: automationRules,
  automation_runs: automationRuns,
  api_keys: apiKeys,
  audit_entries: auditEntries,
  email_accounts: emailAccounts,
  email_messages: emailMessages,
  enrolments,
  calendar_feeds: calendarFeeds,
  jobs,
  notifications,
  public_links: publicLinks,
  reminders,
  roles,
  training_sessions: trainingSessions,
  training_templates: trainingTemplates,
  trainings: trainingsBehaviour,
  users,
};
defineBehaviours(needed);
// @ts-expect-error users.set_password has no behaviour
defineBehaviours({});
// @ts-expect-error users.set_password has no behaviour
defineBehaviours({ ...needed, users: { actions: {} } });
// @ts-expect-error no such resource
defineBehaviours({ ...needed, custmers: {} satisfies Behaviour });

// a kind without a view: the registries of the admin are stated with `satisfies Record<KindName, …>`
type Views = Record<KindName, string>;
const complete = {} as { [K in KindName]: string };
complete satisfies Views;
const { text: _text, ...incomplete } = complete;
// @ts-expect-error "text" has no input
incomplete satisfies Views;
// @ts-expect-error there is no kind "telepathy"
({ ...complete, telepathy: '' }) satisfies Views;
