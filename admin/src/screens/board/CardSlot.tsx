import type { DraggableProvided } from '@hello-pangea/dnd';
import { styled } from '@mui/material/styles';
import { useForkRef } from '@mui/material/utils';
import type { ReactNode } from 'react';

/** What a card lies in. The space below belongs to it, so that cards that make way keep their distance. */
export const Slot = styled('div')(({ theme }) => ({
  paddingBottom: theme.spacing(1),
  '&:focus-visible': { outline: 'none' },
  '&:focus-visible > *': { outline: `2px solid ${theme.palette.primary.main}`, outlineOffset: -1 },
}));

interface CardSlotProps {
  readonly drag: DraggableProvided;
  readonly index: number;
  readonly of: number;
  readonly top: number;
  readonly measure: (element: HTMLElement | null) => void;
  readonly children: ReactNode;
}

/** The place of a card in a column of which only what is in sight is rendered: laid to its pixel, and measured. */
export function CardSlot({ drag, index, of, top, measure, children }: CardSlotProps) {
  const ref = useForkRef<HTMLElement>(drag.innerRef, measure);
  return (
    <Slot
      ref={ref}
      {...drag.draggableProps}
      {...drag.dragHandleProps}
      role="listitem"
      aria-setsize={of}
      aria-posinset={index + 1}
      data-index={index}
      style={{ ...drag.draggableProps.style, position: 'absolute', insetInline: 8, top }}
    >
      {children}
    </Slot>
  );
}
