import { isDeepStrictEqual } from 'node:util';
import {
  type AnyField,
  type Condition,
  canSum,
  kindOf,
  type Model,
  matches,
  type Property,
  propertiesOf,
  type Resource,
} from '@kontor/shared';
import { v7 as uuidv7 } from 'uuid';
import { columnType } from '../db/columns.ts';
import { quote } from '../db/quote.ts';
import type { Row, Values } from '../engine/context.ts';
import type { Caller, TestKontor } from './harness.ts';

/** What a generated record shall be. */
export interface Wish {
  /** All writable fields, or only what is required. */
  readonly full?: boolean;
  /** Everything that can belong to a brand belongs to this one. */
  readonly brand?: string;
  /** Values that are given. */
  readonly values?: Values;
}

/** A text that has in it what all checks of a resource demand of it by `like`. */
export function demandedText(resource: Resource, field: string): string[] {
  const found = [...JSON.stringify(resource.checks ?? {}).matchAll(new RegExp(`"${field}":{"like":"([^"]*)"}`, 'g'))];
  return found.length ? [found.map(([, pattern]) => pattern!.replaceAll('%', '')).join('')] : [];
}

let counter = 0;
const letters = (n: number): string => n.toString(36).padStart(5, '0');

/** Writes that go to the resource itself: not lines, not what the server writes. */
export const isWritable = (resource: Resource): boolean =>
  !resource.internal && !resource.append_only && !resource.owned && !resource.server_only;

/** A field that a client may set. */
export const isSettable = (field: AnyField): boolean =>
  !kindOf(field).computed && !field.readOnly && !(field.kind === 'references' && field.through);

/** A check of what a client sets; others compare with figures that other records make. */
export const isOwnCheck = (resource: Resource, that: Condition): boolean =>
  fieldsOf(that).every((name) => !resource.fields[name] || isSettable(resource.fields[name]));

/** Does a record belong to a brand, directly, by its subject, or by the record whose line it is? */
export function isBranded(model: Model, resource: Resource, seen: readonly string[] = []): boolean {
  if (seen.includes(resource.name)) return false;
  if (resource.scopes?.brand) return true;
  const path = [...seen, resource.name];
  if (resource.owned && model.owners(resource.name).some((o) => isBranded(model, o.resource, path))) return true;
  return Object.values(resource.fields).some(
    (field) =>
      field.kind === 'subject' &&
      field.required &&
      model.subjects(field.of).some((name) => isBranded(model, model.get(name), path)),
  );
}

/** Makes valid records of any declared resource: values from the kinds' samples, and the records they must refer to. */
export class Records {
  readonly kontor: TestKontor;
  readonly model: Model;
  readonly caller: Caller;

  constructor(kontor: TestKontor, caller: Caller = kontor.admin) {
    this.kontor = kontor;
    this.model = kontor.running.engine.model;
    this.caller = caller;
  }

  /** A value for a field; `turn` chooses among the samples. */
  sample(field: AnyField, turn: number): unknown {
    const { samples } = kindOf(field);
    const all = samples(field).valid;
    const valid = canSum(field) && all.length > 2 ? all.slice(2) : all; // extremes can not be summed or multiplied
    const [column] = kindOf(field).columns(field, 'x');
    if (field.unique && column?.type === 'text' && !column.oneOf) {
      const unique = letters(++counter);
      return field.kind === 'email' ? `${unique}@example.de` : `${unique} ü`.slice(0, field.max ?? 40);
    }
    return valid.length ? valid[turn % valid.length]!.in : undefined;
  }

  /** A body that creates a valid record. */
  async body(resource: Resource, wish: Wish = {}): Promise<Values> {
    const turn = counter++;
    const given = wish.values ?? {};
    const body: Values = {};
    for (const [name, field] of Object.entries(resource.fields)) {
      if (!isSettable(field)) continue;
      // not by another of the same kind, which would need one in turn
      const leads = wish.brand && field.to !== resource.name && this.leadsToBrand(field);
      const wanted = field.required || wish.full || leads;
      if (field.kind === 'subject') {
        if (!wanted || `${name}_id` in given) continue;
        Object.assign(body, await this.subject(resource, name, field, wish));
      } else if (!(name in given) && wanted) {
        const value =
          (await this.agreeing(resource, name, { ...body, ...given }, wish)) ?? (await this.value(field, turn, wish));
        if (value !== undefined) body[name] = value;
      }
    }
    this.satisfyGroups(resource, body);
    return { ...(await this.satisfyChecks(resource, { ...body, ...given })), ...given };
  }

  /** A record to refer to that agrees with what is referred to already (`same`), as far as that decides. */
  private async agreeing(resource: Resource, name: string, body: Values, wish: Wish): Promise<unknown> {
    for (const [other, { same, to }] of Object.entries(resource.fields)) {
      const [by, of] = (same && resource.fields[same]?.copies) || [];
      if (!by || (name !== other && name !== by)) continue;
      const [target, decider, column] = name === other ? [to, by, of] : [resource.fields[by]!.to, other, same];
      if (!body[decider]) continue;
      const from = quote(resource.fields[decider]!.to);
      const { rows } = await this.kontor.owner.query(`SELECT ${quote(column)} AS value FROM ${from} WHERE id = $1`, [
        body[decider],
      ]);
      const values = { [name === other ? same : of]: rows[0]?.value };
      return (await this.create(this.model.get(target), { ...wish, full: false, values })).id;
    }
    return undefined;
  }

  private leadsToBrand(field: AnyField): boolean {
    return (
      (field.kind === 'reference' || field.kind === 'references') && isBranded(this.model, this.model.get(field.to))
    );
  }

  private async value(field: AnyField, turn: number, wish: Wish): Promise<unknown> {
    if (field.kind === 'lines') return wish.full ? [await this.line(field), await this.line(field)] : undefined;
    const target = field.kind === 'reference' || field.kind === 'references' ? (field.to as string) : undefined;
    const holdsFile = !target && kindOf(field).columns(field, 'x')[0]?.references;
    if (holdsFile) {
      const [type] = kindOf(field).accepts?.(field) ?? [];
      return (await this.row(this.model.get(holdsFile.resource), type ? { media_type: type } : {})).id;
    }
    if (!target) return this.sample(field, turn);
    const id =
      target === 'brands' && wish.brand
        ? wish.brand
        : target === 'users' && !field.unique
          ? this.kontor.admin.id
          : (await this.create(this.model.get(target), wish.brand ? { brand: wish.brand } : {})).id;
    return field.kind === 'references' ? [id] : id;
  }

  private async subject(resource: Resource, name: string, field: AnyField, wish: Wish): Promise<Values> {
    const able = this.model.subjects(field.of).map((target) => this.model.get(target));
    const target =
      able.find((t) => t.name !== resource.name && (!wish.brand || isBranded(this.model, t)) && isWritable(t)) ??
      able[0]!;
    if (target.name === resource.name) return {};
    const record = await this.create(target, wish.brand ? { brand: wish.brand } : {});
    return { [`${name}_resource`]: target.name, [`${name}_id`]: record.id };
  }

  /** What makes a row that only the server writes belong to a brand: the brand itself, and a record of it. */
  private async belonging(resource: Resource, wish: Wish): Promise<Values> {
    const values: Values = {};
    if (!wish.brand || !isBranded(this.model, resource)) return values;
    for (const [name, field] of Object.entries(resource.fields))
      if (field.kind === 'subject') Object.assign(values, await this.subject(resource, name, field, wish));
      else if (field.kind === 'reference' && field.to === 'brands') values[name] = wish.brand;
    return values;
  }

  /** A line of a lines field, without its link to the parent. */
  async line(field: AnyField): Promise<Values> {
    const child = this.model.get(field.of as string);
    const line: Values = {};
    const turn = counter++;
    const examples = field.examples as readonly Values[] | undefined;
    if (examples) return { ...examples[turn % examples.length] };
    for (const [name, own] of Object.entries(child.fields))
      if (name !== field.by && isSettable(own) && own.kind !== 'subject' && own.kind !== 'lines') {
        if (own.required || kindOf(own).samples(own).valid.length) line[name] = await this.value(own, turn, {});
      }
    return this.satisfyChecks(child, line);
  }

  /** Groups of fields that are unique together get one value that was not there before. */
  private satisfyGroups(resource: Resource, body: Values): void {
    for (const group of resource.unique ?? []) {
      const name = group.find((n) => resource.fields[n]?.kind === 'text');
      if (name && body[name] !== undefined)
        body[name] = `${letters(++counter)} ö`.slice(0, resource.fields[name]!.max ?? 40);
    }
  }

  /** Chooses values for which the declared checks hold, and ranges that no exclusion meets. */
  private async satisfyChecks(resource: Resource, body: Values): Promise<Values> {
    const result = { ...body };
    for (const { range } of Object.values(resource.exclusions ?? {})) {
      if (!isSettable(resource.fields[range[0]]!)) continue;
      const day = ++counter;
      const at = (days: number) => new Date(Date.UTC(2000, 0, 1 + days)).toISOString();
      const isDate = resource.fields[range[0]]!.kind === 'date';
      result[range[0]] = isDate ? at(day).slice(0, 10) : at(day);
      result[range[1]] = isDate ? at(day + 1).slice(0, 10) : at(day + 1);
    }
    for (const { that } of Object.values(resource.checks ?? {}))
      if (isOwnCheck(resource, that) && !matches(that, result))
        Object.assign(result, await this.assignment(resource, that, result, true));
    return result;
  }

  /** Values for the fields of a condition with which it holds (or does not). */
  async assignment(
    resource: Resource,
    condition: Condition,
    body: Values,
    holds: boolean,
  ): Promise<Values | undefined> {
    const names = fieldsOf(condition).filter((name) => resource.fields[name] && isSettable(resource.fields[name]));
    const referred = new Map<string, unknown>();
    for (const name of names)
      if (resource.fields[name]!.kind === 'reference')
        referred.set(name, body[name] ?? (await this.value(resource.fields[name]!, 0, {})));
    const choices = new Map(
      names.map((name) => [
        name,
        [
          ...kindOf(resource.fields[name]!)
            .samples(resource.fields[name]!)
            .valid.map((sample) => sample.out ?? sample.in),
          ...demandedText(resource, name),
          ...(referred.has(name) ? [referred.get(name)] : []),
          null,
        ],
      ]),
    );
    const attempt = (some: readonly string[], chosen: Values): Values | undefined => {
      const [name, ...others] = some;
      if (name === undefined) return matches(condition, { ...body, ...chosen }) === holds ? chosen : undefined;
      for (const value of choices.get(name)!) {
        if (value === null && resource.fields[name]!.required) continue;
        const found = attempt(others, { ...chosen, [name]: value });
        if (found) return found;
      }
      return undefined;
    };
    // where one field is enough the others stay: what they refer to need not be there for everybody
    for (const name of holds ? names : []) {
      const found = attempt([name], {});
      if (found) return found;
    }
    return attempt(names, {});
  }

  /** Creates a record through the API; what the API does not write is inserted directly. */
  async create(resource: Resource, wish: Wish = {}): Promise<Row> {
    if (resource.owned) return this.createLine(resource, wish);
    if (!isWritable(resource)) return this.row(resource, { ...(await this.belonging(resource, wish)), ...wish.values });
    const body = await this.body(resource, wish);
    const answer = await this.caller('POST', `/${resource.name}`, body);
    if (answer.status !== 201)
      throw new Error(
        `POST /${resource.name} ${JSON.stringify(body)}: ${answer.status} ${JSON.stringify(answer.body)}`,
      );
    return answer.body;
  }

  /** A line comes with its parent; the line is returned. */
  private async createLine(resource: Resource, wish: Wish): Promise<Row> {
    const owners = this.model.owners(resource.name);
    const owner = owners.find((o) => wish.brand && isBranded(this.model, o.resource)) ?? owners[0]!;
    const field = owner.resource.fields[owner.field]!;
    // lines that the server writes come with the parent
    if (!isSettable(field)) {
      const { values: _values, ...rest } = wish;
      const made = await this.create(owner.resource, rest);
      return made[owner.field]?.[0] ?? this.row(resource, { [field.by as string]: made.id, ...wish.values });
    }
    const line = { ...(await this.line(field)), ...wish.values };
    const parent = await this.create(owner.resource, { ...wish, values: { [owner.field]: [line] } });
    return parent[owner.field][0];
  }

  /** Inserts a row past the API: for what has no endpoint, and as the starting point of attacks. */
  async row(resource: Resource, values: Values = {}): Promise<Row> {
    const all: Values = { id: uuidv7(), created_by: this.kontor.admin.id, ...values };
    for (const [name, field] of Object.entries(resource.fields))
      if (field.kind === 'subject' && field.required && !(`${name}_id` in all))
        Object.assign(all, await this.subject(resource, name, field, {}));
    for (const property of propertiesOf(resource).values()) {
      const { column, field, name } = property;
      const must = field.required || (column?.notNull && column.default === undefined);
      if (!column || column.generated || property.system || name in all || !must) continue;
      const target = column.references?.resource;
      const value = target
        ? target === 'users' && !field.unique
          ? this.kontor.admin.id
          : ((await this.agreeing(resource, name, all, {})) ?? (await this.create(this.model.get(target))).id)
        : this.sample({ ...field, unique: true }, counter++);
      all[name] = value ?? 1;
    }
    const properties = propertiesOf(resource);
    const names = Object.keys(all);
    const { rows } = await this.kontor.owner.query(
      `INSERT INTO ${quote(resource.name)} (${names.map(quote).join(', ')}) VALUES (${names.map((name, i) => `$${i + 1}::${columnType(properties.get(name)!.column!)}`).join(', ')}) RETURNING *`,
      names.map((name) => toDatabase(properties.get(name)!, all[name])),
    );
    return rows[0];
  }
}

const toDatabase = (property: Property, value: unknown): unknown =>
  value === null || value === undefined ? null : (kindOf(property.field).toDatabase?.(value) ?? value);

/** The fields of the record that a condition looks at. */
export function fieldsOf(condition: Condition): string[] {
  const names = Object.entries(condition).flatMap(([key, value]): string[] => {
    if ((key === 'and' || key === 'or') && Array.isArray(value)) return value.flatMap(fieldsOf);
    if (key === 'not') return fieldsOf(value as Condition);
    const others = Object.values(typeof value === 'object' && value !== null ? value : {}).flatMap((operand) =>
      typeof operand === 'object' && operand !== null && 'field' in operand ? [String(operand.field)] : [],
    );
    return [key, ...others];
  });
  return [...new Set(names)];
}

/** What a client reads back after sending a value of the field. */
export function readBack(field: AnyField, sent: unknown): unknown {
  const sample = kindOf(field)
    .samples(field)
    .valid.find((s) => isDeepStrictEqual(s.in, sent));
  return sample && 'out' in sample ? sample.out : sent;
}

/** The columns in which a stored row and another copy of it differ, apart from its stamps. */
export const rowState = async (kontor: TestKontor, resource: Resource, id: string): Promise<unknown> =>
  (await kontor.owner.query(`SELECT to_jsonb(t) AS row FROM ${quote(resource.name)} t WHERE id = $1`, [id])).rows[0]
    ?.row;

/** Every resource with endpoints. */
export const served = (model: Model): Resource[] => [...model.resources.values()].filter((r) => !r.server_only);

/** Entries of the trail, newest last. */
export const trail = async (kontor: TestKontor, where: string, values: unknown[] = []): Promise<Row[]> =>
  (await kontor.owner.query(`SELECT * FROM audit_entries WHERE ${where} ORDER BY created_at, id`, values)).rows;
