import type { NotificationKind } from '@kontor/shared/modules/communication/notification_kinds';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { httpClient } from '../../providers/httpClient.ts';
import { apiUrl } from '../../providers/session.ts';

/** How one hears of something. */
export const ways = ['app', 'mail', 'both', 'none'] as const;
/** At which a digest can come. */
export const hours: readonly number[] = Array.from({ length: 18 }, (_, hour) => hour + 5);

/** How the user wants to hear of what. */
export type Choices = Readonly<Record<NotificationKind, (typeof ways)[number]>> & {
  readonly digest_hour: number | null;
};

const at = `${apiUrl}/notifications/choices`;
const key = ['notifications', 'choices'];

/** How the user wants to hear of what, and the way to change it. */
export function useChoices() {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => (await httpClient<Choices>(at, { signal })).json,
  });
  return {
    ...query,
    choose: async (choice: Partial<Choices>): Promise<void> => {
      const { json } = await httpClient<Choices>(at, { method: 'PUT', body: JSON.stringify(choice) });
      client.setQueryData(key, json);
    },
  };
}
