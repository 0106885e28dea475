/** shares */
export async function up(knex) {
  await knex.raw(`DROP INDEX "record_grants_subject_resource_subject_id_user_id_role_e70af663"`);
  await knex.raw(`ALTER TABLE "record_grants" DROP CONSTRAINT "record_grants_receiver_check"`);
  await knex.raw(`ALTER TABLE "user_roles" ADD COLUMN "note" text COLLATE "de-x-icu"`);
  await knex.raw(`ALTER TABLE "record_grants" ADD CONSTRAINT "record_grants_receiver_check" CHECK (((user_id IS NOT NULL) OR (role_id IS NOT NULL)))`);
  await knex.raw(`ALTER TABLE "user_roles" ADD CONSTRAINT "user_roles_note_check" CHECK ((char_length(note) <= 200))`);
}

export async function down(knex) {
  await knex.raw(`ALTER TABLE "record_grants" DROP CONSTRAINT "record_grants_receiver_check"`);
  await knex.raw(`ALTER TABLE "user_roles" DROP CONSTRAINT "user_roles_note_check"`);
  await knex.raw(`ALTER TABLE "user_roles" DROP COLUMN "note"`);
  await knex.raw(`ALTER TABLE "record_grants" ADD CONSTRAINT "record_grants_receiver_check" CHECK ((((user_id IS NULL) AND (role_id IS NOT NULL)) OR ((user_id IS NOT NULL) AND (role_id IS NULL))))`);
  await knex.raw(`CREATE UNIQUE INDEX record_grants_subject_resource_subject_id_user_id_role_e70af663 ON public.record_grants USING btree (subject_resource, subject_id, user_id, role_id) NULLS NOT DISTINCT`);
}
