import type { Model, Resource } from '@kontor/shared';

/**
 * What somebody may do, worked out the slow way: all rows in memory, each permission read as the text it is. Written from
 * decision 14 and law 1, and on purpose from nothing that the server uses.
 */
export interface Permission {
  readonly pattern: string;
  readonly effect: 'allow' | 'deny';
  readonly scope: string | null;
  readonly guards: string | null;
  /** The brand for which the role was given; null for all. */
  readonly brand: string | null;
}

export interface Share {
  readonly resource: string;
  readonly id: string;
  readonly level: 'read' | 'edit';
}

export interface Person {
  readonly id: string;
  readonly brands: readonly string[];
  readonly permissions: readonly Permission[];
  readonly shares: readonly Share[];
}

export type Row = Record<string, any> & { readonly id: string };
/** Every row there is, by resource. */
export type World = ReadonlyMap<string, readonly Row[]>;

const words = (text: string | null): string[] => (text ?? '').split(/[\s,]+/).filter((word) => word !== '');

export class Naive {
  private readonly model: Model;
  private readonly world: World;

  constructor(model: Model, world: World) {
    this.model = model;
    this.world = world;
  }

  /** May the person do this with this row? */
  may(who: Person, resource: Resource, operation: string, row: Row, met: readonly string[] = []): boolean {
    const work = () => this.mayAtAll(who, resource, operation, row, met);
    return met.length ? work() : this.once(`${who.id} ${resource.name} ${operation} ${row.id}`, work);
  }

  /** The world stands still: the same question has the same answer. */
  private once(question: string, work: () => boolean): boolean {
    const known = this.answers.get(question);
    if (known !== undefined) return known;
    const answer = work();
    this.answers.set(question, answer);
    return answer;
  }
  private readonly answers = new Map<string, boolean>();

  private mayAtAll(who: Person, resource: Resource, operation: string, row: Row, met: readonly string[]): boolean {
    if (this.mayByGrants(who, resource, operation, row, met)) return true;
    return operation === 'read' && resource.seen_by_referrers === true && this.isReferred(who, resource, row);
  }

  /** Does something that the person sees refer to the row? */
  private isReferred(who: Person, resource: Resource, row: Row): boolean {
    return [...this.model.resources.values()].some((from) =>
      Object.entries(from.fields).some(
        ([name, field]) =>
          (resource.name === 'files' ? ['file', 'image'].includes(field.kind) : field.to === resource.name) &&
          !from.server_only &&
          (!field.guard || this.opens(who, from, field.guard)) &&
          this.rowsOf(from.name).some((other) => other[name] === row.id && this.may(who, from, 'read', other)),
      ),
    );
  }

  private mayByGrants(who: Person, resource: Resource, operation: string, row: Row, met: readonly string[]): boolean {
    if (this.isClosed(who, resource)) return false;
    if (!this.isGranted(who, resource, operation, row, () => true)) return false;
    if (operation !== 'read' && !this.isGranted(who, resource, 'read', row, () => true)) return false;
    if (met.includes(resource.name)) return true;
    const path = [...met, resource.name];
    return this.standsOn(resource, row).every(
      (base) => base !== undefined && this.may(who, base.resource, 'read', base.row, path),
    );
  }

  /** Is there anything at all that the person may do with this? Otherwise it is refused rather than empty. */
  isPossible(who: Person, resource: Resource, operation: string): boolean {
    if (this.isClosed(who, resource)) return false;
    // nothing can be done to rows that one does not see
    if (!['read', 'create'].includes(operation) && !this.isPossible(who, resource, 'read')) return false;
    const covering = who.permissions.filter((one) => this.covers(one.pattern, resource.name, operation));
    const counting = (one: Permission) => this.scopeOf(one, resource) !== undefined;
    if (covering.some((one) => one.effect === 'deny' && this.scopeOf(one, resource) === 'all' && one.brand === null))
      return false;
    return (
      covering.some((one) => one.effect === 'allow' && counting(one)) ||
      who.shares.some((share) => share.resource === resource.name && this.sharedFor(share, operation))
    );
  }

  /** Does the person see a guarded field? On all rows that they see, or on none. */
  opens(who: Person, resource: Resource, guard: string): boolean {
    return this.once(`${who.id} ${resource.name} opens ${guard}`, () => this.opensAtAll(who, resource, guard));
  }

  private opensAtAll(who: Person, resource: Resource, guard: string): boolean {
    const named = (one: Permission) => words(one.guards).some((word) => word === '*' || word === guard);
    const opening = who.permissions.filter(
      (one) => one.effect === 'allow' && named(one) && this.covers(one.pattern, resource.name, 'read'),
    );
    if (opening.length === 0) return false;
    return (this.world.get(resource.name) ?? []).every(
      (row) =>
        !this.isGranted(who, resource, 'read', row, () => true) || this.isGranted(who, resource, 'read', row, named),
    );
  }

  private isGranted(
    who: Person,
    resource: Resource,
    operation: string,
    row: Row,
    counts: (one: Permission) => boolean,
  ): boolean {
    // what is private is nobody else's, whatever is permitted
    const { private_to: owner } = resource;
    if (owner !== undefined && !this.meets(resource.scopes![owner], row, resource, who)) return false;
    const covering = who.permissions.filter((one) => this.covers(one.pattern, resource.name, operation));
    const reaches = (one: Permission) => this.reaches(who, one, resource, row);
    if (covering.some((one) => one.effect === 'deny' && reaches(one))) return false;
    if (covering.some((one) => one.effect === 'allow' && counts(one) && reaches(one))) return true;
    const nobody: Permission = { pattern: '', effect: 'allow', scope: null, guards: null, brand: null };
    return (
      counts(nobody) &&
      who.shares.some(
        (share) => share.resource === resource.name && share.id === row.id && this.sharedFor(share, operation),
      )
    );
  }

  private sharedFor = (share: Share, operation: string): boolean =>
    operation === 'read' || (operation === 'update' && share.level === 'edit');

  private covers(pattern: string, resource: string, operation: string): boolean {
    const asked = [resource, ...operation.split('.')];
    const parts = pattern.split('.');
    for (let i = 0; i < parts.length; i++) if (parts[i] !== '*' && parts[i] !== asked[i]) return false;
    return true;
  }

  /** The first named scope that the resource has. */
  private scopeOf(one: Permission, resource: Resource): string | undefined {
    const named = words(one.scope);
    const wanted = named.length ? named : [one.brand === null ? 'all' : 'brand'];
    return wanted.find((name) => name === 'all' || resource.scopes?.[name] !== undefined);
  }

  private reaches(who: Person, one: Permission, resource: Resource, row: Row): boolean {
    const scope = this.scopeOf(one, resource);
    if (scope === undefined) return false;
    const brands = one.brand === null ? who.brands : [one.brand];
    const meets = (name: string) => this.meets(resource.scopes![name], row, resource, { ...who, brands });
    if (scope !== 'all' && !meets(scope)) return false;
    return one.brand === null || scope === 'brand' || !resource.scopes?.brand || meets('brand');
  }

  /** A declared condition, read as the data it is. */
  private meets(condition: any, row: Row, resource: Resource, who: Person): boolean {
    if (Array.isArray(condition.and)) return condition.and.every((one: any) => this.meets(one, row, resource, who));
    if (Array.isArray(condition.or)) return condition.or.some((one: any) => this.meets(one, row, resource, who));
    if (condition.not && typeof condition.not === 'object') return !this.meets(condition.not, row, resource, who);
    return Object.entries(condition).every(([name, test]) => this.fits(name, test as any, row, resource, who));
  }

  private fits(name: string, test: any, row: Row, resource: Resource, who: Person): boolean {
    const value = row[name] ?? null;
    if (typeof test !== 'object' || test === null) return value === test;
    const known = (operand: any) =>
      operand?.user === 'id' ? who.id : operand?.user === 'brand_ids' ? who.brands : operand;
    return Object.entries(test).every(([how, operand]: [string, any]) => {
      if (how === 'eq') return value === known(operand);
      if (how === 'in') return value !== null && known(operand).includes(value);
      if (how === 'has')
        return [known(operand)].flat().some((wanted: unknown) => Array.isArray(value) && value.includes(wanted));
      if (how === 'null') return (value === null || (Array.isArray(value) && value.length === 0)) === operand;
      if (how === 'where') {
        const target = this.model.get(resource.fields[name]!.to as string);
        return [value]
          .flat()
          .some((id) =>
            this.rowsOf(target.name).some((other) => other.id === id && this.meets(operand, other, target, who)),
          );
      }
      throw new Error(`a scope of ${resource.name} asks by "${how}", which this test does not know yet`);
    });
  }

  private rowsOf = (name: string): readonly Row[] => this.world.get(name) ?? [];

  /** What a row hangs on: its subject, and the record whose line it is. Undefined for what is not there. */
  private standsOn(resource: Resource, row: Row): ({ resource: Resource; row: Row } | undefined)[] {
    const found: ({ resource: Resource; row: Row } | undefined)[] = [];
    const add = (name: string, id: unknown) => {
      const base = this.rowsOf(name).find((other) => other.id === id);
      found.push(base && { resource: this.model.get(name), row: base });
    };
    for (const [name, field] of Object.entries(resource.fields))
      if (field.kind === 'subject' && row[`${name}_resource`]) add(row[`${name}_resource`], row[`${name}_id`]);
    for (const { parent, link } of this.parents(resource)) add(parent, row[link]);
    return found;
  }

  private parents(resource: Resource): { parent: string; link: string }[] {
    if (!resource.owned) return [];
    return [...this.model.resources.values()].flatMap((parent) =>
      Object.values(parent.fields)
        .filter((field) => field.kind === 'lines' && field.of === resource.name)
        .map((field) => ({ parent: parent.name, link: field.by as string }))
        .filter(({ link }) => resource.fields[link]?.kind === 'reference'),
    );
  }

  /** Lines are as guarded as the fields of which they are the rows. */
  private isClosed(who: Person, resource: Resource): boolean {
    if (!resource.owned) return false;
    const guards = [...this.model.resources.values()].flatMap((parent) =>
      Object.values(parent.fields)
        .filter((field) => field.kind === 'lines' && field.of === resource.name)
        .map((field) => ({ parent, guard: field.guard as string | undefined })),
    );
    return guards.length > 0 && guards.every(({ parent, guard }) => guard && !this.opens(who, parent, guard));
  }
}
