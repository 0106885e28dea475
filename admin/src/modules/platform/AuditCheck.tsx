import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';
import { useLocale, useTexts } from '../../app/texts.ts';
import { faults, words } from './auditWords.ts';
import { downloadTrail, type Progress, type Result, verifyAudit } from './verifyAudit.ts';

/** Checks the trail against its seals, shows how far it is, and names the first broken entry. */
export default function AuditCheck({ onClose }: { onClose: () => void }) {
  const t = useTexts(words);
  const f = useTexts(faults);
  const locale = useLocale();
  const [progress, setProgress] = useState<Progress>();
  const [result, setResult] = useState<Result>();
  const [error, setError] = useState<string>();
  useEffect(() => {
    const given = new AbortController();
    verifyAudit(setProgress, given.signal).then(setResult, (failure: Error) => {
      if (!given.signal.aborted) setError(failure.message);
    });
    return () => given.abort();
  }, []);
  const number = (value: number) => value.toLocaleString(locale);
  const share = progress?.total ? (100 * progress.checked) / progress.total : undefined;
  const which = result?.first && [result.first.position && `#${number(result.first.position)}`, result.first.entry_id];
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="audit-check">
      <DialogTitle id="audit-check">{t('title')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }} aria-live="polite">
        {!result && !error && (
          <>
            <Typography color="text.secondary">
              {t('running')} {progress ? `${number(progress.checked)} / ${number(progress.total)}` : ''}
            </Typography>
            <LinearProgress
              aria-label={t('running')}
              {...(share === undefined ? {} : { variant: 'determinate' as const, value: share })}
            />
          </>
        )}
        {error && <Alert severity="error">{error}</Alert>}
        {result?.ok && <Alert severity="success">{t('whole')}</Alert>}
        {result?.first && (
          <Alert severity="error" sx={{ overflowWrap: 'anywhere' }}>
            {t('broken')} {(which ?? []).filter(Boolean).join(', ')}: {f(result.first.fault)} {number(result.broken)}{' '}
            {t('places')}
          </Alert>
        )}
        {result && (
          <Typography
            component="dl"
            variant="body2"
            sx={{ display: 'grid', gridTemplateColumns: 'auto 1fr', gap: 1, m: 0 }}
          >
            {(['checked', 'erased', 'waiting', 'heads'] as const).map((name) => [
              <dt key={name}>{t(name)}</dt>,
              <dd key={`${name} value`} style={{ margin: 0, textAlign: 'end' }}>
                {number(result[name])}
              </dd>,
            ])}
          </Typography>
        )}
        {result?.head && (
          <Typography variant="caption" color="text.secondary" sx={{ overflowWrap: 'anywhere' }}>
            {t('head')} {result.head.chain}
          </Typography>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={() => downloadTrail().catch((failure: Error) => setError(failure.message))}>
          {t('export')}
        </Button>
        <Button onClick={onClose}>{t('close')}</Button>
      </DialogActions>
    </Dialog>
  );
}
