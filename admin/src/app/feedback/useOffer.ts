import type { Operation, Resource } from '@kontor/shared';
import { useCallback } from 'react';
import { may } from '../../providers/access.ts';
import { mayWith } from '../../providers/mayWith.ts';
import { useSession } from '../../providers/session.ts';
import { useTexts } from '../texts.ts';

const texts = {
  missing: {
    de: 'Dafür fehlt Ihnen die Berechtigung. Fragen Sie bei Bedarf Ihre Administration.',
    en: 'You do not have permission for this. If you need it, please ask your administrator.',
  },
  record: {
    de: 'Sie dürfen das ansehen, aber nicht ändern. Fragen Sie bei Bedarf Ihre Administration.',
    en: 'You may look at this, but not change it. If you need to, please ask your administrator.',
  },
  viewing: {
    de: 'Sie sehen Kontor gerade mit fremden Rechten und können dabei nichts ändern.',
    en: 'You are looking at Kontor with somebody else’s rights and can not change anything meanwhile.',
  },
};

/** How an operation is offered. */
export interface Offer {
  /** Is there such a thing at all? What nobody can do is not shown to anybody. */
  readonly shown: boolean;
  /** Why this user can not do it, as a sentence; empty when they can. */
  readonly why: string;
}

const writes = (operation: Operation) => operation !== 'read' && operation !== 'export';

/** Can anybody do this with records of the resource, by the way it is declared? */
function isThere(resource: Resource, operation: Operation): boolean {
  if (!writes(operation)) return true;
  if (operation === 'create') return !resource.internal && !resource.owned;
  if (operation === 'import') return !resource.internal && !resource.append_only && !resource.owned;
  if (operation === 'restore' && !resource.trash) return false;
  if (operation === 'delete' && resource.permanent) return false;
  return operation.includes('.') || (!resource.internal && !resource.append_only);
}

/**
 * How an operation on records of the resource (or on this very one) is offered to the user: by the same decision as the
 * server's, with the reason for what they see and can not do.
 */
export function useOffer(resource: Resource): (operation: Operation, record?: Record<string, unknown>) => Offer {
  const t = useTexts(texts);
  const session = useSession();
  return useCallback(
    (operation, record) => {
      const allowed =
        may(session.grants, resource.name, operation) &&
        (record === undefined || mayWith(session, resource, operation, record));
      const shown = isThere(resource, operation);
      if (allowed) return { shown, why: '' };
      return { shown, why: t(session.viewing && writes(operation) ? 'viewing' : record ? 'record' : 'missing') };
    },
    [t, session, resource],
  );
}
