import { defineResource } from '../../define/resource.ts';
import { choice, date, integer, reference } from '../../kinds/index.ts';

/** How one hears of something. */
const ways = {
  app: { de: 'In Kontor', en: 'In Kontor' },
  mail: { de: 'Per E-Mail', en: 'By e-mail' },
  both: { de: 'Beides', en: 'Both' },
  none: { de: 'Gar nicht', en: 'Not at all' },
} as const;
const way = (de: string, en: string) => choice({ de, en }, ways);

/** How a user wants to hear of what, one field for each kind of notification; of what nothing was chosen
 * for one hears in Kontor. */
export const notificationChoices = defineResource({
  name: 'notification_choices',
  label: { de: ['Wahl der Benachrichtigungen', 'Wahl der Benachrichtigungen'] },
  title: ['user_id'],
  fields: {
    user_id: reference('Benutzer', { to: 'users', required: true, unique: true, onDelete: 'cascade' }),
    assigned: way('Ihnen zugewiesen', 'Assigned to you'),
    due: way('Bald fällig', 'Due soon'),
    overdue: way('Überfällig', 'Overdue'),
    mention: way('Erwähnt', 'Mentioned'),
    reminder: way('Erinnerung', 'Reminder'),
    rule: way('Von einer Regel', 'From a rule'),
    answer: way('Antwort auf eine E-Mail', 'Answer to an e-mail'),
    bounce: way('E-Mail kam nicht an', 'E-mail did not arrive'),
    attendance: way('Antwort auf eine Einladung', 'Answer to an invitation'),
    /** Hour of the company's clock at which a mail tells what is open; none without. */
    digest_hour: integer({ de: 'Stunde der Tagesübersicht', en: 'Hour of the daily digest' }, { min: 0, max: 23 }),
    digest_sent_on: date({ de: 'Zuletzt gesendet am', en: 'Last sent on' }),
  },
  indices: [['digest_hour', 'digest_sent_on']],
  server_only: true,
});
