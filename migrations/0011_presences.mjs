/** presences */
export async function up(knex) {
  await knex.schema.createTable('presences', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.specificType('window_id', `text COLLATE "de-x-icu"`).notNullable();
    t.specificType('resource', `text COLLATE "de-x-icu"`).notNullable();
    t.specificType('record_id', `text COLLATE "de-x-icu"`).notNullable();
    t.uuid('user_id').notNullable();
    t.timestamp('seen_at', { useTz: true }).notNullable();
  });
  await knex.raw(`ALTER TABLE "presences" ADD CONSTRAINT "presences_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "presences" ADD CONSTRAINT "presences_record_id_check" CHECK ((char_length(record_id) <= 36))`);
  await knex.raw(`ALTER TABLE "presences" ADD CONSTRAINT "presences_resource_check" CHECK ((char_length(resource) <= 60))`);
  await knex.raw(`ALTER TABLE "presences" ADD CONSTRAINT "presences_window_id_check" CHECK ((char_length(window_id) <= 36))`);
  await knex.raw(`ALTER TABLE "presences" ADD CONSTRAINT "presences_user_id_fkey" FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE`);
  await knex.raw(`CREATE INDEX presences_resource_record_id_index ON public.presences USING btree (resource, record_id)`);
  await knex.raw(`CREATE INDEX presences_seen_at_index ON public.presences USING btree (seen_at)`);
  await knex.raw(`CREATE INDEX presences_user_id_index ON public.presences USING btree (user_id)`);
  await knex.raw(`CREATE UNIQUE INDEX presences_window_id_unique ON public.presences USING btree (window_id)`);
  // written every few seconds and worthless after half a minute: it needs to survive no crash
  await knex.raw(`ALTER TABLE "presences" SET UNLOGGED`);
}

export async function down(knex) {
  await knex.raw(`ALTER TABLE "presences" DROP CONSTRAINT "presences_user_id_fkey"`);
  await knex.schema.dropTable('presences');
}
