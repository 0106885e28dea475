import { createPrivateKey } from 'node:crypto';
import { type FieldErrors, message, PublicError } from '@kontor/shared';
import type { Behaviour } from '../../engine/behaviour.ts';
import type { Values } from '../../engine/context.ts';
import { testMailbox } from '../../services/mail/intake/test_mailbox.ts';
import { pemOf } from '../../services/mail/pem.ts';
import { testAccount } from '../../services/mail/test_account.ts';
import { local } from '../../services/mail/transport.ts';

const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const hostName = new RegExp(`^(?:${label}(?:\\.${label})*|[0-9a-f:]+)$`, 'i');
const domainName = new RegExp(`^${label}(?:\\.${label})+$`, 'i');
const selectorName = /^[a-z0-9](?:[a-z0-9._-]{0,61}[a-z0-9])?$/i;

/** Can messages be signed with it? With others than RSA they would leave without a signature, and without a word. */
function isSigningKey(pem: string): boolean {
  try {
    return createPrivateKey(pemOf(pem)).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
}

/** What is wrong with an account, at its fields. `key` is the private key when it is new. */
function mistakes(account: Values, key: string | undefined): FieldErrors {
  const errors: FieldErrors = {};
  const host = String(account.host);
  if (!hostName.test(host)) errors.host = message('host');
  else if (account.encryption === 'none' && !local.test(host)) errors.encryption = message('unencrypted');
  if (account.user_name && !account.password) errors.password = message('required');
  if (account.password && !account.user_name) errors.user_name = message('required');
  if (account.imap_host) {
    const imap = String(account.imap_host);
    if (!hostName.test(imap)) errors.imap_host = message('host');
    else if (account.imap_encryption === 'none' && !local.test(imap)) errors.imap_encryption = message('unencrypted');
    if (!account.imap_user_name && !account.user_name) errors.imap_user_name = message('required');
    if (!account.imap_password && !account.password) errors.imap_password = message('required');
  }
  const signing = ['dkim_domain', 'dkim_selector', 'dkim_private_key'] as const;
  if (signing.some((name) => account[name]))
    for (const name of signing) if (!account[name]) errors[name] = message('required');
  if (account.dkim_domain && !domainName.test(String(account.dkim_domain))) errors.dkim_domain = message('domain');
  if (account.dkim_selector && !selectorName.test(String(account.dkim_selector)))
    errors.dkim_selector = message('domain');
  if (key !== undefined && !isSigningKey(key)) errors.dkim_private_key = message('private_key');
  return errors;
}

/** Accounts can be used as they are saved, and are tried by really sending. */
export const emailAccounts = {
  before: ({ operation, values, before, context }) => {
    if (operation === 'delete') return;
    const key = values.dkim_private_key ? context.engine.secrets.decrypt(values.dkim_private_key as string) : undefined;
    const errors = mistakes({ ...before, ...values }, key);
    if (Object.keys(errors).length) throw new PublicError('invalid', errors);
  },
  /** What waited for an account may go now. */
  after: ({ tx, context }) => tx.afterCommit(() => context.engine.outward.wake()),
  actions: {
    test: async ({ tx, context, record, input }) => {
      Object.assign(record, await testAccount(context, tx, record.id, String(input.recipient)));
      return undefined;
    },
    test_mailbox: async ({ tx, context, record }) => {
      Object.assign(record, await testMailbox(context, tx, record.id));
      return undefined;
    },
  },
} satisfies Behaviour;
