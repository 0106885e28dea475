import type { DatesSetArg, EventDropArg } from '@fullcalendar/core';
import type FullCalendar from '@fullcalendar/react';
import { fieldLabel, fieldNamed, plusDays } from '@kontor/shared';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import { type KeyboardEvent, useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { Trouble } from '../../app/feedback/Trouble.tsx';
import { usePhone } from '../../app/preferences.ts';
import type { ScreenProps } from '../../app/registry.ts';
import { useLocale } from '../../app/texts.ts';
import { useLoaded } from '../../app/useLoaded.ts';
import { useDeclaration } from '../../declarations.ts';
import { useCan, useOpens } from '../../providers/access.ts';
import { isEditable, isEmbedded, visibleFields } from '../list/columns/fields.ts';
import { FilterBar } from '../list/filters/FilterBar.tsx';
import { useFilterInAddress } from '../list/filters/useFilterInAddress.ts';
import { ListHead, useCreatable } from '../list/ListHead.tsx';
import type { EditedCell } from '../list/table/InlineEdit.tsx';
import { useFillHeight } from '../list/useFillHeight.ts';
import { ViewSwitch } from '../list/views/ViewSwitch.tsx';
import { CalendarBar } from './CalendarBar.tsx';
import { calendarLook } from './calendarLook.ts';
import { Lanes } from './Lanes.tsx';
import { daysFrom, moved as movedBy, type Placed } from './lanes.ts';
import { QuarterGrid } from './QuarterGrid.tsx';
import { quarterOf } from './quarter.ts';
import { TimeGrid } from './TimeGrid.tsx';
import { fromDrawnEnd, fromWall, toWall } from './times.ts';
import { mostEvents, type Period, toneOf, useEvents } from './useEvents.ts';
import { useReschedule } from './useReschedule.ts';
import { type Shown, useViewInAddress } from './useViewInAddress.ts';
import { useWords } from './words.ts';

const loadInlineEdit = () => import('../list/table/InlineEdit.tsx').then((module) => module.default);
const loadFeedDialog = () => import('./FeedDialog.tsx').then((module) => module.default);
/** A day of the library, whose clock is that on the wall. */
const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

/** The records of a resource by their date: quarter, month, week, day and agenda. What is dragged gets the new date. */
export default function Calendar({ resource: name }: ScreenProps) {
  const resource = useDeclaration(name);
  const t = useWords();
  const locale = useLocale();
  const phone = usePhone();
  const navigate = useNavigate();
  const can = useCan();
  const creatable = useCreatable(resource);
  const [filter, setFilter] = useFilterInAddress();
  const [period, setPeriod] = useState<Period>();
  const [drawn, setDrawn] = useState<Shown>();
  const [title, setTitle] = useState('');
  const [moved, setMoved] = useState<EditedCell | null>(null);
  const calendar = useRef<FullCalendar>(null);
  const api = () => calendar.current?.getApi();
  const element = useFillHeight(true);
  const { from, to, lanes: declared = [] } = resource.views!.calendar!;
  const editable = can('update', name) && isEditable(resource, from);
  const opens = useOpens(resource);
  const lanes = phone
    ? []
    : declared.filter(
        (field) =>
          visibleFields(resource, opens).includes(field) &&
          isEmbedded(resource, field) &&
          can('read', String(fieldNamed(resource, field)!.to)),
      );
  const today = toWall(new Date().toISOString(), true).slice(0, 10);
  const { view, date, show } = useViewInAddress(today);
  const lane = lanes.find((field) => view === `lanes_${field}`);
  const days = lane ? daysFrom(date) : [];
  const quarter = view === 'quarter' && !phone ? quarterOf(date) : undefined;
  const span = quarter
    ? undefined // its days are counted, not listed
    : days.length
      ? { start: new Date(days[0]!), end: new Date(plusDays(days.at(-1)!, 1)) }
      : period;
  const { events, total, isFetching, error, refetch, instant } = useEvents(resource, span, filter, editable, lanes);
  const reschedule = useReschedule(resource);
  const dropped = ({ event, revert }: Pick<EventDropArg, 'event' | 'revert'>) =>
    reschedule({
      record: event.extendedProps.record,
      title: event.title,
      values: {
        [from]: fromWall(event.start!, instant),
        ...(to && event.end ? { [to]: fromDrawnEnd(event.end, instant) } : {}),
      },
      revert,
    });
  const onMove = ({ record, title, start, end }: Placed, by: number, into: string | null | undefined) => {
    const at = (wall: string) => new Date(movedBy(wall, by));
    if (by === 0 && into === undefined) return;
    void reschedule({
      record,
      title,
      values: {
        [from]: fromWall(at(start), instant),
        ...(to && end ? { [to]: fromDrawnEnd(at(end), instant) } : {}),
        ...(lane && into !== undefined ? { [lane]: into } : {}),
      },
    });
  };
  const stopMoving = () => setMoved(null);
  const [subscribing, setSubscribing] = useState(false);
  const stopSubscribing = () => setSubscribing(false);
  const InlineEdit = useLoaded(loadInlineEdit, moved !== null, stopMoving);
  const FeedDialog = useLoaded(loadFeedDialog, subscribing, stopSubscribing);
  const week = instant ? 'timeGridWeek' : 'dayGridWeek';
  const day = instant ? 'timeGridDay' : 'dayGridDay';
  const views = [
    ...(phone
      ? []
      : [
          { type: 'quarter', label: t('quarter') },
          { type: 'dayGridMonth', label: t('month') },
          { type: week, label: t('week') },
        ]),
    { type: day, label: t('day') },
    { type: 'agenda', label: t('agenda') },
    ...lanes.map((field) => ({
      type: `lanes_${field}`,
      label: t('by', { field: fieldLabel(fieldNamed(resource, field)!, field, locale) }),
    })),
  ];
  const step = (count: number) => {
    if (quarter) show({ view: 'quarter', date: quarterOf(date, count).months[0]! });
    else if (lane) show({ view: `lanes_${lane}`, date: plusDays(days[0]!, count * days.length) });
    else if (count > 0) api()?.next();
    else api()?.prev();
  };
  // these two stand beside the calendar of the library, which is not there meanwhile
  const beside = quarter ? 'quarter' : lane && `lanes_${lane}`;
  const within = views.find(({ type }) => type === view)?.type ?? (phone ? 'agenda' : 'dayGridMonth');
  const spanned = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });

  const onDates = useCallback(({ start, end, view }: DatesSetArg) => {
    setPeriod((before) =>
      before?.start.getTime() === start.getTime() && before.end.getTime() === end.getTime() ? before : { start, end },
    );
    setTitle(view.title);
    setDrawn({ view: view.type, date: dayOf(view.currentStart) });
  }, []);
  // the address says what is drawn …
  const tell = useEffectEvent((shown: Shown) => show(shown, true));
  useEffect(() => {
    if (drawn) tell(drawn);
  }, [drawn]);
  // … and what is drawn follows the address, when that was changed by a link or the way back
  useEffect(() => {
    const library = calendar.current?.getApi();
    if (!library) return;
    if (library.view.type !== within) library.changeView(within, date);
    else if (dayOf(library.view.currentStart) !== date) library.gotoDate(date);
  }, [within, date]);
  const onEventKey = ({ target, key }: KeyboardEvent<HTMLElement>) => {
    const cell = (target as HTMLElement).closest<HTMLElement>('.fc-event, .fc-list-event, [data-record]');
    const id =
      cell && new URL((cell.querySelector('a') ?? (cell as HTMLAnchorElement)).href).pathname.split('/').at(-2);
    const record = events.find((event) => event.id === decodeURIComponent(id ?? ''))?.extendedProps?.record;
    if (key !== 'F2' || !editable || !record) return;
    setMoved({ record, name: from, cell: target as HTMLElement });
  };
  const onDay = ({ date, allDay }: { date: Date; allDay: boolean }) => {
    if (!creatable) return;
    const day = instant && allDay ? new Date(date.getTime() + 9 * 3_600_000) : date;
    const source = JSON.stringify({ [from]: fromWall(day, instant) });
    navigate(`/${name}/create?${new URLSearchParams({ source })}`);
  };
  return (
    <Box
      ref={element}
      sx={{ display: 'flex', flexDirection: 'column', gap: 1.5, minWidth: 0, px: { xs: 2, sm: 3 }, pt: 2 }}
    >
      <ListHead resource={resource}>
        <ViewSwitch resource={resource} current="calendar" filter={filter} />
      </ListHead>
      <FilterBar resource={resource} values={filter} onChange={setFilter} />
      <CalendarBar
        title={
          quarter
            ? t('quarter_of', { quarter: Math.ceil(Number(date.slice(5, 7)) / 3), year: date.slice(0, 4) })
            : lane
              ? spanned.formatRange(new Date(days[0]!), new Date(days.at(-1)!))
              : title
        }
        views={views}
        current={beside ?? within}
        onView={(type) => {
          // the day that the library is at, which may lie anywhere in what it draws
          const at = api()?.getDate();
          show({ view: type, date: at ? dayOf(at) : date });
        }}
        onPrevious={() => step(-1)}
        onNext={() => step(1)}
        onToday={() => (beside ? show({ view: beside, date: today }) : api()?.today())}
        onSubscribe={can('create', 'calendar_feeds') ? () => setSubscribing(true) : undefined}
      />
      {!quarter && total > mostEvents && <Alert severity="info">{t('cut', { count: mostEvents })}</Alert>}
      {error && events.length === 0 ? (
        <Trouble error={error} retry={() => void refetch()} />
      ) : (
        <Box
          onKeyDown={onEventKey}
          sx={(theme) => ({ flex: 1, minHeight: 420, position: 'relative', ...(calendarLook(theme) as object) })}
        >
          {isFetching && (
            <LinearProgress sx={{ position: 'absolute', insetInline: 0, top: 0, height: 2, zIndex: 3 }} aria-hidden />
          )}
          {quarter ? (
            <QuarterGrid
              resource={resource}
              filter={filter}
              instant={instant}
              quarter={quarter}
              today={today}
              onDay={(date) => show({ view: day, date })}
              onMonth={(date) => show({ view: 'dayGridMonth', date })}
            />
          ) : lane ? (
            <Lanes
              resource={resource}
              field={lane}
              days={days}
              today={today}
              placed={events.map(({ id, title, start, end, extendedProps }) => ({
                id: String(id),
                title: String(title),
                start: String(start),
                ...(end ? { end: String(end) } : {}),
                tone: toneOf(resource, extendedProps!.record),
                record: extendedProps!.record,
              }))}
              editable={editable}
              onMove={onMove}
            />
          ) : (
            <TimeGrid
              ref={calendar}
              resource={resource}
              events={events}
              editable={editable}
              instant={instant}
              view={within}
              date={date}
              onDates={onDates}
              onDrop={dropped}
              onDay={onDay}
            />
          )}
          {FeedDialog && subscribing && <FeedDialog resource={resource} filter={filter} onClose={stopSubscribing} />}
          {InlineEdit && moved && <InlineEdit resource={resource} edited={moved} onClose={stopMoving} />}
        </Box>
      )}
    </Box>
  );
}
