import { Empty } from '../common/Empty.tsx';
import { embeddedTitles } from '../common/embedded.ts';
import { RecordLink } from '../common/RecordLink.tsx';
import type { KindDisplayProps } from '../view.ts';

/** A record of another resource as a link with its title. */
export function Display({ value, name, field, record }: KindDisplayProps) {
  if (!value) return <Empty />;
  const embedded = embeddedTitles(record, name).find((entry) => entry.id === value);
  return <RecordLink resource={field.to} id={value} title={embedded?.title} />;
}
