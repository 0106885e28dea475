import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useCan } from '../../providers/access.ts';
import { useBrandInWork, type WorkingBrand, workIn } from '../../providers/brand.ts';
import { httpClient } from '../../providers/httpClient.ts';
import { apiUrl } from '../../providers/session.ts';

const query = `range=${encodeURIComponent('[0,199]')}&sort=${encodeURIComponent('["name","ASC"]')}`;

/** The brands that one can work in, by name. What is shown of the one in work follows its record, and it ends with that. */
export function useBrands(): readonly WorkingBrand[] {
  const can = useCan();
  const { data } = useQuery({
    queryKey: ['brands', 'to work in'],
    // asked without the brand in work: one could not leave it otherwise
    queryFn: async () =>
      (await httpClient<WorkingBrand[]>(`${apiUrl}/brands?${query}`, { headers: { 'X-Brand': '' } })).json,
    enabled: can('read', 'brands'),
    staleTime: 60_000,
  });
  const working = useBrandInWork();
  useEffect(() => {
    if (!data || !working) return;
    const now = data.find(({ id }) => id === working.id);
    if (!now) workIn(undefined);
    else if (now.name !== working.name || now.colour !== working.colour || now.logo !== working.logo) workIn(pick(now));
  }, [data, working]);
  return data ?? [];
}

/** What is kept of a record. */
export const pick = ({ id, name, colour, logo }: WorkingBrand): WorkingBrand => ({ id, name, colour, logo });
