import { loadedDeclaration } from '../../declarations.ts';
import { TextualInput } from '../common/TextualInput.tsx';
import type { KindInputProps } from '../view.ts';
import { MentionInput } from './MentionInput.tsx';
import { ResourceInput } from './ResourceInput.tsx';

/** The subject of a resource in whose text people can be named, if this is that text. */
function mentionsAbout({ resource, source, dense }: KindInputProps): string | undefined {
  const { stream, fields = {} } = loadedDeclaration(resource) ?? {};
  if (dense || !stream?.mentions || stream.text !== source) return undefined;
  return Object.keys(fields).find((name) => fields[name]!.kind === 'subject');
}

/** One line of text, or a growing field where the declaration says `multiline`; a choice where it names a resource. */
export function Input(props: KindInputProps) {
  const subject = mentionsAbout(props);
  if (props.field.names === 'resource') return <ResourceInput {...props} />;
  if (subject) return <MentionInput {...props} subject={subject} />;
  return <TextualInput {...props} multiline={Boolean(props.field.multiline) && !props.dense} />;
}
