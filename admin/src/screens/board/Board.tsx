import { DragDropContext, type DragStart, type DropResult } from '@hello-pangea/dnd';
import { formatDecimal } from '@kontor/shared';
import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { ScreenProps } from '../../app/registry.ts';
import { useLocale } from '../../app/texts.ts';
import { useDeclaration } from '../../declarations.ts';
import { useCan } from '../../providers/access.ts';
import { useKontor } from '../../providers/dataProvider.ts';
import { FilterBar } from '../list/filters/FilterBar.tsx';
import { useFilterInAddress } from '../list/filters/useFilterInAddress.ts';
import { ListHead } from '../list/ListHead.tsx';
import { useFillHeight } from '../list/useFillHeight.ts';
import { ViewSwitch } from '../list/views/ViewSwitch.tsx';
import { Column, type ColumnHandle } from './Column.tsx';
import { dropFor } from './steps.ts';
import { useMoves } from './useMoves.ts';
import { useWords } from './words.ts';

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;

/** The records of a resource as cards in the columns of a state or choice; a drop runs the fitting step. */
export default function Board({ resource: name }: ScreenProps) {
  const resource = useDeclaration(name);
  const t = useWords();
  const locale = useLocale();
  const can = useCan();
  const api = useKontor();
  const { by, sum } = resource.views!.board!;
  const [filter, setFilter] = useFilterInAddress();
  const { moves, move } = useMoves(resource, by);
  const element = useFillHeight(true);
  const [dragged, setDragged] = useState<string | null>(null);
  const handles = useRef(new Map<string, ColumnHandle>());
  const states = useMemo(() => Object.keys(resource.fields[by]?.options ?? {}), [resource, by]);
  const wanted = useMemo(() => {
    const only = filter[by] === undefined ? undefined : [filter[by]].flat();
    return only ? states.filter((state) => only.includes(state)) : states;
  }, [filter, by, states]);

  const { data: figures } = useQuery({
    queryKey: [name, 'aggregate', 'board', by, sum, filter],
    queryFn: ({ signal }) =>
      api.aggregate(name, { group: [by], measures: ['count', ...(sum ? [`sum:${sum}`] : [])], filter }, signal),
  });
  const figureOf = (state: string) => figures?.find((row) => row[by] === state);
  const total = figures?.reduce((all, row) => all + Number(row.count), 0);

  const onDragStart = useCallback((start: DragStart) => setDragged(start.source.droppableId), []);
  const onDragEnd = useCallback(
    ({ draggableId, source, destination }: DropResult) => {
      setDragged(null);
      const record = handles.current.get(source.droppableId)?.cards.find((card) => String(card.id) === draggableId);
      if (record && destination) void move(record, destination.droppableId, destination.index);
    },
    [move],
  );
  return (
    <Box
      ref={element}
      sx={{ display: 'flex', flexDirection: 'column', gap: 1.5, minWidth: 0, px: { xs: 2, sm: 3 }, pt: 2 }}
    >
      <ListHead resource={resource} {...(total === undefined ? {} : { count: formatDecimal(String(total), locale) })}>
        <ViewSwitch resource={resource} current="board" filter={filter} />
      </ListHead>
      <FilterBar resource={resource} values={filter} onChange={setFilter} {...(total === undefined ? {} : { total })} />
      <DragDropContext
        onDragStart={onDragStart}
        onDragEnd={onDragEnd}
        dragHandleUsageInstructions={t('usage')}
        {...(nonce ? { nonce } : {})}
      >
        <Box
          sx={{
            flex: 1,
            minHeight: 0,
            overflow: 'auto',
            display: 'grid',
            gridAutoFlow: 'column',
            gridAutoColumns: { xs: 'min(84vw, 320px)', sm: 'minmax(204px, 1fr)' },
            gap: 1.5,
            alignItems: 'start',
          }}
        >
          {wanted.map((state) => (
            <Column
              key={state}
              resource={resource}
              by={by}
              state={state}
              filter={filter}
              figure={figureOf(state)}
              closed={
                dragged !== null &&
                dragged !== state &&
                dropFor(resource, by, dragged, state, (operation) => can(operation, name)).kind === 'none'
              }
              moves={moves}
              handles={handles.current}
            />
          ))}
        </Box>
      </DragDropContext>
    </Box>
  );
}
