import CallIcon from 'icon/PhoneInTalkOutlined';
import { type RaRecord, useGetList, useRecordContext } from 'ra-core';
import { useNavigate } from 'react-router-dom';
import type { ScreenProps } from '../../app/registry.ts';
import { useDeclaration } from '../../declarations.ts';
import { useCan } from '../../providers/access.ts';
import Show from '../../screens/show/Show.tsx';
import { AttendanceButton } from './AttendanceButton.tsx';
import { Decision } from './Decision.tsx';
import { nearestSession } from './marks.ts';
import { FindTrainersButton } from './matcher/FindTrainersButton.tsx';
import { Untold } from './Untold.tsx';
import { useWords } from './words.ts';

/** What is to be decided, or still to be told. */
function Notices({ resource: name }: { readonly resource: string }) {
  const resource = useDeclaration(name);
  const record = useRecordContext<RaRecord>();
  if (!record) return null;
  return (
    <>
      <Decision resource={resource} record={record} />
      <Untold resource={resource} record={record} />
    </>
  );
}

/**
 * The page of a training. The generated one leads neither to its trainers nor to the attendance of the session that is on, and
 * does not say what is to be decided.
 */
export default function TrainingShow(props: ScreenProps) {
  const t = useWords();
  const can = useCan();
  const navigate = useNavigate();
  const { id = '' } = props;
  const { data = [] } = useGetList<RaRecord & { starts_at: string }>(
    'training_sessions',
    {
      filter: { training_id: id },
      pagination: { page: 1, perPage: 100 },
      sort: { field: 'starts_at', order: 'ASC' },
    },
    { enabled: can('read', 'training_sessions') },
  );
  const session = nearestSession(data);
  const note = { subject_resource: props.resource, subject_id: id, type: 'call' };
  const call = {
    key: 'call note',
    label: t('call_note'),
    icon: <CallIcon fontSize="small" />,
    onClick: () => void navigate(`/notes/create?source=${encodeURIComponent(JSON.stringify(note))}`),
  };
  return (
    <Show
      {...props}
      extra={
        <>
          <FindTrainersButton />
          <AttendanceButton session={session && String(session.id)} />
        </>
      }
      notices={<Notices resource={props.resource} />}
      entries={can('create', 'notes') ? [call] : []}
    />
  );
}
