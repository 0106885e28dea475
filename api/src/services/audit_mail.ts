import { inZone } from '@kontor/shared';
import type { Engine } from '../engine/context.ts';
import type { Head } from './audit_seals.ts';
import { queueMail } from './mail/queue.ts';

/**
 * Sends the head of the chain to people outside of the database, so that they can tell later whether the end of the trail
 * was cut off.
 */
export async function mailHead(engine: Engine, to: readonly string[], head: Head): Promise<void> {
  const { date, time } = inZone(new Date(head.at), engine.timeZone);
  const day = date.split('-').reverse().join('.');
  const mail = {
    subject: `Kontor: Prüfwert des Protokolls vom ${day}`,
    text: `Das Protokoll von Kontor ist bis Eintrag ${head.position} versiegelt (${day}, ${time} Uhr).

Prüfwert (SHA-256 der Kette):
${head.chain}

Bewahren Sie diese Nachricht auf. Fehlt dem Protokoll später ein Stück am Ende, oder stimmt der Prüfwert von Eintrag ${head.position} nicht mehr, dann wurde es nachträglich verändert. Die Prüfung steht in Kontor unter „Protokoll“.`,
  };
  await engine.db.transaction(async (tx) => {
    for (const address of to) await queueMail(engine, tx, { ...mail, to: address });
  });
}
