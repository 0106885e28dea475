import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import List from '@mui/material/List';
import Paper from '@mui/material/Paper';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { Trouble } from '../../app/feedback/Trouble.tsx';
import { useSay } from '../../app/feedback/useSay.ts';
import { usePageTitle } from '../../app/usePageTitle.ts';
import { DeviceRow } from './DeviceRow.tsx';
import { useDevices } from './useDevices.ts';
import { useWords } from './words.ts';

/** Where the user is signed in, and the way to end that. */
export default function Devices() {
  const t = useWords();
  const say = useSay();
  const { data, error, refetch, signOut, signOutOthers } = useDevices();
  usePageTitle(t('title'));
  const attempt = (work: () => Promise<string>) => () =>
    work().then(
      (text) => say({ text }),
      (failure: Error) => say({ text: failure.message, tone: 'error' }),
    );
  const others = data?.some((device) => !device.current);
  return (
    <Box sx={{ px: { xs: 2, sm: 3 }, pt: 2, maxWidth: 760, display: 'grid', gap: 1.5 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, flexWrap: 'wrap' }}>
        <Typography variant="h1" sx={{ mr: 'auto' }}>
          {t('title')}
        </Typography>
        {others && (
          <Button
            variant="outlined"
            onClick={attempt(async () => t('others_signed_out', { count: await signOutOthers() }))}
          >
            {t('sign_out_others')}
          </Button>
        )}
      </Box>
      <Typography color="text.secondary">{t(others === false ? 'only_this' : 'text')}</Typography>
      {error ? (
        <Trouble error={error} retry={() => void refetch()} />
      ) : (
        <Paper variant="outlined" sx={{ overflow: 'hidden' }}>
          {data ? (
            <List disablePadding sx={{ '& > :last-child': { borderBottom: 0 } }}>
              {data.map((device) => (
                <DeviceRow
                  key={device.id}
                  device={device}
                  onSignOut={(name) =>
                    attempt(async () => {
                      await signOut(device.id);
                      return t('signed_out', { device: name });
                    })()
                  }
                />
              ))}
            </List>
          ) : (
            <Skeleton variant="rectangular" height={76} />
          )}
        </Paper>
      )}
    </Box>
  );
}
