import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ButtonGroup from '@mui/material/ButtonGroup';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import Previous from 'icon/ChevronLeft';
import Next from 'icon/ChevronRight';
import Subscribe from 'icon/RssFeed';
import { useWords } from './words.ts';

export interface CalendarView {
  readonly type: string;
  readonly label: string;
}

export interface CalendarBarProps {
  readonly title: string;
  readonly views: readonly CalendarView[];
  readonly current: string | undefined;
  readonly onView: (type: string) => void;
  readonly onPrevious: () => void;
  readonly onNext: () => void;
  readonly onToday: () => void;
  /** Absent for who may not subscribe. */
  readonly onSubscribe: (() => void) | undefined;
}

/** Through time, and how much of it is shown at once. */
export function CalendarBar({
  title,
  views,
  current,
  onView,
  onPrevious,
  onNext,
  onToday,
  onSubscribe,
}: CalendarBarProps) {
  const t = useWords();
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, flexWrap: 'wrap' }}>
      <IconButton size="small" aria-label={t('previous')} onClick={onPrevious}>
        <Previous />
      </IconButton>
      <IconButton size="small" aria-label={t('next')} onClick={onNext}>
        <Next />
      </IconButton>
      <Button size="small" variant="outlined" onClick={onToday}>
        {t('today')}
      </Button>
      <Typography variant="h2" aria-live="polite" sx={{ mr: 'auto' }}>
        {title}
      </Typography>
      {onSubscribe && (
        <Tooltip title={t('feed')}>
          <IconButton size="small" aria-label={t('feed')} onClick={onSubscribe}>
            <Subscribe fontSize="small" />
          </IconButton>
        </Tooltip>
      )}
      <ButtonGroup size="small" variant="outlined" aria-label={t('period')}>
        {views.map(({ type, label }) => (
          <Button
            key={type}
            aria-pressed={type === current}
            onClick={() => onView(type)}
            sx={type === current ? { bgcolor: 'action.selected', color: 'primary.main' } : undefined}
          >
            {label}
          </Button>
        ))}
      </ButtonGroup>
    </Box>
  );
}
