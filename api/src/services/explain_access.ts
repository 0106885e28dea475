import {
  asRows,
  fieldLabel,
  fieldNamed,
  type Locale,
  type Operation,
  opens,
  PublicError,
  type Reason,
  type Resource,
  reasonsFor,
  resourceLabel,
} from '@kontor/shared';
import { quote } from '../db/quote.ts';
import type { Access } from '../engine/access.ts';
import type { Context } from '../engine/context.ts';
import { requireId } from '../engine/get.ts';
import { conditionSql } from '../query/conditions.ts';
import { join, raw, sql } from '../query/sql.ts';

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
  /** Does it reach the record? Null when no record was asked for. */
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
  allow: { de: '{who} erlaubt „{pattern}“{rows}.', en: '{who} allows “{pattern}”{rows}.' },
  deny: { de: '{who} verbietet „{pattern}“{rows}.', en: '{who} denies “{pattern}”{rows}.' },
  role: { de: 'Die Rolle „{role}“{brands}', en: 'The role “{role}”{brands}' },
  in_brands: { de: ' (nur für {brands})', en: ' (for {brands} only)' },
  share: { de: 'Eine Freigabe', en: 'A share' },
  scope: { de: ' bei Datensätzen des Umfangs „{scope}“', en: ' for records of the scope “{scope}”' },
  scope_brand: { de: ' bei Datensätzen der eigenen Marken', en: ' for records of their own brands' },
  scope_own: { de: ' bei eigenen Datensätzen', en: ' for their own records' },
  scope_assigned: { de: ' bei zugeteilten Datensätzen', en: ' for records assigned to them' },
  no_rows: { de: ', meint hier aber keine Datensätze', en: ', but means no records here' },
  reached: { de: ' Dieser Datensatz gehört dazu.', en: ' This record is one of them.' },
  not_reached: { de: ' Dieser Datensatz gehört nicht dazu.', en: ' This record is not one of them.' },
  yes: { de: 'Ja, das ist erlaubt.', en: 'Yes, this is permitted.' },
  yes_some: { de: 'Ja, bei einem Teil der Datensätze.', en: 'Yes, for some of the records.' },
  missing: {
    de: 'Nein: Keine Rolle und keine Freigabe erlaubt „{operation}“ bei {resource}.',
    en: 'No: no role and no share permits “{operation}” on {resource}.',
  },
  denied: { de: 'Nein: Ein Verbot geht jeder Erlaubnis vor.', en: 'No: a denial wins over what is permitted.' },
  outside: { de: 'Nein: Dieser Datensatz gehört nicht dazu.', en: 'No: this record is not one of them.' },
  field: {
    de: 'Nein: „{field}“ gehört zu den geschützten Feldern („{guard}“), und keine Rolle öffnet sie für alle diese Datensätze.',
    en: 'No: “{field}” is a guarded field (“{guard}”), and no role opens these for all of these records.',
  },
} satisfies Record<string, Words>;

const namesOfScope = ({ grant, rows }: Reason, resource: Resource): string | null => {
  if (grant.ids || rows === 'none' || rows === 'all') return null;
  const wanted = grant.scope ?? ['brand'];
  return wanted.find((name) => name === 'all' || resource.scopes?.[name]) ?? null;
};

/** The names of roles by key, and of brands by id. */
async function namesFor(context: Context, reasons: readonly Reason[]): Promise<ReadonlyMap<string, string>> {
  const keys = [...new Set(reasons.flatMap(({ grant }) => grant.role ?? []))];
  const brands = [...new Set(reasons.flatMap(({ grant }) => grant.brands ?? []))];
  const rows = await context.engine.db.query<{ key: string; name: string }>(
    sql`SELECT key, name FROM roles WHERE key = ANY(${keys}::text[]) UNION ALL SELECT id::text, name FROM brands WHERE id = ANY(${brands}::uuid[])`,
  );
  return new Map(rows.map(({ key, name }) => [key, name]));
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
  const { locale } = context;
  const reasons = reasonsFor(of.grants, resource, operation);
  const [names, found] = await Promise.all([namesFor(context, reasons), reach(context, of, question, reasons)]);
  const lines = reasons.map((reason, index): Line => {
    const { grant, rows } = reason;
    const role = grant.role ? (names.get(grant.role) ?? grant.role) : null;
    const brands = (grant.brands ?? []).map((id) => names.get(id) ?? id);
    const scope = namesOfScope(reason, resource);
    const reaches = found ? found.reached[index]! : null;
    const who = role
      ? say(words.role, locale, {
          role,
          brands: brands.length ? say(words.in_brands, locale, { brands: brands.join(', ') }) : '',
        })
      : say(words.share, locale);
    const known = words[`scope_${scope}` as keyof typeof words] as Words | undefined;
    const meant = rows === 'none' ? words.no_rows : scope ? (known ?? words.scope) : undefined;
    const text = say(grant.deny ? words.deny : words.allow, locale, {
      who,
      pattern: grant.pattern,
      rows: meant ? say(meant, locale, { scope: scope ?? '' }) : '',
    });
    const added = reaches === null ? '' : say(reaches ? words.reached : words.not_reached, locale);
    return {
      effect: grant.deny ? 'deny' : 'allow',
      role,
      pattern: grant.pattern,
      scope,
      brands,
      reaches,
      text: text + added,
    };
  });
  const condition = of.condition(resource, operation);
  const guard = field === undefined ? undefined : fieldNamed(resource, field)?.guard;
  const closed = guard !== undefined && !opens(of.grants, guard, resource, operation);
  const allowed = condition !== null && (found?.allowed ?? true) && !closed;
  const denies = lines.some(({ effect, reaches }) => effect === 'deny' && reaches !== false);
  const allows = lines.some(({ effect }) => effect === 'allow');
  const verdict = !allowed
    ? closed && condition !== null && found?.allowed !== false
      ? words.field
      : denies
        ? words.denied
        : allows && found
          ? words.outside
          : words.missing
    : found || of.unlimited(resource, operation)
      ? words.yes
      : words.yes_some;
  const text = say(verdict, locale, {
    operation,
    resource: resourceLabel(resource, locale),
    guard: guard ?? '',
    field: field === undefined ? '' : fieldLabel(fieldNamed(resource, field)!, field, locale),
  });
  // several shares of the same kind say the same
  return { allowed, text, lines: [...new Map(lines.map((line) => [line.text, line])).values()] };
}
