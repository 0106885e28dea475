import type { Tone } from '@kontor/shared';
import type { Theme } from '@mui/material/styles';
import type { SystemStyleObject } from '@mui/system';

/** The calendar in the colours of the house. */
export function calendarLook(theme: Theme): SystemStyleObject<Theme> {
  const { palette } = theme;
  const tones = Object.fromEntries(
    (Object.keys(palette.tones) as Tone[]).flatMap((tone) => [
      [
        `& .fc-event.tone-${tone}:not(.fc-list-event)`,
        { borderLeft: `3px solid ${palette.tones[tone].text}`, borderRadius: '4px', overflow: 'hidden' },
      ],
      [`& .fc-list-event.tone-${tone} .fc-list-event-dot`, { borderColor: palette.tones[tone].text }],
    ]),
  );
  return {
    '--fc-border-color': palette.divider,
    '--fc-page-bg-color': palette.background.paper,
    '--fc-neutral-bg-color': palette.frame.sunken,
    '--fc-list-event-hover-bg-color': palette.action.hover,
    '--fc-today-bg-color': palette.action.selected,
    '--fc-now-indicator-color': palette.error.main,
    '--fc-event-bg-color': palette.background.paper,
    '--fc-event-text-color': palette.text.primary,
    '--fc-event-border-color': palette.divider,
    '--fc-more-link-bg-color': palette.frame.sunken,
    '--fc-more-link-text-color': palette.text.primary,
    '--fc-small-font-size': '0.8125rem',
    '& .fc': { height: '100%' },
    '& .fc-view-harness': { backgroundColor: palette.background.paper },
    '& .fc-day-other .fc-daygrid-day-top': { opacity: 1 },
    '& .fc-day-other .fc-daygrid-day-number': { color: palette.text.secondary },
    '& .fc-daygrid-day-number': { fontSize: theme.typography.body2.fontSize },
    '& .fc-event': { cursor: 'pointer', fontSize: theme.typography.body2.fontSize },
    '& .fc-daygrid-event': {
      padding: '0 4px',
      fontSize: theme.typography.caption.fontSize,
      color: palette.text.primary,
    },
    // the library gives the last day of what lasts several days the midnight at which that day begins
    '& .fc-daygrid-event:not(.fc-event-start) .fc-event-time': { display: 'none' },
    '& .fc-daygrid-event .fc-event-title': { textOverflow: 'ellipsis' },
    '& .fc a': { color: 'inherit', textDecoration: 'none' },
    '& .fc-col-header-cell': { fontWeight: 600, color: palette.text.secondary },
    ...tones,
  };
}
