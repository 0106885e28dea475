import { Draggable } from '@hello-pangea/dnd';
import type { Resource } from '@kontor/shared';
import type { RaRecord } from 'ra-core';
import { memo } from 'react';
import { CardFace } from './CardFace.tsx';
import { CardSlot } from './CardSlot.tsx';

export interface BoardCardProps {
  readonly resource: Resource;
  readonly record: RaRecord;
  /** Fields that one decides by. */
  readonly facts: readonly string[];
  readonly index: number;
  /** How many cards the column has. */
  readonly of: number;
  /** Where the card lies in its column, in pixels. */
  readonly top: number;
  readonly measure: (element: HTMLElement | null) => void;
}

/** A card in its column that can be dragged. */
export const BoardCard = memo(function BoardCard({ index, of, top, measure, ...face }: BoardCardProps) {
  return (
    <Draggable draggableId={String(face.record.id)} index={index}>
      {(drag) => (
        <CardSlot drag={drag} index={index} of={of} top={top} measure={measure}>
          <CardFace {...face} />
        </CardSlot>
      )}
    </Draggable>
  );
});
