import type { Resource } from '@kontor/shared';
import { type Identifier, type RaRecord, useRefresh } from 'ra-core';
import { useCallback } from 'react';
import { useNavigate } from 'react-router-dom';
import { useSay } from '../../app/feedback/useSay.ts';
import { recordTitle } from '../../app/recordTitle.ts';
import { useLocale } from '../../app/texts.ts';
import { useKontor } from '../../providers/dataProvider.ts';
import { useWords } from './words.ts';

/** Takes records out of the trash and says so, with the way to what is back. */
export function useRestore(resource: Resource) {
  const t = useWords();
  const locale = useLocale();
  const api = useKontor();
  const say = useSay();
  const refresh = useRefresh();
  const navigate = useNavigate();
  const restore = useCallback(
    async (record: RaRecord) => {
      try {
        await api.restore(resource.name, record.id);
        say({
          text: t('restored', { title: recordTitle(resource, record, locale) }),
          action: {
            label: t('open'),
            onClick: () => navigate(`/${resource.name}/${encodeURIComponent(record.id)}/show`),
          },
        });
      } catch (error) {
        say({ text: (error as Error).message, tone: 'error' });
      }
      refresh();
    },
    [resource, t, locale, api, say, refresh, navigate],
  );
  const restoreMany = useCallback(
    async (ids: readonly Identifier[]) => {
      try {
        const { count } = await api.restoreMany(resource.name, ids);
        say({ text: t('restored_many', { count }) });
      } catch (error) {
        say({ text: (error as Error).message, tone: 'error' });
      }
      refresh();
    },
    [resource, t, api, say, refresh],
  );
  return { restore, restoreMany };
}
