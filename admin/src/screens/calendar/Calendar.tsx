import type { DatesSetArg, EventClickArg } from '@fullcalendar/core';
import deLocale from '@fullcalendar/core/locales/de';
import enLocale from '@fullcalendar/core/locales/en-gb';
import dayGrid from '@fullcalendar/daygrid';
import interaction from '@fullcalendar/interaction';
import list from '@fullcalendar/list';
import FullCalendar from '@fullcalendar/react';
import timeGrid from '@fullcalendar/timegrid';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { Trouble } from '../../app/feedback/Trouble.tsx';
import { usePhone } from '../../app/preferences.ts';
import type { ScreenProps } from '../../app/registry.ts';
import { useLocale } from '../../app/texts.ts';
import { useLoaded } from '../../app/useLoaded.ts';
import { useDeclaration } from '../../declarations.ts';
import { useCan } from '../../providers/access.ts';
import { isEditable } from '../list/columns/fields.ts';
import { FilterBar } from '../list/filters/FilterBar.tsx';
import { useFilterInAddress } from '../list/filters/useFilterInAddress.ts';
import { ListHead, useCreatable } from '../list/ListHead.tsx';
import type { EditedCell } from '../list/table/InlineEdit.tsx';
import { useFillHeight } from '../list/useFillHeight.ts';
import { ViewSwitch } from '../list/views/ViewSwitch.tsx';
import { CalendarBar } from './CalendarBar.tsx';
import { calendarLook } from './calendarLook.ts';
import { fromWall, toWall } from './times.ts';
import { mostEvents, type Period, useEvents } from './useEvents.ts';
import { useReschedule } from './useReschedule.ts';
import { useWords } from './words.ts';

const loadInlineEdit = () => import('../list/table/InlineEdit.tsx').then((module) => module.default);
const loadFeedDialog = () => import('./FeedDialog.tsx').then((module) => module.default);
const plugins = [dayGrid, timeGrid, list, interaction];
const locales = [deLocale, enLocale];
/** What comes next, from the day that is looked at: a month from its first day would begin with what is long past. */
const ownViews = {
  agenda: {
    type: 'list',
    duration: { days: 30 },
    listDayFormat: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
    listDaySideFormat: false,
  },
} as const;

/** The library's own markup, mended for those who listen to it. */
function readable({ el }: { el: HTMLElement }) {
  el.removeAttribute('aria-labelledby');
  if (el.tagName !== 'A') return;
  el.removeAttribute('aria-controls');
  el.setAttribute('role', 'button');
}

/** The records of a resource by their date: month, week, day and agenda. What is dragged gets the new date. */
export default function Calendar({ resource: name }: ScreenProps) {
  const resource = useDeclaration(name);
  const t = useWords();
  const locale = useLocale();
  const phone = usePhone();
  const navigate = useNavigate();
  const can = useCan();
  const creatable = useCreatable(resource);
  const [params, setParams] = useSearchParams();
  const [filter, setFilter] = useFilterInAddress();
  const [period, setPeriod] = useState<Period>();
  const [shown, setShown] = useState<{ view: string; date: string }>();
  const [title, setTitle] = useState('');
  const [moved, setMoved] = useState<EditedCell | null>(null);
  const calendar = useRef<FullCalendar>(null);
  const api = () => calendar.current?.getApi();
  const element = useFillHeight(true);
  const { from } = resource.views!.calendar!;
  const editable = can('update', name) && isEditable(resource, from);
  const { events, total, isFetching, error, refetch, instant } = useEvents(resource, period, filter, editable);
  const reschedule = useReschedule(resource, instant);
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
          { type: 'dayGridMonth', label: t('month') },
          { type: week, label: t('week') },
        ]),
    { type: day, label: t('day') },
    { type: 'agenda', label: t('agenda') },
  ];

  const onDates = useCallback(({ start, end, view }: DatesSetArg) => {
    setPeriod((before) =>
      before?.start.getTime() === start.getTime() && before.end.getTime() === end.getTime() ? before : { start, end },
    );
    setTitle(view.title);
    setShown({ view: view.type, date: view.currentStart.toISOString().slice(0, 10) });
  }, []);
  useEffect(() => {
    if (!shown) return;
    setParams((before) => new URLSearchParams({ ...Object.fromEntries(before), ...shown }), { replace: true });
  }, [shown, setParams]);
  const onEvent = ({ event, jsEvent }: EventClickArg) => {
    if (jsEvent.ctrlKey || jsEvent.metaKey || jsEvent.button === 1) return;
    jsEvent.preventDefault();
    navigate(event.url);
  };
  const eventDidMount = ({ el }: { el: HTMLElement }) => {
    el.title = t('keys');
    el.setAttribute('aria-keyshortcuts', 'F2');
  };
  const onEventKey = ({ target, key }: KeyboardEvent<HTMLElement>) => {
    const cell = (target as HTMLElement).closest<HTMLElement>('.fc-event, .fc-list-event');
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
        title={title}
        views={views}
        current={shown?.view}
        onView={(type) => api()?.changeView(type)}
        onPrevious={() => api()?.prev()}
        onNext={() => api()?.next()}
        onToday={() => api()?.today()}
        onSubscribe={can('create', 'calendar_feeds') ? () => setSubscribing(true) : undefined}
      />
      {total > mostEvents && <Alert severity="info">{t('cut', { count: mostEvents })}</Alert>}
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
          <FullCalendar
            ref={calendar}
            plugins={plugins}
            locales={locales}
            locale={locale === 'de' ? 'de' : 'en-gb'}
            timeZone="UTC"
            now={() => toWall(new Date().toISOString(), true)}
            nowIndicator
            initialView={
              views.find(({ type }) => type === params.get('view'))?.type ?? (phone ? 'agenda' : 'dayGridMonth')
            }
            initialDate={params.get('date') ?? toWall(new Date().toISOString(), true).slice(0, 10)}
            headerToolbar={false}
            views={ownViews}
            allDayText={t('all_day')}
            allDaySlot={!instant}
            eventMaxStack={3}
            slotEventOverlap={false}
            dayCellDidMount={readable}
            moreLinkDidMount={readable}
            noEventsText={t('none')}
            moreLinkText={(count) => t('more', { count })}
            moreLinkClick="popover"
            dayMaxEvents
            firstDay={1}
            height="100%"
            scrollTime="08:00:00"
            events={events}
            eventDisplay="block"
            eventStartEditable={editable}
            eventDurationEditable={editable && Boolean(resource.views!.calendar!.to)}
            eventClick={onEvent}
            {...(editable ? { eventDidMount } : {})}
            eventDrop={reschedule}
            eventResize={reschedule}
            dateClick={onDay}
            datesSet={onDates}
          />
          {FeedDialog && subscribing && <FeedDialog resource={resource} filter={filter} onClose={stopSubscribing} />}
          {InlineEdit && moved && <InlineEdit resource={resource} edited={moved} onClose={stopMoving} />}
        </Box>
      )}
    </Box>
  );
}
