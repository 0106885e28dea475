import type { Resource } from '@kontor/shared';
import AlarmIcon from 'icon/AlarmAdd';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { manifestOf } from '../../declarations.ts';
import { useCan } from '../../providers/access.ts';
import { useSession } from '../../providers/session.ts';
import type { MenuEntry } from '../form/RecordMenu.tsx';
import type { Values } from '../form/values.ts';
import { useWords } from './words.ts';

const RemindDialog = lazy(() => import('./RemindDialog.tsx'));

/** The way to a reminder of a record: an entry of its menu, and the dialog. */
export function useRemind(resource: Resource, record: Values): { entries: MenuEntry[]; dialog: ReactNode } {
  const t = useWords();
  const can = useCan();
  const { viewing } = useSession();
  const [open, setOpen] = useState(false);
  const flags = manifestOf(resource.name)?.flags;
  const possible = flags && !flags.owned && !flags.internal && !flags.apart && !record.deleted_at;
  if (!possible || viewing || !can('create', 'reminders')) return { entries: [], dialog: null };
  return {
    entries: [
      { key: 'remind', label: t('remind'), icon: <AlarmIcon fontSize="small" />, onClick: () => setOpen(true) },
    ],
    dialog: open && (
      <Suspense>
        <RemindDialog of={resource} record={record} onClose={() => setOpen(false)} />
      </Suspense>
    ),
  };
}
