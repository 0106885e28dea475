import { randomBytes } from 'node:crypto';
import { grantsOf, operatorId, PublicError, shippedRoles, translate } from '@kontor/shared';
import { v7 as uuidv7 } from 'uuid';
import { Access } from '../engine/access.ts';
import { act } from '../engine/act.ts';
import type { Context, Engine } from '../engine/context.ts';
import { create } from '../engine/create.ts';
import { list } from '../engine/list.ts';

/** Who acts when nobody is signed in: somebody at the server's own keyboard. The trail shows entries without a person. */
export const operator = (engine: Engine): Context => ({
  engine,
  access: new Access(engine.model, {
    id: operatorId,
    name: 'Kontor',
    language: 'en',
    roles: ['administrator'],
    grants: grantsOf(['administrator']),
    brand_ids: [],
  }),
  locale: 'en',
  requestId: uuidv7(),
});

/**
 * Makes the first administrator of an installation, or gives somebody who is there a new password. It takes the same way as
 * the API, so that validation, trail and the end of open sessions are the same.
 */
export async function letIn(
  engine: Engine,
  email: string,
  name: string,
): Promise<{ password: string; created: boolean }> {
  const context = operator(engine);
  const users = engine.model.get('users');
  const password = randomBytes(15).toString('base64url');
  const [known] = (await list(context, users, { filter: { email } })).rows;
  const user =
    known ??
    (await create(context, users, {
      email,
      name,
      active: true,
      assignments: [{ role_id: shippedRoles.administrator.id }],
    }));
  await act(context, users, user.id, 'set_password', { password });
  return { password, created: !known };
}

/** What a refusal says, for the terminal. */
export const refusal = (error: unknown): string =>
  error instanceof PublicError
    ? [
        error.title('en'),
        ...Object.entries(error.fields ?? {}).map(
          ([field, text]) => `${field}: ${typeof text === 'string' ? translate(text, 'en') : ''}`,
        ),
      ].join('\n')
    : (error as Error).message;
