import { type Resource, referredTo } from '@kontor/shared';
import { useQuery } from '@tanstack/react-query';
import { declarationOf, manifestOf } from '../../declarations.ts';

/** The declarations that templates about a resource draw on: its own, its rows, and what it refers to with their rows. */
async function load(name: string): Promise<ReadonlyMap<string, Resource>> {
  const known = new Map<string, Resource>();
  const take = async (one: string) => {
    if (known.has(one) || !manifestOf(one)) return;
    known.set(one, await declarationOf(one));
  };
  const rowsOf = (resource: Resource) =>
    Object.values(resource.fields).flatMap(({ kind, of }) => (kind === 'lines' ? [of as string] : []));
  const own = await declarationOf(name);
  await Promise.all([name, 'brands', 'users', ...[...referredTo(own).values()].map(({ to }) => to)].map(take));
  await Promise.all([...known.values()].flatMap(rowsOf).map(take));
  return known;
}

/** Finds declarations by name, once those of a resource's templates are loaded; undefined before, and without a resource. */
export function useDeclarations(name: string | undefined): ((name: string) => Resource | undefined) | undefined {
  const { data } = useQuery({
    queryKey: ['declarations', name],
    queryFn: () => load(name!),
    enabled: name !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data && ((one) => data.get(one));
}
