import { operatorId } from '@kontor/shared';
import Link from '@mui/material/Link';
import { useGetOne } from 'ra-core';
import { lazy, type MouseEvent, Suspense } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { Hidden } from './Hidden.tsx';

const LoadedTitle = lazy(() => import('./LoadedTitle.tsx').then((module) => ({ default: module.LoadedTitle })));

export interface RecordLinkProps {
  readonly resource: string;
  readonly id: string;
  /** The title when it is known; null when the server keeps it to itself; asked for when absent. */
  readonly title?: string | null | undefined;
}

/** A real link to a record by its name. A record that one may not see is named as such and leads nowhere. */
export function RecordLink({ resource, id, title }: RecordLinkProps) {
  if (title === null) return <Hidden />;
  if (id === operatorId) return title;
  return (
    <Link
      component={RouterLink}
      to={`/${resource}/${encodeURIComponent(id)}/show`}
      underline="hover"
      onClick={(event: MouseEvent) => event.stopPropagation()}
    >
      {title ?? <FetchedTitle resource={resource} id={id} />}
    </Link>
  );
}

function FetchedTitle({ resource, id }: { resource: string; id: string }) {
  const { data, error } = useGetOne(resource, { id });
  if (error) return <Hidden />;
  return data ? (
    <Suspense fallback="…">
      <LoadedTitle resource={resource} record={data} />
    </Suspense>
  ) : (
    '…'
  );
}
