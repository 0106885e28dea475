/** A leaner trail; number series that can not repeat themselves; addresses to sign in with in lower case. */
export async function up(knex) {
  await knex.raw(`UPDATE users SET email = lower(email) WHERE email <> lower(email)`);
  // patterns that would repeat themselves get what they lack
  await knex.raw(`UPDATE number_sequences SET pattern = left(pattern, 50) || '{00000}' WHERE pattern NOT LIKE '%{0%}%'`);
  await knex.raw(`UPDATE number_sequences SET pattern = '{yyyy}-' || left(pattern, 52) WHERE yearly AND pattern NOT LIKE '%{yy%}%'`);
  await knex.raw(`DROP INDEX "audit_entries_resource_index"`);
  await knex.raw(`ALTER TABLE "number_sequences" ADD CONSTRAINT "number_sequences_counts_check" CHECK (((pattern ~~ '%{0%}%'::text) AND ((yearly = false) OR (pattern ~~ '%{yy%}%'::text))))`);
}

export async function down(knex) {
  await knex.raw(`ALTER TABLE "number_sequences" DROP CONSTRAINT "number_sequences_counts_check"`);
  await knex.raw(`CREATE INDEX audit_entries_resource_index ON public.audit_entries USING btree (resource)`);
}
