import CalendarIcon from '@mui/icons-material/CalendarTodayOutlined';
import IconButton from '@mui/material/IconButton';
import Popover from '@mui/material/Popover';
import { lazy, Suspense, useState } from 'react';
import { PanelSkeleton } from './PanelSkeleton.tsx';
import { useWords } from './words.ts';

const CalendarPanel = lazy(() => import('./CalendarPanel.tsx').then((module) => ({ default: module.CalendarPanel })));

export interface CalendarButtonProps {
  readonly label: string;
  /** A calendar date or nothing. */
  readonly value: string | null;
  readonly onPick: (date: string) => void;
  readonly disabled?: boolean;
}

/** Opens a calendar beside a date that is typed. The calendar is loaded when it is first opened. */
export function CalendarButton({ label, value, onPick, disabled }: CalendarButtonProps) {
  const t = useWords();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <IconButton
        size="small"
        edge="end"
        disabled={disabled ?? false}
        aria-label={t('open_calendar', { label })}
        aria-haspopup="dialog"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <CalendarIcon sx={{ fontSize: 18 }} />
      </IconButton>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': label } }}
      >
        <Suspense fallback={<PanelSkeleton />}>
          <CalendarPanel
            value={value}
            onPick={(date) => {
              onPick(date);
              setAnchor(null);
            }}
          />
        </Suspense>
      </Popover>
    </>
  );
}
