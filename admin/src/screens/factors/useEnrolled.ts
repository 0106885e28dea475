import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type Enrolled, enrolled } from './calls.ts';

const key = ['session', 'factors'];

/** What the user has set up; `took` shows what a change has answered. */
export function useEnrolled() {
  const client = useQueryClient();
  const query = useQuery({ queryKey: key, queryFn: enrolled });
  return {
    ...query,
    took: (next: Enrolled) => client.setQueryData(key, next),
  };
}
