import { kindOf, PublicError } from '@kontor/shared';
import { transitionIn } from '../../engine/act.ts';
import { sql } from '../../query/sql.ts';
import { house } from '../../services/house.ts';
import { declined, hasDeclined } from '../../services/places/offer.ts';
import { lockTraining, offersPlaces } from '../../services/places/training.ts';
import { html } from './html.ts';
import { lookOf, trainingOfPage } from './links.ts';
import type { PublicPage, Visit } from './routes.ts';
import { pageWords } from './words.ts';

interface Place {
  readonly status: string;
  readonly reason: string | null;
  readonly training_id: string;
  readonly participant: string | null;
  readonly offer_until: string | null;
}

const placeOf = async ({ engine, link }: Visit): Promise<Place | undefined> => {
  const [place] = await engine.db.query<Place>(
    sql`SELECT status, reason, training_id, participant, offer_until FROM enrolments WHERE id = ${link.subject_id}`,
  );
  return place;
};

/** What was decided, or the offer with its two buttons; nothing once it has lapsed. */
const show: PublicPage['show'] = async (visit) => {
  const { engine, store } = visit;
  const place = await placeOf(visit);
  const training = place && (await trainingOfPage(engine, place.training_id));
  if (!training || !['offered', 'enrolled', 'cancelled'].includes(place.status)) return undefined;
  const begun = training.first_session_at !== null && training.first_session_at <= new Date().toISOString();
  if (place.status === 'offered' && (begun || training.status === 'cancelled')) return undefined;
  const locale = training.language;
  const t = pageWords(locale);
  const instant = (value: string | null) =>
    value && kindOf({ kind: 'datetime', label: '' }).format(value, { kind: 'datetime', label: '' }, locale);
  const open = place.status === 'offered';
  const facts = [
    [t('training'), training.name],
    [t('participant'), place.participant],
    [t('first_session'), instant(training.first_session_at)],
    [t('until'), open ? instant(place.offer_until) : null],
  ].filter(([, value]) => value);
  const list = html`<dl>${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
  const brand = await lookOf(engine, store, training.brand_id);
  const off = training.status === 'cancelled' ? 'called_off' : 'accepted';
  const said = place.status === 'enrolled' ? off : hasDeclined(place) ? 'declined' : 'place_cancelled';
  return {
    locale,
    title: open ? t('offer') : t(said),
    ...(brand ? { brand } : {}),
    body: open
      ? html`<h1>${t('offer')}</h1><p>${t('offer_text')}</p>${list}<form method="post"><button name="answer" value="accept">${t('accept')}</button><button class="second" name="answer" value="decline">${t('decline')}</button></form>`
      : html`<h1>${t(said)}</h1><p>${t(`${said}_text`)}</p>${list}`,
  };
};

/** Somebody accepts or declines the place. Whoever is late, or sends it twice, sees what holds. */
export const seatOfferPage: PublicPage = {
  purpose: 'seat_offer',
  show,
  take: async (visit, body) => {
    const { engine, link, requestId } = visit;
    const answer = body.get('answer');
    if (answer === 'accept' || answer === 'decline')
      await engine.db
        .transaction(async (tx) => {
          const [of] = await tx.query<{ training_id: string }>(
            sql`SELECT training_id FROM enrolments WHERE id = ${link.subject_id}`,
          );
          const training = of && (await lockTraining(tx, of.training_id));
          const [place] = await tx.query<Place>(
            sql`SELECT status, offer_until FROM enrolments WHERE id = ${link.subject_id} FOR NO KEY UPDATE`,
          );
          const now = new Date().toISOString();
          if (!training || place?.status !== 'offered' || !place.offer_until || place.offer_until <= now) return;
          if (!offersPlaces(training)) return;
          const by = house({ engine, requestId }, 'seat_offer');
          const enrolments = engine.model.get('enrolments');
          const reason = declined[training.language === 'en' ? 'en' : 'de'];
          await (answer === 'accept'
            ? transitionIn(by, tx, enrolments, link.subject_id, 'enrol')
            : transitionIn(by, tx, enrolments, link.subject_id, 'cancel', { reason }));
        })
        .catch((error) => {
          if (!(error instanceof PublicError)) throw error; // the page tells what holds
        });
    return show(visit);
  },
};
