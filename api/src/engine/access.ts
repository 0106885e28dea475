import {
  type Condition,
  type CurrentUser,
  decide,
  everything,
  type Grant,
  grantsOf,
  type Model,
  type Operation,
  opens,
  type Property,
  PublicError,
  propertiesOf,
  type Resource,
} from '@kontor/shared';
import { quote } from '../db/quote.ts';
import { conditionSql } from '../query/conditions.ts';
import { allOf, anyOf, raw, type Sql, sql } from '../query/sql.ts';

/** Who asks: a user with the grants of their roles. */
export interface Actor extends CurrentUser {
  readonly name: string;
  readonly language: 'de' | 'en';
}

/**
 * What one user may do. Every statement on a resource takes its condition from here, and nowhere else: rows that
 * the scope hides do not exist for the statement.
 */
export class Access {
  readonly model: Model;
  readonly actor: Actor;
  readonly grants: readonly Grant[];
  private readonly decisions = new Map<string, Condition | null>();
  private readonly readable = new Map<string, ReadonlyMap<string, Property>>();

  constructor(model: Model, actor: Actor) {
    this.model = model;
    this.actor = actor;
    this.grants = grantsOf(actor.roles);
  }

  /** The rows of an operation as a condition, or null when it is not permitted at all. */
  condition(resource: Resource, operation: Operation): Condition | null {
    const key = `${resource.name} ${operation}`;
    let condition = this.decisions.get(key);
    if (condition === undefined) {
      const decision = decide(this.grants, resource, operation);
      condition = decision === 'none' ? null : decision === 'all' ? everything : decision;
      this.decisions.set(key, condition);
    }
    return condition;
  }

  /** Refuses with 403 unless the operation is permitted on at least some rows. */
  require(resource: Resource, operation: Operation): void {
    if (this.condition(resource, operation) === null) throw new PublicError('forbidden');
  }

  /** Is the operation permitted on every row? Then no check after a write is needed. */
  unlimited(resource: Resource, operation: Operation): boolean {
    return (
      this.condition(resource, operation) === everything &&
      !Object.values(resource.fields).some((field) => field.kind === 'subject')
    );
  }

  /** The rows on which the operation is permitted, as SQL over a table alias. */
  rows(resource: Resource, operation: Operation, alias: string): Sql {
    const condition = this.condition(resource, operation);
    if (condition === null) return raw('false');
    const subjects = Object.entries(resource.fields).filter(([, field]) => field.kind === 'subject');
    return allOf([
      ...(condition === everything
        ? []
        : [conditionSql({ model: this.model, user: this.actor }, resource, condition, alias)]),
      ...subjects.map(([name, field]) => this.subjectRows(name, field.of as string | undefined, alias)),
    ]);
  }

  /** A row with a subject is visible only if its subject is. */
  private subjectRows(name: string, ability: string | undefined, alias: string): Sql {
    const column = raw(`${alias}.${quote(`${name}_resource`)}`);
    const id = raw(`${alias}.${quote(`${name}_id`)}`);
    const whole: string[] = [];
    const scoped: Sql[] = [];
    const targets = this.model.subjects(ability).map((target) => this.model.get(target));
    for (const target of targets) {
      const condition = this.condition(target, 'read');
      if (condition === null) continue;
      if (this.unlimited(target, 'read')) whole.push(target.name);
      else {
        const inner = `s${alias}`;
        scoped.push(
          sql`(${column} = ${target.name} AND EXISTS (SELECT 1 FROM ${raw(`${quote(target.name)} ${inner}`)} WHERE ${raw(`${inner}.id`)} = ${id} AND ${this.rows(target, 'read', inner)}))`,
        );
      }
    }
    if (whole.length === targets.length) return raw('true');
    return anyOf([
      sql`${column} IS NULL`,
      ...(whole.length ? [sql`${column} = ANY(${whole}::text[])`] : []),
      ...scoped,
    ]);
  }

  /** The properties a user may read: those without a guard, or with an opened one. Nothing else leaves the server. */
  properties(resource: Resource): ReadonlyMap<string, Property> {
    let properties = this.readable.get(resource.name);
    if (!properties) {
      properties = new Map(
        [...propertiesOf(resource)].filter(([, property]) => opens(this.grants, property.field.guard)),
      );
      this.readable.set(resource.name, properties);
    }
    return properties;
  }

  /** Distinguishes users that read different columns, for caches of statements. */
  columnsKey(resource: Resource): string {
    return this.properties(resource).size === propertiesOf(resource).size
      ? ''
      : [...this.properties(resource).keys()].join(',');
  }
}
