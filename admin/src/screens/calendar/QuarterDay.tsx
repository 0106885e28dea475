import type { Tone } from '@kontor/shared';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { weekdayOf } from './quarter.ts';

/** How much of a day has one state. */
export interface DayPart {
  readonly state: string;
  readonly tone: Tone;
  readonly count: number;
}

/** How much there is on a day. */
export const sum = (parts: readonly DayPart[]): number => parts.reduce((all, { count }) => all + count, 0);

interface QuarterDayProps {
  readonly day: string;
  readonly name: string;
  /** What there is, in words; absent while that is not known. */
  readonly told: string | undefined;
  readonly parts: readonly DayPart[];
  /** What the fullest day has: its bar takes the whole width. */
  readonly most: number;
  readonly today: boolean;
  /** The one day that the tab key stops at. */
  readonly stop: boolean;
  readonly onFocus: (day: string) => void;
  readonly onClick: (day: string) => void;
}

/** A day of a quarter: its number, how much there is, and a bar of the states. Stands under its day of the week. */
export function QuarterDay({ day, name, told, parts, most, today, stop, onFocus, onClick }: QuarterDayProps) {
  const count = sum(parts);
  return (
    <ButtonBase
      data-day={day}
      tabIndex={stop ? 0 : -1}
      aria-label={told === undefined ? name : `${name}: ${told}`}
      aria-current={today ? 'date' : undefined}
      title={count ? told : undefined}
      onFocus={() => onFocus(day)}
      onClick={() => onClick(day)}
      sx={{
        gridColumnStart: weekdayOf(day) + 1,
        height: { xs: 56, md: 'clamp(52px, 10vh, 84px)' },
        p: 0.5,
        display: 'flex',
        flexDirection: 'column',
        alignItems: 'stretch',
        justifyContent: 'space-between',
        borderRadius: 0.5,
        border: 1,
        borderColor: today ? 'primary.main' : 'divider',
        bgcolor: weekdayOf(day) > 4 ? 'frame.sunken' : 'background.paper',
        '&:hover': { bgcolor: 'action.hover' },
        '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: 1 },
      }}
    >
      <Box
        component="span"
        sx={{
          typography: 'caption',
          textAlign: 'left',
          color: today ? 'primary.main' : 'text.secondary',
          fontWeight: today ? 700 : 400,
        }}
      >
        {Number(day.slice(8))}
      </Box>
      {count > 0 && (
        <>
          <Box component="span" sx={{ fontWeight: 620, lineHeight: 1 }}>
            {count}
          </Box>
          <Box component="span" sx={{ display: 'flex', height: 6, width: `${Math.max(12, (100 * count) / most)}%` }}>
            {parts.map((one) => (
              <Box
                key={one.state}
                component="span"
                sx={{
                  flex: one.count,
                  bgcolor: (theme) => theme.palette.tones[one.tone].text,
                  '&:first-of-type': { borderRadius: '3px 0 0 3px' },
                  '&:last-of-type': { borderRadius: '0 3px 3px 0' },
                  '&:only-of-type': { borderRadius: '3px' },
                }}
              />
            ))}
          </Box>
        </>
      )}
    </ButtonBase>
  );
}
