import { PublicError } from '@kontor/shared';
import express, { type ErrorRequestHandler, type Request, type RequestHandler, type Response, Router } from 'express';
import type { Engine } from '../../engine/context.ts';
import type { ContentStore } from '../../services/content/store.ts';
import { type LinkPurpose, type OpenLink, openLink } from '../../services/public_links.ts';
import { certificatePage } from './certificate.ts';
import { feedbackPage } from './feedback.ts';
import { html } from './html.ts';
import { type PageContent, sendPage } from './page.ts';
import { seatOfferPage } from './seat_offer.ts';
import { trainerRequestPage } from './trainer_request.ts';
import { pageWords } from './words.ts';

/** Somebody has come by a link. */
export interface Visit {
  readonly engine: Engine;
  readonly store: ContentStore;
  readonly link: OpenLink;
  readonly requestId: string;
}

/** A page for those who have a link to it. What it answers undefined to is as if the link were wrong. */
export interface PublicPage {
  readonly purpose: LinkPurpose;
  readonly show: (visit: Visit) => Promise<PageContent | undefined>;
  /** Takes what was sent by its form. The secret of the address is what proves that it was meant. */
  readonly take?: (visit: Visit, body: URLSearchParams) => Promise<PageContent | undefined>;
}

const pages: readonly PublicPage[] = [certificatePage, feedbackPage, seatOfferPage, trainerRequestPage];
const secret = /^[\w-]{43}$/;

/** The same for every link that opens nothing, whatever the reason: in both languages, in the look of no brand. */
function sendGone(response: Response, key: 'gone' | 'busy' = 'gone', status = 404): void {
  const [de, en] = [pageWords('de'), pageWords('en')];
  sendPage(response, {
    locale: 'de',
    title: de(`${key}_title`),
    status,
    body: html`<h1>${de(`${key}_title`)}</h1><p>${de(key)}</p><div lang="en"><h2>${en(`${key}_title`)}</h2><p>${en(key)}</p></div>`,
  });
}

/** Forms of at most 64 kB, as text: nothing of it is interpreted before it is looked for by name. */
const forms = express.text({ type: 'application/x-www-form-urlencoded', limit: '64kb' });

/** Pages without sign-in, below `/p/<purpose>/<secret>`. */
export function publicRoutes(engine: Engine, store: ContentStore, limited: RequestHandler): Router {
  const router = Router();
  const visit = async (page: PublicPage, request: Request, response: Response): Promise<Visit | undefined> => {
    const token = request.params.token as string;
    const link = secret.test(token) ? await openLink(engine.db, page.purpose, token) : undefined;
    return link && { engine, store, link, requestId: response.locals.requestId };
  };
  const answer = (response: Response, content: PageContent | undefined) =>
    content ? sendPage(response, content) : sendGone(response);
  for (const page of pages) {
    const path = `/${page.purpose}/:token`;
    router.get(path, limited, async (request, response) => {
      const come = await visit(page, request, response);
      answer(response, come && (await page.show(come)));
    });
    const { take } = page;
    if (take)
      router.post(path, limited, forms, async (request, response) => {
        const come = await visit(page, request, response);
        const body = new URLSearchParams(typeof request.body === 'string' ? request.body : '');
        answer(response, come && (await take(come, body)));
      });
  }
  router.use((_request, response) => sendGone(response));
  /** Refusals are pages as well; what nobody expected goes on to the log. */
  const refused: ErrorRequestHandler = (error, _request, response, next) => {
    if (error instanceof PublicError && error.status === 429) {
      response.set('Retry-After', String(error.extra?.retry_after ?? 60));
      sendGone(response, 'busy', 429);
    } else if (error instanceof PublicError || (error.status >= 400 && error.status < 500)) sendGone(response);
    else next(error);
  };
  router.use(refused);
  return router;
}
