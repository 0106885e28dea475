import { optionLabel, type Resource } from '@kontor/shared';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { Identifier, RaRecord } from 'ra-core';
import { type RefObject, useCallback, useRef } from 'react';
import { useLocale } from '../../app/texts.ts';
import { useCan } from '../../providers/access.ts';
import type { FilterValues } from '../list/filters/entries.ts';
import { QuickCreate } from '../list/quick/QuickCreate.tsx';
import { quickField } from '../list/quick/quickField.ts';
import type { Move } from './arrange.ts';
import { ColumnCards } from './ColumnCards.tsx';
import { ColumnHead } from './ColumnHead.tsx';
import { useColumn } from './useColumn.ts';
import { useWords } from './words.ts';

/** What the board has to know of a column when a card is lifted. */
export interface ColumnHandle {
  readonly cardOf: (id: Identifier) => RaRecord | undefined;
}

export interface ColumnProps {
  readonly resource: Resource;
  readonly by: string;
  readonly state: string;
  readonly filter: FilterValues;
  /** Count and sum over the whole column. */
  readonly figure?: Record<string, any> | undefined;
  /** Why the card that is being dragged can not be dropped here; empty when it can. */
  readonly closed: string;
  readonly moves: ReadonlyMap<Identifier, Move>;
  readonly handles: Map<string, ColumnHandle>;
  /** The card that is being dragged; its page may be out of sight by now. */
  readonly lifted: RefObject<RaRecord | undefined>;
  /** The board, where it scrolls as a whole instead of each column. */
  readonly shared: HTMLElement | null;
}

/** A column of a board: its head with count and sum, a line to add a card, and the cards that are in sight. */
export function Column(props: ColumnProps) {
  const { resource, by, state, filter, figure, closed, moves, handles, lifted, shared } = props;
  const t = useWords();
  const locale = useLocale();
  const can = useCan();
  const { places, facts, isPending, error, retry, setSight } = useColumn(resource, state, filter, moves);
  const live = useRef(places);
  live.current = places;
  const cardOf = useCallback(
    (id: Identifier) =>
      live.current.find((card) => String(card?.id) === String(id)) ??
      (String(lifted.current?.id) === String(id) ? lifted.current : undefined),
    [lifted],
  );
  handles.set(state, { cardOf });

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
      sx={{
        bgcolor: 'frame.sunken',
        borderRadius: 1,
        minWidth: 0,
        // a board that scrolls as a whole is as high as its longest column
        minHeight: shared ? 'auto' : 0,
        display: 'flex',
        flexDirection: 'column',
        opacity: closed ? 0.6 : 1,
      }}
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
      {error && (
        <Alert
          severity="error"
          sx={{ mx: 1, mb: 1 }}
          action={
            <Button size="small" color="inherit" onClick={retry}>
              {t('retry')}
            </Button>
          }
        >
          {t('load_error')}
        </Alert>
      )}
      <ColumnCards
        resource={resource}
        state={state}
        label={label}
        facts={facts}
        places={places}
        isPending={isPending}
        failed={Boolean(error)}
        closed={closed !== ''}
        shared={shared}
        landed={[...moves.values()].findLast((move) => move.to === state)?.record.id}
        cardOf={cardOf}
        onSight={setSight}
      />
    </Box>
  );
}
