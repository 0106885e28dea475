import { kindOf, PublicError } from '@kontor/shared';
import { sql } from '../../query/sql.ts';
import { house } from '../../services/house.ts';
import { answerAll } from '../../services/matcher/answer.ts';
import { asking } from '../../services/matcher/queue.ts';
import { type Html, html } from './html.ts';
import { lookOf, trainingOfPage } from './links.ts';
import type { PublicPage, Visit } from './routes.ts';
import { type PageWord, pageWords } from './words.ts';

interface Asked {
  readonly id: string;
  readonly training_id: string;
  readonly status: string;
  readonly answer_until: string | null;
  readonly name: string;
  readonly starts_at: string;
  readonly ends_at: string;
  readonly place: string | null;
  readonly city: string | null;
  readonly online: boolean;
}

/** What the trainer of the link was asked for in its training, in the order of the sessions. */
const askedOf = ({ engine, link }: Visit): Promise<Asked[]> =>
  engine.db.query<Asked>(
    sql`SELECT a.id, a.training_id, a.status, a.answer_until, s.name, a.starts_at, a.ends_at, l.name AS place, coalesce(l.address->>'city', o.address->>'city') AS city, coalesce(s.online_link, t.online_link) IS NOT NULL AS online FROM trainer_assignments self JOIN trainer_assignments a ON a.training_id = self.training_id AND a.trainer_id = self.trainer_id JOIN training_sessions s ON s.id = a.session_id JOIN trainings t ON t.id = a.training_id LEFT JOIN locations l ON l.id = coalesce(s.location_id, t.location_id) LEFT JOIN locations o ON o.id = l.parent_id WHERE self.id = ${link.subject_id} AND a.status <> 'option' ORDER BY a.starts_at, a.id`,
  );

/** How it stands: what is still open goes before what is decided. */
function stateOf(all: readonly Asked[], now: string): 'open' | 'late' | 'confirmed' | 'declined' | 'released' {
  const asked = all.filter(({ status }) => status === 'asked');
  if (asked.some(({ answer_until: until }) => until === null || until > now)) return 'open';
  if (asked.length) return 'late';
  if (all.some(({ status }) => status === 'confirmed')) return 'confirmed';
  return all.some(({ status }) => status === 'declined') ? 'declined' : 'released';
}

const heads = {
  open: ['request', 'request_text'],
  late: ['request_late', 'request_late_text'],
  confirmed: ['request_accepted', 'request_accepted_text'],
  declined: ['request_declined', 'request_declined_text'],
  released: ['request_over', 'request_over_text'],
} as const satisfies Record<string, readonly [PageWord, PageWord]>;
/** Which sessions are shown with each: those that it is about. */
const about = { open: 'asked', late: 'asked', confirmed: 'confirmed', declined: 'declined', released: 'released' };

const instant = { kind: 'datetime', label: '' };

/** The request with its two buttons, or what has become of it; `trouble` is why an answer could not be taken. */
async function page(visit: Visit, trouble?: PageWord): ReturnType<PublicPage['show']> {
  const { engine, store } = visit;
  const all = await askedOf(visit);
  const training = all[0] && (await trainingOfPage(engine, all[0].training_id));
  if (!training) return undefined;
  const locale = training.language;
  const t = pageWords(locale);
  const when = (at: string) => kindOf(instant).format(at, instant, locale);
  const now = new Date().toISOString();
  const found = stateOf(all, now);
  const state = found === 'open' && !asking.includes(training.status) ? 'released' : found;
  const shown = all.filter(({ status }) => status === about[found]);
  const sessions = shown.map((one): Html => {
    const place = [one.place, one.city].filter(Boolean).join(', ') || (one.online ? t('online') : '');
    const time = when(one.ends_at).split(/,? /).at(-1);
    return html`<dt>${when(one.starts_at)} – ${time}</dt><dd>${one.name}${place ? html`<br>${place}` : ''}</dd>`;
  });
  const until = state === 'open' && shown[0]?.answer_until;
  const [head, usual] = heads[state];
  const text = state === 'released' && training.status === 'cancelled' ? 'request_off_text' : usual;
  const good = state === 'confirmed' ? 'state good' : '';
  const brand = await lookOf(engine, store, training.brand_id);
  const form =
    state === 'open'
      ? html`<form method="post"><button name="answer" value="accept">${t('request_accept')}</button><label class="text" for="reason">${t('request_reason')}</label><textarea id="reason" name="reason" maxlength="500"></textarea><p></p><button class="second" name="answer" value="decline">${t('request_decline')}</button></form>`
      : '';
  return {
    locale,
    title: t(head),
    status: trouble ? 409 : 200,
    ...(brand ? { brand } : {}),
    body: html`<h1>${t(head)}</h1>${trouble ? html`<p class="state bad" role="alert">${t(trouble)}</p>` : ''}<p class="${good}">${t(text)}</p><h2>${training.name}</h2><dl>${sessions}${until ? html`<dt>${t('until')}</dt><dd>${when(until)}</dd>` : ''}</dl>${form}`,
  };
}

/** The constraint that holds a trainer in one place at a time. */
const elsewhere = (error: unknown) => (error as { code?: string } | null)?.code === '23P01';

/**
 * A trainer accepts or declines all sessions they are asked for. Whoever is late, sends it twice, or is confirmed elsewhere by
 * now, sees what holds.
 */
export const trainerRequestPage: PublicPage = {
  purpose: 'trainer_request',
  show: (visit) => page(visit),
  take: async (visit, body) => {
    const { engine, link, requestId } = visit;
    const answer = body.get('answer');
    if (answer !== 'accept' && answer !== 'decline') return page(visit);
    const reason = body.get('reason')?.replace(/\s+/g, ' ').trim().slice(0, 500) || null;
    try {
      await engine.db.transaction(async (tx) => {
        const [of] = await tx.query<{ training_id: string; trainer_id: string; language: 'de' | 'en' }>(
          sql`SELECT a.training_id, a.trainer_id, t.language FROM trainer_assignments a JOIN trainings t ON t.id = a.training_id WHERE a.id = ${link.subject_id}`,
        );
        const by = house({ engine, requestId }, 'trainer_request');
        if (of) await answerAll({ ...by, locale: of.language }, tx, of, answer, reason);
      });
    } catch (error) {
      if (elsewhere(error)) return page(visit, 'request_elsewhere');
      if (!(error instanceof PublicError)) throw error;
      return page(visit, error.fields?.reason ? 'request_reason_bad' : undefined);
    }
    return page(visit);
  },
};
