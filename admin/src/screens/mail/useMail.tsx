import type { Resource } from '@kontor/shared';
import MailIcon from 'icon/MailOutlined';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { decideByName } from '../../providers/access.ts';
import { useSession } from '../../providers/session.ts';
import type { MenuEntry } from '../form/RecordMenu.tsx';
import type { Values } from '../form/values.ts';
import { useWords } from './words.ts';

const MailDialog = lazy(() => import('./MailDialog.tsx'));

/** The way to a mail about a record, where its resource declares that such are written: an entry of its menu, and the dialog. */
export function useMail(resource: Resource, record: Values): { entries: MenuEntry[]; dialog: ReactNode } {
  const t = useWords();
  const { grants } = useSession();
  const [open, setOpen] = useState(false);
  // the outbox has no form of its own: mails are written here
  const may = decideByName(grants, 'email_messages', 'create') !== 'none';
  if (!resource.abilities?.includes('mailable') || record.deleted_at || !may) return { entries: [], dialog: null };
  return {
    entries: [
      {
        key: 'mail',
        label: t('write'),
        icon: <MailIcon fontSize="small" />,
        apart: true,
        onClick: () => setOpen(true),
      },
    ],
    dialog: open && (
      <Suspense>
        <MailDialog resource={resource} record={record} onClose={() => setOpen(false)} />
      </Suspense>
    ),
  };
}
