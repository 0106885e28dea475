import ButtonBase from '@mui/material/ButtonBase';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';

interface RailItemProps {
  readonly label: string;
  readonly icon: ReactNode;
  readonly to?: string;
  readonly onClick?: () => void;
  readonly active?: boolean;
  /** The whole name where the label is cut short. */
  readonly title?: string;
}

/** One module in the rail: icon above its name. */
export function RailItem({ label, icon, to, onClick, active = false, title = label }: RailItemProps) {
  return (
    <ButtonBase
      {...(to ? { component: Link, to } : { onClick })}
      title={title}
      aria-label={title}
      aria-current={active ? 'true' : undefined}
      sx={{
        width: '100%',
        minHeight: 52,
        mb: 0.25,
        borderRadius: 1.5,
        display: 'flex',
        flexDirection: 'column',
        gap: '3px',
        justifyContent: 'center',
        color: active ? 'primary.main' : 'text.secondary',
        bgcolor: active ? 'action.selected' : undefined,
        '&:hover': { bgcolor: active ? 'action.selected' : 'action.hover', color: active ? undefined : 'text.primary' },
        '& .label': {
          maxWidth: '100%',
          overflow: 'hidden',
          textOverflow: 'ellipsis',
          whiteSpace: 'nowrap',
          fontSize: 11,
          fontWeight: active ? 600 : 500,
          letterSpacing: '-0.015em',
        },
      }}
    >
      {icon}
      <span className="label">{label}</span>
    </ButtonBase>
  );
}
