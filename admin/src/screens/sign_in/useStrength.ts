import type { PasswordStrength } from '@kontor/shared';
import { useQuery } from '@tanstack/react-query';
import { useDebounced } from '../../kinds/common/useDebounced.ts';
import { httpClient } from '../../providers/httpClient.ts';
import { apiUrl } from '../../providers/session.ts';

export interface Strength {
  readonly strength: PasswordStrength;
  /** What speaks against it. */
  readonly message?: string;
}

/** What the server makes of a password while it is typed; nothing where it can not be asked: it is only a hint. */
export function useStrength(password: string, token?: string): Strength | undefined {
  const asked = useDebounced(password, 400);
  const { data } = useQuery({
    queryKey: ['password strength', asked, token],
    queryFn: async ({ signal }) => {
      const { json } = await httpClient<Strength>(
        `${apiUrl}/session/entry/${token ? 'password' : 'own-password'}/strength`,
        { method: 'POST', body: JSON.stringify({ password: asked, ...(token ? { token } : {}) }), signal },
      );
      return json;
    },
    enabled: asked.length >= 4,
    retry: false,
    gcTime: 0, // what was typed is not kept
  });
  return asked === password ? data : undefined;
}
