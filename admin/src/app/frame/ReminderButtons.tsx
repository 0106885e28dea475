import { zone } from '@kontor/shared';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import DoneIcon from 'icon/Done';
import SnoozeIcon from 'icon/Snooze';
import { useState } from 'react';
import { reminderDone, reminderSnooze } from '../../providers/notifications.ts';
import { type Soon, timeOf } from '../../screens/reminders/times.ts';
import { type Texts, useTexts } from '../texts.ts';

const texts = {
  done: { de: 'Erledigt', en: 'Done' },
  later: { de: 'Später erinnern', en: 'Remind later' },
  hour: { de: 'In einer Stunde', en: 'In an hour' },
  tomorrow: { de: 'Morgen', en: 'Tomorrow' },
  next_week: { de: 'Nächste Woche', en: 'Next week' },
} satisfies Texts;

const offered = ['hour', 'tomorrow', 'next_week'] as const satisfies readonly Soon[];

interface ReminderButtonsProps {
  /** Of the reminder. */
  readonly id: string;
  readonly onDo: (work: Promise<unknown>) => void;
}

/** What becomes of a reminder that has come: it is done, or comes again later. */
export function ReminderButtons({ id, onDo }: ReminderButtonsProps) {
  const t = useTexts(texts);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, pl: 6, pr: 2, pb: 1 }}>
      <Button
        size="small"
        variant="outlined"
        color="inherit"
        startIcon={<DoneIcon fontSize="small" />}
        onClick={() => onDo(reminderDone(id))}
      >
        {t('done')}
      </Button>
      <Button
        size="small"
        color="inherit"
        startIcon={<SnoozeIcon fontSize="small" />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {t('later')}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {offered.map((soon) => (
          <MenuItem
            key={soon}
            dense
            onClick={() => {
              setAnchor(null);
              onDo(reminderSnooze(id, timeOf(soon, new Date(), zone.name)!));
            }}
          >
            {t(soon)}
          </MenuItem>
        ))}
      </Menu>
    </Box>
  );
}
