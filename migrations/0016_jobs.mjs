/** jobs */
export async function up(knex) {
  await knex.schema.createTable('jobs', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.specificType('name', `text COLLATE "de-x-icu"`).notNullable();
    t.specificType('kind', `text COLLATE "de-x-icu"`).notNullable();
    t.text('state').notNullable();
    t.integer('progress').notNullable();
    t.specificType('progress_text', `text COLLATE "de-x-icu"`);
    t.integer('attempts').notNullable();
    t.specificType('error', `text COLLATE "de-x-icu"`);
    t.jsonb('payload');
    t.specificType('result_name', `text COLLATE "de-x-icu"`);
    t.integer('result_size');
    t.specificType('result_type', `text COLLATE "de-x-icu"`);
    t.specificType('result_place', `text COLLATE "de-x-icu"`);
    t.timestamp('started_at', { useTz: true });
    t.timestamp('finished_at', { useTz: true });
    t.specificType('worker', `text COLLATE "de-x-icu"`);
    t.timestamp('seen_at', { useTz: true });
    t.specificType('search_text', `text GENERATED ALWAYS AS (kontor_search(COALESCE(name, ''::text))) STORED`);
  });
  await knex.raw(`ALTER TABLE "jobs" ADD CONSTRAINT "jobs_error_check" CHECK ((char_length(error) <= 2000))`);
  await knex.raw(`ALTER TABLE "jobs" ADD CONSTRAINT "jobs_kind_check" CHECK ((char_length(kind) <= 60))`);
  await knex.raw(`ALTER TABLE "jobs" ADD CONSTRAINT "jobs_name_check" CHECK ((char_length(name) <= 200))`);
  await knex.raw(`ALTER TABLE "jobs" ADD CONSTRAINT "jobs_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "jobs" ADD CONSTRAINT "jobs_progress_check" CHECK (((progress >= 0) AND (progress <= 100)))`);
  await knex.raw(`ALTER TABLE "jobs" ADD CONSTRAINT "jobs_progress_text_check" CHECK ((char_length(progress_text) <= 200))`);
  await knex.raw(`ALTER TABLE "jobs" ADD CONSTRAINT "jobs_result_name_check" CHECK ((char_length(result_name) <= 255))`);
  await knex.raw(`ALTER TABLE "jobs" ADD CONSTRAINT "jobs_result_place_check" CHECK ((char_length(result_place) <= 200))`);
  await knex.raw(`ALTER TABLE "jobs" ADD CONSTRAINT "jobs_result_type_check" CHECK ((char_length(result_type) <= 120))`);
  await knex.raw(`ALTER TABLE "jobs" ADD CONSTRAINT "jobs_state_check" CHECK ((state = ANY (ARRAY['queued'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text])))`);
  await knex.raw(`ALTER TABLE "jobs" ADD CONSTRAINT "jobs_worker_check" CHECK ((char_length(worker) <= 60))`);
  await knex.raw(`CREATE INDEX jobs_created_at_id_index ON public.jobs USING btree (created_at, id)`);
  await knex.raw(`CREATE INDEX jobs_created_by_created_at_index ON public.jobs USING btree (created_by, created_at)`);
  await knex.raw(`CREATE INDEX jobs_kind_index ON public.jobs USING btree (kind)`);
  await knex.raw(`CREATE INDEX jobs_search_text_index ON public.jobs USING gin (search_text gin_trgm_ops)`);
  await knex.raw(`CREATE INDEX jobs_state_seen_at_index ON public.jobs USING btree (state, seen_at)`);
}

export async function down(knex) {
  await knex.schema.dropTable('jobs');
}
