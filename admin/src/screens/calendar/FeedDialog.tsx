import { type Resource, resourceLabel } from '@kontor/shared';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { Link } from 'react-router-dom';
import { useLocale } from '../../app/texts.ts';
import { useKontor } from '../../providers/dataProvider.ts';
import { reasonOf } from '../../providers/reason.ts';
import type { FilterValues } from '../list/filters/entries.ts';
import { FeedAddress } from './FeedAddress.tsx';
import { useWords } from './words.ts';

interface FeedDialogProps {
  readonly resource: Resource;
  readonly filter: FilterValues;
  readonly onClose: () => void;
}

/** Takes the dates that are shown, or all that are one's own, into a calendar program. */
export default function FeedDialog({ resource, filter, onClose }: FeedDialogProps) {
  const t = useWords();
  const locale = useLocale();
  const api = useKontor();
  const id = useId();
  const label = resourceLabel(resource, locale);
  const filtered = Object.keys(filter).length > 0;
  const [what, setWhat] = useState<'shown' | 'mine'>('shown');
  const [name, setName] = useState('');
  const [address, setAddress] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const proposed = what === 'mine' ? t('feed_mine_name') : label;
  const subscribe = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      const data = {
        name: name.trim() || proposed,
        ...(what === 'shown' ? { resource: resource.name, ...(filtered ? { filter } : {}) } : {}),
      };
      const made = await api.create('calendar_feeds', { data });
      setAddress((await api.act('calendar_feeds', made.data.id, 'address')).address);
    } catch (error) {
      setProblem(reasonOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onClose} aria-labelledby={id}>
      <DialogTitle id={id}>{t('feed')}</DialogTitle>
      <DialogContent>
        {address ? (
          <FeedAddress address={address} />
        ) : (
          <Stack spacing={2}>
            <Typography>{t('feed_text')}</Typography>
            <RadioGroup aria-label={t('feed_what')} value={what} onChange={(_, value) => setWhat(value as typeof what)}>
              <FormControlLabel
                value="shown"
                control={<Radio size="small" />}
                label={t(filtered ? 'feed_filtered' : 'feed_all', { name: label })}
              />
              <FormControlLabel value="mine" control={<Radio size="small" />} label={t('feed_mine')} />
            </RadioGroup>
            <TextField
              label={t('feed_name')}
              value={name}
              placeholder={proposed}
              onChange={(event) => setName(event.target.value)}
              slotProps={{ htmlInput: { maxLength: 80 }, inputLabel: { shrink: true } }}
            />
            {problem && <Alert severity="error">{problem}</Alert>}
          </Stack>
        )}
      </DialogContent>
      <DialogActions sx={{ flexWrap: 'wrap' }}>
        <Button component={Link} to="/calendar_feeds" color="inherit" sx={{ mr: 'auto' }}>
          {t('feed_manage')}
        </Button>
        {address ? (
          <Button variant="contained" onClick={onClose}>
            {t('feed_done')}
          </Button>
        ) : (
          <>
            <Button color="inherit" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button variant="contained" loading={busy} onClick={() => void subscribe()}>
              {t('feed_make')}
            </Button>
          </>
        )}
      </DialogActions>
    </Dialog>
  );
}
