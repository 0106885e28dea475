/** calendar feeds */
export async function up(knex) {
  await knex.schema.createTable('calendar_feeds', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.specificType('name', `text COLLATE "de-x-icu"`).notNullable();
    t.specificType('resource', `text COLLATE "de-x-icu"`);
    t.jsonb('filter');
    t.boolean('active').notNullable().defaultTo(knex.raw(`true`));
    t.text('token');
    t.timestamp('last_used_at', { useTz: true });
    t.specificType('search_text', `text GENERATED ALWAYS AS (kontor_search(COALESCE(name, ''::text))) STORED`);
  });
  await knex.raw(`ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_name_check" CHECK ((char_length(name) <= 80))`);
  await knex.raw(`ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_resource_check" CHECK ((char_length(resource) <= 60))`);
  await knex.raw(`CREATE INDEX calendar_feeds_active_index ON public.calendar_feeds USING btree (active)`);
  await knex.raw(`CREATE INDEX calendar_feeds_created_by_index ON public.calendar_feeds USING btree (created_by)`);
  await knex.raw(`CREATE INDEX calendar_feeds_name_id_index ON public.calendar_feeds USING btree (name, id)`);
  await knex.raw(`CREATE INDEX calendar_feeds_resource_index ON public.calendar_feeds USING btree (resource)`);
  await knex.raw(`CREATE INDEX calendar_feeds_search_text_index ON public.calendar_feeds USING gin (search_text gin_trgm_ops)`);
  await knex.raw(`CREATE TRIGGER calendar_feeds_gone BEFORE DELETE ON public.calendar_feeds FOR EACH ROW EXECUTE FUNCTION kontor_subject_gone('record_grants.subject')`);
}

export async function down(knex) {
  await knex.schema.dropTable('calendar_feeds');
}
