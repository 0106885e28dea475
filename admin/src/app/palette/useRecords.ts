import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { labelOf, manifestOf } from '../../declarations.ts';
import { useKontor } from '../../providers/dataProvider.ts';
import { useRecentTitles } from '../recentTitles.ts';
import { useLocale } from '../texts.ts';
import type { Command } from './commands.ts';

/** The text after it has rested for a moment, so that not every letter is a request. */
function useRested(text: string, milliseconds: number): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), milliseconds);
    return () => clearTimeout(timer);
  }, [text, milliseconds]);
  return rested;
}

/** Records that answer the query, found by the server over everything that the user may see. */
export function useRecords(query: string): { found: readonly Command[]; searching: boolean; failed: boolean } {
  const kontor = useKontor();
  const locale = useLocale();
  const wanted = query.trim();
  const rested = useRested(wanted, 150);
  const enabled = rested.length >= 2;
  const { data, isFetching, isError } = useQuery({
    queryKey: ['search', rested],
    queryFn: ({ signal }) => kontor.search(rested, signal),
    enabled,
    placeholderData: keepPreviousData,
    // without a connection the search says so at once instead of waiting in silence
    networkMode: 'always',
    retry: false,
  });
  const found = (enabled ? (data ?? []) : []).map(
    ({ resource, id, title, detail }): Command => ({
      key: `record ${resource} ${id}`,
      group: 'records',
      label: title || labelOf(resource, locale, 'one'),
      detail: [labelOf(resource, locale, 'one'), detail].filter(Boolean).join(' · '),
      icon: manifestOf(resource)?.icon ?? '',
      to: `/${resource}/${id}/show`,
    }),
  );
  return { found, searching: isFetching || (wanted.length >= 2 && rested !== wanted), failed: isError && enabled };
}

/** What was opened last, as long as it still exists. */
export function useRecentCommands(): readonly Command[] {
  const locale = useLocale();
  return useRecentTitles(6).map(({ resource, id, title }) => ({
    key: `recent ${resource} ${id}`,
    group: 'recent',
    label: title,
    detail: labelOf(resource, locale, 'one'),
    icon: manifestOf(resource)?.icon ?? '',
    to: `/${resource}/${id}/show`,
  }));
}
