import { formatDecimal, type Resource, resourceLabel } from '@kontor/shared';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router-dom';
import { usePhone } from '../../app/preferences.ts';
import { useLocale } from '../../app/texts.ts';
import { DropZone } from './DropZone.tsx';
import { KeyStep } from './KeyStep.tsx';
import { LinksStep } from './LinksStep.tsx';
import { MappingStep } from './MappingStep.tsx';
import { doubled, used } from './mapping.ts';
import { ResultStep } from './ResultStep.tsx';
import { useImport } from './useImport.ts';
import { useWords } from './words.ts';

export interface ImportDialogProps {
  readonly resource: Resource;
  readonly onClose: () => void;
}

/** Brings records in from a table: nothing is saved before it was checked and seen. */
export default function ImportDialog({ resource, onClose }: ImportDialogProps) {
  const t = useWords();
  const locale = useLocale();
  const phone = usePhone();
  const job = useImport(resource);
  const background = job.job;
  const { step, work, error, file, preview, mapping, mode, result } = job;
  const busy = work !== undefined;
  const fitting = result ? result.created + result.updated : 0;
  const blocked = fitting === 0 || (mode === 'all' && (result?.failed ?? 0) > 0);
  const imported = new URLSearchParams({
    filter: JSON.stringify({ updated_at_gte: job.startedAt }),
    sort: 'updated_at',
    order: 'DESC',
    page: '1',
    perPage: '25',
  });
  return (
    <Dialog
      open
      fullWidth
      maxWidth="md"
      fullScreen={phone}
      {...(busy && !background ? {} : { onClose })}
      aria-labelledby="import-title"
    >
      <DialogTitle id="import-title">{t('title', { name: resourceLabel(resource, locale) })}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2, alignContent: 'start' }}>
        {error && <Alert severity="error">{error}</Alert>}
        {preview && step !== 'file' && (
          <Typography variant="body2" color="text.secondary">
            {t('file_facts', {
              name: file?.name ?? '',
              rows: formatDecimal(String(preview.rows), locale),
              count: preview.rows,
            })}
          </Typography>
        )}
        {busy && (
          <Box role="status">
            <Typography sx={{ mb: 1 }}>{t(work)}</Typography>
            {background ? (
              <>
                <LinearProgress variant="determinate" value={background.progress} aria-label={t(work)} />
                <Typography variant="body2" color="text.secondary" sx={{ mt: 1, minHeight: 20 }}>
                  {background.progress_text}
                </Typography>
                <Typography sx={{ mt: 2 }}>{t('background_text')}</Typography>
              </>
            ) : (
              <LinearProgress aria-label={t(work)} />
            )}
          </Box>
        )}
        {step === 'file' && !busy && <DropZone onFile={(next) => void job.read(next)} />}
        {step === 'mapping' && preview && !busy && (
          <MappingStep
            resource={resource}
            preview={preview}
            mapping={mapping}
            onMapping={job.setMapping}
            keys={job.keys}
            keyFields={job.key}
            onKey={job.setKey}
          />
        )}
        {step === 'check' && preview && job.filled && !busy && (
          <KeyStep preview={preview} keys={job.keys} value={job.key} onChange={(by) => void job.recheck(by)} />
        )}
        {step === 'check' && result && result.links.length > 0 && !busy && (
          <LinksStep
            resource={resource}
            links={result.links}
            choices={job.choices}
            onChoose={job.choose}
            {...(job.stale && { onCheck: () => void job.run(true) })}
          />
        )}
        {(step === 'check' || step === 'done') && result && !busy && (
          <ResultStep result={result} mode={mode} onMode={job.setMode} />
        )}
      </DialogContent>
      <DialogActions sx={{ flexWrap: 'wrap', rowGap: 1 }}>
        {step === 'check' && blocked && fitting > 0 && !background && (
          <Typography variant="body2" color="text.secondary" sx={{ flexBasis: '100%', textAlign: { sm: 'right' } }}>
            {t('blocked')}
          </Typography>
        )}
        {step === 'mapping' && !background && (
          <Button disabled={busy} onClick={() => job.setStep('file')} sx={{ mr: 'auto' }}>
            {t('back')}
          </Button>
        )}
        {step === 'check' && !background && (
          <Button disabled={busy} onClick={() => job.setStep('mapping')} sx={{ mr: 'auto' }}>
            {t('back')}
          </Button>
        )}
        {background ? (
          <Button color="inherit" onClick={() => void job.cancel()}>
            {t('cancel')}
          </Button>
        ) : (
          <Button color="inherit" disabled={busy} onClick={onClose}>
            {t(step === 'done' ? 'close' : 'cancel')}
          </Button>
        )}
        {background && (
          <Button variant="contained" onClick={onClose}>
            {t('background')}
          </Button>
        )}
        {step === 'mapping' && !background && (
          <Button
            variant="contained"
            disabled={busy || Object.keys(used(mapping)).length === 0 || doubled(mapping).size > 0}
            onClick={() => void job.run(true)}
          >
            {t('check')}
          </Button>
        )}
        {step === 'check' && !background && (
          <Button variant="contained" disabled={busy || blocked || job.stale} onClick={() => void job.run(false)}>
            {fitting === 0 ? t('import_none') : t('import_rows', { count: fitting })}
          </Button>
        )}
        {step === 'done' && result?.committed && (
          <Button variant="contained" component={Link} to={`/${resource.name}?${imported}`} onClick={onClose}>
            {t('show')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
