import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PublicError } from '@kontor/shared';
import express, { type Express, type RequestHandler } from 'express';
import type { Logger } from 'pino';
import { v7 as uuidv7 } from 'uuid';
import type { Engine } from '../engine/context.ts';
import { sql } from '../query/sql.ts';
import { usageCounter } from '../services/api_key_usages.ts';
import type { FileStorage } from '../services/files.ts';
import type { JobFiles } from '../services/jobs/files.ts';
import type { CounterStore } from '../services/limits.ts';
import type { OpenIdProvider } from '../services/openid/providers.ts';
import type { Keys } from '../services/secrets.ts';
import type { SessionLimits } from '../services/sessions.ts';
import { signingKeys } from '../services/signing_keys.ts';
import { accessLog } from './access_log.ts';
import { packed } from './answer.ts';
import { byKey } from './api_keys.ts';
import { auditRoutes } from './audit.ts';
import { type Authentication, authentication } from './authentication.ts';
import { jsonBodies } from './bodies.ts';
import { calendarRoutes } from './calendar.ts';
import { denials } from './denials.ts';
import { docsRoutes } from './docs.ts';
import { entryRoutes } from './entry.ts';
import { explainAccessRoutes } from './explain_access.ts';
import { factorRoutes } from './factors.ts';
import { fileRoutes } from './files.ts';
import { guard } from './guard.ts';
import { pageHeaders, secureHeaders } from './headers.ts';
import { jobRoutes } from './jobs.ts';
import { letterRoutes } from './letters.ts';
import { type Rates, rateLimits } from './limits.ts';
import { mailRoutes } from './mail.ts';
import { matcherRoutes } from './matcher.ts';
import { notificationRoutes } from './notifications.ts';
import { numberGapRoutes } from './number_gaps.ts';
import { openIdRoutes } from './openid.ts';
import { sessionOpener } from './openid_session.ts';
import { problems } from './problems.ts';
import { publicRoutes } from './public/routes.ts';
import { recordRoutes } from './records.ts';
import { ruleRoutes } from './rules.ts';
import { secondFactorRoutes } from './second_factor.ts';
import { sessionRoutes } from './session.ts';
import { sheetRoutes } from './sheets.ts';
import { stepUpRoutes } from './step_up.ts';
import { authenticated, ticketRoutes } from './tickets.ts';
import { transferRoutes } from './transfer.ts';
import { uploadRoutes } from './uploads.ts';
import { versionRoutes } from './versions.ts';

export interface AppOptions {
  readonly engine: Engine;
  readonly keys: Keys;
  readonly logger: Logger;
  /** Folder of the built admin; without it only the API is served. */
  readonly adminFolder?: string;
  /** Folder of the installation. */
  readonly home: string;
  /** Where uploaded content lies. */
  readonly files: FileStorage;
  readonly jobFiles: JobFiles;
  /** How long devices stay signed in. */
  readonly sessions: SessionLimits;
  /** Through whom people can sign in, besides by password. */
  readonly openIdProviders: readonly OpenIdProvider[];
  /** Address under which people reach Kontor. */
  readonly publicUrl: string | undefined;
  /** Where failures and requests are counted, and how many of these are too many. */
  readonly counters: CounterStore;
  readonly rates: Rates;
  /** Behind TLS: secure cookies and HSTS. */
  readonly secure: boolean;
}

/** Gives every request an id and one log line when it ends. Addresses lose their tickets and codes before they are logged. */
function logging(logger: Logger): RequestHandler {
  return (request, response, next) => {
    const given = request.headers['x-request-id'];
    const requestId = typeof given === 'string' && /^[\w-]{8,60}$/.test(given) ? given : uuidv7();
    response.locals.requestId = requestId;
    response.setHeader('X-Request-Id', requestId);
    if (!logger.isLevelEnabled('info')) {
      next();
      return;
    }
    const started = process.hrtime.bigint();
    const address = request.originalUrl
      .replace(/([?&]ticket=)[^&]*/, '$1…')
      .replace(/(\/callback\?).*/, '$1…')
      .replace(/(\/p\/[^/]*\/).*/, '$1…')
      .replace(/(\/calendar\/[^/]*\/).*/, '$1…');
    response.on('finish', () => {
      logger.info({
        request_id: requestId,
        method: request.method,
        url: address,
        status: response.statusCode,
        ms: Number(process.hrtime.bigint() - started) / 1e6,
        user: response.locals.access?.actor.id,
        api_key: response.locals.access?.actor.api_key?.id,
      });
    });
    next();
  };
}

/** Answers of the API are data: never a page, never cached, never guessed at. */
const apiHeaders: RequestHandler = (_request, response, next) => {
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
  next();
};

/** Kontor over HTTP. */
export interface App {
  readonly app: Express;
  readonly auth: Authentication;
  /** Forgets what users and keys may do: it has changed somewhere. */
  forget(): void;
  /** Writes what is still in memory, before the database is closed. */
  end(): Promise<void>;
}

/** The whole HTTP surface of Kontor. */
export function createApp(options: AppOptions): App {
  const { engine, keys, logger, secure } = options;
  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple').set('trust proxy', 'loopback');
  const auth = authentication(engine.db, engine.model, signingKeys(engine.db, keys));
  const guarded = guard(options.counters, { installation: keys.installation, secure, key: keys.devices });
  const limits = rateLimits(options.counters, options.rates, guarded);

  const usages = usageCounter(engine.db, engine.timeZone);

  app.use(logging(logger), secureHeaders(secure));
  app.get('/health/live', (_request, response) => {
    response.json({ status: 'live' });
  });
  app.get('/health/ready', async (_request, response) => {
    const ready = await engine.db.query(sql`SELECT 1`).then(
      () => true,
      () => false,
    );
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'database not reachable' });
  });
  const api = express.Router();
  api.use(apiHeaders);
  const { publicUrl } = options;
  const signIn = { db: engine.db, auth, guard: guarded, keys, secure, limits: options.sessions, publicUrl };
  api.use(
    '/session/openid',
    limits.visitors,
    openIdRoutes({
      engine,
      keys,
      logger,
      providers: options.openIdProviders,
      publicUrl,
      secure,
      open: sessionOpener(signIn),
    }),
  );
  api.use('/session', limits.visitors, jsonBodies);
  api.use('/session/entry', entryRoutes(engine, auth, guarded));
  api.use('/session', sessionRoutes(signIn), secondFactorRoutes(signIn), stepUpRoutes(signIn));
  api.use('/session', factorRoutes(engine, signIn));
  api.use('/calendar', calendarRoutes(engine, keys.installation, limits.visitors));
  const byKeys = byKey(engine.db, usages, auth.accessByKey, authenticated(auth, keys.tickets));
  api.use(byKeys.authenticated, limits.users, accessLog(engine));
  // one router for all: every nested one would cost each request as much as all routes of it together
  auditRoutes(api, engine, options.home);
  explainAccessRoutes(api, engine);
  numberGapRoutes(api, engine);
  fileRoutes(api, engine, options.files);
  uploadRoutes(api, engine, options.files);
  jobRoutes(api, engine, options.jobFiles);
  transferRoutes(api, engine, options.jobFiles);
  api.use(jsonBodies);
  ticketRoutes(api, keys.tickets);
  notificationRoutes(api, engine);
  ruleRoutes(api, engine);
  matcherRoutes(api, engine);
  recordRoutes(api, engine);
  versionRoutes(api, engine);
  mailRoutes(api, engine, options.files);
  letterRoutes(api, engine, options.files);
  sheetRoutes(api, engine, options.files);
  app.use('/api/v1', api);
  app.use('/p', publicRoutes(engine, options.files.store, limits.visitors));
  app.use('/api', packed, docsRoutes(engine.model));
  app.use('/api', () => {
    throw new PublicError('unknown_route');
  });
  if (options.adminFolder && existsSync(join(options.adminFolder, 'index.html')))
    serveAdmin(app, options.adminFolder, secure);
  app.use(() => {
    throw new PublicError('unknown_route');
  });
  app.use(denials(engine, logger));
  app.use(problems(engine.model, logger));
  const forget = () => {
    auth.forget();
    byKeys.forget();
  };
  return { app, auth, forget, end: usages.end };
}

/** The built admin: hashed files are immutable, the page carries a fresh nonce for its styles. */
function serveAdmin(app: Express, folder: string, secure: boolean): void {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  app.use(packed);
  app.use(
    '/assets',
    express.static(join(folder, 'assets'), { immutable: true, maxAge: '365d', index: false, redirect: false }),
  );
  // an address of a folder is one of the app: a redirect would repeat it, however long it is
  app.use(express.static(folder, { index: false, maxAge: '1h', redirect: false }));
  app.get('/{*path}', (request, response, next) => {
    if (request.path.startsWith('/assets/') || /\.\w{2,5}$/.test(request.path)) {
      next();
      return;
    }
    const nonce = randomBytes(16).toString('base64');
    pageHeaders(response, pagePolicy(nonce, secure));
    response.setHeader('Cache-Control', 'no-cache');
    response.type('html').send(page.replaceAll('%nonce%', nonce));
  });
}

/** Scripts and styles are ours or carry the nonce of this very page. Only style attributes, which run nothing, are free. */
const pagePolicy = (nonce: string, secure: boolean): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "script-src-attr 'none'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "frame-src 'self' blob:", // PDF, as the browser shows it; a preview is no file yet
    "font-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
