import Button, { type ButtonProps } from '@mui/material/Button';
import Tooltip from '@mui/material/Tooltip';
import { Link } from 'react-router-dom';

interface ReasonedButtonProps extends Omit<ButtonProps, 'disabled' | 'href'> {
  /** Why it can not be used, as a sentence; empty when it can. */
  readonly reason: string;
  /** The page that it leads to, instead of something to do. */
  readonly to?: string | undefined;
}

/**
 * A button, or a link that looks like one. When it can not be used it stays where it is, does nothing, and tells the reason:
 * under the pointer, with the keyboard, and by a tap. It stays the same element when that changes: a press that has begun, and
 * the focus, are not lost.
 */
export function ReasonedButton({ reason, to, onClick, title, ...button }: ReasonedButtonProps) {
  const able = {
    ...(onClick ? { onClick } : {}),
    ...(to === undefined ? {} : { component: Link, to }),
  };
  const unable = {
    'aria-disabled': true,
    disableRipple: true,
    sx: { ...button.sx, opacity: 0.45, cursor: 'not-allowed' },
  };
  return (
    <Tooltip title={reason || title || ''} describeChild enterTouchDelay={0} leaveTouchDelay={5000}>
      <Button {...button} {...(reason ? unable : able)} />
    </Tooltip>
  );
}
