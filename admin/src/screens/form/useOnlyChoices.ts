import type { Resource } from '@kontor/shared';
import { useQueries } from '@tanstack/react-query';
import { useDataProvider } from 'ra-core';
import { useMemo } from 'react';
import { useCan, useOpens } from '../../providers/access.ts';
import { isTyped } from './layout.ts';
import type { Values } from './values.ts';

/** Required references without a value. */
const open = (resource: Resource, values: Values): string[] =>
  Object.entries(resource.fields)
    .filter(([name, field]) => field.required && field.to && isTyped(field) && (values[name]?.length ?? 0) === 0)
    .map(([name]) => name);

/**
 * Required references of a new record for which there is exactly one record to choose: their values, or undefined until
 * that is known.
 */
export function useOnlyChoices(resource: Resource, values: Values): Values | undefined {
  const dataProvider = useDataProvider();
  const can = useCan();
  const opens = useOpens(resource);
  const names = open(resource, values).filter((name) => {
    const field = resource.fields[name]!;
    return opens(field.guard) && can('read', field.to);
  });
  const only = useQueries({
    queries: names.map((name) => ({
      queryKey: ['only', resource.fields[name]!.to],
      queryFn: async (): Promise<string | null> => {
        const two = { pagination: { page: 1, perPage: 2 }, sort: { field: 'id', order: 'ASC' as const }, filter: {} };
        const { data } = await dataProvider.getList(resource.fields[name]!.to, two);
        return data.length === 1 ? data[0].id : null;
      },
      // What was true a moment ago would be chosen for good.
      staleTime: 0,
      gcTime: 0,
      retry: false,
    })),
  });
  const known = only.every(({ isPending }) => !isPending);
  const found = names.flatMap((name, index) => (only[index]?.data ? [[name, only[index].data] as const] : []));
  const text = JSON.stringify(found);
  return useMemo(() => {
    if (!known) return undefined;
    const chosen = JSON.parse(text) as [name: string, id: string][];
    return Object.fromEntries(chosen.map(([name, id]) => [name, Array.isArray(values[name]) ? [id] : id]));
  }, [known, text, values]);
}
