import { type RaRecord, useGetOne } from 'ra-core';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { Denied } from '../../app/feedback/Denied.tsx';
import { ScreenSkeleton } from '../../app/feedback/ScreenSkeleton.tsx';
import { Trouble } from '../../app/feedback/Trouble.tsx';
import { useCan } from '../../providers/access.ts';
import { RoleMatrix } from './RoleMatrix.tsx';

/** The matrix of a role; begins anew with what was saved. */
export default function RoleMatrixPage() {
  const { id = '' } = useParams();
  const can = useCan();
  const [saved, setSaved] = useState<RaRecord>();
  // what is changed here begins with what is stored now, not with what was read a moment ago
  const { data, error, refetch, isFetchedAfterMount } = useGetOne('roles', { id }, { refetchOnMount: 'always' });
  if (!can('read', 'roles')) return <Denied resource="roles" screen="list" />;
  if (error && !(data && isFetchedAfterMount))
    return <Trouble error={error} retry={() => void refetch()} list="/roles" />;
  if (!data || !isFetchedAfterMount) return <ScreenSkeleton screen="list" />;
  const role = saved?.id === data.id ? saved : data;
  return <RoleMatrix key={`${role.id} ${saved?.version}`} role={role} onSaved={setSaved} />;
}
