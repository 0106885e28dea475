import type { Context } from '../engine/context.ts';
import { auditEvent, authorOf } from './audit.ts';
import { type FileStorage, Infected, type StoredContent, storeContent } from './files.ts';

/** Keeps what a user brings, after all checks; what the scanner finds is entered in the trail. */
export async function storeChecked(
  context: Context,
  storage: FileStorage,
  name: string,
  stream: AsyncIterable<Buffer>,
): Promise<StoredContent> {
  try {
    return await storeContent(storage, stream);
  } catch (error) {
    if (error instanceof Infected) {
      const details = { event: 'infected_file', name, finding: error.finding };
      await auditEvent(context.engine.db, authorOf(context), { operation: 'security', resource: 'files', details });
    }
    throw error;
  }
}
