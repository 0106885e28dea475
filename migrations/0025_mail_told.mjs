/** mail told */
export async function up(knex) {
  await knex.raw(`DROP INDEX "notifications_user_id_kind_subject_id_due_on_reminder__eeda476c"`);
  await knex.raw(`ALTER TABLE "notifications" DROP CONSTRAINT "notifications_kind_check"`);
  await knex.raw(`ALTER TABLE "email_messages" ADD COLUMN "attendance" text`);
  await knex.raw(`ALTER TABLE "email_messages" ADD COLUMN "attendance_at" timestamp with time zone`);
  await knex.raw(`ALTER TABLE "email_messages" ADD COLUMN "others" jsonb`);
  await knex.raw(`ALTER TABLE "notification_choices" ADD COLUMN "answer" text`);
  await knex.raw(`ALTER TABLE "notification_choices" ADD COLUMN "bounce" text`);
  await knex.raw(`ALTER TABLE "notification_choices" ADD COLUMN "attendance" text`);
  await knex.raw(`ALTER TABLE "notifications" ADD COLUMN "message_id" uuid`);
  await knex.raw(`ALTER TABLE "email_messages" ADD CONSTRAINT "email_messages_attendance_check" CHECK ((attendance = ANY (ARRAY['accepted'::text, 'tentative'::text, 'declined'::text])))`);
  await knex.raw(`ALTER TABLE "notification_choices" ADD CONSTRAINT "notification_choices_answer_check" CHECK ((answer = ANY (ARRAY['app'::text, 'mail'::text, 'both'::text, 'none'::text])))`);
  await knex.raw(`ALTER TABLE "notification_choices" ADD CONSTRAINT "notification_choices_attendance_check" CHECK ((attendance = ANY (ARRAY['app'::text, 'mail'::text, 'both'::text, 'none'::text])))`);
  await knex.raw(`ALTER TABLE "notification_choices" ADD CONSTRAINT "notification_choices_bounce_check" CHECK ((bounce = ANY (ARRAY['app'::text, 'mail'::text, 'both'::text, 'none'::text])))`);
  await knex.raw(`ALTER TABLE "notifications" ADD CONSTRAINT "notifications_kind_check" CHECK ((kind = ANY (ARRAY['assigned'::text, 'due'::text, 'overdue'::text, 'mention'::text, 'reminder'::text, 'rule'::text, 'answer'::text, 'bounce'::text, 'attendance'::text])))`);
  await knex.raw(`ALTER TABLE "notifications" ADD CONSTRAINT "notifications_message_id_fkey" FOREIGN KEY (message_id) REFERENCES email_messages(id) ON DELETE CASCADE`);
  await knex.raw(`CREATE INDEX notifications_message_id_index ON public.notifications USING btree (message_id)`);
  await knex.raw(`CREATE UNIQUE INDEX notifications_user_id_kind_subject_id_due_on_reminder__5e1d3b1c ON public.notifications USING btree (user_id, kind, subject_id, due_on, reminder_id, rule_id, message_id) NULLS NOT DISTINCT`);
}

export async function down(knex) {
  await knex.raw(`DROP INDEX "notifications_message_id_index"`);
  await knex.raw(`DROP INDEX "notifications_user_id_kind_subject_id_due_on_reminder__5e1d3b1c"`);
  await knex.raw(`ALTER TABLE "notifications" DROP CONSTRAINT "notifications_message_id_fkey"`);
  await knex.raw(`ALTER TABLE "email_messages" DROP CONSTRAINT "email_messages_attendance_check"`);
  await knex.raw(`ALTER TABLE "notification_choices" DROP CONSTRAINT "notification_choices_answer_check"`);
  await knex.raw(`ALTER TABLE "notification_choices" DROP CONSTRAINT "notification_choices_attendance_check"`);
  await knex.raw(`ALTER TABLE "notification_choices" DROP CONSTRAINT "notification_choices_bounce_check"`);
  await knex.raw(`ALTER TABLE "notifications" DROP CONSTRAINT "notifications_kind_check"`);
  await knex.raw(`ALTER TABLE "email_messages" DROP COLUMN "attendance"`);
  await knex.raw(`ALTER TABLE "email_messages" DROP COLUMN "attendance_at"`);
  await knex.raw(`ALTER TABLE "email_messages" DROP COLUMN "others"`);
  await knex.raw(`ALTER TABLE "notification_choices" DROP COLUMN "answer"`);
  await knex.raw(`ALTER TABLE "notification_choices" DROP COLUMN "bounce"`);
  await knex.raw(`ALTER TABLE "notification_choices" DROP COLUMN "attendance"`);
  await knex.raw(`ALTER TABLE "notifications" DROP COLUMN "message_id"`);
  await knex.raw(`ALTER TABLE "notifications" ADD CONSTRAINT "notifications_kind_check" CHECK ((kind = ANY (ARRAY['assigned'::text, 'due'::text, 'overdue'::text, 'mention'::text, 'reminder'::text, 'rule'::text])))`);
  await knex.raw(`CREATE UNIQUE INDEX notifications_user_id_kind_subject_id_due_on_reminder__eeda476c ON public.notifications USING btree (user_id, kind, subject_id, due_on, reminder_id, rule_id) NULLS NOT DISTINCT`);
}
