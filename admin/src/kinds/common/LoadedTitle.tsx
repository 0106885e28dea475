import { recordTitle } from '../../app/recordTitle.ts';
import { useLocale } from '../../app/texts.ts';
import { useDeclaration } from '../../declarations.ts';

/** The title of a record that came without one, once its declaration is there. */
export function LoadedTitle({ resource, record }: { resource: string; record: Record<string, unknown> }) {
  return recordTitle(useDeclaration(resource), record, useLocale());
}
