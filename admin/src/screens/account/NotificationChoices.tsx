import { kindsOfNotifications } from '@kontor/shared/modules/communication/notification_kinds';
import Box from '@mui/material/Box';
import FormControl from '@mui/material/FormControl';
import MenuItem from '@mui/material/MenuItem';
import Paper from '@mui/material/Paper';
import Select from '@mui/material/Select';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { Trouble } from '../../app/feedback/Trouble.tsx';
import { useSay } from '../../app/feedback/useSay.ts';
import { usePageTitle } from '../../app/usePageTitle.ts';
import { reasonOf } from '../../providers/reason.ts';
import { useChoiceWords } from './choiceWords.ts';
import { type Choices, hours, useChoices, ways } from './useChoices.ts';

/** How the user wants to hear of what; each choice is kept at once. */
export default function NotificationChoices() {
  const t = useChoiceWords();
  const say = useSay();
  const { data, error, refetch, choose } = useChoices();
  usePageTitle(t('title'));
  const keep = (choice: Partial<Choices>) =>
    choose(choice).then(
      () => say({ text: t('kept') }),
      (failure: unknown) => say({ text: reasonOf(failure), tone: 'error' }),
    );
  return (
    <Box sx={{ px: { xs: 2, sm: 3 }, pt: 2, pb: 3, maxWidth: 760, display: 'grid', gap: 1.5 }}>
      <Typography variant="h1">{t('title')}</Typography>
      <Typography color="text.secondary">{t('text')}</Typography>
      {error ? (
        <Trouble error={error} retry={() => void refetch()} />
      ) : !data ? (
        <Skeleton variant="rounded" height={340} />
      ) : (
        <>
          <Paper variant="outlined" sx={{ px: 2, py: 1 }}>
            {kindsOfNotifications.map((kind) => (
              <Row key={kind} id={kind} label={t(kind)} help={t(`${kind}_help`)}>
                <Select
                  size="small"
                  labelId={`choice-${kind}`}
                  value={data[kind]}
                  onChange={(event) => void keep({ [kind]: event.target.value })}
                >
                  {ways.map((way) => (
                    <MenuItem key={way} value={way}>
                      {t(way)}
                    </MenuItem>
                  ))}
                </Select>
              </Row>
            ))}
          </Paper>
          <Paper variant="outlined" sx={{ px: 2, py: 1 }}>
            <Row id="digest" label={t('digest')} help={t('digest_help')}>
              <Select
                size="small"
                labelId="choice-digest"
                value={data.digest_hour ?? ''}
                displayEmpty
                onChange={({ target }) =>
                  void keep({ digest_hour: String(target.value) === '' ? null : Number(target.value) })
                }
              >
                <MenuItem value="">{t('no_digest')}</MenuItem>
                {hours.map((hour) => (
                  <MenuItem key={hour} value={hour}>
                    {t('at', { hour: String(hour) })}
                  </MenuItem>
                ))}
              </Select>
            </Row>
          </Paper>
        </>
      )}
    </Box>
  );
}

interface RowProps {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly children: ReactNode;
}

/** One thing to choose, with what it is about beside it. */
const Row = ({ id, label, help, children }: RowProps) => (
  <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, py: 1 }}>
    <Box sx={{ flex: '1 1 260px' }}>
      <Typography id={`choice-${id}`}>{label}</Typography>
      <Typography variant="body2" color="text.secondary">
        {help}
      </Typography>
    </Box>
    <FormControl sx={{ minWidth: 160 }}>{children}</FormControl>
  </Box>
);
