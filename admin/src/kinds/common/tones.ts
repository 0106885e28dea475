import type { Tone } from '@kontor/shared';
import type SvgIcon from '@mui/material/SvgIcon';
import CheckCircle from 'icon/CheckCircleOutlined';
import ErrorOutline from 'icon/ErrorOutlined';
import HourglassEmpty from 'icon/HourglassEmptyOutlined';
import PlayCircle from 'icon/PlayCircleOutlined';
import RadioButtonUnchecked from 'icon/RadioButtonUncheckedOutlined';

/** The icon of a tone: a state is never told by colour alone. */
export const toneIcons: Record<Tone, typeof SvgIcon> = {
  neutral: RadioButtonUnchecked,
  info: PlayCircle,
  warning: HourglassEmpty,
  success: CheckCircle,
  error: ErrorOutline,
};
