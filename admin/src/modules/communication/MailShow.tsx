import { useGetOne } from 'ra-core';
import type { ScreenProps } from '../../app/registry.ts';
import { useDeclaration } from '../../declarations.ts';
import { embedNames } from '../../kinds/common/embed.ts';
import { useCan } from '../../providers/access.ts';
import Show from '../../screens/show/Show.tsx';
import { PersonalLink } from './PersonalLink.tsx';

/** A message of the outbox; the generated page can not show the link that it keeps encrypted. */
export default function MailShow(props: ScreenProps) {
  const resource = useDeclaration(props.resource);
  const can = useCan();
  const { data } = useGetOne(props.resource, { id: props.id ?? '', meta: { embed: embedNames(resource) } });
  return (
    <>
      {data?.link && can('action.show_link', props.resource) && <PersonalLink id={data.id as string} />}
      <Show {...props} />
    </>
  );
}
