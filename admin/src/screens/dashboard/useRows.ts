import type { Resource, RowsPanel, SharesPanel } from '@kontor/shared';
import { type RaRecord, useGetList } from 'ra-core';
import { embedNames } from '../../kinds/common/embed.ts';
import { useOpens } from '../../providers/access.ts';

/** So many rows of a panel; the rest is one click away. */
export const shown = 6;

/** The first rows of a panel, with the titles that they are told by. */
export function useRows(resource: Resource, panel: RowsPanel | SharesPanel, named: readonly string[]) {
  const opens = useOpens(resource);
  const [field, order] = panel.sort;
  const titled = embedNames(resource).filter((name) => named.includes(name) && opens(resource.fields[name]?.guard));
  return useGetList<RaRecord>(panel.of, {
    filter: panel.filter ?? {},
    pagination: { page: 1, perPage: shown },
    sort: { field, order },
    meta: { embed: titled },
  });
}
