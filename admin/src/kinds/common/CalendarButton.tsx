import IconButton from '@mui/material/IconButton';
import Popover from '@mui/material/Popover';
import CalendarIcon from 'icon/CalendarTodayOutlined';
import { useState } from 'react';
import { useLoaded } from '../../app/useLoaded.ts';
import { PanelSkeleton } from './PanelSkeleton.tsx';
import { useWords } from './words.ts';

const loadPanel = () => import('./CalendarPanel.tsx').then((module) => module.CalendarPanel);

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
  const CalendarPanel = useLoaded(loadPanel, anchor !== null, () => setAnchor(null));
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
        {CalendarPanel ? (
          <CalendarPanel
            value={value}
            onPick={(date) => {
              onPick(date);
              setAnchor(null);
            }}
          />
        ) : (
          <PanelSkeleton />
        )}
      </Popover>
    </>
  );
}
