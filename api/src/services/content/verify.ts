import { createHash } from 'node:crypto';
import type { Database } from '../../db/pool.ts';
import { sql } from '../../query/sql.ts';
import type { ContentStore } from './store.ts';

/** Content that is not what it should be, with a file that needs it. */
export interface Damaged {
  readonly sha256: string;
  readonly fault: 'missing' | 'altered';
  readonly file: string;
  readonly name: string;
}

/** What a check of all content has found. */
export interface ContentCheck {
  readonly checked: number;
  readonly bytes: number;
  readonly damaged: readonly Damaged[];
  /** Held, though no file needs it. */
  readonly unneeded: number;
}

/** Content is asked for in parts of so many. */
const part = 500;

interface Needed {
  readonly sha256: string;
  readonly size: number;
  readonly id: string;
  readonly name: string;
}

/** Reads all content that files need, as streams, and compares it with its checksum; `tell` hears how far it is. */
export async function verifyContent(
  db: Database,
  store: ContentStore,
  tell: (checked: number) => void = () => {},
): Promise<ContentCheck> {
  const damaged: Damaged[] = [];
  const known = new Set<string>();
  let bytes = 0;
  for (let after = ''; ; ) {
    const rows = await db.query<Needed>(
      sql`SELECT DISTINCT ON (sha256) sha256, size, id, name FROM files WHERE sha256 > ${after} ORDER BY sha256, id LIMIT ${part}`,
    );
    for (const { sha256, size, id, name } of rows) {
      const fault = await faultOf(store, sha256, size);
      if (fault) damaged.push({ sha256, fault, file: id, name });
      else bytes += size;
      known.add(sha256);
      tell(known.size);
    }
    if (rows.length < part) break;
    after = rows.at(-1)!.sha256;
  }
  let unneeded = 0;
  for await (const { sha256 } of store.list()) if (!known.has(sha256)) unneeded++;
  return { checked: known.size, bytes, damaged, unneeded };
}

async function faultOf(store: ContentStore, sha256: string, size: number): Promise<Damaged['fault'] | undefined> {
  const stream = await store.open(sha256);
  if (!stream) return 'missing';
  const hash = createHash('sha256');
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    hash.update(chunk);
    length += chunk.length;
  }
  return length === size && hash.digest('hex') === sha256 ? undefined : 'altered';
}
