import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import AbsentIcon from 'icon/CancelOutlined';
import PresentIcon from 'icon/CheckCircleOutlined';
import ExcusedIcon from 'icon/EventBusyOutlined';
import OpenIcon from 'icon/RadioButtonUncheckedOutlined';
import LateIcon from 'icon/ScheduleOutlined';
import type { Mark } from './marks.ts';
import type { Kept } from './useMarks.ts';

const looks = {
  present: { icon: PresentIcon, colour: 'success.main' },
  late: { icon: LateIcon, colour: 'warning.main' },
  excused: { icon: ExcusedIcon, colour: 'info.main' },
  absent: { icon: AbsentIcon, colour: 'error.main' },
  open: { icon: OpenIcon, colour: 'text.secondary' },
} as const;

export interface AttendanceRowProps {
  readonly name: string;
  readonly mark: Mark | undefined;
  /** The mark, and how far it is, in words. */
  readonly label: string;
  readonly state: string;
  readonly kept: Kept | undefined;
  readonly onTap: () => void;
}

/** One person as one large button. */
export function AttendanceRow({ name, mark, label, state, kept, onTap }: AttendanceRowProps) {
  const { icon: Icon, colour } = looks[mark ?? 'open'];
  return (
    <ButtonBase
      onClick={onTap}
      focusRipple
      sx={{
        width: '100%',
        minHeight: 64,
        px: 2,
        gap: 1.5,
        justifyContent: 'flex-start',
        textAlign: 'left',
        borderBottom: 1,
        borderColor: 'divider',
        '&:focus-visible': { outline: '2px solid', outlineOffset: -2 },
      }}
    >
      <Icon sx={{ color: colour, fontSize: 28 }} aria-hidden />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography sx={{ fontWeight: 550, overflowWrap: 'anywhere' }}>{name}</Typography>
        <Typography variant="body2" sx={{ color: kept === 'failed' ? 'error.main' : 'text.secondary', minHeight: 20 }}>
          {state}
        </Typography>
      </Box>
      <Typography sx={{ fontWeight: 550, flexShrink: 0 }}>{label}</Typography>
    </ButtonBase>
  );
}
