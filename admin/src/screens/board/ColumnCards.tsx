import { type DraggableChildrenFn, Droppable } from '@hello-pangea/dnd';
import type { Resource } from '@kontor/shared';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useForkRef } from '@mui/material/utils';
import type { Identifier, RaRecord } from 'ra-core';
import { useCallback, useRef } from 'react';
import type { Place } from './arrange.ts';
import { BoardCard } from './BoardCard.tsx';
import { CardFace } from './CardFace.tsx';
import { Slot } from './CardSlot.tsx';
import { useColumnWindow } from './useColumnWindow.ts';
import { useLanding } from './useLanding.ts';
import { useWords } from './words.ts';

export interface ColumnCardsProps {
  readonly resource: Resource;
  readonly state: string;
  readonly label: string;
  readonly facts: readonly string[];
  readonly places: readonly Place[];
  readonly isPending: boolean;
  readonly failed: boolean;
  readonly closed: boolean;
  /** The board, where it scrolls as a whole. */
  readonly shared: HTMLElement | null;
  /** The card that was dropped here last and waits for the server's word. */
  readonly landed: Identifier | undefined;
  readonly cardOf: (id: Identifier) => RaRecord | undefined;
  readonly onSight: (sight: readonly [first: number, last: number]) => void;
}

const placeholders = [72, 88, 76];
/** Room for the card that is dragged here, below the last one. */
const roomForOne = 96;

/** The cards of a column: only those in sight are rendered, however many there are. */
export function ColumnCards(props: ColumnCardsProps) {
  const { resource, state, label, facts, places, isPending, failed, closed, shared, landed, cardOf, onSight } = props;
  const t = useWords();
  const { list, shown, show, margin, height, measure } = useColumnWindow(places.length, shared, onSight);
  useLanding(places, landed, show);
  const droppable = useRef<(element: HTMLElement | null) => void>(undefined);
  const ref = useForkRef<HTMLDivElement>(
    list,
    useCallback((element: HTMLElement | null) => droppable.current?.(element), []),
  );
  const clone: DraggableChildrenFn = (drag, _, { draggableId }) => {
    const record = cardOf(draggableId);
    return (
      <Slot ref={drag.innerRef} {...drag.draggableProps} {...drag.dragHandleProps} role="listitem">
        {record && <CardFace resource={resource} record={record} facts={facts} lifted />}
      </Slot>
    );
  };
  return (
    <Droppable droppableId={state} isDropDisabled={closed} mode="virtual" renderClone={clone}>
      {(drop, { isDraggingOver, isUsingPlaceholder }) => {
        droppable.current = drop.innerRef;
        return (
          <Box
            ref={ref}
            {...drop.droppableProps}
            role="list"
            aria-label={label}
            aria-busy={isPending}
            data-over={isDraggingOver}
            sx={{
              flex: shared ? '1 0 auto' : 1,
              minHeight: 96,
              borderRadius: 1,
              ...(shared ? {} : { overflowY: 'auto', overflowX: 'hidden', scrollbarWidth: 'thin' }),
              '&[data-over=true]': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: -2 },
            }}
          >
            <div style={{ position: 'relative', height: height + (isUsingPlaceholder ? roomForOne : 0) }}>
              {shown.map(({ index, start, size }) => {
                const record = places[index];
                const top = start - margin;
                return record ? (
                  <BoardCard
                    key={record.id}
                    resource={resource}
                    record={record}
                    facts={facts}
                    index={index}
                    of={places.length}
                    top={top}
                    measure={measure}
                  />
                ) : (
                  <Skeleton
                    key={`place-${index}`}
                    variant="rounded"
                    style={{ position: 'absolute', insetInline: 8, top, height: size - 8 }}
                  />
                );
              })}
            </div>
            {isPending &&
              placeholders.map((tall) => <Skeleton key={tall} variant="rounded" height={tall} sx={{ mx: 1, mb: 1 }} />)}
            {!isPending && !failed && places.length === 0 && !isDraggingOver && (
              <Typography variant="body2" color="text.secondary" sx={{ px: 2, py: 1 }}>
                {t('empty')}
              </Typography>
            )}
          </Box>
        );
      }}
    </Droppable>
  );
}
