import { useQuery, useQueryClient } from '@tanstack/react-query';
import { httpClient } from '../../providers/httpClient.ts';
import { apiUrl } from '../../providers/session.ts';

/** A device on which the user is signed in. */
export interface Device {
  readonly id: string;
  /** The `User-Agent` of the sign-in. */
  readonly device: string | null;
  readonly address: string | null;
  readonly created_at: string;
  readonly last_used_at: string;
  readonly current: boolean;
}

const at = `${apiUrl}/session/devices`;
const key = ['session', 'devices'];

/** Where the user is signed in, the device at hand first, and the ways to end that elsewhere. */
export function useDevices() {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => {
      const { json } = await httpClient<Device[]>(at, { signal });
      return json.toSorted((a, b) => Number(b.current) - Number(a.current));
    },
  });
  const changed = () => client.invalidateQueries({ queryKey: key });
  return {
    ...query,
    signOut: async (id: string): Promise<void> => {
      await httpClient(`${at}/${id}`, { method: 'DELETE' });
      await changed();
    },
    signOutOthers: async (): Promise<number> => {
      const { json } = await httpClient<{ count: number }>(at, { method: 'DELETE' });
      await changed();
      return json.count;
    },
  };
}
