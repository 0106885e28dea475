import { type RaRecord, useGetList } from 'ra-core';
import type { ScreenProps } from '../../app/registry.ts';
import { useCan } from '../../providers/access.ts';
import Show from '../../screens/show/Show.tsx';
import { AttendanceButton } from './AttendanceButton.tsx';
import { nearestSession } from './marks.ts';
import { FindTrainersButton } from './matcher/FindTrainersButton.tsx';

/** The page of a training; the generated one leads neither to its trainers nor to the attendance of the session that is on. */
export default function TrainingShow(props: ScreenProps) {
  const can = useCan();
  const { data = [] } = useGetList<RaRecord & { starts_at: string }>(
    'training_sessions',
    {
      filter: { training_id: props.id },
      pagination: { page: 1, perPage: 100 },
      sort: { field: 'starts_at', order: 'ASC' },
    },
    { enabled: can('read', 'training_sessions') },
  );
  const session = nearestSession(data);
  const extra = (
    <>
      <FindTrainersButton />
      <AttendanceButton session={session && String(session.id)} />
    </>
  );
  return <Show {...props} extra={extra} />;
}
