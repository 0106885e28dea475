import { useGetOne } from 'ra-core';
import type { ScreenProps } from '../../app/registry.ts';
import { useDeclaration } from '../../declarations.ts';
import { embedNames } from '../../kinds/common/embed.ts';
import { useCan } from '../../providers/access.ts';
import Show from '../../screens/show/Show.tsx';
import { AnswerButton, type MailOfRecord } from './AnswerButton.tsx';
import { Conversation } from './Conversation.tsx';
import { type IncomingFile, IncomingFiles } from './IncomingFiles.tsx';
import { PersonalLink } from './PersonalLink.tsx';
import { Recipients } from './Recipients.tsx';

/** A mail; the generated page can neither show the link that it keeps encrypted, nor the
 * conversation and all recipients, nor answer, nor file what came along. */
export default function MailShow(props: ScreenProps) {
  const resource = useDeclaration(props.resource);
  const can = useCan();
  const { data } = useGetOne(props.resource, { id: props.id ?? '', meta: { embed: embedNames(resource) } });
  const mail = data?.about_id
    ? ({ ...data, created_by_name: data._embedded?.created_by?.title } as unknown as MailOfRecord)
    : undefined;
  return (
    <>
      {data?.link && can('action.show_link', props.resource) && <PersonalLink id={data.id as string} />}
      <Show
        {...props}
        extra={mail && <AnswerButton mail={mail} />}
        above={
          mail && (
            <>
              {mail.direction === 'in' && (
                <IncomingFiles mail={mail} files={(data?.attachments ?? []) as IncomingFile[]} />
              )}
              <Recipients mail={mail} />
              <Conversation mail={mail} />
            </>
          )
        }
      />
    </>
  );
}
