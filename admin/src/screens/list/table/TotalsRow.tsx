import { fieldLabel, fieldNamed, type Resource } from '@kontor/shared';
import { useLocale } from '../../../app/texts.ts';
import { alignOf } from '../../../kinds/index.ts';
import type { FilterValues } from '../filters/entries.ts';
import { useWords } from '../useWords.ts';
import { useCellsOutOfSight } from './useCellsOutOfSight.ts';
import { useTotals } from './useTotals.ts';

export interface TotalsRowProps {
  readonly resource: Resource;
  readonly columns: readonly string[];
  readonly filter: FilterValues;
  readonly selectable?: boolean;
}

/**
 * The sums below the columns, over the whole filtered list and not only this page. A sum whose column is out of sight
 * stands beside the word instead.
 */
export function TotalsRow({ resource, columns, filter, selectable = false }: TotalsRowProps) {
  const t = useWords();
  const locale = useLocale();
  const totals = useTotals(resource, columns, filter);
  const summed = columns.filter((name) => totals?.[name] !== undefined);
  // No word without a sum beside it: fields that are empty everywhere have none.
  const empty = !totals || !summed.some((name) => totals[name]);
  const [row, hidden] = useCellsOutOfSight(empty ? '' : summed.join());
  if (empty) return null;
  const leading = columns.indexOf(summed[0]!);
  const aside = summed
    .filter((name) => hidden.has(name) && totals[name])
    .map((name) => `${fieldLabel(fieldNamed(resource, name)!, name, locale)} ${totals[name]}`);
  return (
    <tfoot>
      <tr ref={row}>
        {selectable && <td className="select" />}
        {leading > 0 && (
          <td colSpan={leading} className="lead">
            <span>{[t('total'), ...aside].join(' · ')}</span>
          </td>
        )}
        {columns.slice(leading).map((name) => (
          <td
            key={name}
            className={alignOf(fieldNamed(resource, name)!)}
            {...(totals[name] === undefined ? {} : { 'data-sum': name })}
          >
            {totals[name]}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}
