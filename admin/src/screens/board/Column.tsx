import { Droppable } from '@hello-pangea/dnd';
import { formatDecimal, kindOf, optionLabel, type Resource } from '@kontor/shared';
import AddIcon from '@mui/icons-material/Add';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Skeleton from '@mui/material/Skeleton';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { type Identifier, type RaRecord, useGetList } from 'ra-core';
import { useMemo, useState } from 'react';
import { Link } from 'react-router-dom';
import { useLocale } from '../../app/texts.ts';
import { useCan } from '../../providers/access.ts';
import { embedsOf } from '../list/columns/fields.ts';
import type { FilterValues } from '../list/filters/entries.ts';
import { QuickCreate } from '../list/quick/QuickCreate.tsx';
import { quickField } from '../list/quick/quickField.ts';
import type { Move } from './arrange.ts';
import { arranged } from './arrange.ts';
import { BoardCard } from './BoardCard.tsx';
import { useWords } from './words.ts';

const step = 50;

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

/** A column of a board: its head with count and sum, its cards fifty at a time, and a line to add one. */
export function Column({ resource, by, state, filter, figure, closed, moves, handles }: ColumnProps) {
  const t = useWords();
  const locale = useLocale();
  const can = useCan();
  const [limit, setLimit] = useState(step);
  const { sum, card = [] } = resource.views!.board!;
  const [field, order] = resource.list?.sort ?? ['created_at', 'DESC'];
  const {
    data,
    total = 0,
    isPending,
    error,
    refetch,
  } = useGetList(
    resource.name,
    {
      filter: { ...filter, [by]: state },
      sort: { field, order },
      pagination: { page: 1, perPage: limit },
      meta: { embed: embedsOf(resource, [...card, ...resource.title]) },
    },
    { placeholderData: (before) => before },
  );
  const cards = useMemo(() => arranged(data ?? [], moves, state), [data, moves, state]);
  handles.set(state, { cards });

  const label = optionLabel(resource.fields[by]!, state, locale);
  const amount = sum && figure?.[`sum_${sum}`];
  const startsHere = resource.workflow?.field !== by || resource.workflow.initial === state;
  const creatable = can('create', resource.name) && startsHere;
  const given = resource.workflow?.field === by ? {} : { [by]: state };
  const quick = creatable ? quickField(resource, [by]) : undefined;
  const create = `/${resource.name}/create?${new URLSearchParams({ source: JSON.stringify(given) })}`;
  return (
    <Box
      component="section"
      aria-label={label}
      sx={{ bgcolor: 'frame.sunken', borderRadius: 1, minHeight: 160, opacity: closed ? 0.5 : 1 }}
    >
      <Box
        sx={{
          position: 'sticky',
          top: 0,
          zIndex: 1,
          bgcolor: 'frame.sunken',
          borderRadius: 1,
          px: 1.5,
          pt: 1,
          pb: 0.5,
          display: 'flex',
          alignItems: 'center',
          gap: 1,
          minHeight: 44,
        }}
      >
        <Typography variant="h3" component="h2" noWrap>
          {label}
        </Typography>
        <Typography color="text.secondary" sx={{ fontVariantNumeric: 'tabular-nums' }}>
          {figure ? formatDecimal(String(figure.count), locale) : isPending ? '' : '0'}
        </Typography>
        <Typography
          noWrap
          variant="body2"
          color="text.secondary"
          sx={{ ml: 'auto', fontVariantNumeric: 'tabular-nums' }}
        >
          {closed
            ? t('no_step')
            : amount && Number(amount) !== 0
              ? kindOf(resource.fields[sum]!).format(String(amount), resource.fields[sum]!, locale)
              : ''}
        </Typography>
        {creatable && (
          <Tooltip title={t('create_in', { state: label })}>
            <IconButton size="small" component={Link} to={create} aria-label={t('create_in', { state: label })}>
              <AddIcon fontSize="small" />
            </IconButton>
          </Tooltip>
        )}
      </Box>
      <Droppable droppableId={state} isDropDisabled={closed}>
        {(drop, { isDraggingOver }) => (
          <Box
            ref={drop.innerRef}
            {...drop.droppableProps}
            role="list"
            aria-label={label}
            sx={{
              px: 1,
              pb: 1,
              minHeight: 96,
              bgcolor: isDraggingOver ? 'action.selected' : undefined,
              borderRadius: 1,
            }}
          >
            {isPending &&
              [72, 88, 72].map((height, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cards without content have nothing else
                <Skeleton key={index} variant="rounded" height={height} sx={{ mb: 1 }} />
              ))}
            {error && !data && (
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
              <BoardCard key={record.id} resource={resource} record={record} facts={card} index={index} />
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
      {total > limit && (
        <Button fullWidth size="small" onClick={() => setLimit(limit + step * 2)}>
          {t('more', { count: Math.min(total - limit, step * 2) })}
        </Button>
      )}
      {quick && (
        <Box sx={{ p: 1, pt: 0 }}>
          <QuickCreate resource={resource} name={quick} values={given} />
        </Box>
      )}
    </Box>
  );
}
