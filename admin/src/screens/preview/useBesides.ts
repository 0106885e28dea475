import { useLocale } from '../../app/texts.ts';
import { labelOf } from '../../declarations.ts';
import type { DryRun } from '../../providers/dataProvider.ts';
import { besides } from './besides.ts';
import { useWords } from './words.ts';

/** Says what would happen to records of other resources; null when nothing would. */
export function useBesides(resource: string, plan: DryRun | undefined): string | null {
  const t = useWords();
  const locale = useLocale();
  const found = besides(plan?.changes ?? [], resource);
  if (found.length === 0) return null;
  const places = found.map(({ resource: other, operation, count }) =>
    t('place', { count, name: labelOf(other, locale, count === 1 ? 'one' : 'many'), operation: t(operation) }),
  );
  return t('besides', { places: places.join(', ') });
}
