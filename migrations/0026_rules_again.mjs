/** rules again */
export async function up(knex) {
  await knex.raw(`ALTER TABLE "automation_actions" DROP CONSTRAINT "automation_actions_recipient_check"`);
  await knex.raw(`ALTER TABLE "automation_rules" ADD COLUMN "yearly" boolean DEFAULT false NOT NULL`);
  await knex.raw(`ALTER TABLE "automation_runs" ADD COLUMN "attempts" integer DEFAULT '1' NOT NULL`);
  await knex.raw(`ALTER TABLE "automation_runs" ALTER COLUMN "attempts" DROP DEFAULT`);
  await knex.raw(`ALTER TABLE "automation_actions" ADD CONSTRAINT "automation_actions_recipient_check" CHECK ((char_length(recipient) <= 120))`);
  await knex.raw(`ALTER TABLE "automation_runs" ADD CONSTRAINT "automation_runs_attempts_check" CHECK (((attempts >= 1) AND (attempts <= 2147483647)))`);
}

export async function down(knex) {
  await knex.raw(`ALTER TABLE "automation_actions" DROP CONSTRAINT "automation_actions_recipient_check"`);
  await knex.raw(`ALTER TABLE "automation_runs" DROP CONSTRAINT "automation_runs_attempts_check"`);
  await knex.raw(`ALTER TABLE "automation_rules" DROP COLUMN "yearly"`);
  await knex.raw(`ALTER TABLE "automation_runs" DROP COLUMN "attempts"`);
  await knex.raw(`ALTER TABLE "automation_actions" ADD CONSTRAINT "automation_actions_recipient_check" CHECK ((char_length(recipient) <= 60))`);
}
