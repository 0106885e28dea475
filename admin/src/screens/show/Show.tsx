import { RecordContextProvider, useGetOne } from 'ra-core';
import type { ReactNode } from 'react';
import { ScreenSkeleton } from '../../app/feedback/ScreenSkeleton.tsx';
import { Trouble } from '../../app/feedback/Trouble.tsx';
import type { ScreenProps } from '../../app/registry.ts';
import { useDeclaration } from '../../declarations.ts';
import { embedNames } from '../../kinds/common/embed.ts';
import { ShowView } from './ShowView.tsx';

/** The generated page of a record. `extra`: more buttons beside its title; `lead`: what stands above its values. */
export default function Show({
  resource: name,
  id = '',
  extra,
  lead,
}: ScreenProps & { readonly extra?: ReactNode; readonly lead?: ReactNode }) {
  const resource = useDeclaration(name);
  const { data, error, refetch } = useGetOne(name, { id, meta: { embed: embedNames(resource) } });
  if (error && !data) return <Trouble error={error} retry={() => void refetch()} list={`/${name}`} />;
  if (!data) return <ScreenSkeleton screen="show" />;
  return (
    <RecordContextProvider value={data}>
      <ShowView key={id} resource={resource} record={data} extra={extra} lead={lead} />
    </RecordContextProvider>
  );
}
