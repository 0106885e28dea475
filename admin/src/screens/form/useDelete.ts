import { type Resource, resourceLabel } from '@kontor/shared';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router-dom';
import { useSay } from '../../app/feedback/useSay.ts';
import { recordTitle } from '../../app/recordTitle.ts';
import { useLocale } from '../../app/texts.ts';
import { useKontor } from '../../providers/dataProvider.ts';
import { useSession } from '../../providers/session.ts';
import { browserBox, draftKey, dropDraft } from './drafts.ts';
import type { Values } from './values.ts';
import { useWords } from './words.ts';

/** Deletes a record, goes to the list (through `leave`, where a form may hold one back), and offers "Rückgängig" where there is a trash to restore from. */
export function useDelete(resource: Resource, leave: (go: () => void) => void = (go) => go()) {
  const kontor = useKontor();
  const { user } = useSession();
  const client = useQueryClient();
  const navigate = useNavigate();
  const locale = useLocale();
  const say = useSay();
  const t = useWords();
  return async (record: Values) => {
    const words = { name: resourceLabel(resource, locale, 'one'), title: recordTitle(resource, record, locale) };
    const restore = async () => {
      try {
        await kontor.restore(resource.name, record.id);
        say({ text: t('restored', words) });
        await client.invalidateQueries();
        navigate(`/${resource.name}/${record.id}/show`);
      } catch (error) {
        say({ text: (error as Error).message, tone: 'error' });
      }
    };
    try {
      await kontor.delete(resource.name, { id: record.id } as never);
    } catch (error) {
      say({ text: (error as Error).message, tone: 'error' });
      return;
    }
    dropDraft(browserBox(), draftKey(user.id, resource.name, record.id));
    leave(() => navigate(`/${resource.name}`));
    await client.invalidateQueries({ queryKey: [resource.name, 'getList'] });
    say({
      text: t('deleted', words),
      ...(resource.trash ? { action: { label: t('undo'), onClick: () => void restore() } } : {}),
    });
  };
}
