import { formatDate } from '@kontor/shared';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import ListItem from '@mui/material/ListItem';
import Typography from '@mui/material/Typography';
import Computer from 'icon/Computer';
import Smartphone from 'icon/Smartphone';
import { relativeTime } from '../../app/relativeTime.ts';
import { useLocale } from '../../app/texts.ts';
import { deviceName } from './deviceName.ts';
import type { Device } from './useDevices.ts';
import { useWords } from './words.ts';

interface DeviceRowProps {
  readonly device: Device;
  readonly onSignOut: (name: string) => void;
}

/** One device: what it is, where and when it was used, and the way to sign it out. */
export function DeviceRow({ device, onSignOut }: DeviceRowProps) {
  const t = useWords();
  const locale = useLocale();
  const { browser, system } = deviceName(device.device);
  const name = browser && system ? t('on', { browser, system }) : (browser ?? system ?? t('unknown'));
  const Icon = system === 'iPhone' || system === 'Android' ? Smartphone : Computer;
  const facts = [
    t('last_used', { when: relativeTime(device.last_used_at, locale) }),
    t('since', { date: formatDate(device.created_at, locale) }),
    device.address,
  ];
  return (
    <ListItem divider sx={{ gap: 2, py: 1.5, flexWrap: { xs: 'wrap', sm: 'nowrap' } }}>
      <Icon aria-hidden sx={{ color: 'text.secondary' }} />
      <Box sx={{ minWidth: 0, flex: 1 }}>
        <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
          <Typography sx={{ fontWeight: 600 }}>{name}</Typography>
          {device.current && <Chip size="small" color="primary" variant="outlined" label={t('current')} />}
        </Box>
        <Typography variant="body2" color="text.secondary">
          {facts.filter(Boolean).join(' · ')}
        </Typography>
      </Box>
      {!device.current && (
        <Button
          color="inherit"
          aria-label={t('sign_out_device', { device: name })}
          onClick={() => onSignOut(name)}
          sx={{ ml: { xs: 4.5, sm: 0 } }}
        >
          {t('sign_out')}
        </Button>
      )}
    </ListItem>
  );
}
