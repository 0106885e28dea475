import Button, { type ButtonProps } from '@mui/material/Button';
import Tooltip from '@mui/material/Tooltip';

interface ReasonedButtonProps extends Omit<ButtonProps, 'disabled' | 'onClick'> {
  /** Why it can not be used, as a sentence. */
  readonly reason: string;
}

/** A button that one sees and can not use, with the reason: under the pointer, with the keyboard, and by a tap. */
export const ReasonedButton = ({ reason, ...button }: ReasonedButtonProps) => (
  <Tooltip title={reason} describeChild enterTouchDelay={0} leaveTouchDelay={5000}>
    <Button {...button} aria-disabled disableRipple sx={{ ...button.sx, opacity: 0.45, cursor: 'not-allowed' }} />
  </Tooltip>
);
