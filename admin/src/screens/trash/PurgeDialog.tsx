import type { Resource } from '@kontor/shared';
import { type RaRecord, useRefresh } from 'ra-core';
import { useSay } from '../../app/feedback/useSay.ts';
import { recordTitle } from '../../app/recordTitle.ts';
import { useLocale } from '../../app/texts.ts';
import { useKontor } from '../../providers/dataProvider.ts';
import { confirmationOf } from './confirmation.ts';
import { PurgeQuestion } from './PurgeQuestion.tsx';
import { useWords } from './words.ts';

export interface PurgeDialogProps {
  readonly resource: Resource;
  readonly record: RaRecord;
  readonly onPurged: () => void;
  readonly onClose: () => void;
}

/** Deletes one record for good, after its name was typed. */
export function PurgeDialog({ resource, record, onPurged, onClose }: PurgeDialogProps) {
  const t = useWords();
  const locale = useLocale();
  const api = useKontor();
  const say = useSay();
  const refresh = useRefresh();
  const whole = recordTitle(resource, record, locale);
  const wanted = confirmationOf(whole);
  // A note is called by its text: enough of it to know which one is meant.
  const title = wanted.length < whole.trim().length ? `${wanted} …` : whole;
  return (
    <PurgeQuestion
      resource={resource}
      ids={[record.id]}
      title={t('purge_title', { title })}
      text={t('purge_text', { title })}
      wanted={wanted}
      inUse={(places) => t('in_use', { title, places })}
      onClose={onClose}
      purge={async () => {
        await api.purge(resource.name, record.id);
        say({ text: t('purged', { title }) });
        onPurged();
        refresh();
      }}
    />
  );
}
