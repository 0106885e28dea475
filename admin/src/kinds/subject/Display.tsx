import Box from '@mui/material/Box';
import { labelOf } from '../../declarations.ts';
import { Empty } from '../common/Empty.tsx';
import { embeddedTitles } from '../common/embedded.ts';
import { RecordLink } from '../common/RecordLink.tsx';
import type { KindDisplayProps } from '../view.ts';

/** A record of any resource: what it is, and a link with its title. */
export function Display({ name, record, locale, dense }: KindDisplayProps) {
  const resource = record[`${name}_resource`] as string | null;
  const id = record[`${name}_id`] as string | null;
  if (!resource || !id) return <Empty />;
  return (
    <>
      {!dense && (
        <Box component="span" sx={{ color: 'text.secondary', mr: 0.75 }}>
          {labelOf(resource, locale, 'one')}
        </Box>
      )}
      <RecordLink resource={resource} id={id} title={embeddedTitles(record, name)[0]?.title} />
    </>
  );
}
