import type { Resource } from '@kontor/shared';
import LetterIcon from 'icon/ArticleOutlined';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { decideByName } from '../../providers/access.ts';
import { useSession } from '../../providers/session.ts';
import type { MenuEntry } from '../form/RecordMenu.tsx';
import type { Values } from '../form/values.ts';
import { useWords } from './words.ts';

const LetterDialog = lazy(() => import('./LetterDialog.tsx'));

/** The way to a letter about a record, where its resource declares that such are printed: an entry of its menu, and the dialog. */
export function useLetter(resource: Resource, record: Values): { entries: MenuEntry[]; dialog: ReactNode } {
  const t = useWords();
  const { grants } = useSession();
  const [open, setOpen] = useState(false);
  // a letter is filed as a document of the record
  const may = decideByName(grants, 'documents', 'create') !== 'none';
  if (!resource.abilities?.includes('printable') || record.deleted_at || !may) return { entries: [], dialog: null };
  return {
    entries: [
      {
        key: 'letter',
        label: t('write'),
        icon: <LetterIcon fontSize="small" />,
        onClick: () => setOpen(true),
      },
    ],
    dialog: open && (
      <Suspense>
        <LetterDialog resource={resource} record={record} onClose={() => setOpen(false)} />
      </Suspense>
    ),
  };
}
