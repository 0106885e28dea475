import type { RaRecord } from 'ra-core';
import { Suspense } from 'react';
import { type IncomingRelation, useDeclaration } from '../../declarations.ts';
import { relatedValues } from '../show/related.ts';
import type { StreamProps } from './Stream.tsx';
import { StreamEntryForm } from './StreamEntryForm.tsx';

/** The forms of entries, for resources whose entries are written in the stream. */
export function Composers({ resource, record, hanging }: StreamProps) {
  if (record.deleted_at) return null;
  return (
    <Suspense fallback={null}>
      {hanging.map((relation) => (
        <Composer key={relation.resource} relation={relation} target={resource.name} id={record.id} />
      ))}
    </Suspense>
  );
}

function Composer({ relation, target, id }: { relation: IncomingRelation; target: string; id: RaRecord['id'] }) {
  const { stream } = useDeclaration(relation.resource);
  if (!stream?.entry) return null;
  return <StreamEntryForm of={relation.resource} values={relatedValues(relation, target, id)} />;
}
