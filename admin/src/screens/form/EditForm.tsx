import { type Resource, resourceLabel } from '@kontor/shared';
import { type ComponentType, useEffect, useMemo } from 'react';
import { useSay } from '../../app/feedback/useSay.ts';
import { recordTitle } from '../../app/recordTitle.ts';
import { useLocale } from '../../app/texts.ts';
import { usePageTitle } from '../../app/usePageTitle.ts';
import type { MergedWith } from '../../providers/dataProvider.ts';
import { ConflictDialog } from '../conflict/ConflictDialog.tsx';
import { FormPage } from './FormPage.tsx';
import type { FormSectionsProps } from './FormSections.tsx';
import { mergedText } from './mergedText.ts';
import { Presence } from './Presence.tsx';
import { RecordBar } from './RecordBar.tsx';
import { useDraft } from './useDraft.ts';
import { useRecordForm } from './useRecordForm.ts';
import { useSaveRecord } from './useSaveRecord.ts';
import { changesOf, formValues, type Values } from './values.ts';
import { useWords } from './words.ts';

export interface EditFormProps {
  readonly resource: Resource;
  readonly record: Values;
  readonly onDirty: (dirty: boolean) => void;
  readonly onSaved: (record: Values) => void;
  readonly onLeave: () => void;
  readonly body?: ComponentType<FormSectionsProps> | undefined;
}

/** The form of a record that is there. */
export function EditForm({ resource, record, onDirty, onSaved, onLeave, body }: EditFormProps) {
  const locale = useLocale();
  const t = useWords();
  const say = useSay();
  const before = useMemo(() => formValues(resource, record), [resource, record]);
  const recordForm = useRecordForm(resource, before);
  const { save, conflict } = useSaveRecord(resource);
  const { form } = recordForm;
  const title = recordTitle(resource, record, locale);
  usePageTitle(title);
  const draft = useDraft({ resource, id: record.id, form, before, version: record.version });
  const { isDirty } = form.formState;
  useEffect(() => onDirty(isDirty), [isDirty, onDirty]);
  return (
    <FormPage
      resource={resource}
      recordForm={recordForm}
      id={record.id}
      draft={draft}
      body={body}
      version={record.version}
      bar={(leave) => (
        <RecordBar resource={resource} record={record} screen="edit" leave={leave}>
          <Presence resource={resource.name} id={record.id} />
        </RecordBar>
      )}
      onCancel={onLeave}
      send={async (values, then, leave) => {
        const sent = structuredClone(values);
        const saved = await save(record, before, values, draft.version);
        if (!saved) return;
        draft.drop(saved === record ? {} : changesOf(sent, form.getValues()));
        if (saved === record) say({ text: t('nothing_changed'), tone: 'info' });
        else if (saved.merged) {
          const changes = mergedText(resource, (saved.merged_with ?? []) as MergedWith[], locale);
          say({ text: changes ? t('merged_with', { changes }) : t('merged'), tone: 'info' });
        } else
          say({
            text: t('saved', {
              name: resourceLabel(resource, locale, 'one'),
              title: recordTitle(resource, saved, locale),
            }),
          });
        onSaved(saved);
        if (then === 'show') leave(onLeave);
      }}
    >
      {conflict && <ConflictDialog resource={resource} record={record} {...conflict} />}
    </FormPage>
  );
}
