import type { Resource } from '@kontor/shared';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Skeleton from '@mui/material/Skeleton';
import { useQuery } from '@tanstack/react-query';
import { Form, useRefresh } from 'ra-core';
import { type BaseSyntheticEvent, useId, useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { Trouble } from '../../app/feedback/Trouble.tsx';
import { useSay } from '../../app/feedback/useSay.ts';
import { usePhone } from '../../app/preferences.ts';
import { recordTitle } from '../../app/recordTitle.ts';
import { useLocale } from '../../app/texts.ts';
import { type FiledLetter, type LetterOptions, useKontor } from '../../providers/dataProvider.ts';
import { problemOf } from '../../providers/httpClient.ts';
import { reasonOf } from '../../providers/reason.ts';
import { DialogDraft } from '../form/DialogDraft.tsx';
import { useDialogDraft } from '../form/useDialogDraft.ts';
import type { Values } from '../form/values.ts';
import { type Chosen, LetterFields } from './LetterFields.tsx';
import { PdfView } from './PdfView.tsx';
import { useWords } from './words.ts';

export interface LetterDialogProps {
  readonly resource: Resource;
  readonly record: Values;
  readonly onClose: () => void;
  /** Hears of the document that was filed; without it the record's page says where it is. */
  readonly onFiled?: (document: FiledLetter) => void;
}

/** Writes a letter about a record: from a template or freely, seen as PDF before it is filed with the record. */
export default function LetterDialog({ resource, record, onClose, onFiled }: LetterDialogProps) {
  const t = useWords();
  const id = useId();
  const phone = usePhone();
  const locale = useLocale();
  const api = useKontor();
  const place = { resource: resource.name, id: String(record.id) };
  const {
    data: options,
    error,
    refetch,
  } = useQuery({
    queryKey: [resource.name, 'letter', place.id],
    queryFn: ({ signal }) => api.letterOptions(place.resource, place.id, signal),
    gcTime: 0,
  });
  return (
    <Dialog open fullWidth maxWidth="md" fullScreen={phone} onClose={onClose} aria-labelledby={id}>
      <DialogTitle id={id}>{t('title', { title: recordTitle(resource, record, locale) })}</DialogTitle>
      {options ? (
        <Letter place={place} options={options} onClose={onClose} {...(onFiled ? { onFiled } : {})} />
      ) : (
        <DialogContent>
          {error ? <Trouble error={error} retry={() => void refetch()} /> : <Skeleton variant="rounded" height={320} />}
        </DialogContent>
      )}
    </Dialog>
  );
}

interface LetterProps {
  readonly place: { readonly resource: string; readonly id: string };
  readonly options: LetterOptions;
  readonly onClose: () => void;
  readonly onFiled?: (document: FiledLetter) => void;
}

function Letter({ place, options, onClose, onFiled }: LetterProps) {
  const t = useWords();
  const api = useKontor();
  const say = useSay();
  const refresh = useRefresh();
  const navigate = useNavigate();
  const draft = useDialogDraft<Chosen>(`${place.resource}.letter`, place.id, () => ({
    // not the record of the page around: its fields are none of a letter's
    typed: { recipient: options.recipient || null, subject: null, html: null },
    chosen: { brand: options.brand_id ?? options.brands[0]?.id ?? '', template: '' },
  }));
  const [chosen, setChosen] = useState(draft.begin.chosen);
  const [pdf, setPdf] = useState<Blob>();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const filed = useRef(false);

  const submit = async (values: Record<string, unknown>, event?: BaseSyntheticEvent) => {
    const only = (event?.nativeEvent as SubmitEvent | undefined)?.submitter?.dataset.only === 'preview';
    const { recipient, subject, html } = values;
    const letter = {
      recipient,
      subject,
      html,
      brand_id: chosen.brand || null,
      ...(chosen.template ? { template_id: chosen.template } : {}),
    };
    setBusy(true);
    setProblem(undefined);
    try {
      if (only) setPdf(await api.previewLetter(place.resource, place.id, letter));
      else {
        const document = await api.fileLetter(place.resource, place.id, letter);
        filed.current = true;
        onFiled?.(document);
        say({
          text: t('filed', { name: document.name }),
          action: { label: t('show'), onClick: () => navigate(`/documents/${document.id}/show`) },
        });
        refresh();
        onClose();
      }
    } catch (failure) {
      const { brand_id, template_id, ...errors } = (problemOf(failure)?.errors ?? {}) as Record<string, unknown>;
      setPdf(undefined);
      const at = [brand_id && t('no_brand'), template_id].find((told) => typeof told === 'string') as
        | string
        | undefined;
      setProblem(at ?? (Object.keys(errors).length ? undefined : reasonOf(failure)));
      return errors;
    } finally {
      setBusy(false);
    }
    return undefined;
  };
  return (
    <Form onSubmit={submit} record={draft.begin.typed} sanitizeEmptyValues={false}>
      <DialogContent sx={{ pt: 0 }}>
        <DialogDraft draft={draft} chosen={chosen} onChoose={setChosen} done={filed} />
        {/* what was typed stays while one looks */}
        <div hidden={Boolean(pdf)}>
          <LetterFields place={place} options={options} chosen={chosen} onChoose={setChosen} />
        </div>
        {pdf && <PdfView pdf={pdf} title={t('preview')} />}
        {problem && (
          <Alert severity="error" role="alert" sx={{ mt: 2 }}>
            {problem}
          </Alert>
        )}
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose}>
          {t('cancel')}
        </Button>
        {pdf ? (
          <Button onClick={() => setPdf(undefined)}>{t('back')}</Button>
        ) : (
          <Button type="submit" data-only="preview" disabled={busy}>
            {t('preview')}
          </Button>
        )}
        <Button type="submit" variant="contained" loading={busy}>
          {t('file')}
        </Button>
      </DialogActions>
    </Form>
  );
}
