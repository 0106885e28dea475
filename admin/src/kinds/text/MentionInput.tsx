import { lazy, Suspense } from 'react';
import { useWatch } from 'react-hook-form';
import { TextualInput } from '../common/TextualInput.tsx';
import type { KindInputProps } from '../view.ts';

const Mentions = lazy(() => import('../../screens/mentions/Mentions.tsx'));

interface MentionInputProps extends KindInputProps {
  /** The field that says what the record is about. */
  readonly subject: string;
}

/** A text in which people can be named, who may read what the record is about. */
export function MentionInput({ subject, ...props }: MentionInputProps) {
  const [resource, id] = useWatch({ name: [`${subject}_resource`, `${subject}_id`] }) as [string | null, string | null];
  const input = <TextualInput {...props} multiline />;
  return resource && id ? (
    <Suspense fallback={input}>
      <Mentions about={{ resource, id }} of={props.resource}>
        {input}
      </Mentions>
    </Suspense>
  ) : (
    input
  );
}
