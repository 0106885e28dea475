import { useGetOne } from 'ra-core';
import type { ScreenProps } from '../../app/registry.ts';
import { useDeclaration } from '../../declarations.ts';
import { embedNames } from '../../kinds/common/embed.ts';
import Show from '../../screens/show/Show.tsx';
import { Invitation } from './Invitation.tsx';
import { UserButtons } from './UserButtons.tsx';

/** The page of a user; the generated one does not tell how far somebody is on the way to their first sign-in. */
export default function UserShow(props: ScreenProps) {
  const resource = useDeclaration(props.resource);
  const { data } = useGetOne(props.resource, { id: props.id ?? '', meta: { embed: embedNames(resource) } });
  return (
    <>
      {data && <Invitation resource={resource} user={data} />}
      <Show {...props} extra={data && <UserButtons id={String(data.id)} name={String(data.name)} />} />
    </>
  );
}
