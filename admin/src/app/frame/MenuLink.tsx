import ButtonBase from '@mui/material/ButtonBase';
import { Link } from 'react-router-dom';

interface MenuLinkProps {
  readonly to: string;
  readonly label: string;
  readonly active: boolean;
  /** One of its views is shown. */
  readonly open?: boolean;
  readonly indented?: boolean;
}

/** One line of the module's menu. */
export function MenuLink({ to, label, active, open = false, indented = false }: MenuLinkProps) {
  return (
    <ButtonBase
      component={Link}
      to={to}
      title={label}
      aria-current={active ? 'page' : undefined}
      sx={{
        display: 'block',
        width: '100%',
        px: 1,
        pl: indented ? 2.5 : 1,
        py: '5px',
        mb: '1px',
        borderRadius: 1,
        fontSize: indented ? 13 : 14,
        lineHeight: '20px',
        fontWeight: active || open ? 550 : 400,
        textAlign: 'left',
        color: active ? 'primary.main' : indented ? 'text.secondary' : 'text.primary',
        bgcolor: active ? 'action.selected' : undefined,
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        whiteSpace: 'nowrap',
        '&:hover': { bgcolor: active ? 'action.selected' : 'action.hover' },
      }}
    >
      {label}
    </ButtonBase>
  );
}
