import type { Tone } from '@kontor/shared';
import type { SvgIconComponent } from '@mui/icons-material';
import CheckCircle from '@mui/icons-material/CheckCircleOutlined';
import ErrorOutline from '@mui/icons-material/ErrorOutlined';
import HourglassEmpty from '@mui/icons-material/HourglassEmptyOutlined';
import PlayCircle from '@mui/icons-material/PlayCircleOutlined';
import RadioButtonUnchecked from '@mui/icons-material/RadioButtonUncheckedOutlined';

/** The icon of a tone: a state is never told by colour alone. */
export const toneIcons: Record<Tone, SvgIconComponent> = {
  neutral: RadioButtonUnchecked,
  info: PlayCircle,
  warning: HourglassEmpty,
  success: CheckCircle,
  error: ErrorOutline,
};
