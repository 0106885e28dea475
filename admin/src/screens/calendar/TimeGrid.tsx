import type { DatesSetArg, EventClickArg, EventDropArg, EventInput } from '@fullcalendar/core';
import deLocale from '@fullcalendar/core/locales/de';
import enLocale from '@fullcalendar/core/locales/en-gb';
import dayGrid from '@fullcalendar/daygrid';
import interaction from '@fullcalendar/interaction';
import list from '@fullcalendar/list';
import FullCalendar from '@fullcalendar/react';
import timeGrid from '@fullcalendar/timegrid';
import type { Resource } from '@kontor/shared';
import type { Ref } from 'react';
import { useNavigate } from 'react-router-dom';
import { useLocale } from '../../app/texts.ts';
import { toWall } from './times.ts';
import { useWords } from './words.ts';

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

interface TimeGridProps {
  readonly ref: Ref<FullCalendar>;
  readonly resource: Resource;
  readonly events: EventInput[];
  readonly editable: boolean;
  readonly instant: boolean;
  /** With which it begins. */
  readonly view: string;
  readonly date: string;
  readonly onDates: (dates: DatesSetArg) => void;
  readonly onDrop: (dropped: Pick<EventDropArg, 'event' | 'revert'>) => void;
  readonly onDay: (day: { date: Date; allDay: boolean }) => void;
}

/** Month, week, day and agenda, on the wall clock of the company. */
export function TimeGrid({
  ref,
  resource,
  events,
  editable,
  instant,
  view,
  date,
  onDates,
  onDrop,
  onDay,
}: TimeGridProps) {
  const t = useWords();
  const locale = useLocale();
  const navigate = useNavigate();
  const onEvent = ({ event, jsEvent }: EventClickArg) => {
    if (jsEvent.ctrlKey || jsEvent.metaKey || jsEvent.button === 1) return;
    jsEvent.preventDefault();
    navigate(event.url);
  };
  const eventDidMount = ({ el }: { el: HTMLElement }) => {
    el.title = t('keys');
    el.setAttribute('aria-keyshortcuts', 'F2');
  };
  return (
    <FullCalendar
      ref={ref}
      plugins={plugins}
      locales={locales}
      locale={locale === 'de' ? 'de' : 'en-gb'}
      timeZone="UTC"
      now={() => toWall(new Date().toISOString(), true)}
      nowIndicator
      initialView={view}
      initialDate={date}
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
      eventDrop={onDrop}
      eventResize={onDrop}
      dateClick={onDay}
      datesSet={onDates}
    />
  );
}
