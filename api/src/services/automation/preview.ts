import { type Locale, labelText, PublicError, type Resource, translate } from '@kontor/shared';
import { quote } from '../../db/quote.ts';
import type { Context, Row } from '../../engine/context.ts';
import { titleFrom, titles } from '../../engine/embed.ts';
import { recordColumns } from '../../query/select.ts';
import { raw, sql } from '../../query/sql.ts';
import { ruledResource } from './check.ts';
import { recipientsOf } from './recipients.ts';
import type { Rule, RuleAction } from './rule.ts';
import { conditionsOf, fromWatched, watchedRows } from './watched.ts';
import { catchUpDays, dueAt, occasionOf } from './when.ts';
import { say } from './words.ts';

/** What a rule would do about a record: who is meant, or why nothing would come of it. */
export interface Planned {
  readonly kind: RuleAction['kind'];
  /** The text, or the name of the template or the step. */
  readonly what: string;
  readonly to: readonly string[];
  readonly problem?: string;
}

export interface PreviewRow {
  readonly id: string;
  readonly title: string;
  /** Null where it is the step that counts, whenever that is taken. */
  readonly due_at: string | null;
  readonly actions: readonly Planned[];
}

export interface RulePreview {
  readonly resource: string;
  /** Days ahead that were looked at; null for steps. */
  readonly days: number | null;
  /** Records that would be dealt with. */
  readonly count: number;
  /** Records whose time it is as well, but that do not meet the conditions. */
  readonly not_met: number;
  readonly rows: readonly PreviewRow[];
}

const daysAhead = 30;
const most = 25;

const day = 86_400_000;

const stepLabel = (resource: Resource, name: string | null, locale: Locale) => {
  const step = name ? resource.workflow?.transitions[name] : undefined;
  return step ? labelText(step.label, name!, locale) : '';
};

async function plan(
  context: Context,
  resource: Resource,
  record: Row,
  rule: Rule,
  templates: ReadonlyMap<string, string>,
): Promise<Planned[]> {
  return Promise.all(
    rule.actions.map(async (action): Promise<Planned> => {
      const step = stepLabel(resource, action.transition, context.locale);
      const what =
        action.kind === 'mail'
          ? (templates.get(action.template_id ?? '') ?? '')
          : action.kind === 'transition'
            ? step
            : (action.text ?? '');
      const from = action.transition ? resource.workflow?.transitions[action.transition]?.from : undefined;
      const impossible =
        action.kind === 'transition' && !from?.includes(record[resource.workflow!.field])
          ? { problem: `${say(context.locale, 'not_possible', { what })}.` }
          : {};
      try {
        const to = await recipientsOf(context, resource, record, rule, action);
        const shown = to.map(({ name, email }) => (action.kind === 'mail' ? email : name || email));
        return { kind: action.kind, what, to: shown, ...impossible };
      } catch (error) {
        if (!(error instanceof PublicError)) throw error;
        const [first] = Object.values(error.fields ?? {});
        const problem = typeof first === 'string' ? translate(first, context.locale) : error.title(context.locale);
        return { kind: action.kind, what, to: [], problem };
      }
    }),
  );
}

/** When a rule would act, and on what it still would; of steps nothing is known ahead. */
function timing(resource: Resource, rule: Rule, zone: string, now: Date) {
  if (rule.trigger === 'transition') {
    const { field, transitions } = resource.workflow!;
    const leading = Object.values(transitions).filter(({ to }) => rule.to_state === null || to === rule.to_state);
    const states = [...new Set(leading.flatMap(({ from }) => from))].filter(
      (state) => rule.from_state === null || state === rule.from_state,
    );
    return { due: raw('NULL::timestamptz'), open: sql`${raw(`t.${quote(field)}`)} = ANY(${states}::text[])` };
  }
  const until = new Date(now.getTime() + daysAhead * day);
  const due = dueAt(resource, rule, zone, until);
  const back = new Date(now.getTime() - catchUpDays * day);
  // a rule that is switched off will not look back
  const since = rule.active && rule.armed_at ? new Date(Math.max(Date.parse(rule.armed_at), +back)) : now;
  return {
    due,
    open: sql`${due} > ${since.toISOString()}::timestamptz AND ${due} <= ${until.toISOString()}::timestamptz AND NOT EXISTS (SELECT 1 FROM automation_runs u WHERE u.rule_id = ${rule.id}::uuid AND u.subject_id = t.id AND u.occasion = ${occasionOf(resource, rule, zone, until)})`,
  };
}

/**
 * What a rule would do, on the records there are: which, when, and what, as far as both whoever asks and the rule's owner may
 * see them. Nothing is written.
 */
export async function previewRule(
  context: Context,
  owner: Context,
  rule: Rule,
  now = new Date(),
): Promise<RulePreview> {
  const { access, engine, locale } = context;
  const resource = ruledResource(context, rule.resource);
  if (!resource) throw new PublicError('forbidden');
  const { due, open } = timing(resource, rule, engine.timeZone, now);
  const from = sql`${fromWatched(context, resource, rule)} AND ${watchedRows(owner, resource, rule)} AND ${open}`;
  const meets = conditionsOf(context, resource, rule);
  const [[counted], rows] = await Promise.all([
    engine.db.query<{ count: number; not_met: number }>(
      sql`SELECT count(*) FILTER (WHERE ${meets})::int AS count, count(*) FILTER (WHERE NOT ${meets})::int AS not_met ${from}`,
    ),
    engine.db.query<Row & { _due: string | null }>(
      sql`SELECT ${recordColumns(access, resource)}, ${due} AS _due ${from} AND ${meets} ORDER BY ${due}, t.id LIMIT ${most}`,
    ),
  ]);
  const ids = rule.actions.flatMap(({ template_id: id }) => (id ? [id] : []));
  const templates = await titles(context, engine.model.get('email_templates'), ids);
  return {
    resource: resource.name,
    days: rule.trigger === 'date' ? daysAhead : null,
    ...counted!,
    rows: await Promise.all(
      rows.map(async (row) => ({
        id: row.id,
        title: titleFrom(resource, row, locale),
        due_at: row._due,
        actions: await plan(context, resource, row, rule, templates),
      })),
    ),
  };
}
