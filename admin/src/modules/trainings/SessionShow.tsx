import type { ScreenProps } from '../../app/registry.ts';
import Show from '../../screens/show/Show.tsx';
import { AttendanceButton } from './AttendanceButton.tsx';

/** The page of a session; the generated one does not lead to its list of attendance. */
export default function SessionShow(props: ScreenProps) {
  return <Show {...props} extra={<AttendanceButton session={props.id} />} />;
}
