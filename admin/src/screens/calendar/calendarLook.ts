import type { Tone } from '@kontor/shared';
import type { Theme } from '@mui/material/styles';
import type { SystemStyleObject } from '@mui/system';

/** The calendar in the colours of the house. */
export function calendarLook(theme: Theme): SystemStyleObject<Theme> {
  const { palette } = theme;
  const tones = Object.fromEntries(
    (Object.keys(palette.tones) as Tone[]).map((tone) => [
      `& .tone-${tone}`,
      {
        '--fc-event-bg-color': palette.background.paper,
        '--fc-event-text-color': palette.text.primary,
        '--fc-event-border-color': palette.divider,
        borderLeft: `3px solid ${palette.tones[tone].text}`,
        borderRadius: '4px',
        overflow: 'hidden',
      },
    ]),
  );
  return {
    '--fc-border-color': palette.divider,
    '--fc-page-bg-color': palette.background.paper,
    '--fc-neutral-bg-color': palette.frame.sunken,
    '--fc-list-event-hover-bg-color': palette.action.hover,
    '--fc-today-bg-color': palette.action.selected,
    '--fc-now-indicator-color': palette.error.main,
    '--fc-small-font-size': '0.8125rem',
    '& .fc': { height: '100%' },
    '& .fc-view-harness': { backgroundColor: palette.background.paper },
    '& .fc-toolbar-chunk:first-of-type': { display: 'flex', alignItems: 'center', flexWrap: 'wrap' },
    '& .fc-day-other .fc-daygrid-day-top': { opacity: 1 },
    '& .fc-day-other .fc-daygrid-day-number': { color: palette.text.secondary },
    '& .fc-daygrid-day-number': { fontSize: theme.typography.body2.fontSize },
    '& .fc-toolbar.fc-header-toolbar': { marginBottom: theme.spacing(1.5), flexWrap: 'wrap', gap: theme.spacing(1) },
    '& .fc-toolbar-title': { fontSize: theme.typography.h2.fontSize, fontWeight: 600 },
    '& .fc .fc-button': {
      background: 'transparent',
      border: `1px solid ${palette.divider}`,
      color: palette.text.primary,
      boxShadow: 'none',
      fontSize: theme.typography.body2.fontSize,
      fontWeight: 500,
      textTransform: 'none',
      padding: theme.spacing(0.75, 1.5),
    },
    '& .fc .fc-button:hover': { background: palette.action.hover },
    '& .fc .fc-button:focus-visible': { outline: `2px solid ${palette.primary.main}`, outlineOffset: 1 },
    '& .fc .fc-button-primary:not(:disabled).fc-button-active': {
      background: palette.action.selected,
      borderColor: palette.primary.main,
      color: palette.text.primary,
    },
    '& .fc .fc-button:disabled': { opacity: 1, color: palette.text.disabled },
    '& .fc-event': { cursor: 'pointer', fontSize: theme.typography.body2.fontSize },
    '& .fc-daygrid-event': {
      padding: '0 4px',
      fontSize: theme.typography.caption.fontSize,
      color: palette.text.primary,
    },
    '& .fc a': { color: 'inherit', textDecoration: 'none' },
    '& .fc-col-header-cell': { fontWeight: 600, color: palette.text.secondary },
    ...tones,
  };
}
