import { useEffect, useState } from 'react';
import { apiUrl } from '../../providers/session.ts';

/** A sign-in service of the installation. */
export interface Provider {
  readonly id: string;
  readonly label: string;
}

/** The sign-in services besides the password. Who can not be asked offers none; the password still works. */
export function useProviders(): readonly Provider[] {
  const [providers, setProviders] = useState<readonly Provider[]>([]);
  useEffect(() => {
    fetch(`${apiUrl}/session/openid`)
      .then(async (response) => (response.ok ? setProviders(await response.json()) : undefined))
      .catch(() => undefined);
  }, []);
  return providers;
}
