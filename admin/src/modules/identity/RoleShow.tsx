import { useGetOne } from 'ra-core';
import type { ScreenProps } from '../../app/registry.ts';
import Show from '../../screens/show/Show.tsx';
import { ViewAs } from './ViewAs.tsx';

/** The page of a role, from which one can look at Kontor as somebody who has it. */
export default function RoleShow(props: ScreenProps) {
  const { data } = useGetOne(props.resource, { id: props.id ?? '' });
  return <Show {...props} extra={data && <ViewAs wish={{ role_id: String(data.id) }} name={String(data.name)} />} />;
}
