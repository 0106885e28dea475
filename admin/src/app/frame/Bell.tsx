import Badge from '@mui/material/Badge';
import IconButton from '@mui/material/IconButton';
import Popover from '@mui/material/Popover';
import Tooltip from '@mui/material/Tooltip';
import { useQuery } from '@tanstack/react-query';
import BellIcon from 'icon/NotificationsOutlined';
import { lazy, Suspense, useState } from 'react';
import { useCan } from '../../providers/access.ts';
import { unreadCount } from '../../providers/notifications.ts';
import { useSession } from '../../providers/session.ts';
import { useTexts } from '../texts.ts';

const BellContent = lazy(() => import('./BellContent.tsx'));

const texts = {
  none: { de: 'Benachrichtigungen', en: 'Notifications' },
  some: { de: 'Benachrichtigungen, {count} ungelesen', en: 'Notifications, {count} unread' },
};

/** Milliseconds between two looks while the page is seen. */
const every = 30_000;

/** What is new for somebody, with how much of it is unread. */
export function Bell() {
  const t = useTexts(texts);
  const { user, viewing } = useSession();
  const can = useCan();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  // whoever looks with other rights does not open somebody else's letters
  const shown = can('read', 'notifications') && !viewing;
  const { data: count = 0 } = useQuery({
    queryKey: ['notifications', 'unread', user.id],
    queryFn: () => unreadCount(user.id),
    enabled: shown,
    refetchInterval: every,
    refetchOnWindowFocus: 'always',
  });
  if (!shown) return null;
  const label = count ? t('some', { count }) : t('none');
  return (
    <>
      <Tooltip title={label}>
        <IconButton
          aria-label={label}
          aria-haspopup="dialog"
          aria-expanded={anchor !== null}
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          <Badge badgeContent={count} max={99} color="error">
            <BellIcon />
          </Badge>
        </IconButton>
      </Tooltip>
      <Popover
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{
          paper: {
            role: 'dialog',
            'aria-label': t('none'),
            sx: { width: 400, maxWidth: 'calc(100vw - 24px)', mt: 0.5 },
          },
        }}
      >
        <Suspense>
          <BellContent onClose={() => setAnchor(null)} />
        </Suspense>
      </Popover>
    </>
  );
}
