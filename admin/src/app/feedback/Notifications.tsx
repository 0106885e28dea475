import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Paper from '@mui/material/Paper';
import Portal from '@mui/material/Portal';
import Snackbar from '@mui/material/Snackbar';
import CheckCircleOutline from 'icon/CheckCircleOutline';
import Close from 'icon/Close';
import ErrorOutline from 'icon/ErrorOutline';
import InfoOutlined from 'icon/InfoOutlined';
import WarningAmber from 'icon/WarningAmber';
import { type NotificationPayload, useNotificationContext, useTranslate } from 'ra-core';
import { useEffect, useState } from 'react';
import { sizes } from '../theme.ts';
import type { MessageAction } from './useSay.ts';

const icons = { success: CheckCircleOutline, info: InfoOutlined, warning: WarningAmber, error: ErrorOutline };

/** Shows one message after the other, with its way back; a newer one replaces a message that only confirms. */
export function Notifications() {
  const { notifications, takeNotification } = useNotificationContext();
  const [current, setCurrent] = useState<NotificationPayload>();
  const [open, setOpen] = useState(false);
  const translate = useTranslate();

  useEffect(() => {
    if (notifications.length === 0) return;
    const next = takeNotification();
    if (!next) return;
    setCurrent(next);
    setOpen(true);
  }, [notifications, takeNotification]);

  if (!current || typeof current.message !== 'string') return null;
  const { message, type, notificationOptions = {} } = current;
  const action = notificationOptions.action as MessageAction | undefined;
  const Icon = icons[type];
  const close = () => setOpen(false);
  return (
    // beside the app, which is hidden from assistive technology while a dialog is open
    <Portal>
      <Snackbar
        key={message}
        open={open}
        onClose={(_, reason) => reason !== 'clickaway' && close()}
        autoHideDuration={notificationOptions.autoHideDuration ?? 6_000}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'center' }}
        // above the bottom bar of a phone, the buttons of a form and the pages of a list
        sx={{ mb: `${sizes.bottomBar}px` }}
      >
        <Paper
          role={type === 'error' ? 'alert' : 'status'}
          sx={{
            display: 'flex',
            alignItems: 'center',
            gap: 1.25,
            pl: 2,
            pr: 0.75,
            py: 0.75,
            minHeight: 48,
            maxWidth: 640,
            border: 1,
            borderColor: 'divider',
            boxShadow: 6,
          }}
        >
          <Icon fontSize="small" sx={{ color: `${type}.main` }} />
          <Box sx={{ flex: 1, py: 0.5, overflowWrap: 'anywhere' }}>
            {translate(message, { _: message, ...notificationOptions.messageArgs })}
          </Box>
          {action && (
            <Button
              size="small"
              color="primary"
              onClick={() => {
                close();
                action.onClick();
              }}
            >
              {action.label}
            </Button>
          )}
          <IconButton size="small" aria-label={translate('ra.action.close')} onClick={close}>
            <Close fontSize="small" />
          </IconButton>
        </Paper>
      </Snackbar>
    </Portal>
  );
}
