import type { Resource } from '@kontor/shared';
import { useQuery } from '@tanstack/react-query';
import { useRefresh } from 'ra-core';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useSay } from '../../app/feedback/useSay.ts';
import { recordTitle } from '../../app/recordTitle.ts';
import { useLocale } from '../../app/texts.ts';
import { type FiledLetter, type LetterOptions, useKontor } from '../../providers/dataProvider.ts';
import { reasonOf } from '../../providers/reason.ts';
import { useDialogDraft } from '../form/useDialogDraft.ts';
import type { Values } from '../form/values.ts';
import { WritingDialog } from '../form/WritingDialog.tsx';
import { WritingForm } from '../form/WritingForm.tsx';
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
  const locale = useLocale();
  const api = useKontor();
  const place = { resource: resource.name, id: String(record.id) };
  const asked = useQuery({
    queryKey: [resource.name, 'letter', place.id],
    queryFn: ({ signal }) => api.letterOptions(place.resource, place.id, signal),
    gcTime: 0,
  });
  return (
    <WritingDialog title={t('title', { title: recordTitle(resource, record, locale) })} asked={asked} onClose={onClose}>
      {(options) => <Letter place={place} options={options} onClose={onClose} {...(onFiled ? { onFiled } : {})} />}
    </WritingDialog>
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
  const filed = useRef(false);

  const letterOf = ({ recipient, subject, html }: Values) => ({
    recipient,
    subject,
    html,
    brand_id: chosen.brand || null,
    ...(chosen.template ? { template_id: chosen.template } : {}),
  });
  const file = async (typed: Values) => {
    const document = await api.fileLetter(place.resource, place.id, letterOf(typed));
    filed.current = true;
    onFiled?.(document);
    say({
      text: t('filed', { name: document.name }),
      action: { label: t('show'), onClick: () => navigate(`/documents/${document.id}/show`) },
    });
    refresh();
    onClose();
  };
  const refuse = (failure: unknown, { brand_id, template_id, ...errors }: Values) => {
    const at = [brand_id && t('no_brand'), template_id].find((told) => typeof told === 'string');
    return { errors, problem: at ?? (Object.keys(errors).length ? undefined : reasonOf(failure)) };
  };
  return (
    <WritingForm
      draft={draft}
      chosen={chosen}
      onChoose={setChosen}
      done={filed}
      seen={pdf && <PdfView pdf={pdf} title={t('preview')} />}
      onBack={() => setPdf(undefined)}
      label={t('file')}
      preview={async (typed) => setPdf(await api.previewLetter(place.resource, place.id, letterOf(typed)))}
      send={file}
      refuse={refuse}
      onClose={onClose}
    >
      <LetterFields place={place} options={options} chosen={chosen} onChoose={setChosen} />
    </WritingForm>
  );
}
