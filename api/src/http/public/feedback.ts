import { type FieldErrors, message, PublicError, translate } from '@kontor/shared';
import type { Row, Values } from '../../engine/context.ts';
import { change, lockRecord } from '../../engine/update.ts';
import { sql } from '../../query/sql.ts';
import { house } from '../../services/house.ts';
import { lockTraining } from '../../services/places/training.ts';
import { type Html, html } from './html.ts';
import { lookOf, trainingOfPage } from './links.ts';
import type { PublicPage, Visit } from './routes.ts';
import { pageWords } from './words.ts';

const ratings = ['content_rating', 'trainer_rating', 'organisation_rating'] as const;
const numbers = [...ratings, 'recommend'] as const;
const words = ['liked', 'missed'] as const;

/** The answer of a link, as long as who gives it takes part. */
const asked = (id: string) =>
  sql`SELECT f.* FROM feedback_responses f JOIN enrolments e ON e.id = f.enrolment_id AND e.status = 'enrolled' WHERE f.id = ${id}`;

interface Said {
  readonly values: Values;
  readonly errors: FieldErrors;
  readonly saved: boolean;
}

/** Ties what is wrong to its field, for those who hear the page. */
const describedBy = (name: string, error?: string): Html | '' => (error ? html` aria-describedby="${name}-error"` : '');

/** One question with its numbers to choose from. */
function scale(
  name: string,
  label: string,
  hint: string,
  [from, to]: [number, number],
  said: Said,
  error?: string,
): Html {
  const all = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const chosen = String(said.values[name] ?? '');
  return html`<fieldset${describedBy(name, error)}><legend>${label}</legend><p class="hint">${hint}</p><div class="scale">${all.map(
    (n) =>
      html`<label><input type="radio" name="${name}" value="${n}"${chosen === String(n) ? html` checked` : ''}><span>${n}</span></label>`,
  )}</div>${error ? html`<p class="error" id="${name}-error">${error}</p>` : ''}</fieldset>`;
}

async function page(visit: Visit, given?: Said): ReturnType<PublicPage['show']> {
  const { engine, store, link } = visit;
  const [stored] = await engine.db.query<Row>(asked(link.subject_id));
  const training = stored && (await trainingOfPage(engine, stored.training_id));
  if (!training) return undefined;
  const locale = training.language;
  const t = pageWords(locale);
  const said: Said = given ?? { values: stored, errors: {}, saved: false };
  const error = (name: string) => {
    const told = said.errors[name];
    return typeof told === 'string' ? translate(told, locale) : undefined;
  };
  const wrong = Object.keys(said.errors).length > 0;
  const brand = await lookOf(engine, store, training.brand_id);
  const open = training.status !== 'closed';
  const form = html`<form method="post">${ratings.map((name) =>
    scale(name, t(name), t('scale5'), [1, 5], said, error(name)),
  )}${scale('recommend', t('recommend'), t('scale10'), [0, 10], said, error('recommend'))}${words.map(
    (name) =>
      html`<label class="text" for="${name}">${t(name)}</label><textarea id="${name}" name="${name}" maxlength="4000"${error(name) ? html` aria-invalid="true"` : ''}${describedBy(name, error(name))}>${String(said.values[name] ?? '')}</textarea>${error(name) ? html`<p class="error" id="${name}-error">${error(name)}</p>` : ''}<p></p>`,
  )}<label class="check"><input type="checkbox" name="quotable" value="yes"${said.values.quotable ? html` checked` : ''}>${t('quotable')}</label><button>${t(stored.state === 'given' ? 'change' : 'send')}</button></form>`;
  const head = wrong
    ? html`<p class="state bad" role="alert">${t('problem')}</p>`
    : said.saved || stored.state === 'given'
      ? html`<p class="state good" role="status">${t('thanks')} ${open ? t('thanks_text') : ''}</p>`
      : html`<p>${t('feedback_text')}</p>`;
  return {
    locale,
    title: t('feedback'),
    status: wrong ? 422 : 200,
    ...(brand ? { brand } : {}),
    body: html`<h1>${t('feedback')}</h1><p><strong>${training.name}</strong></p>${open ? html`${head}${form}` : html`<p class="state good">${t('closed')}</p>`}`,
  };
}

/** What somebody thinks of a training; it can be changed until the training is closed. */
export const feedbackPage: PublicPage = {
  purpose: 'feedback',
  show: (visit) => page(visit),
  take: async (visit, body) => {
    const { engine, link, requestId } = visit;
    const values: Values = { quotable: body.get('quotable') === 'yes' };
    const errors: FieldErrors = {};
    for (const name of numbers) {
      const text = body.get(name) ?? '';
      values[name] = /^\d{1,2}$/.test(text) ? Number(text) : null;
      if (values[name] === null) errors[name] = message('required');
    }
    for (const name of words) values[name] = body.get(name)?.replace(/\r\n?/g, '\n').trim() || null;
    if (Object.keys(errors).length) return page(visit, { values, errors, saved: false });
    const by = house({ engine, requestId }, 'feedback');
    const resource = engine.model.get('feedback_responses');
    try {
      await engine.db.transaction(async (tx) => {
        const [of] = await tx.query<{ training_id: string }>(
          sql`SELECT training_id FROM feedback_responses WHERE id = ${link.subject_id}`,
        );
        // held first, as on every path: what is said counts there, and nothing does once it is closed
        const training = of && (await lockTraining(tx, of.training_id));
        if (!training || training.status === 'closed') return;
        const [takesPart] = await tx.query(asked(link.subject_id));
        if (!takesPart) return;
        const current = await lockRecord(by, tx, resource, link.subject_id, 'update');
        const given = { state: 'given', given_at: current.given_at ?? new Date().toISOString() };
        await (await change(by, tx, resource, current, { ...values, ...given })).record;
      });
    } catch (error) {
      if (!(error instanceof PublicError) || !error.fields) throw error;
      return page(visit, { values, errors: error.fields, saved: false });
    }
    return page(visit);
  },
};
