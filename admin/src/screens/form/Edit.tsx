import type { Resource } from '@kontor/shared';
import { RecordContextProvider, useGetOne } from 'ra-core';
import { type ComponentType, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { ScreenSkeleton } from '../../app/feedback/ScreenSkeleton.tsx';
import { Trouble } from '../../app/feedback/Trouble.tsx';
import type { ScreenProps } from '../../app/registry.ts';
import { useDeclaration } from '../../declarations.ts';
import { embedNames } from '../../kinds/common/embed.ts';
import { EditForm } from './EditForm.tsx';
import type { FormSectionsProps } from './FormSections.tsx';
import type { Values } from './values.ts';

type Body = ComponentType<FormSectionsProps>;

/** The generated screen for changing a record. `body`: inputs in place of the generated sections. */
export default function Edit({ resource, id = '', body }: ScreenProps & { readonly body?: Body }) {
  const declaration = useDeclaration(resource);
  const { data, error, refetch } = useGetOne(resource, { id, meta: { embed: embedNames(declaration) } });
  if (error && !data) return <Trouble error={error} retry={() => void refetch()} list={`/${resource}`} />;
  return data ? <Steady key={id} resource={declaration} record={data} body={body} /> : <ScreenSkeleton screen="edit" />;
}

/**
 * Keeps the form on the record that was read when typing began. A newer version that arrives meanwhile takes its place only
 * while nothing is typed; otherwise saving sends the version that was seen, and the server merges or asks.
 */
function Steady({ resource, record, body }: { resource: Resource; record: Values; body: Body | undefined }) {
  const navigate = useNavigate();
  const [base, setBase] = useState(record);
  const dirty = useRef(false);
  useEffect(() => {
    if (!dirty.current && record.version !== base.version) setBase(record);
  }, [record, base]);
  return (
    <RecordContextProvider value={base as never}>
      <EditForm
        resource={resource}
        record={base}
        body={body}
        onDirty={(now) => {
          dirty.current = now;
        }}
        onSaved={setBase}
        onLeave={() => navigate(`/${resource.name}/${base.id}/show`)}
      />
    </RecordContextProvider>
  );
}
