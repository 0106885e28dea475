import type { NotificationKind } from '@kontor/shared/modules/communication/notification_kinds';
import { v7 as uuidv7 } from 'uuid';
import { raw, type Sql, sql } from '../../query/sql.ts';

/** What somebody is to be told of a record. */
export interface News {
  readonly user_id: string;
  readonly kind: NotificationKind;
  readonly subject_resource: string;
  readonly subject_id: string;
  readonly due_on?: string;
  readonly reminder_id?: string;
  readonly rule_id?: string;
  readonly message_id?: string;
  /** The words of a rule; of a mail, who. */
  readonly text?: string;
  /** Who has brought it about; absent for Kontor itself. */
  readonly created_by?: string | null;
}

/**
 * Enters what people are told. What they were told before they are told `anew`, or `once` and no second time; either way
 * there is one notification of it, shown in Kontor, told by mail or kept quiet as its user has chosen. Answers whom it told something new.
 */
export function enterNews(news: readonly News[], how: 'anew' | 'once'): Sql {
  const rows = JSON.stringify(news.map((one) => ({ id: uuidv7(), ...one })));
  const again = raw(
    how === 'anew'
      ? 'UPDATE SET read_at = NULL, shown = excluded.shown, to_mail = excluded.to_mail, text = excluded.text, created_at = now(), created_by = excluded.created_by, updated_at = now(), version = n.version + 1'
      : 'NOTHING',
  );
  return sql`INSERT INTO notifications AS n (id, user_id, kind, subject_resource, subject_id, due_on, reminder_id, rule_id, message_id, text, created_by, updated_by, shown, to_mail) SELECT x.id, x.user_id, x.kind, x.subject_resource, x.subject_id, x.due_on, x.reminder_id, x.rule_id, x.message_id, x.text, x.created_by, x.created_by, coalesce(to_jsonb(c) ->> x.kind, 'app') IN ('app', 'both'), coalesce(to_jsonb(c) ->> x.kind, 'app') IN ('mail', 'both') FROM jsonb_to_recordset(${rows}::jsonb) AS ${raw('x(id uuid, user_id uuid, kind text, subject_resource text, subject_id uuid, due_on date, reminder_id uuid, rule_id uuid, message_id uuid, text text, created_by uuid)')} LEFT JOIN notification_choices c ON c.user_id = x.user_id ON CONFLICT (user_id, kind, subject_id, due_on, reminder_id, rule_id, message_id) DO ${again} RETURNING n.id, n.user_id`;
}
