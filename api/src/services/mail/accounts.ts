import type { Database } from '../../db/pool.ts';
import type { Engine } from '../../engine/context.ts';
import { sql } from '../../query/sql.ts';
import { pemOf } from './pem.ts';
import { type MailConfig, openTransport, type Transport } from './transport.ts';

/** An account as it is stored, with what it keeps encrypted. */
export interface Account {
  readonly id: string;
  readonly version: number;
  readonly brand_id: string | null;
  readonly host: string;
  readonly port: number;
  readonly encryption: 'tls' | 'starttls' | 'none';
  readonly user_name: string | null;
  readonly password: string | null;
  readonly from_name: string | null;
  readonly from_address: string;
  readonly reply_to: string | null;
  readonly dkim_domain: string | null;
  readonly dkim_selector: string | null;
  readonly dkim_private_key: string | null;
}

const encryptions = { tls: 'always', starttls: 'required', none: 'never' } as const;

/** The account with its secrets; undefined when it is gone. */
export async function readAccount(db: Pick<Database, 'query'>, id: string): Promise<Account | undefined> {
  const [account] = await db.query<Account>(
    sql`SELECT id, version, brand_id, host, port, encryption, user_name, password, from_name, from_address, reply_to, dkim_domain, dkim_selector, dkim_private_key FROM email_accounts WHERE id = ${id}`,
  );
  return account;
}

/** How to reach the server of an account. Certificates are always checked. */
export function serverOf(account: Account, secrets: Engine['secrets']): MailConfig {
  const { host, port, encryption, user_name, password, dkim_domain, dkim_selector, dkim_private_key } = account;
  return {
    host,
    port,
    tls: encryptions[encryption],
    verify: true,
    ...(user_name && password ? { auth: { user: user_name, pass: secrets.decrypt(password) } } : {}),
    from: { name: account.from_name ?? '', address: account.from_address },
    ...(dkim_domain && dkim_selector && dkim_private_key
      ? {
          dkim: {
            domainName: dkim_domain,
            keySelector: dkim_selector,
            privateKey: pemOf(secrets.decrypt(dkim_private_key)),
          },
        }
      : {}),
  };
}

/** The way of an account, as it is configured now. */
export interface AccountWay {
  readonly account: Account;
  readonly transport: Transport;
}

export interface AccountWays {
  /** Undefined when the account is gone. */
  of(id: string): Promise<AccountWay | undefined>;
  close(): void;
}

/** Keeps the way of each account until the account changes. */
export function accountWays({ db, secrets }: Pick<Engine, 'db' | 'secrets'>): AccountWays {
  const open = new Map<string, { readonly version: number; readonly transport: Transport }>();
  const drop = (id: string) => {
    open.get(id)?.transport.close();
    open.delete(id);
  };
  return {
    of: async (id) => {
      const account = await readAccount(db, id);
      const known = open.get(id);
      if (known && known.version !== account?.version) drop(id);
      if (!account) return undefined;
      const { transport } = open.get(id) ?? { transport: openTransport(serverOf(account, secrets)) };
      open.set(id, { version: account.version, transport });
      return { account, transport };
    },
    close: () => {
      for (const id of [...open.keys()]) drop(id);
    },
  };
}
