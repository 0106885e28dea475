import { type RaRecord, useGetList } from 'ra-core';
import { useSession } from '../../../providers/session.ts';

/** The trainer that the user is; null for those who are none, undefined while it is not known. */
export function useMyself(): RaRecord | null | undefined {
  const { user } = useSession();
  const { data } = useGetList<RaRecord>('trainers', {
    filter: { user_id: user.id },
    pagination: { page: 1, perPage: 1 },
    sort: { field: 'id', order: 'ASC' },
  });
  return data && (data[0] ?? null);
}
