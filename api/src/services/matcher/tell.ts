import type { Transaction } from '../../db/pool.ts';
import type { Context } from '../../engine/context.ts';
import { sql } from '../../query/sql.ts';
import { sendPersonal } from '../places/personal_mail.ts';
import { addTask } from '../places/task.ts';
import type { PlacesOf } from '../places/training.ts';
import { revokeLinks } from '../public_links.ts';
import { templateUsedFor } from '../templates/used_for.ts';

/**
 * Asks a trainer by mail, with a link on which they accept or decline. It leads to what has become of the request until the
 * sessions are over; a request for further sessions leaves the links before it as they are, for all lead there. Where that can not be done (no address, no template), whoever looks after
 * the training gets a task to call.
 */
export async function tellTrainer(
  by: Context,
  tx: Transaction,
  training: PlacesOf,
  {
    trainer,
    assignments,
    more = false,
  }: { readonly trainer: string; readonly assignments: readonly string[]; readonly more?: boolean },
): Promise<void> {
  const [found] = await tx.query<{ name: string; email: string | null; over: string; all: string[] }>(
    sql`SELECT x.name, x.email, max(a.ends_at) AS over, array_agg(a.id) AS all FROM trainers x JOIN trainer_assignments a ON a.trainer_id = x.id AND a.training_id = ${training.id} WHERE x.id = ${trainer} GROUP BY x.id`,
  );
  if (!found) return;
  if (!more) await revokeLinks(tx, 'trainer_request', found.all);
  const about = { resource: 'trainer_assignments', id: assignments[0]! };
  const sent = await sendPersonal(by, tx, {
    template: await templateUsedFor(tx, 'email_templates', about.resource, 'trainer_request', training),
    about,
    to: { email: found.email, name: found.name },
    brand: training.brand_id,
    link: { purpose: 'trainer_request', subject: about, expiresAt: found.over },
  });
  if (sent) return;
  const words = training.language === 'en' ? 'Ask the trainer by phone' : 'Trainer telefonisch anfragen';
  await addTask(by, tx, training, `${words}: ${found.name} (${training.name})`);
}
