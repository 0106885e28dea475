import type { Resource } from '@kontor/shared';
import { useGetList, useGetMany } from 'ra-core';
import { useMemo } from 'react';
import { useLocale } from '../../app/texts.ts';
import { embedForTitle, optionOf, type RecordOption, typedFilter, typedSort } from './recordOptions.ts';
import { useDebounced } from './useDebounced.ts';

/** Records that fit what is typed, among those that meet a filter; asked for while the list is open. */
export function useRecordOptions(
  resource: Resource,
  text: string,
  open: boolean,
  among: Readonly<Record<string, unknown>>,
) {
  const locale = useLocale();
  const typed = useDebounced(text.trim());
  const filter = { ...typedFilter(resource, typed), ...among };
  const { data, isFetching, error } = useGetList(
    resource.name,
    {
      pagination: { page: 1, perPage: 20 },
      sort: typedSort(resource, filter),
      filter,
      meta: { embed: embedForTitle(resource) },
    },
    { enabled: open, placeholderData: (previous) => previous, retry: false },
  );
  const options = (data ?? []).map((record) => optionOf(resource, record, locale));
  return { options, loading: isFetching || typed !== text.trim(), error };
}

/** The chosen records by their ids: titles that came with the record first, the others are asked for. */
export function useChosenRecords(
  resource: Resource,
  ids: readonly string[],
  known: ReadonlyMap<string, string | null>,
): readonly RecordOption[] {
  const locale = useLocale();
  const unknown = ids.filter((id) => !known.has(id));
  const { data, isFetched } = useGetMany(
    resource.name,
    { ids: unknown, meta: { embed: embedForTitle(resource) } },
    { enabled: unknown.length > 0, retry: false },
  );
  const found = new Map((data ?? []).filter(Boolean).map((record) => [record.id, optionOf(resource, record, locale)]));
  const chosen = JSON.stringify(
    ids.map((id) => found.get(id) ?? { id, title: known.get(id) ?? (isFetched || known.has(id) ? null : '…') }),
  );
  // The same choice stays the same object: the input would forget what is being typed otherwise.
  return useMemo(() => JSON.parse(chosen), [chosen]);
}
