import { grantsOf, type Model, PublicError, uuid } from '@kontor/shared';
import type { RequestHandler } from 'express';
import jwt from 'jsonwebtoken';
import passport from 'passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import type { Database } from '../db/pool.ts';
import { Access, type Actor } from '../engine/access.ts';
import { raw, sql } from '../query/sql.ts';
import { missingIn } from '../services/factors/required.ts';
import type { SigningKeys } from '../services/signing_keys.ts';

export const accessTokenSeconds = 600;

/** Who is signed in, as the answer of sign-in shows it. */
export const publicUser = (row: Record<string, any>) => ({
  user: {
    id: row.id,
    name: row.name,
    email: row.email,
    language: row.language,
    roles: row.roles,
    brand_ids: row.brand_ids,
    picture: row.picture,
  },
  grants: grantsOf(row.roles as string[]),
});

const userColumns = raw(
  'u.id, u.name, u.email, u.language, u.roles, u.picture, ARRAY(SELECT target_id FROM users_brand_ids WHERE record_id = u.id ORDER BY 1) AS brand_ids',
);

/** An active user by id (with a session: as long as that lasts) or by e-mail address (kept in lower case, so case does not matter). */
export async function findUser(
  db: Database,
  by: { readonly id: string; readonly session?: string } | { readonly email: string },
): Promise<Record<string, any> | undefined> {
  if ('email' in by) {
    const [row] = await db.query(
      sql`SELECT ${userColumns}, c.password_hash FROM users u LEFT JOIN credentials c ON c.user_id = u.id WHERE u.email = ${by.email.toLowerCase()} AND u.active AND u.deleted_at IS NULL`,
    );
    return row;
  }
  const signedIn = by.session
    ? sql` AND EXISTS (SELECT 1 FROM sessions s WHERE s.id = ${by.session} AND s.user_id = u.id AND s.expires_at > now())`
    : raw('');
  const [row] = await db.query(
    sql`SELECT ${userColumns} FROM users u WHERE u.id = ${by.id} AND u.active AND u.deleted_at IS NULL${signedIn}`,
  );
  return row;
}

/** Whose request it is, and from which device. */
export interface SignedIn {
  readonly userId: string;
  readonly session: string;
}

export interface Authentication {
  readonly required: RequestHandler;
  /** As `required`, but also for a session that still has to show the second factor that a role requires. */
  readonly enrolling: RequestHandler;
  accessToken(who: SignedIn): Promise<string>;
  /**
   * What a user may do; undefined once the session has ended, or the user is not active any more. 403 while the session
   * still has to show the second factor that a role requires.
   */
  accessOf(who: SignedIn): Promise<Access | undefined>;
}

/** For so many milliseconds is remembered who a token belongs to. Ended sessions and changed roles count after that. */
const memory = 4000;

/** Bearer tokens (JWT, ES256), checked by passport-jwt; a checked token and its user are remembered for a moment. */
export function authentication(db: Database, model: Model, keys: SigningKeys): Authentication {
  const known = new Map<string, { access: Access; until: number }>();
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
    (payload, done) => done(null, { userId: payload.sub, session: payload.sid, until: payload.exp * 1000 }),
  );
  const check = new passport.Passport();
  check.use('jwt', strategy);

  async function accessOf(who: SignedIn, enrolling = false): Promise<Access | undefined> {
    const found = known.get(who.session);
    if (found && found.until > Date.now() && found.access.actor.id === who.userId) return found.access;
    const row = await findUser(db, { id: who.userId, session: who.session });
    if (!row) {
      known.delete(who.session);
      return undefined;
    }
    const actor: Actor = {
      id: row.id,
      name: row.name,
      language: row.language,
      roles: row.roles,
      brand_ids: row.brand_ids,
    };
    const access = new Access(model, actor);
    if (await missingIn(db, who.userId, who.session)) {
      if (!enrolling) throw new PublicError('second_factor_required');
      return access; // not remembered: what is missing may be there a moment later
    }
    if (known.size > 5000) known.clear();
    known.set(who.session, { access, until: Date.now() + memory });
    return access;
  }

  const signedIn =
    (enrolling: boolean): RequestHandler =>
    (request, response, next) => {
      const proceed = (who: SignedIn) =>
        accessOf(who, enrolling).then((access) => {
          if (!access) throw new PublicError('unauthenticated');
          response.locals.access = access;
          response.locals.session = who.session;
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
        if (tokens.size > 5000) tokens.clear();
        tokens.set(header, { who: found, until: found.until });
        proceed(found).catch(next);
      })(request, response, next);
    };

  return {
    required: signedIn(false),
    enrolling: signedIn(true),
    accessToken: async ({ userId, session }) => {
      const { id, key } = await keys.current();
      return jwt.sign({ sid: session }, key, {
        algorithm: 'ES256',
        keyid: id,
        subject: userId,
        expiresIn: accessTokenSeconds,
        issuer: 'kontor',
        audience: 'api',
      });
    },
    accessOf: (who) => accessOf(who),
  };
}
