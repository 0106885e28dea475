import { fieldNamed, type Resource } from '@kontor/shared';
import { alignOf } from '../../../kinds/index.ts';
import type { FilterValues } from '../filters/entries.ts';
import { useWords } from '../useWords.ts';
import { useTotals } from './useTotals.ts';

export interface TotalsRowProps {
  readonly resource: Resource;
  readonly columns: readonly string[];
  readonly filter: FilterValues;
  readonly selectable?: boolean;
}

/** The sums below the columns, over the whole filtered list and not only this page. */
export function TotalsRow({ resource, columns, filter, selectable = false }: TotalsRowProps) {
  const t = useWords();
  const totals = useTotals(resource, columns, filter);
  if (!totals) return null;
  return (
    <tfoot>
      <tr>
        {selectable && <td className="select" />}
        {columns.map((name, index) => (
          <td key={name} className={alignOf(fieldNamed(resource, name)!)}>
            {totals[name] ?? (index === 0 ? t('total') : '')}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}
