import { fieldLabel, labelText, matches, message, PublicError, propertyNames, type Resource } from '@kontor/shared';
import type { Transaction } from '../db/pool.ts';
import { runAfter } from './after.ts';
import type { Context, Row, Values } from './context.ts';
import { requireReady } from './guards.ts';
import { takeNumbers } from './numbering.ts';
import { checkReferences } from './references.ts';
import { requireProof } from './step_up.ts';
import { namesTurn } from './turn.ts';
import { change, lockRecord, writeChanges } from './update.ts';
import { refuse, validate } from './validate.ts';

const isEmptyValue = (value: unknown) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** Makes a transition of the workflow, or runs an action of the resource. */
export async function act(context: Context, resource: Resource, id: string, name: string, body: unknown): Promise<Row> {
  const input = (typeof body === 'object' && body !== null && !Array.isArray(body) ? body : {}) as Values;
  if (resource.workflow && Object.hasOwn(resource.workflow.transitions, name))
    return transition(context, resource, id, name, input);
  if (resource.actions && Object.hasOwn(resource.actions, name)) return run(context, resource, id, name, input);
  throw new PublicError('unknown_route');
}

async function transition(context: Context, resource: Resource, id: string, name: string, input: Values): Promise<Row> {
  return context.engine.db.transaction((tx) => transitionIn(context, tx, resource, id, name, input));
}

/** Makes a transition within a transaction that is open already: what follows from another change. */
export async function transitionIn(
  context: Context,
  tx: Transaction,
  resource: Resource,
  id: string,
  name: string,
  input: Values = {},
): Promise<Row> {
  const operation = `transition.${name}` as const;
  context.access.require(resource, operation);
  const { field, transitions } = resource.workflow!;
  const declared = transitions[name]!;
  const current = await lockRecord(context, tx, resource, id, operation);
  if (!declared.from.includes(current[field]))
    throw new PublicError('transition_refused', undefined, { status_field: field, state: current[field] });
  const { version: _version, ...values } = input;
  const allowed = [...(declared.input ?? []), ...(declared.requires ?? [])];
  const valid = validate(context, resource, values, current, { operation, only: allowed });
  refuse(valid.errors);
  const action = labelText(declared.label, name, context.locale);
  const missing = (declared.requires ?? []).filter((required) =>
    propertyNames(resource, required).some((property) =>
      isEmptyValue(
        property in valid.columns
          ? valid.columns[property]
          : property in valid.pairs
            ? valid.pairs[property]
            : current[property],
      ),
    ),
  );
  refuse(
    Object.fromEntries(
      missing.map((required) => [
        required,
        message('transition_requires', {
          action,
          field: fieldLabel(resource.fields[required]!, required, context.locale),
        }),
      ]),
    ),
  );
  await requireProof(context, tx, resource, operation, valid);
  valid.columns[field] = declared.to;
  await checkReferences(context, tx, resource, valid, current);
  await requireReady(context, tx, resource, name, { ...valid.columns, id: current.id });
  const behaviour = context.engine.behaviours[resource.name];
  await behaviour?.before?.({
    context,
    tx,
    resource,
    operation: 'transition',
    before: current,
    values: valid.columns,
  });
  await takeNumbers(context, tx, resource, name, [{ id: current.id, current, values: valid.columns }]);
  const [row] = await writeChanges(context, tx, resource, current, valid, 'transition', operation);
  const record = { ...current, ...row!, ...valid.pairs };
  const written = { operation: 'transition' as const, before: current, values: valid.columns, record };
  await runAfter({ context, tx, resource, ...written });
  return record;
}

async function run(context: Context, resource: Resource, id: string, name: string, input: Values): Promise<Row> {
  const operation = `action.${name}` as const;
  context.access.require(resource, operation);
  const behaviour = context.engine.behaviours[resource.name]?.actions?.[name];
  if (!behaviour) throw new Error(`action ${resource.name}.${name} has no behaviour`);
  const action = resource.actions![name]!;
  const { when } = action;
  const { version, ...values } = input;
  const seen = typeof version === 'number' ? { seen: version } : {};
  const form: Resource = {
    name: `${resource.name}.${name}`,
    label: resource.label,
    title: [],
    fields: action.input ?? {},
    append_only: true,
  };
  const valid = validate(context, form, values);
  refuse(valid.errors);
  await requireProof(context, context.engine.db, resource, operation);
  return context.engine.db.transaction(async (tx) => {
    const also = namesTurn(context, resource, form, [valid.columns]);
    const record = await lockRecord(context, tx, resource, id, operation, false, also);
    if (when && !matches(when, record)) throw new PublicError('transition_refused');
    await checkReferences(context, tx, form, valid);
    const once: Values = {};
    const changes = await behaviour({
      context,
      tx,
      record,
      input: { ...valid.columns, ...valid.pairs },
      once,
      ...seen,
    });
    if (!changes) return { ...record, ...once };
    const changed = await (await change(context, tx, resource, record, changes, operation)).record;
    return { ...changed, ...once };
  });
}
