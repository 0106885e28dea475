/** asking trainers */
export async function up(knex) {
  await knex.raw(`DROP TRIGGER "trainer_assignments_gone" ON "trainer_assignments"`);
  await knex.raw(`DROP INDEX "trainer_assignments_status_index"`);
  await knex.raw(`ALTER TABLE "email_messages" DROP CONSTRAINT "email_messages_about_check"`);
  await knex.raw(`ALTER TABLE "email_templates" DROP CONSTRAINT "email_templates_used_for_check"`);
  await knex.raw(`ALTER TABLE "trainer_assignments" ADD COLUMN "ask_order" integer`);
  await knex.raw(`ALTER TABLE "trainer_assignments" ADD COLUMN "answer_days" integer`);
  await knex.raw(`ALTER TABLE "email_messages" ADD CONSTRAINT "email_messages_about_check" CHECK ((((about_resource IS NULL) = (about_id IS NULL)) AND (about_resource = ANY (ARRAY['trainings'::text, 'enrolments'::text, 'trainers'::text, 'trainer_assignments'::text, 'certificates'::text, 'customers'::text, 'contacts'::text, 'tasks'::text, 'employees'::text, 'locations'::text, 'suppliers'::text]))))`);
  await knex.raw(`ALTER TABLE "email_templates" ADD CONSTRAINT "email_templates_used_for_check" CHECK ((used_for = ANY (ARRAY['seat_offer'::text, 'feedback'::text, 'trainer_request'::text])))`);
  await knex.raw(`ALTER TABLE "trainer_assignments" ADD CONSTRAINT "trainer_assignments_answer_days_check" CHECK (((answer_days >= 1) AND (answer_days <= 60)))`);
  await knex.raw(`ALTER TABLE "trainer_assignments" ADD CONSTRAINT "trainer_assignments_ask_order_check" CHECK (((ask_order >= 1) AND (ask_order <= 10000)))`);
  await knex.raw(`CREATE INDEX trainer_assignments_status_ask_order_index ON public.trainer_assignments USING btree (status, ask_order)`);
  await knex.raw(`CREATE TRIGGER trainer_assignments_gone BEFORE DELETE ON public.trainer_assignments FOR EACH ROW EXECUTE FUNCTION kontor_subject_gone('notifications.subject', 'reminders.subject', 'email_messages.about', 'automation_runs.subject', 'record_grants.subject', 'public_links.subject')`);
}

export async function down(knex) {
  await knex.raw(`DROP TRIGGER "trainer_assignments_gone" ON "trainer_assignments"`);
  await knex.raw(`DROP INDEX "trainer_assignments_status_ask_order_index"`);
  await knex.raw(`ALTER TABLE "email_messages" DROP CONSTRAINT "email_messages_about_check"`);
  await knex.raw(`ALTER TABLE "email_templates" DROP CONSTRAINT "email_templates_used_for_check"`);
  await knex.raw(`ALTER TABLE "trainer_assignments" DROP CONSTRAINT "trainer_assignments_answer_days_check"`);
  await knex.raw(`ALTER TABLE "trainer_assignments" DROP CONSTRAINT "trainer_assignments_ask_order_check"`);
  await knex.raw(`ALTER TABLE "trainer_assignments" DROP COLUMN "ask_order"`);
  await knex.raw(`ALTER TABLE "trainer_assignments" DROP COLUMN "answer_days"`);
  await knex.raw(`ALTER TABLE "email_messages" ADD CONSTRAINT "email_messages_about_check" CHECK ((((about_resource IS NULL) = (about_id IS NULL)) AND (about_resource = ANY (ARRAY['trainings'::text, 'enrolments'::text, 'trainers'::text, 'certificates'::text, 'customers'::text, 'contacts'::text, 'tasks'::text, 'employees'::text, 'locations'::text, 'suppliers'::text]))))`);
  await knex.raw(`ALTER TABLE "email_templates" ADD CONSTRAINT "email_templates_used_for_check" CHECK ((used_for = ANY (ARRAY['seat_offer'::text, 'feedback'::text])))`);
  await knex.raw(`CREATE INDEX trainer_assignments_status_index ON public.trainer_assignments USING btree (status)`);
  await knex.raw(`CREATE TRIGGER trainer_assignments_gone BEFORE DELETE ON public.trainer_assignments FOR EACH ROW EXECUTE FUNCTION kontor_subject_gone('notifications.subject', 'reminders.subject', 'automation_runs.subject', 'record_grants.subject', 'public_links.subject')`);
}
