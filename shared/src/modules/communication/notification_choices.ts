import { defineResource } from '../../define/resource.ts';
import { choice, date, integer, type Label, reference } from '../../kinds/index.ts';
import { kindsOfNotifications, type NotificationKind, notificationKinds } from './notification_kinds.ts';

/** How one hears of something. */
const ways = {
  app: { de: 'In Kontor', en: 'In Kontor' },
  mail: { de: 'Per E-Mail', en: 'By e-mail' },
  both: { de: 'Beides', en: 'Both' },
  none: { de: 'Gar nicht', en: 'Not at all' },
} as const;
const way = (label: Label) => choice(label, ways);
const perKind = Object.fromEntries(kindsOfNotifications.map((kind) => [kind, way(notificationKinds[kind])])) as Record<
  NotificationKind,
  ReturnType<typeof way>
>;

/** How a user wants to hear of what, one field for each kind of notification; of what nothing was chosen
 * for one hears in Kontor. */
export const notificationChoices = defineResource({
  name: 'notification_choices',
  label: { de: ['Wahl der Benachrichtigungen', 'Wahl der Benachrichtigungen'] },
  title: ['user_id'],
  fields: {
    user_id: reference('Benutzer', { to: 'users', required: true, unique: true, onDelete: 'cascade' }),
    ...perKind,
    /** Hour of the company's clock at which a mail tells what is open; none without. */
    digest_hour: integer({ de: 'Stunde der Tagesübersicht', en: 'Hour of the daily digest' }, { min: 0, max: 23 }),
    digest_sent_on: date({ de: 'Zuletzt gesendet am', en: 'Last sent on' }),
  },
  indices: [['digest_hour', 'digest_sent_on']],
  server_only: true,
});
