import { type Model, PublicError, uuid } from '@kontor/shared';
import type { RequestHandler } from 'express';
import jwt from 'jsonwebtoken';
import passport from 'passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import type { Database } from '../db/pool.ts';
import { Access } from '../engine/access.ts';
import { sql } from '../query/sql.ts';
import { missingIn } from '../services/factors/required.ts';
import { rightsOfRole } from '../services/rights.ts';
import type { SigningKeys } from '../services/signing_keys.ts';
import { findUser, type KnownUser } from '../services/users.ts';
import type { AccessByKey } from './api_keys.ts';

export const accessTokenSeconds = 600;

/** Who is signed in, as the answer of sign-in shows it. */
export const publicUser = ({
  id,
  name,
  email,
  language,
  roles,
  role_names,
  brand_ids,
  picture,
  grants,
}: KnownUser) => ({
  user: { id, name, email, language, roles, role_names, brand_ids, picture },
  grants,
});

/** What is needed to check a password: one question, whether the address is known or not (kept in lower case, so case does not matter). */
export async function findCredentials(
  db: Database,
  email: string,
): Promise<{ readonly id: string; readonly password_hash: string | null } | undefined> {
  const [row] = await db.query<{ id: string; password_hash: string | null }>(
    sql`SELECT u.id, c.password_hash FROM users u LEFT JOIN credentials c ON c.user_id = u.id WHERE u.email = ${email.toLowerCase()} AND u.active AND u.deleted_at IS NULL`,
  );
  return row;
}

/** Whose request it is, from which device, and as whom they look at Kontor. */
export interface SignedIn {
  readonly userId: string;
  readonly session: string;
  /** Looks at Kontor as this user, or as somebody who has this role alone. */
  readonly view?: { readonly user: string } | { readonly role: string };
}

export interface Authentication {
  /** Lets a request pass whose token is valid. */
  readonly required: RequestHandler;
  /** As `personal`, but also for a session that still has to show the second factor that a role requires. */
  readonly enrolling: RequestHandler[];
  /** The same for what concerns the user's own sign-in: not for somebody who looks at Kontor as somebody else. */
  readonly personal: RequestHandler[];
  accessToken(who: SignedIn): Promise<string>;
  /**
   * What a user may do; undefined once the session has ended, or the user is not active any more. Throws
   * `second_factor_required` while the session still has to show the second factor that a role requires.
   */
  accessOf(who: SignedIn): Promise<Access | undefined>;
  /** What a machine may do for the user whose key it has. */
  accessByKey: AccessByKey;
  /** Forgets what users may do: it has changed somewhere. */
  forget(): void;
}

/** The session has to show a second factor before it may do anything else. Never remembered: it may be shown a moment later. */
class SecondFactorMissing extends PublicError {
  readonly access: Access;
  constructor(access: Access) {
    super('second_factor_required');
    this.access = access;
  }
}

/** For so many milliseconds is remembered who a token belongs to, where no announcement says otherwise. Ended sessions count after that. */
const memory = 4000;

const viewKey = ({ session, view }: SignedIn) =>
  view ? `${session} ${'user' in view ? view.user : `role ${view.role}`}` : session;

/** Bearer tokens (JWT, ES256), checked by passport-jwt; a checked token and its user are remembered for a moment. */
export function authentication(db: Database, model: Model, keys: SigningKeys): Authentication {
  const known = new Map<string, { access: Access; userId: string; until: number }>();
  const tokens = new Map<string, { who: SignedIn; until: number }>();
  const strategy = new Strategy(
    {
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      secretOrKeyProvider: (_request, token: string, done) => {
        const kid = jwt.decode(token, { complete: true })?.header.kid;
        (kid && uuid.test(kid) ? keys.publicKey(kid) : Promise.resolve(undefined)).then(
          (key) => done(key ? null : new Error('unknown key'), key),
          (error) => done(error),
        );
      },
      algorithms: ['ES256'],
      issuer: 'kontor',
      audience: 'api',
    },
    (payload, done) =>
      done(null, {
        userId: payload.sub,
        session: payload.sid,
        ...(payload.view ? { view: payload.view } : {}),
        until: payload.exp * 1000,
      }),
  );
  const check = new passport.Passport();
  check.use('jwt', strategy);

  /** Counts the announcements: what was read before one is not remembered after it. */
  let generation = 0;

  async function load(who: SignedIn): Promise<Access | undefined> {
    const user = await findUser(db, { id: who.userId, session: who.session });
    if (!user) return undefined;
    const own = new Access(model, user);
    if (await missingIn(db, user, who.session)) throw new SecondFactorMissing(own);
    if (!who.view) return own;
    const users = model.get('users');
    if ('role' in who.view) {
      if (!own.unlimited(users, 'action.view_as')) return undefined;
      const rights = await rightsOfRole(db, who.view.role);
      return rights && new Access(model, { ...user, ...rights, logs_access: true, impersonator: user.id });
    }
    const [allowed] = await db.query(
      sql`SELECT t.id FROM users t WHERE t.id = ${who.view.user} AND ${own.rows(users, 'action.view_as', 't')}`,
    );
    const viewed = allowed && (await findUser(db, { id: who.view.user }));
    return viewed && new Access(model, { ...viewed, logs_access: true, impersonator: user.id });
  }

  async function accessOf(who: SignedIn): Promise<Access | undefined> {
    const key = viewKey(who);
    const found = known.get(key);
    if (found && found.until > Date.now() && found.userId === who.userId) return found.access;
    const now = generation;
    const access = await load(who);
    if (!access) {
      known.delete(key);
      return undefined;
    }
    if (known.size > 5000) known.clear();
    if (now === generation) known.set(key, { access, userId: who.userId, until: Date.now() + memory });
    return access;
  }

  /** What there is to know of who has to show a second factor first: enough to show it. */
  const evenWithoutFactor = (error: unknown): Access => {
    if (error instanceof SecondFactorMissing) return error.access;
    throw error;
  };

  const signedIn =
    (enrolling: boolean): RequestHandler =>
    (request, response, next) => {
      const found = (who: SignedIn) => (enrolling ? accessOf(who).catch(evenWithoutFactor) : accessOf(who));
      const proceed = (who: SignedIn) =>
        found(who).then((access) => {
          if (!access) throw new PublicError('unauthenticated');
          response.locals.access = access;
          response.locals.session = who.session;
          response.locals.view = who.view;
          next();
        }, next);
      const header = request.headers.authorization ?? '';
      const remembered = tokens.get(header);
      if (remembered && remembered.until > Date.now()) {
        proceed(remembered.who).catch(next);
        return;
      }
      check.authenticate('jwt', { session: false }, (error: unknown, found: (SignedIn & { until: number }) | false) => {
        if (error || !found || ![found.session, found.userId].every((id) => uuid.test(id))) {
          next(new PublicError('unauthenticated'));
          return;
        }
        const { until, ...who } = found;
        if (tokens.size > 5000) tokens.clear();
        tokens.set(header, { who, until });
        proceed(who).catch(next);
      })(request, response, next);
    };

  const notAsSomebodyElse: RequestHandler = (_request, response, next) => {
    next(response.locals.access.actor.impersonator ? new PublicError('view_only') : undefined);
  };

  const required = signedIn(false);
  return {
    required,
    personal: [required, notAsSomebodyElse],
    enrolling: [signedIn(true), notAsSomebodyElse],
    accessToken: async ({ userId, session, view }) => {
      const { id, key } = await keys.current();
      return jwt.sign({ sid: session, ...(view ? { view } : {}) }, key, {
        algorithm: 'ES256',
        keyid: id,
        subject: userId,
        expiresIn: accessTokenSeconds,
        issuer: 'kontor',
        audience: 'api',
      });
    },
    accessOf,
    accessByKey: async ({ id, name, ownerId, limit }) => {
      const owner = await findUser(db, { id: ownerId });
      return owner && new Access(model, { ...owner, api_key: { id, name } }, limit);
    },
    forget: () => {
      generation += 1;
      known.clear();
    },
  };
}
