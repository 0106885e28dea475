import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { activeJobs, type Job, jobsById, ownJobsKey, told } from '../../providers/jobs.ts';

/** Milliseconds between two looks while something runs. When nothing runs nobody looks. */
const every = 2000;

/** The user's jobs that run, and those that ended while they were looked after; `onEnd` hears of each of these. */
export function useOwnJobs(userId: string, onEnd: (job: Job) => void) {
  const client = useQueryClient();
  const [ended, setEnded] = useState<readonly Job[]>([]);
  const { data: active } = useQuery({
    queryKey: [...ownJobsKey, userId],
    queryFn: () => activeJobs(userId),
    refetchInterval: ({ state }) => (state.data?.length ? every : false),
    refetchOnWindowFocus: 'always',
  });
  const known = useRef<ReadonlySet<string>>(new Set());
  const hear = useRef(onEnd);
  hear.current = onEnd;
  useEffect(() => {
    if (!active) return;
    const now = new Set(active.map(({ id }) => id));
    const gone = [...known.current].filter((id) => !now.has(id));
    known.current = now;
    if (gone.length === 0) return;
    const tell = async () => {
      for (const job of await jobsById(gone)) {
        // what was imported is in lists that are open
        if (job.kind === 'import' && job.payload?.resource)
          void client.invalidateQueries({ queryKey: [job.payload.resource] });
        void client.invalidateQueries({ queryKey: ['jobs', 'getOne', { id: job.id }] });
        if (told.has(job.id) || job.state === 'cancelled') continue;
        setEnded((before) => [job, ...before.filter(({ id }) => id !== job.id)]);
        hear.current(job);
      }
    };
    tell().catch(() => {}); // the list of jobs tells it as well
  }, [active, client]);
  return { active: active ?? [], ended, forget: () => setEnded([]) };
}
