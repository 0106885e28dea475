import { propertyNames, type Resource } from '@kontor/shared';
import { type UseFieldArrayReturn, useFormContext } from 'react-hook-form';
import { useSay } from '../../app/feedback/useSay.ts';
import { useSession } from '../../providers/session.ts';
import { startValue, type Values } from './values.ts';
import { useWords } from './words.ts';

export interface LinesOptions {
  readonly source: string;
  readonly child: Resource;
  readonly columns: readonly string[];
  readonly array: UseFieldArrayReturn<Values, string, '_key'>;
}

/** A new row with the defaults of its declaration. */
export const newLine = (child: Resource, columns: readonly string[], userId: string): Values =>
  Object.fromEntries(
    columns.flatMap((name) => {
      const names = propertyNames(child, name);
      return names.map((half) => [half, names.length === 1 ? startValue(child.fields[name]!, userId) : null] as const);
    }),
  );

/** Adds and removes rows; a removed row can be put back where it was. */
export function useLines({ source, child, columns, array }: LinesOptions) {
  const { user } = useSession();
  const { getValues } = useFormContext();
  const say = useSay();
  const t = useWords();
  const add = () => array.append(newLine(child, columns, user.id), { shouldFocus: false });
  const remove = (index: number) => {
    const row = structuredClone(getValues(`${source}.${index}`)) as Values;
    array.remove(index);
    say({
      text: t('line_removed', { number: index + 1 }),
      tone: 'info',
      action: { label: t('undo'), onClick: () => array.insert(index, row, { shouldFocus: false }) },
    });
  };
  return { add, remove };
}
