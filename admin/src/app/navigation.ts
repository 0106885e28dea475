import { type Locale, resourceLabel } from '@kontor/shared';
import { useMemo } from 'react';
import { type ManifestModule, type ManifestResource, manifest } from '../declarations.ts';
import { useCan } from '../providers/access.ts';
import { useVisitCounts } from './visits.ts';

/** The modules and resources that this user may see; lines of others are not navigated to. */
export function useNavigation(): readonly ManifestModule[] {
  const can = useCan();
  return useMemo(
    () =>
      manifest
        .map((module) => ({
          ...module,
          resources: module.resources.filter(({ name, flags }) => !flags.owned && !flags.apart && can('read', name)),
        }))
        .filter(({ resources }) => resources.length > 0),
    [can],
  );
}

/** Which of the resources this user needs most: those opened most often, before that those worked on as a board. */
export function useFavourites(count: number): readonly ManifestResource[] {
  const navigation = useNavigation();
  const visits = useVisitCounts();
  return useMemo(() => {
    const weight = ({ name, flags }: ManifestResource) => (visits[name] ?? 0) + (flags.board ? 0.5 : 0);
    return navigation
      .flatMap(({ resources }) => resources)
      .toSorted((a, b) => weight(b) - weight(a))
      .slice(0, count);
  }, [navigation, visits, count]);
}

/** What this user may create, with a form of its own. */
export function useCreatable(): readonly ManifestResource[] {
  const navigation = useNavigation();
  const can = useCan();
  return useMemo(
    () => navigation.flatMap(({ resources }) => resources).filter(({ name }) => can('create', name)),
    [navigation, can],
  );
}

/** The resource in both languages, so that it is found whichever word comes to mind. */
export const searchText = (resource: ManifestResource): string =>
  (['de', 'en'] as const).map((locale: Locale) => resourceLabel(resource, locale)).join(' / ');
