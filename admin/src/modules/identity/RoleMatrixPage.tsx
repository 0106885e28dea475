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
  const { data, error, refetch } = useGetOne('roles', { id });
  if (!can('read', 'roles')) return <Denied resource="roles" screen="list" />;
  if (error && !data) return <Trouble error={error} retry={() => void refetch()} list="/roles" />;
  if (!data) return <ScreenSkeleton screen="list" />;
  const role = saved?.id === data.id ? saved : data;
  return <RoleMatrix key={`${role.id} ${saved?.version}`} role={role} onSaved={setSaved} />;
}
