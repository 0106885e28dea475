import { Empty } from '../common/Empty.tsx';
import { embeddedTitles } from '../common/embedded.ts';
import { RecordLink } from '../common/RecordLink.tsx';
import { TagList } from '../common/TagList.tsx';
import type { KindDisplayProps } from '../view.ts';

/** Several records of another resource, each a link with its title. */
export function Display({ value, name, field, record, dense }: KindDisplayProps) {
  const ids = (value ?? []) as string[];
  if (ids.length === 0) return <Empty />;
  const titles = new Map(embeddedTitles(record, name).map(({ id, title }) => [id, title]));
  return (
    <TagList
      dense={dense}
      items={ids.map((id) => ({ key: id, content: <RecordLink resource={field.to} id={id} title={titles.get(id)} /> }))}
    />
  );
}
