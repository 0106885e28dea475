import {
  type AnyField,
  type Condition,
  type CurrentUser,
  decide,
  everything,
  type Grant,
  type Limit,
  limited,
  type Model,
  type Operation,
  opens,
  opensLimit,
  type Property,
  PublicError,
  propertiesOf,
  type Resource,
} from '@kontor/shared';
import { quote } from '../db/quote.ts';
import { conditionSql } from '../query/conditions.ts';
import { allOf, anyOf, join, raw, type Sql, sql } from '../query/sql.ts';

/** Who asks: a user with what their roles and shares grant. */
export interface Actor extends CurrentUser {
  readonly name: string;
  readonly language: 'de' | 'en';
  readonly grants: readonly Grant[];
  /** What they look at is recorded. */
  readonly logs_access?: boolean;
  /** The user who looks at Kontor with these rights, and changes nothing. */
  readonly impersonator?: string;
  /** The key with which a machine acts for the user. */
  readonly api_key?: { readonly id: string; readonly name: string };
}

const reading = new Set<string>(['read', 'export']);

/**
 * What one user may do. Every statement on a resource takes its condition from here, and nowhere else: rows that
 * the scope hides do not exist for the statement.
 */
export class Access {
  readonly model: Model;
  readonly actor: Actor;
  readonly grants: readonly Grant[];
  /** What narrows the grants: a machine acts for the user. */
  readonly limit: Limit | undefined;
  private readonly decisions = new Map<string, Condition | null>();
  private readonly readable = new Map<string, ReadonlyMap<string, Property>>();

  constructor(model: Model, actor: Actor, limit?: Limit) {
    this.model = model;
    this.actor = actor;
    this.grants = actor.grants;
    this.limit = limit;
  }

  /** The rows of an operation as a condition, or null when it is not permitted at all. */
  condition(resource: Resource, operation: Operation): Condition | null {
    const key = `${resource.name} ${operation}`;
    let condition = this.decisions.get(key);
    if (condition === undefined) {
      const watched = this.actor.impersonator !== undefined && !reading.has(operation);
      const granted = watched || this.closed(resource) ? 'none' : decide(this.grants, resource, operation);
      const decision = this.limit ? limited(granted, this.limit, resource, operation) : granted;
      condition = decision === 'none' ? null : decision === 'all' ? everything : decision;
      if (condition && operation !== 'read' && operation !== 'create') condition = this.seen(resource, condition);
      this.decisions.set(key, condition);
    }
    return condition;
  }

  /** Nothing can be done to rows that one does not see: the answer would tell what they are. */
  private seen(resource: Resource, condition: Condition): Condition | null {
    const read = this.condition(resource, 'read');
    if (read === null || read === everything) return read && condition;
    if (condition === everything || JSON.stringify(condition) === JSON.stringify(read)) return read;
    return { and: [condition, read] };
  }

  /** Lines are as guarded as the fields of which they are the rows. */
  private closed(resource: Resource): boolean {
    const owners = resource.owned ? this.model.owners(resource.name) : [];
    return (
      owners.length > 0 &&
      owners.every(({ resource: parent, field }) => !this.opensFor(parent, 'read', parent.fields[field]!))
    );
  }

  /** Refuses with 403 unless the operation is permitted on at least some rows. */
  require(resource: Resource, operation: Operation): void {
    if (this.condition(resource, operation) === null)
      throw new PublicError(this.actor.impersonator ? 'view_only' : 'forbidden');
  }

  /** Is the operation permitted on every row? Then nothing needs to be added to a statement, or checked after a write. */
  unlimited(resource: Resource, operation: Operation, visited: readonly string[] = []): boolean {
    if (this.condition(resource, operation) !== everything) return false;
    if (visited.includes(resource.name)) return true;
    const path = [...visited, resource.name];
    return (
      parentsOf(this.model, resource).every(({ parent }) => this.unlimited(parent, 'read', path)) &&
      subjectsOf(resource).every(([, field]) =>
        this.model
          .subjects(field.of as string | undefined)
          .every((target) => this.unlimited(this.model.get(target), 'read', path)),
      )
    );
  }

  /**
   * The rows on which the operation is permitted, as SQL over a table alias. A row with a subject is visible only if its
   * subject is, a line only if its parent is; what was met on the way already is checked by its own scope alone.
   */
  rows(resource: Resource, operation: Operation, alias: string, visited: readonly string[] = []): Sql {
    if (!resource.seen_by_referrers || operation !== 'read' || this.unlimited(resource, operation))
      return this.granted(resource, operation, alias, visited);
    return anyOf([this.granted(resource, operation, alias, visited), ...this.referred(resource, alias)]);
  }

  /** Rows to which a living record refers that the user sees, by a field that is open to them. */
  private referred(resource: Resource, alias: string): Sql[] {
    const inner = `r${alias}`;
    return this.model
      .incoming(resource.name)
      .filter(
        ({ resource: from, field, kind }) =>
          kind === 'reference' && !from.server_only && this.properties(from).has(field),
      )
      .filter(({ resource: from }) => this.condition(from, 'read') !== null)
      .map(
        ({ resource: from, field }) =>
          sql`EXISTS (SELECT 1 FROM ${raw(`${quote(from.name)} ${inner} WHERE ${inner}.${quote(field)} = ${alias}.id`)}${this.alive(from, inner)} AND ${this.rows(from, 'read', inner)})`,
      );
  }

  /** Neither the row nor the one whose line it is lies in the trash. */
  private alive(resource: Resource, alias: string): Sql {
    const own = resource.trash ? ` AND ${alias}.deleted_at IS NULL` : '';
    const parents = parentsOf(this.model, resource)
      .filter(({ parent }) => parent.trash)
      .map(
        ({ parent, link }) =>
          ` AND EXISTS (SELECT 1 FROM ${quote(parent.name)} a${alias} WHERE a${alias}.id = ${alias}.${quote(link)} AND a${alias}.deleted_at IS NULL)`,
      );
    return raw([own, ...parents].join(''));
  }

  /** The rows that the grants reach, see `rows`. */
  private granted(resource: Resource, operation: Operation, alias: string, visited: readonly string[]): Sql {
    const own = this.own(resource, operation, alias, visited);
    if (own === null) return raw('false');
    if (visited.includes(resource.name)) return allOf(own);
    const path = [...visited, resource.name];
    return allOf([
      ...own,
      ...subjectsOf(resource).map(([name, field]) =>
        this.subjectRows(name, this.model.subjects(field.of as string | undefined), alias, path),
      ),
    ]);
  }

  /** What the grants ask of a row and of the one whose line it is, whatever its subject is; null where they reach none. */
  private own(resource: Resource, operation: Operation, alias: string, visited: readonly string[]): Sql[] | null {
    const condition = this.condition(resource, operation);
    if (condition === null) return null;
    const own =
      condition === everything
        ? []
        : [conditionSql({ model: this.model, user: this.actor }, resource, condition, alias)];
    if (visited.includes(resource.name)) return own;
    const path = [...visited, resource.name];
    return [
      ...own,
      ...parentsOf(this.model, resource)
        .filter(({ parent }) => !this.unlimited(parent, 'read', path))
        .map(({ parent, link }) => {
          const inner = `p${alias}`;
          return sql`EXISTS (SELECT 1 FROM ${raw(`${quote(parent.name)} ${inner} WHERE ${inner}.id = ${alias}.${quote(link)}`)} AND ${this.rows(parent, 'read', inner, path)})`;
        }),
    ];
  }

  /** The rows a client asks for. Whatever the question looks at on the way, it finds only what the user may read. */
  asked(resource: Resource, condition: Condition, alias: string): Sql {
    const readable = (target: Resource, inner: string) => this.rows(target, 'read', inner);
    return conditionSql({ model: this.model, user: this.actor, readable }, resource, condition, alias);
  }

  private subjectRows(name: string, among: readonly string[], alias: string, path: readonly string[]): Sql {
    const column = raw(`${alias}.${quote(`${name}_resource`)}`);
    const id = raw(`${alias}.${quote(`${name}_id`)}`);
    const inner = `s${alias}`;
    const targets = among.map((target) => this.model.get(target));
    const whole = targets.filter((target) => this.unlimited(target, 'read', path)).map((target) => target.name);
    if (whole.length === targets.length) return raw('true');
    const scoped = targets.filter((target) => !whole.includes(target.name) && this.condition(target, 'read') !== null);
    const { hanging, others } = this.thoseThatHang(scoped);
    return anyOf([
      sql`${column} IS NULL`,
      ...(whole.length ? [sql`${column} = ANY(${whole}::text[])`] : []),
      ...others.map(
        (target) =>
          sql`(${column} = ${target.name} AND EXISTS (SELECT 1 FROM ${raw(`${quote(target.name)} ${inner} WHERE ${inner}.id = `)}${id} AND ${this.rows(target, 'read', inner, path)}))`,
      ),
      ...(hanging.length ? [this.hangingRows(hanging, column, id, alias, path)] : []),
    ]);
  }

  /**
   * Those that hang on another record themselves (a note, a task), and all others: those that may hang on one like
   * themselves at last, or are seen for other reasons as well.
   */
  private thoseThatHang(targets: readonly Resource[]) {
    const hanging: { readonly target: Resource; readonly subject: string; readonly on: readonly string[] }[] = [];
    const others: Resource[] = [];
    for (const target of targets) {
      const [subject, ...more] = subjectsOf(target);
      if (!subject || more.length || target.seen_by_referrers || !ends(this.model, target)) others.push(target);
      else hanging.push({ target, subject: subject[0], on: this.model.subjects(subject[1].of as string | undefined) });
    }
    return { hanging, others };
  }

  /**
   * The rows whose subject hangs on a record that the user sees. What all of them hang on is asked for once: asked for by
   * each, a statement about reminders is planned for longer than everything else in it takes.
   */
  private hangingRows(
    hanging: ReturnType<Access['thoseThatHang']>['hanging'],
    column: Sql,
    id: Sql,
    alias: string,
    path: readonly string[],
  ): Sql {
    const inner = `s${alias}`;
    const found = `h${alias}`;
    const each = hanging.map(({ target, subject }) => {
      const where = allOf(this.own(target, 'read', inner, path) ?? [raw('false')]);
      const columns = ['resource', 'id'].map((part) => `${inner}.${quote(`${subject}_${part}`)} AS subject_${part}`);
      return sql`SELECT ${raw(`${columns.join(', ')} FROM ${quote(target.name)} ${inner} WHERE ${inner}.id = `)}${id} AND ${column} = ${target.name} AND ${where}`;
    });
    const on = [...new Set(hanging.flatMap((one) => one.on))];
    return sql`EXISTS (SELECT 1 FROM (${join(each, ' UNION ALL ')}) ${raw(found)} WHERE ${this.subjectRows('subject', on, found, path)})`;
  }

  /** The properties a user may read: those without a guard, or with an opened one. Nothing else leaves the server. */
  properties(resource: Resource): ReadonlyMap<string, Property> {
    let properties = this.readable.get(resource.name);
    if (!properties) {
      properties = new Map(
        [...propertiesOf(resource)].filter(([, property]) => this.opensFor(resource, 'read', property.field)),
      );
      this.readable.set(resource.name, properties);
    }
    return properties;
  }

  /** May the user write a field of this resource, in an operation that they may carry out? */
  opensFor(resource: Resource, operation: Operation, field: AnyField): boolean {
    return (
      opens(this.grants, field.guard, resource, operation) && opensLimit(this.limit, field.guard, resource, operation)
    );
  }

  /** Distinguishes users that read different columns, for caches of statements. */
  columnsKey(resource: Resource): string {
    return this.properties(resource).size === propertiesOf(resource).size
      ? ''
      : [...this.properties(resource).keys()].join(',');
  }
}

const subjectsOf = (resource: Resource) =>
  Object.entries(resource.fields).filter(([, field]) => field.kind === 'subject');

/** The resources that own lines by a reference (those that own them as a subject are met as subjects). */
const parentsOf = (model: Model, resource: Resource) =>
  model.owners(resource.name).flatMap(({ resource: parent, field }) => {
    const link = parent.fields[field]!.by as string;
    return resource.owned && resource.fields[link]?.kind === 'reference' ? [{ parent, link }] : [];
  });

/** What is known of `ends`; declarations do not change. */
const knownOf = new WeakMap<Model, Map<string, boolean>>();

/** Does whatever a record hangs on, and that again, come to an end, by how all of them are declared? */
function ends(model: Model, resource: Resource, below: readonly Resource[] = []): boolean {
  const known = knownOf.get(model) ?? new Map<string, boolean>();
  knownOf.set(model, known);
  const found = known.get(resource.name);
  if (found !== undefined) return found;
  const path = [...below, resource];
  const answer = subjectsOf(resource).every(([, field]) =>
    model
      .subjects(field.of as string | undefined)
      .map((name) => model.get(name))
      .every((target) => !path.includes(target) && ends(model, target, path)),
  );
  // of what was found on the way to somewhere else only a yes holds for all ways
  if (answer || below.length === 0) known.set(resource.name, answer);
  return answer;
}
