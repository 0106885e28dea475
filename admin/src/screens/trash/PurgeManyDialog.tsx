import type { Resource } from '@kontor/shared';
import { type Identifier, useRefresh } from 'ra-core';
import { useSay } from '../../app/feedback/useSay.ts';
import { useKontor } from '../../providers/dataProvider.ts';
import { PurgeQuestion } from './PurgeQuestion.tsx';
import { useWords } from './words.ts';

export interface PurgeManyDialogProps {
  readonly resource: Resource;
  readonly ids: readonly Identifier[];
  readonly onPurged: () => void;
  readonly onClose: () => void;
}

/** Deletes the selected records for good, all of them or none. They have no name in common: a word is typed instead. */
export function PurgeManyDialog({ resource, ids, onPurged, onClose }: PurgeManyDialogProps) {
  const t = useWords();
  const api = useKontor();
  const say = useSay();
  const refresh = useRefresh();
  const { length: count } = ids;
  return (
    <PurgeQuestion
      resource={resource}
      ids={ids}
      title={t('purge_many_title', { count })}
      text={t('purge_many_text', { count })}
      wanted={t('purge_word')}
      inUse={(places) => t('in_use_many', { count, places })}
      onClose={onClose}
      purge={async () => {
        const answer = await api.purgeMany(resource.name, ids);
        say({ text: t('purged_many', { count: answer.count }) });
        onPurged();
        refresh();
      }}
    />
  );
}
