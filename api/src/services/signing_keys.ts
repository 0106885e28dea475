import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Database } from '../db/pool.ts';
import { sql } from '../query/sql.ts';
import type { Keys } from './secrets.ts';

/** How long a key signs. */
const rotationDays = 30;
/** How long an older key is kept: longer than any token that it has signed. */
const retiredDays = rotationDays + 1;
/** An unknown key is looked for at most this often, in milliseconds: tokens are free to name any. */
const patience = 1000;

interface SigningKey {
  readonly id: string;
  readonly createdAt: number;
  readonly privateKey: KeyObject;
  /** PEM. */
  readonly publicKey: string;
}

export interface SigningKeys {
  /** The key that signs now; made when there is none, or none that is young enough. */
  current(): Promise<{ readonly id: string; readonly key: KeyObject }>;
  /** The public half (PEM) of a key by its id, also of one that another process has made. */
  publicKey(id: string): Promise<string | undefined>;
}

/** ES256 keys (RFC 7518) that all processes share: in the database, the private half encrypted with the master key. */
export function signingKeys(db: Database, secrets: Pick<Keys, 'encrypt' | 'decrypt'>): SigningKeys {
  let known = new Map<string, SigningKey>();
  let loadedAt = 0;

  async function load(): Promise<void> {
    loadedAt = Date.now();
    const rows = await db.query<{ id: string; public_key: string; private_key: string; created_at: string }>(
      sql`SELECT id, public_key, private_key, created_at FROM signing_keys ORDER BY created_at DESC, id DESC`,
    );
    const found = new Map<string, SigningKey>();
    for (const row of rows)
      try {
        found.set(row.id, {
          id: row.id,
          createdAt: Date.parse(row.created_at),
          privateKey: createPrivateKey(secrets.decrypt(row.private_key)),
          publicKey: row.public_key,
        });
      } catch {
        // of another master key: its tokens are as lost as its secrets, and a new key is made
      }
    known = found;
  }

  const newest = (): SigningKey | undefined => {
    const [first] = known.values();
    return first && first.createdAt > Date.now() - rotationDays * 86_400_000 ? first : undefined;
  };

  async function make(): Promise<void> {
    const { publicKey, privateKey } = generateKeyPairSync('ec', {
      namedCurve: 'P-256',
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    await db.query(
      sql`INSERT INTO signing_keys (id, public_key, private_key) VALUES (${uuidv7()}, ${publicKey}, ${secrets.encrypt(privateKey)})`,
    );
    await db.query(sql`DELETE FROM signing_keys WHERE created_at < now() - ${`${retiredDays} days`}::interval`);
    await load();
  }

  let loading: Promise<void> | undefined;
  let making: Promise<void> | undefined;
  return {
    current: async () => {
      if (!newest()) await load();
      if (!newest()) {
        making ??= make().finally(() => {
          making = undefined;
        });
        await making;
      }
      const { id, privateKey } = newest()!;
      return { id, key: privateKey };
    },
    publicKey: async (id) => {
      if (!known.has(id)) {
        if (Date.now() - loadedAt > patience) loading = load();
        await loading; // who comes while they are loaded waits as well
      }
      return known.get(id)?.publicKey;
    },
  };
}
