import { createHash, randomBytes } from 'node:crypto';
import { BlockList, isIPv6 } from 'node:net';
import { type Grant, type Limit, networkList } from '@kontor/shared';
import type { Database } from '../db/pool.ts';
import { sql } from '../query/sql.ts';

const shape = /^kontor_[0-9a-f]{8}_([A-Za-z0-9_-]{43})$/;
const digest = (secret: string) => createHash('sha256').update(secret).digest('hex');

/** A new key with a secret of 256 bits, told once; its beginning, by which people recognise it; the hash that is kept. */
export function newKey(): { readonly key: string; readonly prefix: string; readonly hash: string } {
  const secret = randomBytes(32).toString('base64url');
  const prefix = `kontor_${randomBytes(4).toString('hex')}`;
  return { key: `${prefix}_${secret}`, prefix, hash: digest(secret) };
}

/** A key as far as it matters for a request. */
export interface KnownKey {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly limit: Limit;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  /** May the key be used from this address? */
  permits(address: string): boolean;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly owner_id: string;
  readonly networks: string | null;
  readonly expires_at: string | null;
  readonly brand_ids: readonly string[];
  readonly permissions: readonly {
    readonly pattern: string;
    readonly scope: string;
    readonly sensitive: boolean;
  }[];
}

/** What a line of a key grants. In brands, what knows none is open as well: it belongs to all of them. */
function grantOf({ pattern, scope, sensitive }: Row['permissions'][number], brands: readonly string[]): Grant {
  const wanted = scope === 'brand' || (scope === 'all' && brands.length) ? ['brand', 'all'] : [scope];
  return {
    pattern,
    scope: wanted,
    ...(sensitive ? { guards: ['*'] } : {}),
    ...(brands.length ? { brands } : {}),
  };
}

/** Is an address in one of these networks? No list: yes, from everywhere. */
export function permitting(networks: string | null): (address: string) => boolean {
  const list = networkList(networks ?? '');
  if (list.length === 0) return () => true;
  const permitted = new BlockList();
  for (const network of list) {
    const [address = '', bits] = network.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (bits === undefined) permitted.addAddress(plain(address), isIPv6(plain(address)) ? 'ipv6' : 'ipv4');
    else permitted.addSubnet(address, Number(bits), family);
  }
  return (address) => permitted.check(plain(address), isIPv6(plain(address)) ? 'ipv6' : 'ipv4');
}

/** `::ffff:192.0.2.7` is the same machine as `192.0.2.7`. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');

/** Looks a key up as it was sent. Undefined when it is none, or is switched off, or has expired. */
export async function findKey(db: Database, sent: string): Promise<KnownKey | undefined> {
  const [, secret] = shape.exec(sent) ?? [];
  if (!secret) return undefined;
  const [row] = await db.query<Row>(
    sql`SELECT k.id, k.name, k.owner_id, k.networks, k.expires_at, ARRAY(SELECT target_id FROM api_keys_brand_ids WHERE record_id = k.id ORDER BY 1) AS brand_ids, coalesce((SELECT jsonb_agg(jsonb_build_object('pattern', p.pattern, 'scope', p.scope, 'sensitive', p.sensitive)) FROM api_key_permissions p WHERE p.key_id = k.id), '[]') AS permissions FROM api_keys k JOIN api_key_secrets s ON s.key_id = k.id WHERE s.key_hash = ${digest(secret)} AND left(${sent}, 15) = k.prefix AND k.active AND (k.expires_at IS NULL OR k.expires_at > now())`,
  );
  if (!row) return undefined;
  return {
    id: row.id,
    name: row.name,
    ownerId: row.owner_id,
    limit: { grants: row.permissions.map((line) => grantOf(line, row.brand_ids)) },
    expiresAt: row.expires_at ? Date.parse(row.expires_at) : Number.POSITIVE_INFINITY,
    permits: permitting(row.networks),
  };
}
