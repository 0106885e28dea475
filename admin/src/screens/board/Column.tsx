import { Droppable } from '@hello-pangea/dnd';
import { optionLabel, type Resource } from '@kontor/shared';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import type { Identifier, RaRecord } from 'ra-core';
import { useLocale } from '../../app/texts.ts';
import { useCan } from '../../providers/access.ts';
import type { FilterValues } from '../list/filters/entries.ts';
import { QuickCreate } from '../list/quick/QuickCreate.tsx';
import { quickField } from '../list/quick/quickField.ts';
import type { Move } from './arrange.ts';
import { BoardCard } from './BoardCard.tsx';
import { ColumnHead } from './ColumnHead.tsx';
import { pageSize, useColumn } from './useColumn.ts';
import { useWords } from './words.ts';

/** What the board has to know of a column when a card is dropped. */
export interface ColumnHandle {
  readonly cards: readonly RaRecord[];
}

export interface ColumnProps {
  readonly resource: Resource;
  readonly by: string;
  readonly state: string;
  readonly filter: FilterValues;
  /** Count and sum over the whole column. */
  readonly figure?: Record<string, any> | undefined;
  /** No step leads here from where the card comes from. */
  readonly closed: boolean;
  readonly moves: ReadonlyMap<Identifier, Move>;
  readonly handles: Map<string, ColumnHandle>;
}

const placeholders = [72, 88, 76];

/** A column of a board: its head with count and sum, its cards page by page, and a line to add one. */
export function Column({ resource, by, state, filter, figure, closed, moves, handles }: ColumnProps) {
  const t = useWords();
  const locale = useLocale();
  const can = useCan();
  const { cards, facts, further, isPending, error, refetch, isFetchingNextPage, fetchNextPage } = useColumn(
    resource,
    state,
    filter,
    moves,
  );
  handles.set(state, { cards });

  const label = optionLabel(resource.fields[by]!, state, locale);
  const byWorkflow = resource.workflow?.field === by;
  const creatable = can('create', resource.name) && (!byWorkflow || resource.workflow?.initial === state);
  const given = byWorkflow ? {} : { [by]: state };
  const quick = creatable ? quickField(resource, [by]) : undefined;
  const createPath = `/${resource.name}/create?${new URLSearchParams({ source: JSON.stringify(given) })}`;
  return (
    <Box
      component="section"
      aria-label={label}
      sx={{ bgcolor: 'frame.sunken', borderRadius: 1, minHeight: 160, opacity: closed ? 0.6 : 1 }}
    >
      <ColumnHead
        resource={resource}
        label={label}
        figure={figure}
        closed={closed}
        createPath={creatable ? createPath : undefined}
      />
      {quick && (
        <Box sx={{ p: 1, pt: 0.5 }}>
          <QuickCreate resource={resource} name={quick} values={given} />
        </Box>
      )}
      <Droppable droppableId={state} isDropDisabled={closed}>
        {(drop, { isDraggingOver }) => (
          <Box
            ref={drop.innerRef}
            {...drop.droppableProps}
            role="list"
            aria-label={label}
            data-over={isDraggingOver}
            sx={{
              px: 1,
              pb: 1,
              minHeight: 96,
              borderRadius: 1,
              '&[data-over=true]': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: -2 },
            }}
          >
            {isPending &&
              placeholders.map((height) => <Skeleton key={height} variant="rounded" height={height} sx={{ mb: 1 }} />)}
            {error && cards.length === 0 && (
              <Alert
                severity="error"
                action={
                  <Button size="small" color="inherit" onClick={() => void refetch()}>
                    {t('retry')}
                  </Button>
                }
              >
                {t('load_error')}
              </Alert>
            )}
            {cards.map((record, index) => (
              <BoardCard key={record.id} resource={resource} record={record} facts={facts} index={index} />
            ))}
            {drop.placeholder}
            {!isPending && !error && cards.length === 0 && !isDraggingOver && (
              <Typography variant="body2" color="text.secondary" sx={{ p: 1 }}>
                {t('empty')}
              </Typography>
            )}
          </Box>
        )}
      </Droppable>
      {further > 0 && (
        <Button fullWidth size="small" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('more', { count: Math.min(further, pageSize) })}
        </Button>
      )}
    </Box>
  );
}
