import { type Resource, reference } from '@kontor/shared';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { type ReactNode, useId, useMemo, useState } from 'react';
import { FormProvider, useForm, useFormContext, useWatch } from 'react-hook-form';
import { usePhone } from '../../app/preferences.ts';
import { useRelations } from '../../declarations.ts';
import { FieldInput } from '../../kinds/FieldInput.tsx';
import { problemOf } from '../../providers/httpClient.ts';
import { reasonOf } from '../../providers/reason.ts';
import { Placeholders } from './Placeholders.tsx';
import { useWords } from './words.ts';

/** What stands in the form of a template. */
export interface WrittenTemplate {
  readonly subject: string | null;
  readonly body: string | null;
  readonly language: string;
  readonly brand_id: string | null;
  readonly layout?: string;
}

export interface TryTemplateProps<T> {
  /** What records of a template's resource are able to. */
  readonly able: string;
  readonly preview: (asked: {
    readonly resource: string;
    readonly id: string;
    readonly template: WrittenTemplate;
  }) => Promise<T>;
  readonly show: (made: T) => ReactNode;
}

/** Below the form of a template: what it comes to with a record, before it is saved. Mistakes are told at their inputs. */
export function TryTemplate<T>({ able, preview, show }: TryTemplateProps<T>) {
  const t = useWords();
  const id = useId();
  const phone = usePhone();
  const { getValues, setError, clearErrors } = useFormContext();
  const { subjects } = useRelations();
  const resource = useWatch({ name: 'resource' }) as string | null;
  const known = resource && subjects(able).includes(resource) ? resource : undefined;
  const chosen = useForm<{ record_id: string | null }>({ defaultValues: { record_id: null } });
  const [made, setMade] = useState<{ readonly value: T }>();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  /** The choice of a record is a field like any other, in a form of its own. */
  const choice = useMemo(
    (): Resource => ({
      name: 'template_trial',
      label: { de: ['', ''] },
      title: [],
      fields: { record_id: reference({ de: t('record'), en: t('record') }, { to: known ?? '' }) },
    }),
    [known, t],
  );
  if (!known) return null;

  const make = async () => {
    const record = chosen.getValues('record_id');
    setProblem(undefined);
    if (!record) return chosen.setError('record_id', { message: t('choose') });
    clearErrors(['subject', 'body']);
    setBusy(true);
    try {
      setMade({ value: await preview({ resource: known, id: record, template: getValues() as WrittenTemplate }) });
    } catch (failure) {
      const errors = (problemOf(failure)?.errors ?? {}) as Record<string, unknown>;
      const told = (['subject', 'body'] as const).filter((name) => typeof errors[name] === 'string');
      for (const name of told) setError(name, { type: 'server', message: errors[name] as string });
      setProblem(told.length ? t('wrong') : errors.brand_id ? t('no_brand') : reasonOf(failure));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{ mt: 3, p: 2, border: 1, borderColor: 'divider', borderRadius: 2, display: 'grid', gap: 1.5 }}
    >
      <Box>
        <Typography id={id} variant="subtitle1" component="h2" sx={{ fontWeight: 600 }}>
          {t('title')}
        </Typography>
        <Typography variant="body2" color="text.secondary">
          {t('help')}
        </Typography>
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'end' }}>
        <Box sx={{ flex: '1 1 260px', maxWidth: 480 }}>
          <FormProvider {...chosen}>
            <FieldInput key={known} resource={choice} name="record_id" />
          </FormProvider>
        </Box>
        <Button variant="outlined" loading={busy} onClick={() => void make()}>
          {t('preview')}
        </Button>
      </Box>
      <Placeholders resource={known} />
      {problem && (
        <Alert severity="error" role="alert">
          {problem}
        </Alert>
      )}
      {made && (
        <Dialog open fullWidth maxWidth="md" fullScreen={phone} onClose={() => setMade(undefined)}>
          <DialogTitle>{t('preview')}</DialogTitle>
          <DialogContent>{show(made.value)}</DialogContent>
          <DialogActions>
            <Button onClick={() => setMade(undefined)}>{t('close')}</Button>
          </DialogActions>
        </Dialog>
      )}
    </Box>
  );
}
