import type { Transaction } from '../../db/pool.ts';
import type { Context } from '../../engine/context.ts';
import { createIn } from '../../engine/create.ts';
import { sql } from '../../query/sql.ts';
import { escaped } from '../escaped.ts';
import type { OpenIdProvider } from './providers.ts';
import type { Synchronised } from './roles.ts';

/**
 * Tells an administrator, as a task, what a sign-in has shown: a claim that rules need is missing, or the last administrator
 * would have lost the role. One open task each is enough, whoever signs in.
 */
export async function alert(
  context: Context,
  tx: Transaction,
  provider: OpenIdProvider,
  userId: string,
  { missing, lastAdministrator }: Synchronised,
): Promise<void> {
  const [user] = await tx.query<{ name: string }>(sql`SELECT name FROM users WHERE id = ${userId}`);
  const who = escaped(user?.name ?? '');
  for (const claim of missing)
    await tell(
      context,
      tx,
      `Anmeldung mit ${provider.label}: Angabe „${claim}“ fehlt`,
      `<p>Bei der Anmeldung von ${who} hat ${escaped(provider.label)} die Angabe „${escaped(claim)}“ nicht übermittelt, nach der Anmelderegeln Rollen vergeben. Alle Rollen blieben, wie sie waren. Bitte prüfen Sie die Einstellungen beim Anbieter.</p>`,
    );
  if (lastAdministrator)
    await tell(
      context,
      tx,
      `Anmeldung mit ${provider.label}: letzte Administration behalten`,
      `<p>Nach den Anmelderegeln hätte ${who} die letzte Rolle mit allen Rechten verloren. Sie blieb. Bitte geben Sie jemand anderem diese Rolle, oder ändern Sie die Regeln.</p>`,
    );
}

async function tell(context: Context, tx: Transaction, title: string, description: string): Promise<void> {
  const name = title.slice(0, 200);
  const [open] = await tx.query(
    sql`SELECT 1 FROM tasks WHERE name = ${name} AND status IN ('open', 'in_progress', 'waiting') AND deleted_at IS NULL`,
  );
  if (open) return;
  const [assignee] = await tx.query<{ id: string }>(
    sql`SELECT u.id FROM kontor_administrators() AS a(id) JOIN users u ON u.id = a.id ORDER BY u.last_seen_at DESC NULLS LAST, u.id LIMIT 1`,
  );
  await createIn(context, tx, context.engine.model.get('tasks'), {
    name,
    description,
    priority: 'high',
    assignee_id: assignee?.id ?? null,
  });
}
