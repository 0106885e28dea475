import { type Locale, resourceLabel } from '@kontor/shared';
import { useMemo } from 'react';
import { type ManifestModule, type ManifestResource, manifest } from '../declarations.ts';
import { useCan, useNavigated } from '../providers/access.ts';
import { useVisitCounts } from './visits.ts';

/** The modules with those of their resources that are shown, as far as there are any; lines of others are none of them. */
const modulesWith = (isShown: (resource: ManifestResource) => boolean): readonly ManifestModule[] =>
  manifest
    .map((module) => ({
      ...module,
      resources: module.resources.filter(
        (resource) => !resource.flags.owned && !resource.flags.apart && isShown(resource),
      ),
    }))
    .filter(({ resources }) => resources.length > 0);

/**
 * The modules and resources that have a place of their own for this user. The overview of a module is for those who see more
 * in it than what is theirs.
 */
export function useNavigation(): readonly ManifestModule[] {
  const { isNavigated, isNavigatedWidely } = useNavigated();
  return useMemo(
    () =>
      modulesWith(isNavigated).map((module) => ({
        ...module,
        dashboard: module.dashboard && module.resources.some(isNavigatedWidely),
      })),
    [isNavigated, isNavigatedWidely],
  );
}

/** Whatever this user may read, also without a list of its own: of all of it rights are spoken. */
export function useAreas(): readonly ManifestModule[] {
  const can = useCan();
  return useMemo(() => modulesWith(({ name }) => can('read', name)), [can]);
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
