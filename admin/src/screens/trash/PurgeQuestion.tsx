import type { Resource } from '@kontor/shared';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import type { Identifier } from 'ra-core';
import { type FormEvent, useState } from 'react';
import { useLocale } from '../../app/texts.ts';
import { labelOf, manifestOf } from '../../declarations.ts';
import { useKontor } from '../../providers/dataProvider.ts';
import { problemOf } from '../../providers/httpClient.ts';
import { useBesides } from '../preview/useBesides.ts';
import { useWords } from './words.ts';

export interface PurgeQuestionProps {
  readonly title: string;
  readonly text: string;
  readonly resource: Resource;
  readonly ids: readonly Identifier[];
  /** What has to be typed. */
  readonly wanted: string;
  readonly purge: () => Promise<void>;
  /** What is said when it is still needed, by the list in which something refers to it. */
  readonly inUse: (places: string) => string;
  readonly onClose: () => void;
}

const alike = (typed: string, wanted: string) =>
  typed.trim().replace(/\s+/g, ' ').toLocaleLowerCase() === wanted.toLocaleLowerCase();

/** Deletes for good what can not come back: only after something was typed that nobody types by mistake. */
export function PurgeQuestion({ title, text, resource, ids, wanted, purge, inUse, onClose }: PurgeQuestionProps) {
  const t = useWords();
  const api = useKontor();
  const { data: plan, error: refused } = useQuery({
    queryKey: [resource.name, 'purge', ids],
    queryFn: ({ signal }) => api.tryPurgeMany(resource.name, ids, signal),
    gcTime: 0,
    retry: false,
  });
  const elsewhere = useBesides(resource.name, plan);
  const locale = useLocale();
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  /** The API names the list in which something refers to the record. */
  const whyNot = (failure: unknown) => {
    const usedIn = problemOf(failure)?.used_in;
    const places = typeof usedIn === 'string' && manifestOf(usedIn) ? labelOf(usedIn, locale) : undefined;
    return places ? inUse(places) : (failure as Error).message;
  };
  const known = problemOf(refused)?.used_in ? whyNot(refused) : undefined;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      await purge();
    } catch (failure) {
      setError(whyNot(failure));
      setBusy(false);
    }
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="purge-title">
      <form onSubmit={submit}>
        <DialogTitle id="purge-title">{title}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          <DialogContentText>{text}</DialogContentText>
          {elsewhere && <Alert severity="warning">{elsewhere}</Alert>}
          {(error ?? known) && <Alert severity="error">{error ?? known}</Alert>}
          <TextField
            autoFocus
            autoComplete="off"
            label={t('purge_confirm', { title: wanted })}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            sx={{ mt: 1 }}
          />
        </DialogContent>
        <DialogActions>
          <Button color="inherit" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" variant="contained" color="error" disabled={busy || !alike(typed, wanted)}>
            {t('purge')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
