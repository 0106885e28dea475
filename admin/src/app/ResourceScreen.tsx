import { ResourceContextProvider } from 'ra-core';
import { Suspense, useEffect } from 'react';
import { useParams } from 'react-router-dom';
import { manifestOf } from '../declarations.ts';
import { useCan } from '../providers/access.ts';
import NotFound from '../screens/NotFound.tsx';
import { Denied } from './feedback/Denied.tsx';
import { ErrorBoundary } from './feedback/ErrorBoundary.tsx';
import { ScreenSkeleton } from './feedback/ScreenSkeleton.tsx';
import { type ScreenName, screenOf } from './registry.ts';
import { useVisit } from './visits.ts';

/** Who may not do this sees why instead of a screen that the server would refuse. */
const needed = {
  list: 'read',
  show: 'read',
  board: 'read',
  calendar: 'read',
  trash: 'read',
  edit: 'update',
  create: 'create',
} as const;
const flagOf = { board: 'board', calendar: 'calendar', trash: 'trash' } as const;
const unflagged = { list: undefined, show: undefined, edit: undefined, create: undefined };

/** One screen of the resource in the address, generated or overridden. */
export function ResourceScreen({ screen }: { screen: ScreenName }) {
  const { resource = '', id } = useParams();
  const can = useCan();
  const visit = useVisit();
  const entry = manifestOf(resource);
  useEffect(() => {
    if (entry && screen !== 'create') visit(resource, id);
  }, [entry, screen, resource, id, visit]);

  const flag = { ...unflagged, ...flagOf }[screen];
  if (!entry || (flag && !entry.flags[flag])) return <NotFound />;
  // Who may read but not change sees the record instead of the form.
  const shown = screen === 'edit' && !can('update', resource) && can('read', resource) ? 'show' : screen;
  if (!can(needed[shown], resource)) return <Denied resource={resource} screen={shown} />;
  const Screen = screenOf(shown, resource);
  return (
    <ResourceContextProvider value={resource}>
      <ErrorBoundary key={`${resource} ${shown} ${id}`}>
        <Suspense fallback={<ScreenSkeleton screen={shown} />}>
          <Screen resource={resource} {...(id ? { id } : {})} />
        </Suspense>
      </ErrorBoundary>
    </ResourceContextProvider>
  );
}
