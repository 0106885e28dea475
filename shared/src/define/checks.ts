import { type Condition, isTest, type Scalar, type Test } from '../access/condition.ts';
import type { AnyField } from '../kinds/field.ts';
import { canSum, kindOf, kinds } from '../kinds/index.ts';
import type { Expression } from '../kinds/kind.ts';
import { creation } from '../kinds/sequence.ts';
import { longest } from '../kinds/text.ts';
import { checkDashboards } from './check_dashboard.ts';
import { pageMistakes } from './check_page.ts';
import { isKept, rollupOf } from './kept.ts';
import type { Model } from './model.ts';
import { fieldNamed, propertiesOf } from './properties.ts';
import type { Resource } from './resource.ts';

const reserved = new Set(['and', 'or', 'not', 'q', 'id', 'version', 'and', 'table', 'merged']);
/** Addresses of the API that are no resources, and the changes in a stream: a resource of that name would be hidden. */
const taken = new Set(['access', 'audit', 'calendar', 'changes', 'docs', 'search', 'session', 'tickets']);
/** PostgreSQL cuts names at 63 bytes; constraint names add up to 20. */
const longestName = 43;

/**
 * Mistakes in declarations that types can not see, each as `resource.field: code sentence`.
 * E101 name, E102 kind, E103 target, E104 option of a kind, E105 field named elsewhere, E106 states, E107 lines,
 * E108 subject, E109 rollup, E110 scope, E111 duplicate name, E112 search, E113 numbers,
 * E114 stream, E115 notify, E116 postal, E117 copies, E118 tree, E119 overview, E120 when an action is possible,
 * E121 page, E122 what is never deleted.
 */
export function checkModel(model: Model): string[] {
  const errors: string[] = [];
  const seen = new Set<string>();
  for (const module of model.modules)
    for (const resource of module.resources) {
      if (seen.has(resource.name)) errors.push(`${resource.name}: E111 declared twice`);
      seen.add(resource.name);
      errors.push(...checkResource(resource, model));
    }
  return [...errors, ...checkDashboards(model)];
}

function checkResource(resource: Resource, model: Model): string[] {
  const errors: string[] = [];
  const at = (field: string | undefined, code: string, text: string) =>
    errors.push(`${resource.name}${field ? `.${field}` : ''}: ${code} ${text}`);
  const named = (names: readonly string[] | undefined, where: string) => {
    for (const name of names ?? [])
      if (!fieldNamed(resource, name)) at(undefined, 'E105', `${where} names "${name}", which is no field`);
  };
  // what is guarded is not told by what follows from it
  const asGuarded = (name: string, from: Resource, of: string) => {
    const guard = propertiesOf(from).get(of)?.field.guard;
    if (guard && resource.fields[name]!.guard !== guard)
      at(name, 'E117', `"${from.name}.${of}" is guarded by "${guard}", and so is what follows from it`);
  };
  if (!/^[a-z][a-z0-9_]*$/.test(resource.name) || resource.name.length > longestName)
    at(undefined, 'E101', 'is no name in snake_case of at most 43 characters');
  if (taken.has(resource.name)) at(undefined, 'E101', 'is the name of something else in the API');
  for (const [name, field] of Object.entries(resource.fields)) {
    if (!/^[a-z][a-z0-9_]*$/.test(name) || name.length > longestName || reserved.has(name))
      at(name, 'E101', 'is no possible field name');
    if (!Object.hasOwn(kinds, field.kind)) {
      at(name, 'E102', `kind "${field.kind}" is not registered`);
      continue;
    }
    for (const mistake of kindOf(field).check?.(field) ?? []) at(name, 'E104', mistake);
    if ((field.kind === 'reference' || field.kind === 'references') && !model.resources.has(field.to))
      at(name, 'E103', `target "${field.to}" is not declared`);
    if (field.kind === 'lines') {
      const link = model.resources.get(field.of)?.fields[field.by];
      if (!link) at(name, 'E107', `"${field.of}.${field.by}" is not declared`);
      else if (link.kind === 'reference' ? link.to !== resource.name : link.kind !== 'subject')
        at(name, 'E107', `"${field.of}.${field.by}" does not refer to ${resource.name}`);
    }
    if (field.kind === 'subject' && model.subjects(field.of).length === 0)
      at(name, 'E108', `no resource declares the ability "${field.of}"`);
    const figure = rollupOf(field);
    if (figure) {
      const of = model.resources.get(figure.of);
      if (!of?.fields[figure.by]) at(name, 'E109', `"${figure.of}.${figure.by}" is not declared`);
      for (const measured of [figure.count, figure.sum, figure.mean, figure.min, figure.max]) {
        if (!of || typeof measured !== 'string') continue;
        if (fieldNamed(of, measured)) asGuarded(name, of, measured);
        else at(name, 'E109', `"${figure.of}.${measured}" is not declared`);
      }
      if (field.kind !== 'rollup' && !(figure.min || figure.max))
        at(name, 'E109', 'is the least or the greatest of them');
    }
    if (isKept(field) && field.kind !== 'rollup' && (!field.readOnly || field.required))
      at(name, 'E117', 'is kept by the database: read-only, and not required');
    if (field.kind === 'reference' && field.same)
      for (const side of [resource, model.resources.get(field.to)])
        if (side && !propertiesOf(side).get(field.same)?.column)
          at(name, 'E103', `"${side.name}.${field.same}" is no column`);
    if (field.copies) {
      const [by, of] = field.copies;
      const from = model.resources.get(resource.fields[by]?.kind === 'reference' ? resource.fields[by].to : '');
      const [column] = kindOf(field).columns(field, name);
      if (!from) at(name, 'E117', `"${by}" is no reference`);
      else if (resource.fields[by]!.copies) at(name, 'E117', `"${by}" is a copy itself`);
      else if (propertiesOf(from).get(of)?.column?.type !== column?.type)
        at(name, 'E117', `"${from.name}.${of}" is no column of the same type`);
      else asGuarded(name, from, of);
      const most = from && longestOf(from, of);
      if (most && field.kind === 'text' && longest(field) < most)
        at(name, 'E117', `"${from.name}.${of}" can have ${most} characters, this one ${longest(field)}`);
      if (resource.append_only) at(name, 'E117', 'rows of which nothing changes can not follow others');
    }
    if (field.search) for (const mistake of searchMistakes(field, name, resource, model)) at(name, 'E112', mistake);
  }
  if (!Object.values(resource.fields).every((field) => Object.hasOwn(kinds, field.kind))) return errors;
  named(resource.title, 'title');
  named(resource.list?.columns, 'list.columns');
  named(resource.list?.filters, 'list.filters');
  named(resource.list?.sort && [resource.list.sort[0]], 'list.sort');
  const sum = resource.views?.board?.sum;
  if (sum && !(resource.fields[sum] && canSum(resource.fields[sum])))
    at(undefined, 'E105', `views.board sums "${sum}", which is no field that can be summed`);
  if (resource.completes) {
    const { like, by, fields } = resource.completes;
    named([like, ...(by ?? []), ...fields], 'completes');
    if (resource.fields[like] && resource.fields[like].kind !== 'reference')
      at(like, 'E105', 'what a new record is completed from is a reference');
  }
  for (const [section, fields] of Object.entries(resource.form ?? {})) named(fields, `form.${section}`);
  for (const [where, groups] of Object.entries({ unique: resource.unique, indices: resource.indices }))
    for (const name of (groups ?? []).flat())
      if (!propertiesOf(resource).has(name)) at(undefined, 'E105', `${where} names "${name}", which is no column`);
  for (const [fn, names] of Object.entries(resource.guarded_by ?? {}))
    for (const name of names)
      if (!propertiesOf(resource).has(name))
        at(undefined, 'E105', `guarded_by.${fn} names "${name}", which is no column`);
  if (resource.stream) {
    const { at: when, text, sort, who, result } = resource.stream;
    if (!Object.values(resource.fields).some(({ kind }) => kind === 'subject'))
      at(undefined, 'E114', 'a stream needs a subject on whose page it stands');
    if (!['datetime', undefined].includes(fieldNamed(resource, when)?.kind))
      at(when, 'E114', 'a stream is in the order of an instant');
    named([when, text, ...[sort, who, result].flatMap((name) => name ?? [])], 'stream');
    if (sort && resource.fields[sort] && resource.fields[sort].kind !== 'choice')
      at(sort, 'E114', 'the sort of an entry is a choice');
  }
  if (resource.notify) {
    const { assigned, due, unless } = resource.notify;
    if (resource.fields[assigned]?.to !== 'users') at(assigned, 'E115', 'whom it concerns is a reference to users');
    if (due && resource.fields[due]?.kind !== 'date') at(due, 'E115', 'what is due has a date');
    for (const mistake of unless ? checkCondition(unless, resource, model) : [])
      at(undefined, 'E115', `unless: ${mistake}`);
  }
  for (const [sheet, { xlsx }] of Object.entries(resource.sheets ?? {}))
    if (xlsx !== undefined && !model.resources.has(xlsx))
      at(undefined, 'E103', `sheets.${sheet}: "${xlsx}" is not declared`);
  if (resource.tree && resource.fields[resource.tree]?.to !== resource.name)
    at(resource.tree, 'E118', 'a tree is made by a reference to the same resource');
  if (resource.postal) {
    const { name, address, at: place, facts } = resource.postal;
    named([...name.flat(), ...(facts ?? [])], 'postal');
    const field = address === undefined ? undefined : resource.fields[address];
    const rows = field?.kind === 'lines' ? model.resources.get(field.of as string) : undefined;
    const parts = ['street', 'postcode', 'city', 'country'];
    if (address !== undefined && field?.kind !== 'address' && !parts.every((part) => rows?.fields[part]))
      at(address, 'E116', `an address has ${parts.join(', ')}`);
    if (place !== undefined && !model.resources.get(resource.fields[place]?.to as string)?.postal)
      at(place, 'E116', 'where it is reached has an address');
  }
  for (const [name, { kind, series, on }] of Object.entries(resource.fields))
    if (kind === 'sequence' && on && drawnSeries(model).has(String(series)))
      at(name, 'E113', `series "${series}" gives numbers that may be lost elsewhere`);
  const numbered = Object.entries(resource.fields).flatMap(([name, { kind, on }]) =>
    kind === 'sequence' && on && on !== creation ? [[name, { on: String(on) }] as const] : [],
  );
  if (resource.workflow) {
    const { field, initial, transitions } = resource.workflow;
    const states = Object.keys(resource.fields[field]?.options ?? {});
    for (const state of [initial, ...Object.values(transitions).flatMap((t) => [...t.from, t.to])])
      if (!states.includes(state)) at(field, 'E106', `state "${state}" is not declared`);
    for (const [name, transition] of Object.entries(transitions))
      named([...(transition.requires ?? []), ...(transition.input ?? [])], `workflow.${name}`);
    for (const [name, { on }] of numbered)
      if (!Object.hasOwn(transitions, on)) at(name, 'E113', `transition "${on}" is not declared`);
  } else if (numbered.length) at(numbered[0]![0], 'E113', 'is given by a transition, but there is no workflow');
  else if (Object.values(resource.fields).some((field) => field.kind === 'status'))
    at(undefined, 'E106', 'has a status but no workflow');
  for (const [name, { when }] of Object.entries(resource.actions ?? {}))
    for (const mistake of when ? [...checkCondition(when, resource, model), ...hiddenIn(when, resource)] : [])
      at(undefined, 'E120', `actions.${name}: ${mistake}`);
  for (const mistake of permanentMistakes(resource)) at(undefined, 'E122', mistake);
  for (const mistake of pageMistakes(resource, model)) at(undefined, 'E121', `page: ${mistake}`);
  for (const [scope, condition] of Object.entries(resource.scopes ?? {}))
    for (const mistake of checkCondition(condition, resource, model))
      at(undefined, 'E110', `scope ${scope}: ${mistake}`);
  if (resource.private_to && !resource.scopes?.[resource.private_to])
    at(undefined, 'E110', `private_to: scope "${resource.private_to}" is not declared`);
  for (const [check, { that }] of Object.entries(resource.checks ?? {})) {
    for (const mistake of checkCondition(that, resource, model)) at(undefined, 'E110', `check ${check}: ${mistake}`);
    // one would take the place of the other in the database
    if (fieldNamed(resource, check))
      at(undefined, 'E110', `check ${check}: has the name of a field, whose own check it would be`);
  }
  return errors;
}

/** What would delete a record that is never deleted. */
const permanentMistakes = ({ permanent, trash, append_only, owned, fields }: Resource): string[] =>
  permanent
    ? [
        ...(trash ? ['is never deleted, and has a trash'] : []),
        ...(append_only ? ['is never deleted as it is: nothing of it changes'] : []),
        ...(owned ? ['is never deleted, and is a line of something else'] : []),
        ...Object.entries(fields)
          .filter(([, { onDelete }]) => onDelete === 'cascade')
          .map(([name]) => `is never deleted, and goes with "${name}"`),
      ]
    : [];

/** Series of which numbers are drawn when records are created. */
const drawnSeries = (model: Model): ReadonlySet<string> =>
  new Set(
    [...model.resources.values()].flatMap((resource) =>
      Object.values(resource.fields).flatMap(({ kind, series, on }) =>
        kind === 'sequence' && !on ? [String(series)] : [],
      ),
    ),
  );

/** The tests of a condition, with the fields of the row that they look at. */
function testsOf(condition: Condition): [name: string, test: Scalar | Test][] {
  if ('and' in condition && Array.isArray(condition.and)) return condition.and.flatMap(testsOf);
  if ('or' in condition && Array.isArray(condition.or)) return condition.or.flatMap(testsOf);
  if ('not' in condition && condition.not) return testsOf(condition.not as Condition);
  return Object.entries(condition);
}

/**
 * What of a condition can not be told by a record as whoever asks reads it (`matches` looks at nothing else): one who may not
 * read a guarded field would be answered as if it were empty.
 */
const hiddenIn = (condition: Condition, resource: Resource): string[] =>
  testsOf(condition).flatMap(([name, test]) => {
    const operands: unknown[] = isTest(test) ? Object.values(test) : [];
    return [
      ...(propertiesOf(resource).get(name)?.field.guard ? [`"${name}" is guarded`] : []),
      ...(isTest(test) && test.where ? [`"${name}" leads to another record`] : []),
      ...(operands.some((operand) => isTest(operand) && 'user' in operand)
        ? [`"${name}" is compared with who asks`]
        : []),
    ];
  });

/** Names in a condition that the resource does not have. */
export function checkCondition(condition: Condition, resource: Resource, model: Model): string[] {
  return testsOf(condition).flatMap(([name, test]) => {
    const property = propertiesOf(resource).get(name);
    const subject = resource.fields[name]?.kind === 'subject';
    if (!property && !subject) return [`"${name}" is no column of ${resource.name}`];
    const where = typeof test === 'object' && test !== null && 'where' in test ? (test.where as Condition) : undefined;
    const target = property && model.resources.get(property.field.to ?? '');
    return where && target ? checkCondition(where, target, model) : [];
  });
}

const isText = (field: AnyField, name: string) =>
  kindOf(field)
    .columns(field, name)
    .some(({ type }) => type === 'text');

/** Why a field is not searched. A search tells what it finds by: what is guarded would be told to everybody, letter by letter. */
function searchMistakes(field: AnyField, name: string, resource: Resource, model: Model): string[] {
  if (field.kind === 'reference') {
    const both = [resource, model.resources.get(field.to)];
    const searched = (one: Resource | undefined) =>
      Object.entries(one?.fields ?? {}).some(([own, { search }]) => search && isText(one!.fields[own]!, own));
    return both.every(searched) ? [] : ['both this and what it refers to need a text that is searched'];
  }
  if (!isText(field, name)) return ['only text can be searched'];
  return field.guard ? ['what is guarded can not be searched'] : [];
}

/** How many characters a text or a name of several texts can have; undefined for everything else. */
function longestOf(resource: Resource, name: string): number | undefined {
  const field = resource.fields[name];
  if (field?.kind === 'text') return longest(field);
  const expression = field?.kind === 'expression' ? (field.as as Expression) : undefined;
  if (!expression || !('join' in expression)) return undefined;
  const parts = expression.join.map((part) => longestOf(resource, part) ?? Number.NaN);
  const most = parts.reduce((sum, part) => sum + part, expression.by.length * (parts.length - 1));
  return most || undefined;
}
