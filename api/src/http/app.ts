import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PublicError } from '@kontor/shared';
import express, { type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { v7 as uuidv7 } from 'uuid';
import type { Engine } from '../engine/context.ts';
import { sql } from '../query/sql.ts';
import type { Keys } from '../services/secrets.ts';
import type { SessionLimits } from '../services/sessions.ts';
import { signingKeys } from '../services/signing_keys.ts';
import { packed } from './answer.ts';
import { type Authentication, authentication } from './authentication.ts';
import { jsonBodies } from './bodies.ts';
import { docsRoutes } from './docs.ts';
import { fileRoutes } from './files.ts';
import { problems } from './problems.ts';
import { recordRoutes } from './records.ts';
import { sessionRoutes } from './session.ts';
import { authenticated, ticketRoutes } from './tickets.ts';
import { transferRoutes } from './transfer.ts';
import { versionRoutes } from './versions.ts';

export interface AppOptions {
  readonly engine: Engine;
  readonly keys: Keys;
  readonly logger: Logger;
  /** Folder of the built admin; without it only the API is served. */
  readonly adminFolder?: string;
  /** Folder of uploaded content. */
  readonly filesFolder: string;
  /** How long devices stay signed in. */
  readonly sessions: SessionLimits;
  /** Behind TLS: secure cookies and HSTS. */
  readonly secure: boolean;
}

/** Gives every request an id and one log line when it ends. Addresses lose their tickets before they are logged. */
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
    const address = request.originalUrl.replace(/([?&]ticket=)[^&]*/, '$1…');
    response.on('finish', () => {
      logger.info({
        request_id: requestId,
        method: request.method,
        url: address,
        status: response.statusCode,
        ms: Number(process.hrtime.bigint() - started) / 1e6,
        user: response.locals.access?.actor.id,
      });
    });
    next();
  };
}

/** Answers of the API are data: never a page, never cached, never guessed at. */
const apiHeaders: RequestHandler = (_request, response, next) => {
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
  next();
};

/** The whole HTTP surface of Kontor. */
export function createApp(options: AppOptions): { app: Express; auth: Authentication } {
  const { engine, keys, logger, secure } = options;
  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple').set('trust proxy', 'loopback');
  const auth = authentication(engine.db, engine.model, signingKeys(engine.db, keys));

  app.use(logging(logger));
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
  api.use(
    '/session',
    jsonBodies,
    sessionRoutes(engine.db, auth, { installation: keys.installation, secure, limits: options.sessions }),
  );
  api.use(authenticated(auth, keys.tickets));
  // one router for all: every nested one would cost each request as much as all routes of it together
  fileRoutes(api, engine, options.filesFolder);
  transferRoutes(api, engine);
  api.use(jsonBodies);
  ticketRoutes(api, keys.tickets);
  recordRoutes(api, engine);
  versionRoutes(api, engine);
  app.use('/api/v1', api);
  app.use('/api', packed, docsRoutes(engine.model));
  app.use('/api', () => {
    throw new PublicError('unknown_route');
  });
  if (options.adminFolder && existsSync(join(options.adminFolder, 'index.html')))
    serveAdmin(app, options.adminFolder, secure);
  app.use(() => {
    throw new PublicError('unknown_route');
  });
  app.use(problems(engine.model, logger));
  return { app, auth };
}

/** The built admin: hashed files are immutable, the page carries a fresh nonce for its styles. */
function serveAdmin(app: Express, folder: string, secure: boolean): void {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  app.use(packed);
  app.use(
    '/assets',
    express.static(join(folder, 'assets'), { immutable: true, maxAge: '365d', index: false, fallthrough: true }),
  );
  app.use(express.static(folder, { index: false, maxAge: '1h' }));
  app.get('/{*path}', (request, response, next) => {
    if (request.path.startsWith('/assets/') || /\.\w{2,5}$/.test(request.path)) {
      next();
      return;
    }
    const nonce = randomBytes(16).toString('base64');
    helmet({
      contentSecurityPolicy: {
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: ["'self'", `'nonce-${nonce}'`],
          styleSrc: ["'self'", `'nonce-${nonce}'`],
          styleSrcAttr: ["'unsafe-inline'"],
          imgSrc: ["'self'", 'data:', 'blob:'],
          fontSrc: ["'self'", 'data:'],
          connectSrc: ["'self'"],
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
          frameAncestors: ["'none'"],
          upgradeInsecureRequests: secure ? [] : null,
        },
      },
      strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
      crossOriginEmbedderPolicy: false,
    })(request, response, () => {
      response.setHeader('Cache-Control', 'no-cache');
      response.type('html').send(page.replaceAll('%nonce%', nonce));
    });
  });
}
