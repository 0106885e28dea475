import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import CheckCircleOutline from 'icon/CheckCircleOutline';
import RadioButtonUnchecked from 'icon/RadioButtonUnchecked';

interface TickButtonProps {
  readonly label: string;
  readonly busy: boolean;
  readonly onTick: () => void;
}

/** The circle before a row that says it is done. */
export const TickButton = ({ label, busy, onTick }: TickButtonProps) => (
  <Tooltip title={label}>
    <span>
      <IconButton size="small" edge="start" disabled={busy} aria-label={label} onClick={onTick}>
        {busy ? <CheckCircleOutline fontSize="small" /> : <RadioButtonUnchecked fontSize="small" />}
      </IconButton>
    </span>
  </Tooltip>
);
