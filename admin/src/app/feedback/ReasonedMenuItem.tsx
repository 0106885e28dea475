import ListItemText from '@mui/material/ListItemText';
import MenuItem, { type MenuItemProps } from '@mui/material/MenuItem';
import type { ReactNode } from 'react';

interface ReasonedMenuItemProps extends Omit<MenuItemProps, 'disabled'> {
  readonly label: string;
  readonly icon?: ReactNode;
  /** Why it can not be chosen, as a sentence; empty when it can. */
  readonly reason?: string | undefined;
}

/** An entry of a menu. When it can not be chosen it can still be reached, and says why below its name. */
export const ReasonedMenuItem = ({ label, icon, reason = '', onClick, ...item }: ReasonedMenuItemProps) => (
  <MenuItem
    {...item}
    aria-disabled={reason !== ''}
    {...(reason || !onClick ? {} : { onClick })}
    sx={{ ...item.sx, ...(reason ? { color: 'text.disabled', maxWidth: 360, cursor: 'default' } : {}) }}
  >
    {icon}
    <ListItemText
      primary={label}
      {...(reason ? { secondary: reason } : {})}
      slotProps={{ secondary: { sx: { whiteSpace: 'normal' } } }}
    />
  </MenuItem>
);
