import type { Behaviour } from '../../engine/behaviour.ts';
import { invite } from '../../services/entry/invite.ts';
import { storePassword } from '../../services/entry/store_password.ts';
import { removeAllFactors } from '../../services/factors/changes.ts';
import { requireGoodPassword } from '../../services/password_rule.ts';
import { hashPassword } from '../../services/passwords.ts';

export const users = {
  actions: {
    /** Sends the user a link by which they set their first password. */
    invite: async ({ context, tx, record }) => {
      Object.assign(record, await invite(context, tx, record));
      return undefined;
    },
    /** Sets the password and ends the user's sessions on all devices. */
    set_password: async ({ context, tx, record, input }) => {
      const password = context.engine.secrets.decrypt(input.password as string);
      await requireGoodPassword(tx, { name: record.name, email: record.email }, password);
      await storePassword(context, tx, record.id, await hashPassword(password));
      return undefined;
    },
    /** For who has lost their phone: takes all factors away and signs the user out; the password alone signs in again. */
    reset_factors: async ({ tx, record, context }) => {
      Object.assign(record, await removeAllFactors(context, tx, record.id));
      return undefined;
    },
  },
} satisfies Behaviour;
