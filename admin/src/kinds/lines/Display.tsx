import { lazy, Suspense } from 'react';
import { Empty } from '../common/Empty.tsx';
import { useWords } from '../common/words.ts';
import type { KindDisplayProps } from '../view.ts';

const LinesTable = lazy(() => import('./LinesTable.tsx').then((module) => ({ default: module.LinesTable })));

/** The lines of a record as a table; where there is one line of room, how many there are. */
export function Display({ value, name, field, dense }: KindDisplayProps) {
  const t = useWords();
  const rows = (Array.isArray(value) ? value : []) as Record<string, unknown>[];
  if (rows.length === 0) return <Empty />;
  if (dense) return t('rows', { count: rows.length });
  return (
    <Suspense fallback={t('rows', { count: rows.length })}>
      <LinesTable rows={rows} of={field.of} by={field.by} name={name} />
    </Suspense>
  );
}
