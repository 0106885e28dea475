import type { Resource } from '@kontor/shared';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { useListContext } from 'ra-core';
import { useLocale } from '../../../app/texts.ts';
import { labelOf } from '../../../declarations.ts';
import { Card } from './Card.tsx';

export interface CardsProps {
  readonly resource: Resource;
  readonly columns: readonly string[];
  readonly selectable: boolean;
}

/** The rows of the list on a phone. */
export function Cards({ resource, columns, selectable }: CardsProps) {
  const locale = useLocale();
  const { data, isPending, selectedIds, onToggleItem, perPage } = useListContext();
  if (isPending)
    return Array.from({ length: Math.min(perPage, 6) }, (_, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: cards without content have nothing else
      <Skeleton key={index} variant="rounded" height={92} sx={{ mb: 1 }} />
    ));
  return (
    <Box
      component="ul"
      aria-label={labelOf(resource.name, locale)}
      sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}
    >
      {data?.map((record) => (
        <Card
          key={record.id}
          resource={resource}
          record={record}
          columns={columns}
          selected={selectedIds.includes(record.id)}
          {...(selectable ? { onToggle: () => onToggleItem(record.id) } : {})}
        />
      ))}
    </Box>
  );
}
