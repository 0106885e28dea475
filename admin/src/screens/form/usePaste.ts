import { kindOf, type Locale, type Resource } from '@kontor/shared';
import { useDataProvider } from 'ra-core';
import type { ClipboardEvent } from 'react';
import { useFormContext } from 'react-hook-form';
import { useSay } from '../../app/feedback/useSay.ts';
import { recordTitle } from '../../app/recordTitle.ts';
import { useLocale } from '../../app/texts.ts';
import { declarationOf } from '../../declarations.ts';
import { typedFilter, typedSort } from '../../kinds/common/recordOptions.ts';
import { canonical } from '../../kinds/common/validate.ts';
import { useSession } from '../../providers/session.ts';
import { blockOf } from './paste.ts';
import { cellOf } from './useGridKeys.ts';
import { newLine } from './useLines.ts';
import type { Values } from './values.ts';
import { useWords } from './words.ts';

export interface PasteOptions {
  readonly source: string;
  readonly child: Resource;
  readonly columns: readonly string[];
  readonly rows: number;
  readonly append: (rows: Values[], options: { shouldFocus: boolean }) => void;
}

/**
 * Takes a block from a spreadsheet: it begins at the cell with the focus, goes on in new rows, and every value is read by
 * the kind of its column. Names in reference columns are looked up; what is not found stays empty and is counted.
 */
export function usePaste({ source, child, columns, rows, append }: PasteOptions) {
  const { setValue, getValues } = useFormContext();
  const locale = useLocale();
  const { user } = useSession();
  const find = useLookup(locale);
  const say = useSay();
  const t = useWords();

  const fill = async (block: string[][], at: { row: number; column: number }) => {
    const missing = at.row + block.length - rows;
    if (missing > 0)
      append(
        Array.from({ length: missing }, () => newLine(child, columns, user.id)),
        { shouldFocus: false },
      );
    let unknown = 0;
    for (const [down, cells] of block.entries())
      for (const [right, text] of cells.entries()) {
        const name = columns[at.column + right];
        const field = name && child.fields[name];
        if (!name || !field) continue;
        const path = `${source}.${at.row + down}.${name}`;
        const value = !text
          ? (newLine(child, [name], user.id)[name] ?? null)
          : field.to
            ? await find(field.to, text)
            : canonical(field, kindOf(field).parse(text, field, locale));
        if (text && value === null) unknown++;
        setValue(path, value, { shouldDirty: true, shouldTouch: true, shouldValidate: true });
      }
    setValue(source, getValues(source), { shouldDirty: true });
    if (unknown > 0) say({ text: t('not_pasted', { count: unknown }), tone: 'warning' });
    else say({ text: t('pasted', { count: block.length }), tone: 'info' });
  };

  return (event: ClipboardEvent<HTMLElement>) => {
    const block = blockOf(event.clipboardData.getData('text/plain'));
    const at = event.target instanceof Element ? cellOf(event.target) : undefined;
    if (!block || !at) return;
    event.preventDefault();
    void fill(block, at);
  };
}

/** Finds the one record of a resource that is called exactly so; null when there is none or more than one. */
function useLookup(locale: Locale) {
  const provider = useDataProvider();
  return async (target: string, text: string): Promise<string | null> => {
    const resource = await declarationOf(target);
    const filter = typedFilter(resource, text);
    const { data } = await provider.getList(target, {
      pagination: { page: 1, perPage: 10 },
      sort: typedSort(resource, filter),
      filter,
    });
    const named = data.filter((record) => recordTitle(resource, record, locale).toLowerCase() === text.toLowerCase());
    return named.length === 1 ? (named[0]?.id as string) : null;
  };
}
