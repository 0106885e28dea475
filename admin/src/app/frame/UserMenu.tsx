import Avatar from '@mui/material/Avatar';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Divider from '@mui/material/Divider';
import FormControlLabel from '@mui/material/FormControlLabel';
import IconButton from '@mui/material/IconButton';
import Popover from '@mui/material/Popover';
import Switch from '@mui/material/Switch';
import Typography from '@mui/material/Typography';
import Devices from 'icon/Devices';
import Logout from 'icon/Logout';
import Bell from 'icon/NotificationsOutlined';
import Password from 'icon/Password';
import Security from 'icon/SecurityOutlined';
import { useLocaleState } from 'ra-core';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router-dom';
import { useCan } from '../../providers/access.ts';
import { useSession } from '../../providers/session.ts';
import { useCompact, useMode } from '../preferences.ts';
import { useTexts } from '../texts.ts';
import { useSignOut } from '../useSignOut.ts';
import { initials } from './initials.ts';
import { Segments } from './Segments.tsx';

const ChangePassword = lazy(() => import('../../screens/account/ChangePassword.tsx'));

const texts = {
  account: { de: 'Konto und Einstellungen', en: 'Account and settings' },
  look: { de: 'Aussehen', en: 'Appearance' },
  light: { de: 'Hell', en: 'Light' },
  dark: { de: 'Dunkel', en: 'Dark' },
  system: { de: 'Wie Gerät', en: 'Device' },
  compact: { de: 'Kompakte Listen', en: 'Compact lists' },
  language: { de: 'Sprache', en: 'Language' },
  password: { de: 'Passwort ändern', en: 'Change password' },
  security: { de: 'Sicherheit', en: 'Security' },
  notifications: { de: 'Benachrichtigungen', en: 'Notifications' },
  devices: { de: 'Angemeldete Geräte', en: 'Signed-in devices' },
  signOut: { de: 'Abmelden', en: 'Sign out' },
};

/** Who is signed in, and how this device shows Kontor. */
export function UserMenu() {
  const t = useTexts(texts);
  const { user, viewing } = useSession();
  const can = useCan();
  const { choice, choose } = useMode();
  const [compact, setCompact] = useCompact();
  const [locale, setLocale] = useLocaleState();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [changing, setChanging] = useState(false);
  const signOut = useSignOut();
  return (
    <>
      <IconButton
        aria-label={t('account')}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ p: 0.5 }}
      >
        <Avatar
          sx={{
            width: 30,
            height: 30,
            fontSize: 12,
            fontWeight: 600,
            bgcolor: 'primary.main',
            color: 'primary.contrastText',
          }}
        >
          {initials(user.name)}
        </Avatar>
      </IconButton>
      <Popover
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': t('account'), sx: { width: 280, mt: 0.5 } } }}
      >
        <Box sx={{ px: 2, py: 1.5 }}>
          <Typography sx={{ fontWeight: 600 }} noWrap>
            {user.name}
          </Typography>
          <Typography variant="body2" color="text.secondary" noWrap>
            {user.email}
          </Typography>
        </Box>
        <Divider />
        <Box sx={{ px: 2, py: 1.5, display: 'grid', gap: 1.5 }}>
          <Segments
            label={t('look')}
            value={choice}
            onChange={choose}
            options={[
              { value: 'light', label: t('light') },
              { value: 'dark', label: t('dark') },
              { value: 'system', label: t('system') },
            ]}
          />
          <Segments
            label={t('language')}
            value={locale}
            onChange={setLocale}
            options={[
              { value: 'de', label: 'Deutsch' },
              { value: 'en', label: 'English' },
            ]}
          />
          <FormControlLabel
            control={<Switch checked={compact} onChange={(_, checked) => setCompact(checked)} />}
            label={t('compact')}
            labelPlacement="start"
            sx={{ mx: 0, justifyContent: 'space-between' }}
          />
        </Box>
        <Divider />
        <Box sx={{ p: 1 }}>
          {!viewing && can('read', 'notifications') && (
            <Button
              fullWidth
              color="inherit"
              component={Link}
              to="/account/notices"
              onClick={() => setAnchor(null)}
              startIcon={<Bell fontSize="small" />}
              sx={{ justifyContent: 'start' }}
            >
              {t('notifications')}
            </Button>
          )}
          <Button
            fullWidth
            color="inherit"
            component={Link}
            to="/account/security"
            onClick={() => setAnchor(null)}
            startIcon={<Security fontSize="small" />}
            sx={{ justifyContent: 'start' }}
          >
            {t('security')}
          </Button>
          <Button
            fullWidth
            color="inherit"
            component={Link}
            to="/account/devices"
            onClick={() => setAnchor(null)}
            startIcon={<Devices fontSize="small" />}
            sx={{ justifyContent: 'start' }}
          >
            {t('devices')}
          </Button>
          <Button
            fullWidth
            color="inherit"
            onClick={() => {
              setAnchor(null);
              setChanging(true);
            }}
            startIcon={<Password fontSize="small" />}
            sx={{ justifyContent: 'start' }}
          >
            {t('password')}
          </Button>
          <Button
            fullWidth
            color="inherit"
            onClick={signOut}
            startIcon={<Logout fontSize="small" />}
            sx={{ justifyContent: 'start' }}
          >
            {t('signOut')}
          </Button>
        </Box>
      </Popover>
      {changing && (
        <Suspense>
          <ChangePassword onClose={() => setChanging(false)} />
        </Suspense>
      )}
    </>
  );
}
