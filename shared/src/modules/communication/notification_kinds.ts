/** What one can be told of: the occasions of notifications, for each of which everybody chooses a way. */
export const notificationKinds = {
  assigned: { de: 'Ihnen zugewiesen', en: 'Assigned to you' },
  due: { de: 'Bald fällig', en: 'Due soon' },
  overdue: { de: 'Überfällig', en: 'Overdue' },
  mention: { de: 'Erwähnt', en: 'Mentioned' },
  reminder: { de: 'Erinnerung', en: 'Reminder' },
  rule: { de: 'Von einer Regel', en: 'From a rule' },
  answer: { de: 'Antwort auf eine E-Mail', en: 'Answer to an e-mail' },
  bounce: { de: 'E-Mail kam nicht an', en: 'E-mail did not arrive' },
  attendance: { de: 'Antwort auf eine Einladung', en: 'Answer to an invitation' },
} as const;

export type NotificationKind = keyof typeof notificationKinds;

export const kindsOfNotifications = Object.keys(notificationKinds) as NotificationKind[];
