import { grantsOf, type Model, PublicError } from '@kontor/shared';
import type { RequestHandler } from 'express';
import jwt from 'jsonwebtoken';
import passport from 'passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import type { Database } from '../db/pool.ts';
import { Access, type Actor } from '../engine/access.ts';
import { raw, sql } from '../query/sql.ts';

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

/** An active user by id or by e-mail address (case does not matter: addresses of users are kept in lower case). */
export async function findUser(
  db: Database,
  by: { id: string } | { email: string },
): Promise<Record<string, any> | undefined> {
  const rows =
    'id' in by
      ? await db.query(
          sql`SELECT ${userColumns} FROM users u WHERE u.id = ${by.id} AND u.active AND u.deleted_at IS NULL`,
        )
      : await db.query(
          sql`SELECT ${userColumns}, c.password_hash FROM users u LEFT JOIN credentials c ON c.user_id = u.id WHERE u.email = ${by.email.toLowerCase()} AND u.active AND u.deleted_at IS NULL`,
        );
  return rows[0];
}

export interface Authentication {
  readonly required: RequestHandler;
  accessToken(userId: string): string;
  /** Forgets what is remembered of a user: roles, brands or activity changed. */
  forget(userId?: string): void;
  accessOf(userId: string): Promise<Access | undefined>;
}

/** Bearer tokens, checked by passport-jwt; a checked token and its user are remembered for five seconds. */
export function authentication(db: Database, model: Model, key: Buffer): Authentication {
  const known = new Map<string, { access: Access; until: number }>();
  const tokens = new Map<string, { userId: string; until: number }>();
  const strategy = new Strategy(
    {
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      secretOrKey: key,
      algorithms: ['HS256'],
      issuer: 'kontor',
      audience: 'api',
    },
    (payload, done) => done(null, { id: payload.sub, until: payload.exp * 1000 }),
  );
  const check = new passport.Passport();
  check.use('jwt', strategy);

  async function accessOf(userId: string): Promise<Access | undefined> {
    const found = known.get(userId);
    if (found && found.until > Date.now()) return found.access;
    const row = await findUser(db, { id: userId });
    if (!row) {
      known.delete(userId);
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
    if (known.size > 5000) known.clear();
    known.set(userId, { access, until: Date.now() + 5000 });
    return access;
  }

  const required: RequestHandler = (request, response, next) => {
    const proceed = (userId: string) =>
      accessOf(userId).then((access) => {
        if (!access) throw new PublicError('unauthenticated');
        response.locals.access = access;
        next();
      }, next);
    const header = request.headers.authorization ?? '';
    const remembered = tokens.get(header);
    if (remembered && remembered.until > Date.now()) {
      proceed(remembered.userId).catch(next);
      return;
    }
    check.authenticate('jwt', { session: false }, (error: unknown, found: { id: string; until: number } | false) => {
      if (error || !found) {
        next(new PublicError('unauthenticated'));
        return;
      }
      if (tokens.size > 5000) tokens.clear();
      tokens.set(header, { userId: found.id, until: found.until });
      proceed(found.id).catch(next);
    })(request, response, next);
  };

  return {
    required,
    accessToken: (userId) =>
      jwt.sign({}, key, {
        algorithm: 'HS256',
        subject: userId,
        expiresIn: accessTokenSeconds,
        issuer: 'kontor',
        audience: 'api',
      }),
    forget: (userId) => {
      if (userId) known.delete(userId);
      else known.clear();
    },
    accessOf,
  };
}
