import { model } from '@kontor/shared/modules/index';
import type { Config } from '../config.ts';
import type { Database } from '../db/pool.ts';
import { readHeads } from '../services/audit_heads.ts';
import { type Broken, verifyTrail } from '../services/audit_verify.ts';
import { runCommand } from './command.ts';

const usage = `npm run audit:verify
Checks the audit trail against its seals, and against the heads in audit-heads.jsonl. Ends with 1 when something is broken.`;

const faults: Record<Broken['fault'], string> = {
  content: 'its content was changed',
  chain: 'it was changed or moved',
  moved: 'it was moved',
  missing: 'the entry was deleted',
  seal_missing: 'its seal was deleted',
  inserted: 'it was inserted later: it has no seal',
  erased: 'its content is gone, and no entry says why',
  cut_off: 'the end was cut off: a head from outside lies further',
  rewritten: 'the chain was made anew: a head from outside differs',
};

async function main(config: Config, db: Database): Promise<number> {
  let told = 0;
  const tell = ({ checked, total }: { checked: number; total: number }) => {
    if (checked - told < 100_000) return;
    told = checked;
    console.log(`${checked} of ${total} …`);
  };
  const result = await verifyTrail(db, model.get('audit_entries'), readHeads(config.home), tell);
  const { ok, checked, erased, waiting, heads, first, broken } = result;
  console.log(
    `${checked} sealed entries, ${erased} of them with erased content; ${waiting} wait for their seal; ${heads} heads compared.`,
  );
  if (ok) {
    console.log('The audit trail is whole.');
    return 0;
  }
  const { position, entry_id: id, fault } = first!;
  const which = [position === null ? '' : `position ${position}`, id ? `entry ${id}` : ''].filter(Boolean).join(', ');
  console.error(`BROKEN at ${broken} places, first at ${which}: ${faults[fault]}.`);
  return 1;
}

runCommand(usage, main);
