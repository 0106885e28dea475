import { currentUser } from '../../access/condition.ts';
import { defineResource } from '../../define/resource.ts';
import { boolean, choice, date, datetime, reference, subject, text } from '../../kinds/index.ts';
import { notificationKinds } from './notification_kinds.ts';

const own = { user_id: { eq: currentUser.id } };

/**
 * What somebody should know of a record. It holds no text of the record (that of a rule is the rule's own, that of a mail says
 * who): whoever may not see that any more sees no notification of it either. One of a kind for each record (and day, reminder, rule
 * or mail, where it is about one).
 */
export const notifications = defineResource({
  name: 'notifications',
  label: { de: ['Benachrichtigung', 'Benachrichtigungen'] },
  icon: 'notifications',
  title: ['kind'],
  fields: {
    user_id: reference('Benutzer', { to: 'users', required: true, onDelete: 'cascade' }),
    kind: choice({ de: 'Anlass', en: 'Occasion' }, notificationKinds, { required: true }),
    subject: subject({ de: 'Zu', en: 'About' }, { required: true, onDelete: 'cascade' }),
    due_on: date({ de: 'Fällig am', en: 'Due on' }),
    reminder_id: reference({ de: 'Erinnerung', en: 'Reminder' }, { to: 'reminders', onDelete: 'cascade' }),
    rule_id: reference('Regel', { to: 'automation_rules', onDelete: 'cascade' }),
    message_id: reference('E-Mail', { to: 'email_messages', onDelete: 'cascade' }),
    text: text({ de: 'Hinweis', en: 'Hint' }, { max: 200 }),
    read_at: datetime({ de: 'Gelesen am', en: 'Read at' }),
    /** Whether its user wants to hear of it in Kontor. */
    shown: boolean({ de: 'In Kontor', en: 'In Kontor' }, { default: true, hidden: true }),
    /** It waits to be told by mail. */
    to_mail: boolean({ de: 'Wartet auf E-Mail', en: 'Waits for a mail' }, { hidden: true }),
  },
  actions: {
    read: { label: { de: 'Als gelesen markieren', en: 'Mark as read' }, icon: 'done' },
  },
  scopes: { own, others: { not: own } },
  unique: [['user_id', 'kind', 'subject_id', 'due_on', 'reminder_id', 'rule_id', 'message_id']],
  indices: [
    ['user_id', 'read_at', 'created_at'],
    ['to_mail', 'user_id'],
  ],
  list: {
    columns: ['created_at', 'kind', 'subject', 'due_on', 'read_at', 'created_by'],
    filters: ['kind', 'read_at', 'shown'],
    sort: ['created_at', 'DESC'],
  },
  internal: true,
  apart: true,
});
