import { fieldLabel, fieldNamed, type Resource } from '@kontor/shared';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Identifier } from 'ra-core';
import { useId, useState } from 'react';
import { Trouble } from '../../app/feedback/Trouble.tsx';
import { useSay } from '../../app/feedback/useSay.ts';
import { useLocale } from '../../app/texts.ts';
import { whenOf } from '../../app/whenOf.ts';
import { type HistoryEntry, useKontor } from '../../providers/dataProvider.ts';
import { reasonOf } from '../../providers/reason.ts';
import { ChangeList } from './ChangeList.tsx';
import { readable } from './readable.ts';
import { useWords } from './words.ts';

interface RestoreDialogProps {
  readonly resource: Resource;
  readonly id: Identifier;
  readonly entry: HistoryEntry;
  readonly onClose: () => void;
}

/** Tells what putting a version back would change, does it, and can take it back. */
export function RestoreDialog({ resource, id, entry, onClose }: RestoreDialogProps) {
  const t = useWords();
  const locale = useLocale();
  const title = useId();
  const api = useKontor();
  const say = useSay();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const {
    data: plan,
    error,
    refetch,
  } = useQuery({
    queryKey: [resource.name, 'restore', id, entry.version],
    queryFn: ({ signal }) => api.planRestore(resource.name, id, entry.version, signal),
    gcTime: 0,
  });
  const when = whenOf(entry.at, locale);
  const labelOf = (name: string) => fieldLabel(fieldNamed(resource, name)!, name, locale);
  const problems = Object.entries(plan?.errors ?? {});
  const changed = () => client.invalidateQueries({ queryKey: [resource.name] });

  const restore = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      const saved = await api.restoreVersion(resource.name, id, entry.version, plan!.version);
      await changed();
      onClose();
      const undo = async () => {
        await api.restoreVersion(resource.name, id, plan!.version, saved.version);
        await changed();
        say({ text: t('undone') });
      };
      say({
        text: t('restored', { when }),
        action: {
          label: t('undo'),
          onClick: () => void undo().catch((problem) => say({ text: reasonOf(problem), tone: 'error' })),
        },
      });
    } catch (problem) {
      setFailure(reasonOf(problem));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onClose} aria-labelledby={title}>
      <DialogTitle id={title}>{t('restore_title', { when })}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        {error ? (
          <Trouble error={error} retry={() => void refetch()} />
        ) : !plan ? (
          <Skeleton variant="rounded" height={120} />
        ) : plan.changes.length === 0 ? (
          <Alert severity="info">{t('restore_none')}</Alert>
        ) : (
          <>
            <Typography color="text.secondary">{t('restore_text')}</Typography>
            <ChangeList changes={readable(resource, plan.changes)} named={plan.named} />
          </>
        )}
        {plan && plan.missing.length > 0 && (
          <Alert severity="warning">
            {t('missing', {
              titles: plan.missing
                .map(({ title: known, field }) => known ?? t('missing_unnamed', { field: labelOf(field) }))
                .join(', '),
            })}
          </Alert>
        )}
        {plan && plan.skipped.length > 0 && (
          <Typography variant="body2" color="text.secondary">
            {t('kept')} {plan.skipped.map(({ field, reason }) => t(reason, { field: labelOf(field) })).join(', ')}
          </Typography>
        )}
        {problems.map(([name, text]) => (
          <Alert key={name} severity="error">
            {fieldNamed(resource, name) ? `${labelOf(name)}: ` : ''}
            {typeof text === 'string' ? text : t('problem_inside')}
          </Alert>
        ))}
        {failure && (
          <Alert severity="error" role="alert">
            {failure}
          </Alert>
        )}
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button
          variant="contained"
          loading={busy}
          disabled={!plan || plan.changes.length === 0 || problems.length > 0}
          onClick={() => void restore()}
        >
          {t('restore_action')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
