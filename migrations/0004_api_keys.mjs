/** api keys */
export async function up(knex) {
  await knex.schema.createTable('api_key_permissions', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.uuid('key_id').notNullable();
    t.specificType('pattern', `text COLLATE "de-x-icu"`).notNullable();
    t.text('scope').notNullable();
    t.boolean('sensitive').notNullable().defaultTo(knex.raw(`false`));
  });
  await knex.schema.createTable('api_key_secrets', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.uuid('key_id').notNullable();
    t.specificType('key_hash', `text COLLATE "de-x-icu"`).notNullable();
  });
  await knex.schema.createTable('api_key_usages', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.uuid('key_id').notNullable();
    t.date('day').notNullable();
    t.integer('count').notNullable();
    t.timestamp('last_used_at', { useTz: true }).notNullable();
  });
  await knex.schema.createTable('api_keys', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.specificType('name', `text COLLATE "de-x-icu"`).notNullable();
    t.uuid('owner_id').notNullable();
    t.boolean('active').notNullable().defaultTo(knex.raw(`true`));
    t.timestamp('expires_at', { useTz: true });
    t.text('networks');
    t.specificType('prefix', `text COLLATE "de-x-icu"`);
    t.integer('uses');
    t.timestamp('last_used_at', { useTz: true });
    t.specificType('search_text', `text GENERATED ALWAYS AS (kontor_search(COALESCE(name, ''::text))) STORED`);
  });
  await knex.schema.createTable('api_keys_brand_ids', (t) => {
    t.uuid('record_id').notNullable();
    t.uuid('target_id').notNullable();
  });
  await knex.raw(`ALTER TABLE "api_key_permissions" ADD CONSTRAINT "api_key_permissions_pattern_check" CHECK ((char_length(pattern) <= 120))`);
  await knex.raw(`ALTER TABLE "api_key_permissions" ADD CONSTRAINT "api_key_permissions_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "api_key_permissions" ADD CONSTRAINT "api_key_permissions_scope_check" CHECK ((scope = ANY (ARRAY['all'::text, 'brand'::text, 'assigned'::text, 'own'::text])))`);
  await knex.raw(`ALTER TABLE "api_key_secrets" ADD CONSTRAINT "api_key_secrets_key_hash_check" CHECK ((char_length(key_hash) <= 64))`);
  await knex.raw(`ALTER TABLE "api_key_secrets" ADD CONSTRAINT "api_key_secrets_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "api_key_usages" ADD CONSTRAINT "api_key_usages_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_name_check" CHECK ((char_length(name) <= 120))`);
  await knex.raw(`ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_networks_check" CHECK ((char_length(networks) <= 2000))`);
  await knex.raw(`ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_prefix_check" CHECK ((char_length(prefix) <= 24))`);
  await knex.raw(`ALTER TABLE "api_keys_brand_ids" ADD CONSTRAINT "api_keys_brand_ids_pkey" PRIMARY KEY (record_id, target_id)`);
  await knex.raw(`ALTER TABLE "api_key_permissions" ADD CONSTRAINT "api_key_permissions_key_id_fkey" FOREIGN KEY (key_id) REFERENCES api_keys(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "api_key_secrets" ADD CONSTRAINT "api_key_secrets_key_id_fkey" FOREIGN KEY (key_id) REFERENCES api_keys(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "api_key_usages" ADD CONSTRAINT "api_key_usages_key_id_fkey" FOREIGN KEY (key_id) REFERENCES api_keys(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_owner_id_fkey" FOREIGN KEY (owner_id) REFERENCES users(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "api_keys_brand_ids" ADD CONSTRAINT "api_keys_brand_ids_record_id_fkey" FOREIGN KEY (record_id) REFERENCES api_keys(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "api_keys_brand_ids" ADD CONSTRAINT "api_keys_brand_ids_target_id_fkey" FOREIGN KEY (target_id) REFERENCES brands(id) ON DELETE CASCADE`);
  await knex.raw(`CREATE INDEX api_key_permissions_key_id_index ON public.api_key_permissions USING btree (key_id)`);
  await knex.raw(`CREATE UNIQUE INDEX api_key_secrets_key_id_unique ON public.api_key_secrets USING btree (key_id)`);
  await knex.raw(`CREATE INDEX api_key_usages_day_id_index ON public.api_key_usages USING btree (day, id)`);
  await knex.raw(`CREATE INDEX api_key_usages_day_index ON public.api_key_usages USING btree (day)`);
  await knex.raw(`CREATE UNIQUE INDEX api_key_usages_key_id_day_unique ON public.api_key_usages USING btree (key_id, day) NULLS NOT DISTINCT`);
  await knex.raw(`CREATE INDEX api_key_usages_key_id_index ON public.api_key_usages USING btree (key_id)`);
  await knex.raw(`CREATE INDEX api_keys_active_index ON public.api_keys USING btree (active)`);
  await knex.raw(`CREATE INDEX api_keys_name_id_index ON public.api_keys USING btree (name, id)`);
  await knex.raw(`CREATE INDEX api_keys_owner_id_index ON public.api_keys USING btree (owner_id)`);
  await knex.raw(`CREATE UNIQUE INDEX api_keys_prefix_unique ON public.api_keys USING btree (prefix)`);
  await knex.raw(`CREATE INDEX api_keys_search_text_index ON public.api_keys USING gin (search_text gin_trgm_ops)`);
  await knex.raw(`CREATE INDEX api_keys_brand_ids_target_id_index ON public.api_keys_brand_ids USING btree (target_id, record_id)`);
}

export async function down(knex) {
  await knex.raw(`ALTER TABLE "api_key_permissions" DROP CONSTRAINT "api_key_permissions_key_id_fkey"`);
  await knex.raw(`ALTER TABLE "api_key_secrets" DROP CONSTRAINT "api_key_secrets_key_id_fkey"`);
  await knex.raw(`ALTER TABLE "api_key_usages" DROP CONSTRAINT "api_key_usages_key_id_fkey"`);
  await knex.raw(`ALTER TABLE "api_keys" DROP CONSTRAINT "api_keys_owner_id_fkey"`);
  await knex.raw(`ALTER TABLE "api_keys_brand_ids" DROP CONSTRAINT "api_keys_brand_ids_record_id_fkey"`);
  await knex.raw(`ALTER TABLE "api_keys_brand_ids" DROP CONSTRAINT "api_keys_brand_ids_target_id_fkey"`);
  await knex.schema.dropTable('api_key_permissions');
  await knex.schema.dropTable('api_key_secrets');
  await knex.schema.dropTable('api_key_usages');
  await knex.schema.dropTable('api_keys');
  await knex.schema.dropTable('api_keys_brand_ids');
}
