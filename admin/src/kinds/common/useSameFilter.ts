import { useGetOne } from 'ra-core';
import { useWatch } from 'react-hook-form';
import { loadedDeclaration } from '../../declarations.ts';
import type { KindInputProps } from '../view.ts';

type SameFilterProps = Pick<KindInputProps, 'resource' | 'source' | 'name' | 'field'>;

/**
 * What the records that a reference offers have in common with its row (`same`), as a filter: who was at a session is enrolled
 * in its training. Where the row has that value from another record (`copies`), it is read there as soon as that one is chosen.
 * Nothing as long as it is not known.
 */
export function useSameFilter({ resource, source, name, field }: SameFilterProps): Readonly<Record<string, unknown>> {
  // whoever shows an input of it has its declaration; what a dialog asks for besides belongs to none
  const fields = loadedDeclaration(resource)?.fields ?? {};
  const same = field.kind === 'reference' ? (field.same as string | undefined) : undefined;
  const [by, of] = (same && fields[same]?.copies) || [];
  const beside = source.slice(0, source.length - name.length);
  const known = useWatch({ name: `${beside}${by ?? same ?? name}` }) as string | null | undefined;
  const { data } = useGetOne(
    by ? String(fields[by]!.to) : resource,
    { id: known ?? '' },
    { enabled: Boolean(by && known), retry: false },
  );
  const value = by ? of && known && data?.[of] : known;
  return same && value ? { [same]: value } : {};
}
