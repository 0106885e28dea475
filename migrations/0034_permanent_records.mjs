/** Certificates are revoked, and never deleted. */
export async function up(knex) {
  await knex.raw(`CREATE TRIGGER certificates_permanent BEFORE DELETE ON public.certificates FOR EACH STATEMENT EXECUTE FUNCTION kontor_append_only()`);
}

export async function down(knex) {
  await knex.raw(`DROP TRIGGER "certificates_permanent" ON "certificates"`);
}
