import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Head } from './audit_seals.ts';

/** Name of the file of heads in the installation's folder: one JSON object a line, only ever appended to. */
export const headsFile = 'audit-heads.jsonl';

/** Heads that were written down, the oldest first. A line that was cut off by a crash is left out. */
export function readHeads(home: string): Head[] {
  const file = join(home, headsFile);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        const { position, chain, at } = JSON.parse(line) as Head;
        return [{ position, chain, at }];
      } catch {
        return [];
      }
    });
}

/** Writes a head down. */
export function noteHead(home: string, head: Head): void {
  mkdirSync(home, { recursive: true });
  appendFileSync(join(home, headsFile), `${JSON.stringify(head)}\n`, { mode: 0o600 });
}

/** Is there no head of this day (in UTC) yet, or has the chain grown not at all since the last one? */
export function headDue(known: readonly Head[], now: Head): boolean {
  const last = known.at(-1);
  return !last || (last.at.slice(0, 10) < now.at.slice(0, 10) && last.position < now.position);
}
