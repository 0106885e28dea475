/** Leaner trail: the index over resource, record and version serves questions for a resource as well. Addresses to sign in with in lower case. */
export async function up(knex) {
  await knex.raw(`DROP INDEX "audit_entries_resource_index"`);
  await knex.raw(`UPDATE users SET email = lower(email) WHERE email <> lower(email)`);
}

export async function down(knex) {
  await knex.raw(`CREATE INDEX audit_entries_resource_index ON public.audit_entries USING btree (resource)`);
}
