/** A name of title, first name and last name has room where it is copied, and on certificates. */
export async function up(knex) {
  await knex.raw(`ALTER TABLE "certificates" DROP CONSTRAINT "certificates_holder_check"`);
  await knex.raw(`ALTER TABLE "enrolments" DROP CONSTRAINT "enrolments_participant_check"`);
  await knex.raw(`ALTER TABLE "certificates" ADD CONSTRAINT "certificates_holder_check" CHECK ((char_length(holder) <= 250))`);
  await knex.raw(`ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_participant_check" CHECK ((char_length(participant) <= 250))`);
}

export async function down(knex) {
  await knex.raw(`ALTER TABLE "certificates" DROP CONSTRAINT "certificates_holder_check"`);
  await knex.raw(`ALTER TABLE "enrolments" DROP CONSTRAINT "enrolments_participant_check"`);
  await knex.raw(`ALTER TABLE "certificates" ADD CONSTRAINT "certificates_holder_check" CHECK ((char_length(holder) <= 200))`);
  await knex.raw(`ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_participant_check" CHECK ((char_length(participant) <= 200))`);
}
