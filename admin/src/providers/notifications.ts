import type { NotificationKind } from '@kontor/shared/modules/communication/notification_kinds';
import { httpClient } from './httpClient.ts';
import { apiUrl } from './session.ts';

/** What somebody should know of a record. */
export interface Notification {
  readonly id: string;
  readonly kind: NotificationKind;
  /** The words of a rule; of a mail, who. */
  readonly text: string | null;
  readonly subject_resource: string;
  readonly subject_id: string;
  readonly due_on: string | null;
  readonly read_at: string | null;
  readonly reminder_id: string | null;
  readonly message_id: string | null;
  readonly created_at: string;
  readonly _embedded: {
    readonly subject: { readonly title: string | null } | null;
    readonly created_by: { readonly title: string | null } | null;
    readonly reminder_id?: { readonly title: string | null } | null;
    readonly message_id?: { readonly title: string | null } | null;
  };
}

/** Of all brands, whichever one works in. */
const everywhere = { headers: { 'X-Brand': '' } };
const ask = (filter: object, range: readonly [number, number]) =>
  httpClient<Notification[]>(
    `${apiUrl}/notifications?${new URLSearchParams({
      filter: JSON.stringify(filter),
      range: JSON.stringify(range),
      sort: '["created_at","DESC"]',
      embed: '["subject","created_by","reminder_id","message_id"]',
    })}`,
    everywhere,
  );

/** How many of a user's notifications are unread. */
export async function unreadCount(userId: string): Promise<number> {
  const { headers } = await ask({ user_id: userId, shown: true, read_at_null: true }, [0, 0]);
  return Number(headers.get('Content-Range')?.split('/')[1] ?? 0);
}

/** The newest of a user's notifications. */
export const newestNotifications = async (userId: string): Promise<readonly Notification[]> =>
  (await ask({ user_id: userId, shown: true }, [0, 29])).json;

export const markRead = (id: string): Promise<unknown> =>
  httpClient(`${apiUrl}/notifications/${id}/actions/read`, { method: 'POST', body: '{}' });

export const markAllRead = (): Promise<unknown> =>
  httpClient(`${apiUrl}/notifications/read`, { method: 'POST', body: '{}' });

/** What becomes of a reminder that has come: it is done, or comes again. */
export const reminderDone = (id: string): Promise<unknown> =>
  httpClient(`${apiUrl}/reminders/${id}/actions/done`, { method: 'POST', body: '{}' });

export const reminderSnooze = (id: string, until: string): Promise<unknown> =>
  httpClient(`${apiUrl}/reminders/${id}/actions/snooze`, { method: 'POST', body: JSON.stringify({ until }) });
