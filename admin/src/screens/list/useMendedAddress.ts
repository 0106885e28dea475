import { fieldNamed, type Resource } from '@kontor/shared';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useOpens } from '../../providers/access.ts';
import { isSortable } from './columns/fields.ts';
import { pageSizes } from './Footer.tsx';
import { mendedAddress } from './mendedAddress.ts';

/** Puts an address right that was typed or is older than the list; false while that happens. */
export function useMendedAddress(resource: Resource): boolean {
  const opens = useOpens(resource);
  const [address, setAddress] = useSearchParams();
  const sorts = (name: string) =>
    name === 'id' ||
    name === '_score' ||
    (isSortable(resource, name) && opens(fieldNamed(resource, name)?.guard as string | undefined));
  const mended = mendedAddress(address, pageSizes.at(-1)!, sorts);
  const text = mended?.toString();
  useEffect(() => {
    if (text !== undefined) setAddress(new URLSearchParams(text), { replace: true });
  }, [text, setAddress]);
  return !mended;
}
