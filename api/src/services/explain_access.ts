import {
  asRows,
  fieldLabel,
  fieldNamed,
  grantWords,
  guardWords,
  type Locale,
  type Operation,
  opens,
  PublicError,
  patternWords,
  type Reason,
  type Resource,
  reasonsFor,
  scopeOf,
} from '@kontor/shared';
import { quote } from '../db/quote.ts';
import type { Access } from '../engine/access.ts';
import type { Context } from '../engine/context.ts';
import { requireId } from '../engine/get.ts';
import { conditionSql } from '../query/conditions.ts';
import { join, raw, sql } from '../query/sql.ts';
import { grantNames } from './grant_names.ts';
import { type Lapsed, lapsedFor } from './lapsed_rights.ts';

/** What is asked: may this user do this, with this record, in this field? */
export interface Question {
  readonly resource: Resource;
  readonly operation: Operation;
  readonly id?: string;
  readonly field?: string;
}

/** One line of a role or a share that speaks of it. */
interface Line {
  readonly effect: 'allow' | 'deny';
  readonly role: string | null;
  readonly pattern: string;
  readonly scope: string | null;
  readonly brands: readonly string[];
  /** Does it reach the record? Null when no record was asked for; false for what is not valid today. */
  readonly reaches: boolean | null;
  readonly text: string;
}

export interface Explanation {
  readonly allowed: boolean;
  /** The answer in a sentence. */
  readonly text: string;
  readonly lines: readonly Line[];
}

type Words = Record<Locale, string>;
const say = (words: Words, locale: Locale, values: Record<string, string> = {}): string =>
  words[locale].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');

const words = {
  role: { de: 'Die Rolle „{role}“{brands}', en: 'The role “{role}”{brands}' },
  in_brands: { de: ' (nur für {brands})', en: ' (for {brands} only)' },
  share: { de: 'Eine Freigabe', en: 'A share' },
  reached: { de: ' Dieser Datensatz gehört dazu.', en: ' This record is one of them.' },
  not_reached: { de: ' Dieser Datensatz gehört nicht dazu.', en: ' This record is not one of them.' },
  yes: { de: 'Ja, das ist erlaubt.', en: 'Yes, this is permitted.' },
  yes_some: { de: 'Ja, bei einem Teil der Datensätze.', en: 'Yes, for some of the records.' },
  missing: {
    de: 'Nein: Keine Rolle und keine Freigabe erlaubt {what}.',
    en: 'No: no role and no share permits {what}.',
  },
  lapsed: {
    de: 'Nein: Was {what} erlauben würde, gilt heute nicht.',
    en: 'No: what would permit {what} is not valid today.',
  },
  denied: { de: 'Nein: Ein Verbot geht jeder Erlaubnis vor.', en: 'No: a denial wins over what is permitted.' },
  outside: { de: 'Nein: Dieser Datensatz gehört nicht dazu.', en: 'No: this record is not one of them.' },
  unread: {
    de: 'Nein: Was jemand nicht ansehen darf, ist auch sonst verschlossen.',
    en: 'No: what somebody may not view is closed to them otherwise too.',
  },
  field: {
    de: 'Nein: „{field}“ gehört zu den geschützten Feldern ({guard}), und keine Rolle öffnet sie für alle diese Datensätze.',
    en: 'No: “{field}” is a guarded field ({guard}), and no role opens these for all of these records.',
  },
  blocked: { de: 'Nein: Dieser Zugang ist gesperrt.', en: 'No: this user is blocked.' },
} satisfies Record<string, Words>;

/** What is said of somebody who can not sign in. */
export const explainBlocked = (locale: Locale): Explanation => ({
  allowed: false,
  text: say(words.blocked, locale),
  lines: [],
});

/** Which rows a grant means here: the name of a scope, `all`, or `none`. */
function rowsNamed({ grant, rows }: Reason, resource: Resource): string {
  if (rows === 'none' || rows === 'all') return rows;
  if (grant.ids) return 'all';
  if (resource.private_to) return resource.private_to;
  return scopeOf(grant, resource) ?? 'all';
}

/**
 * Which of the reasons reach the record, and whether the operation does. Throws 404 for a record that whoever asks may not
 * see: whether there is one is not told.
 */
async function reach(context: Context, of: Access, question: Question, reasons: readonly Reason[]) {
  const { resource, operation } = question;
  if (question.id === undefined) return undefined;
  const id = requireId(question.id);
  context.access.require(resource, 'read');
  const compiler = { model: context.engine.model, user: of.actor };
  const flags = [
    sql`(${of.rows(resource, operation, 't')}) AS kontor_allowed`,
    ...reasons.map(
      ({ rows }, index) =>
        sql`(${conditionSql(compiler, resource, asRows(rows), 't')}) AS ${raw(quote(`kontor_reason_${index}`))}`,
    ),
  ];
  const [row] = await context.engine.db.query<Record<string, boolean>>(
    sql`SELECT ${join(flags, ', ')} FROM ${raw(`${quote(resource.name)} t`)} WHERE t.id = ${id} AND ${context.access.rows(resource, 'read', 't')}`,
  );
  if (!row) throw new PublicError('not_found');
  return { allowed: row.kontor_allowed === true, reached: reasons.map((_, i) => row[`kontor_reason_${i}`] === true) };
}

/** Tells which grant allows an operation to a user, or which is missing. `of` is what that user may do. */
export async function explainAccess(context: Context, of: Access, question: Question): Promise<Explanation> {
  const { resource, operation, field } = question;
  const { locale, engine } = context;
  const asked = reasonsFor(of.grants, resource, operation);
  // nothing can be done to what one does not see, so the lines about seeing count as well
  const needsSight = operation !== 'read' && operation !== 'create';
  const about = [...asked, ...(needsSight ? reasonsFor(of.grants, resource, 'read') : [])];
  const reasons = about.filter(({ grant }, index) => about.findIndex((other) => other.grant === grant) === index);
  const found = await reach(context, of, question, reasons);
  const lapsed = await lapsedFor(engine.db, of.actor.id, resource, operation, question.id);
  const called = await grantNames(engine, [...reasons.map(({ grant }) => grant), ...lapsed.map(({ grant }) => grant)]);
  const names = called.words(locale);
  const guarded = new Set(Object.values(resource.fields).flatMap(({ guard }) => guard ?? []));
  const line = (reason: Reason, reaches: boolean | null, until?: Lapsed): Line => {
    const { grant } = reason;
    const scope = rowsNamed(reason, resource);
    // a role speaks of more than the fields that are here
    const guards = grant.guards?.filter((guard) => guarded.has(guard) || (guard === '*' && guarded.size > 0)) ?? [];
    const role = grant.role ? called.of(grant.role) : null;
    const brands = (grant.brands ?? []).map(called.of);
    const inBrands = brands.length ? say(words.in_brands, locale, { brands: brands.join(', ') }) : '';
    const who = role ? say(words.role, locale, { role, brands: inBrands }) : say(words.share, locale);
    const added = until
      ? ` ${until.text(locale)}`
      : reaches === null
        ? ''
        : say(reaches ? words.reached : words.not_reached, locale);
    return {
      effect: grant.deny ? 'deny' : 'allow',
      role,
      pattern: grant.pattern,
      scope: ['all', 'none'].includes(scope) ? null : scope,
      brands,
      reaches: until ? false : reaches,
      text: grantWords({ ...grant, guards }, { who, scope }, locale, names) + added,
    };
  };
  const lines = reasons.map((reason, index) => line(reason, found ? found.reached[index]! : null));
  const guard = field === undefined ? undefined : fieldNamed(resource, field)?.guard;
  const closed = guard !== undefined && !opens(of.grants, guard, resource, operation);
  const permitted = of.condition(resource, operation) !== null && (found?.allowed ?? true);
  const allowed = permitted && !closed;
  const speaks = (effect: Line['effect'], grants: readonly Reason[]) =>
    lines.some(
      ({ effect: one, reaches }, index) =>
        one === effect && reaches !== false && grants.some(({ grant }) => grant === reasons[index]!.grant),
    );
  const verdict = () => {
    if (allowed) return found || of.unlimited(resource, operation) ? words.yes : words.yes_some;
    if (permitted) return words.field;
    if (speaks('deny', reasons)) return words.denied;
    if (speaks('allow', asked)) return words.unread;
    if (found && asked.some(({ grant }) => !grant.deny)) return words.outside;
    return lapsed.some(({ grant }) => !grant.deny) ? words.lapsed : words.missing;
  };
  const text = say(verdict(), locale, {
    what: patternWords(`${resource.name}.${operation}`, locale, names),
    guard: guard === undefined ? '' : guardWords(guard, locale),
    field: field === undefined ? '' : fieldLabel(fieldNamed(resource, field)!, field, locale),
  });
  const over = lapsed.flatMap((one) => reasonsFor([one.grant], resource, operation).map((r) => line(r, false, one)));
  // several shares of the same kind say the same
  return { allowed, text, lines: [...new Map([...lines, ...over].map((one) => [one.text, one])).values()] };
}
