import {
  DragDropContext,
  type DragStart,
  type DragUpdate,
  type DropResult,
  type ResponderProvided,
} from '@hello-pangea/dnd';
import { formatDecimal, type Operation } from '@kontor/shared';
import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import type { RaRecord } from 'ra-core';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useOffer } from '../../app/feedback/useOffer.ts';
import { useSay } from '../../app/feedback/useSay.ts';
import type { ScreenProps } from '../../app/registry.ts';
import { useLocale } from '../../app/texts.ts';
import { useLoaded } from '../../app/useLoaded.ts';
import { useDeclaration } from '../../declarations.ts';
import { useOpens } from '../../providers/access.ts';
import { useKontor } from '../../providers/dataProvider.ts';
import { FilterBar } from '../list/filters/FilterBar.tsx';
import { useFilterInAddress } from '../list/filters/useFilterInAddress.ts';
import { ListHead } from '../list/ListHead.tsx';
import { useFillHeight } from '../list/useFillHeight.ts';
import { ViewSwitch } from '../list/views/ViewSwitch.tsx';
import { Column, type ColumnHandle } from './Column.tsx';
import { dropFor } from './steps.ts';
import { columnWidth, useFits } from './useFits.ts';
import { useMoves } from './useMoves.ts';
import { useTelling } from './useTelling.ts';
import { useWords } from './words.ts';

const loadQuestion = () => import('./StepQuestion.tsx').then((module) => module.default);

const loadMissing = () => import('../guards/MissingDialog.tsx').then((module) => module.default);

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;

/** The records of a resource as cards in the columns of a state or choice; a drop runs the fitting step. */
export default function Board({ resource: name }: ScreenProps) {
  const resource = useDeclaration(name);
  const t = useWords();
  const locale = useLocale();
  const say = useSay();
  const offer = useOffer(resource);
  const api = useKontor();
  const { by, sum: declared } = resource.views!.board!;
  // a sum of what one may not read would be refused, and the counts with it
  const opens = useOpens(resource);
  const sum = declared && opens(resource.fields[declared]?.guard) ? declared : undefined;
  const [filter, setFilter] = useFilterInAddress();
  const told = useTelling(resource, by);
  const { moves, move, asked, answer, dismiss, refused, forget } = useMoves(resource, by);
  const StepQuestion = useLoaded(loadQuestion, asked !== undefined, dismiss);
  const MissingDialog = useLoaded(loadMissing, refused !== undefined, forget);
  const element = useFillHeight(true);
  const [dragged, setDragged] = useState<string | null>(null);
  const [board, setBoard] = useState<HTMLDivElement | null>(null);
  const handles = useRef(new Map<string, ColumnHandle>());
  const lifted = useRef<RaRecord>(undefined);
  const states = useMemo(() => Object.keys(resource.fields[by]?.options ?? {}), [resource, by]);
  const wanted = useMemo(() => {
    const only = filter[by] === undefined ? undefined : [filter[by]].flat();
    return only ? states.filter((state) => only.includes(state)) : states;
  }, [filter, by, states]);

  // Dragging follows one scroll at a time: each column scrolls in itself where all of them are in sight; a board that has
  // to be scrolled sideways scrolls as a whole.
  const fits = useFits(board, wanted.length);

  const { data: figures } = useQuery({
    queryKey: [name, 'aggregate', 'board', by, sum, filter],
    queryFn: ({ signal }) =>
      api.aggregate(name, { group: [by], measures: ['count', ...(sum ? [`sum:${sum}`] : [])], filter }, signal),
  });
  const figureOf = (state: string) => figures?.find((row) => row[by] === state);
  const total = figures?.reduce((all, row) => all + Number(row.count), 0);

  /** Why a card can not be dragged from one column to another; empty when it can. */
  const whyClosed = useCallback(
    (from: string, to: string): string => {
      if (from === to || dropFor(resource, by, from, to, (operation) => !offer(operation).why).kind !== 'none')
        return '';
      const wanted: Operation[] = [];
      dropFor(resource, by, from, to, (operation) => wanted.push(operation) > 0);
      return wanted.map((operation) => offer(operation).why).find(Boolean) ?? t('no_step');
    },
    [resource, by, offer, t],
  );
  const onBeforeDragStart = useCallback(({ source, draggableId }: DragStart) => {
    lifted.current = handles.current.get(source.droppableId)?.cardOf(draggableId);
  }, []);
  const onDragStart = useCallback(
    ({ source }: DragStart, { announce }: ResponderProvided) => {
      const from = source.droppableId;
      setDragged(from);
      announce(told('lifted', source));
      const reasons = wanted.filter((state) => state !== from).map((state) => whyClosed(from, state));
      const denied = reasons.every(Boolean) && reasons.find((reason) => reason !== t('no_step'));
      if (denied) say({ text: denied, tone: 'info' });
    },
    [wanted, whyClosed, say, t, told],
  );
  const onDragUpdate = useCallback(
    ({ destination }: DragUpdate, { announce }: ResponderProvided) => announce(told('over', destination)),
    [told],
  );
  const onDragEnd = useCallback(
    ({ source, destination }: DropResult, { announce }: ResponderProvided) => {
      setDragged(null);
      announce(destination ? told('dropped', destination) : told('returned', source));
      if (lifted.current && destination) void move(lifted.current, destination.droppableId, destination.index);
      lifted.current = undefined;
    },
    [move, told],
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
        onBeforeDragStart={onBeforeDragStart}
        onDragStart={onDragStart}
        onDragUpdate={onDragUpdate}
        onDragEnd={onDragEnd}
        dragHandleUsageInstructions={t('usage')}
        {...(nonce ? { nonce } : {})}
      >
        <Box
          ref={setBoard}
          sx={{
            flex: 1,
            minHeight: 0,
            overflow: fits ? 'hidden' : 'auto',
            display: 'grid',
            gridAutoFlow: 'column',
            gridTemplateRows: fits ? 'minmax(0, 1fr)' : undefined,
            gridAutoColumns: { xs: 'min(84vw, 320px)', sm: `minmax(${columnWidth}px, 1fr)` },
            gap: 1.5,
          }}
        >
          {fits !== undefined &&
            wanted.map((state) => (
              <Column
                key={state}
                resource={resource}
                by={by}
                state={state}
                filter={filter}
                figure={figureOf(state)}
                closed={dragged === null ? '' : whyClosed(dragged, state)}
                moves={moves}
                handles={handles.current}
                lifted={lifted}
                shared={fits ? null : board}
              />
            ))}
        </Box>
      </DragDropContext>
      {StepQuestion && asked && <StepQuestion resource={resource} step={asked.step} run={answer} onClose={dismiss} />}
      {MissingDialog && refused && <MissingDialog {...refused} onClose={forget} />}
    </Box>
  );
}
