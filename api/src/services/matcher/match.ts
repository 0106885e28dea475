import type { Context, Row } from '../../engine/context.ts';
import { get } from '../../engine/get.ts';
import { rank } from './rank.ts';
import { type OwnState, readCandidates } from './read.ts';
import { say } from './say.ts';
import { type SoughtSession, soughtSessions } from './sessions.ts';
import type { PartName, Reason } from './types.ts';

/** A trainer who can lead the sessions. */
export interface Match {
  readonly trainer_id: string;
  readonly name: string;
  readonly points: number;
  readonly parts: readonly {
    readonly part: PartName;
    readonly points: number;
    readonly of: number;
    readonly reasons: readonly string[];
  }[];
  /** How far the trainer is with this training already; null when not at all. */
  readonly state: {
    readonly status: string;
    readonly order: number | null;
    readonly answer_until: string | null;
    readonly reason: string | null;
  } | null;
  /** For all sessions, as decimals; only for who may see them. */
  readonly fee?: string | null;
  readonly travel_cost?: string | null;
}

export interface Matches {
  readonly sessions: readonly Omit<SoughtSession, 'settled'>[];
  /** Do the sessions still need a trainer? Else those of the training are looked at as they are. */
  readonly open: boolean;
  readonly of: number;
  readonly ranking: readonly Match[];
  readonly out: readonly { readonly trainer_id: string; readonly name: string; readonly reasons: readonly string[] }[];
}

const told = (state: OwnState | undefined): Match['state'] =>
  state
    ? { status: state.status, order: state.ask_order, answer_until: state.answer_until, reason: state.reason }
    : null;

/** May the user see what trainers cost, everywhere it stands? The points of costs tell fee and journey together. */
const seesCosts = ({ access, engine }: Context): boolean =>
  (
    [
      ['trainers', 'day_rate'],
      ['trainer_regions', 'travel_cost'],
      ['trainer_assignments', 'fee'],
      ['trainer_assignments', 'travel_cost'],
    ] as const
  ).every(([name, field]) => access.properties(engine.model.get(name)).has(field));

/**
 * The trainers for a training, best first, with the reasons of each point, and those who fell out, with why: as far as the user
 * sees trainers. Only for who may plan them.
 */
export async function matchTrainers(context: Context, id: string): Promise<Matches> {
  const { access, engine, locale } = context;
  const { model } = engine;
  access.require(model.get('trainer_assignments'), 'create');
  access.require(model.get('trainers'), 'read');
  const training = await get(context, model.get('trainings'), id);
  return engine.db.together((on) => matchFor({ context, on, training, locale }));
}

/** The same for a training that is known already, in a transaction. */
export async function matchFor({
  context,
  on,
  training,
  locale,
  only,
}: {
  readonly context: Context;
  readonly on: Parameters<typeof readCandidates>[1];
  readonly training: Row;
  readonly locale: Context['locale'];
  /** Looks at these trainers, and no others. */
  readonly only?: readonly string[];
}): Promise<Matches> {
  const { sessions, open } = await soughtSessions(on, training.id);
  const costs = seesCosts(context);
  if (sessions.length === 0) return { sessions: [], open: false, of: 0, ranking: [], out: [] };
  const read = await readCandidates(context, on, training, sessions, { costs, ...(only ? { only } : {}) });
  const { of, ranking, out } = rank(read.wanted, read.candidates, { costs });
  const names = new Map(read.candidates.map(({ id, name }) => [id, name]));
  const words = (reasons: readonly Reason[]) => reasons.map((reason) => say(reason, locale));
  return {
    sessions: sessions.map(({ id, name, starts_at, ends_at }) => ({ id, name, starts_at, ends_at })),
    open,
    of,
    ranking: ranking.map(({ id, points, parts }) => {
      const cost = read.costs.get(id);
      return {
        trainer_id: id,
        name: names.get(id)!,
        points,
        parts: parts.map(({ reasons, ...part }) => ({ ...part, reasons: words(reasons) })),
        state: told(read.states.get(id)),
        ...(cost ? { fee: cost.fee === null ? null : cost.fee.toFixed(2), travel_cost: cost.travel.toFixed(2) } : {}),
      };
    }),
    out: out.map(({ id, reasons }) => ({ trainer_id: id, name: names.get(id)!, reasons: words(reasons) })),
  };
}
