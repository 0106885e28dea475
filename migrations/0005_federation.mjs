/** federation */
export async function up(knex) {
  await knex.raw(`CREATE OR REPLACE FUNCTION public.kontor_administrators()
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE
AS $function$BEGIN
  RETURN QUERY SELECT DISTINCT u.id FROM users u JOIN user_roles a ON a.user_id = u.id
    WHERE u.active AND u.deleted_at IS NULL AND a.brand_id IS NULL AND a.valid_to IS NULL AND coalesce(a.valid_from, current_date) <= current_date
    AND EXISTS (SELECT 1 FROM role_permissions p WHERE p.role_id = a.role_id AND p.effect = 'allow' AND p.pattern = '*' AND coalesce(p.scope, 'all') = 'all')
    AND NOT EXISTS (SELECT 1 FROM user_roles d JOIN role_permissions p ON p.role_id = d.role_id WHERE d.user_id = u.id AND p.effect = 'deny' AND split_part(p.pattern, '.', 1) IN ('*', 'users', 'roles'));
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.kontor_keep_administrator()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE was jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END; becomes jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
BEGIN
  IF NOT (CASE TG_TABLE_NAME
    WHEN 'users' THEN EXISTS (SELECT 1 FROM user_roles a JOIN role_permissions p ON p.role_id = a.role_id WHERE a.user_id = (was ->> 'id')::uuid AND p.pattern = '*' AND p.effect = 'allow')
    WHEN 'user_roles' THEN EXISTS (SELECT 1 FROM role_permissions p WHERE p.role_id = (was ->> 'role_id')::uuid AND p.pattern = '*' AND p.effect = 'allow')
      OR EXISTS (SELECT 1 FROM user_roles a JOIN role_permissions p ON p.role_id = a.role_id WHERE a.user_id = (becomes ->> 'user_id')::uuid AND p.pattern = '*' AND p.effect = 'allow')
    ELSE coalesce(was ->> 'pattern' = '*', false) AND EXISTS (SELECT 1 FROM users)
      OR coalesce(becomes ->> 'effect' = 'deny', false) AND EXISTS (SELECT 1 FROM user_roles a WHERE a.role_id = (becomes ->> 'role_id')::uuid)
  END) THEN RETURN NULL; END IF;
  PERFORM pg_advisory_xact_lock(20261127);
  IF NOT EXISTS (SELECT 1 FROM kontor_administrators()) THEN
    RAISE EXCEPTION 'nobody would be left to administer' USING ERRCODE = 'KN004';
  END IF;
  RETURN NULL;
END$function$`);
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
  await knex.schema.createTable('employees', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.timestamp('deleted_at', { useTz: true });
    t.uuid('deleted_by');
    t.specificType('name', `text COLLATE "de-x-icu"`).notNullable();
    t.specificType('email', `text COLLATE "de-x-icu"`);
    t.text('phone');
    t.specificType('position', `text COLLATE "de-x-icu"`);
    t.uuid('brand_id');
    t.uuid('user_id');
    t.boolean('active').notNullable().defaultTo(knex.raw(`true`));
    t.date('entered_on');
    t.specificType('search_text', `text GENERATED ALWAYS AS (kontor_search(((((COALESCE(name, ''::text) || ' '::text) || COALESCE(email, ''::text)) || ' '::text) || COALESCE("position", ''::text)))) STORED`);
  });
  await knex.schema.createTable('provider_sessions', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.uuid('session_id').notNullable();
    t.specificType('provider', `text COLLATE "de-x-icu"`).notNullable();
    t.text('id_token');
  });
  await knex.schema.createTable('sign_in_rules', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.specificType('provider', `text COLLATE "de-x-icu"`);
    t.specificType('claim', `text COLLATE "de-x-icu"`).notNullable();
    t.text('operator').notNullable();
    t.specificType('value', `text COLLATE "de-x-icu"`).notNullable();
    t.uuid('role_id').notNullable();
    t.boolean('active').notNullable().defaultTo(knex.raw(`true`));
  });
  await knex.schema.createTable('sign_in_rules_brand_ids', (t) => {
    t.uuid('record_id').notNullable();
    t.uuid('target_id').notNullable();
  });
  await knex.schema.createTable('user_identities', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.uuid('user_id').notNullable();
    t.specificType('provider', `text COLLATE "de-x-icu"`).notNullable();
    t.specificType('subject', `text COLLATE "de-x-icu"`).notNullable();
    t.specificType('email', `text COLLATE "de-x-icu"`);
    t.timestamp('last_used_at', { useTz: true });
    t.specificType('missing_claims', `text COLLATE "de-x-icu"`);
    t.jsonb('claims');
    t.specificType('search_text', `text GENERATED ALWAYS AS (kontor_search(COALESCE(email, ''::text))) STORED`);
  });
  await knex.raw(`ALTER TABLE "user_roles" ADD COLUMN "provider" text COLLATE "de-x-icu"`);
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
  await knex.raw(`ALTER TABLE "employees" ADD CONSTRAINT "employees_email_check" CHECK ((char_length(email) <= 254))`);
  await knex.raw(`ALTER TABLE "employees" ADD CONSTRAINT "employees_name_check" CHECK ((char_length(name) <= 120))`);
  await knex.raw(`ALTER TABLE "employees" ADD CONSTRAINT "employees_phone_check" CHECK ((char_length(phone) <= 40))`);
  await knex.raw(`ALTER TABLE "employees" ADD CONSTRAINT "employees_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "employees" ADD CONSTRAINT "employees_position_check" CHECK ((char_length("position") <= 120))`);
  await knex.raw(`ALTER TABLE "provider_sessions" ADD CONSTRAINT "provider_sessions_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "provider_sessions" ADD CONSTRAINT "provider_sessions_provider_check" CHECK ((char_length(provider) <= 60))`);
  await knex.raw(`ALTER TABLE "sign_in_rules" ADD CONSTRAINT "sign_in_rules_claim_check" CHECK ((char_length(claim) <= 200))`);
  await knex.raw(`ALTER TABLE "sign_in_rules" ADD CONSTRAINT "sign_in_rules_operator_check" CHECK ((operator = ANY (ARRAY['equals'::text, 'contains'::text, 'starts_with'::text, 'matches'::text])))`);
  await knex.raw(`ALTER TABLE "sign_in_rules" ADD CONSTRAINT "sign_in_rules_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "sign_in_rules" ADD CONSTRAINT "sign_in_rules_provider_check" CHECK ((char_length(provider) <= 60))`);
  await knex.raw(`ALTER TABLE "sign_in_rules" ADD CONSTRAINT "sign_in_rules_value_check" CHECK ((char_length(value) <= 200))`);
  await knex.raw(`ALTER TABLE "sign_in_rules_brand_ids" ADD CONSTRAINT "sign_in_rules_brand_ids_pkey" PRIMARY KEY (record_id, target_id)`);
  await knex.raw(`ALTER TABLE "user_identities" ADD CONSTRAINT "user_identities_email_check" CHECK ((char_length(email) <= 254))`);
  await knex.raw(`ALTER TABLE "user_identities" ADD CONSTRAINT "user_identities_missing_claims_check" CHECK ((char_length(missing_claims) <= 500))`);
  await knex.raw(`ALTER TABLE "user_identities" ADD CONSTRAINT "user_identities_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "user_identities" ADD CONSTRAINT "user_identities_provider_check" CHECK ((char_length(provider) <= 60))`);
  await knex.raw(`ALTER TABLE "user_identities" ADD CONSTRAINT "user_identities_subject_check" CHECK ((char_length(subject) <= 255))`);
  await knex.raw(`ALTER TABLE "user_roles" ADD CONSTRAINT "user_roles_provider_check" CHECK ((char_length(provider) <= 60))`);
  await knex.raw(`ALTER TABLE "api_key_permissions" ADD CONSTRAINT "api_key_permissions_key_id_fkey" FOREIGN KEY (key_id) REFERENCES api_keys(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "api_key_secrets" ADD CONSTRAINT "api_key_secrets_key_id_fkey" FOREIGN KEY (key_id) REFERENCES api_keys(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "api_key_usages" ADD CONSTRAINT "api_key_usages_key_id_fkey" FOREIGN KEY (key_id) REFERENCES api_keys(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_owner_id_fkey" FOREIGN KEY (owner_id) REFERENCES users(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "api_keys_brand_ids" ADD CONSTRAINT "api_keys_brand_ids_record_id_fkey" FOREIGN KEY (record_id) REFERENCES api_keys(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "api_keys_brand_ids" ADD CONSTRAINT "api_keys_brand_ids_target_id_fkey" FOREIGN KEY (target_id) REFERENCES brands(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "employees" ADD CONSTRAINT "employees_brand_id_fkey" FOREIGN KEY (brand_id) REFERENCES brands(id) ON DELETE RESTRICT`);
  await knex.raw(`ALTER TABLE "employees" ADD CONSTRAINT "employees_user_id_fkey" FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE SET NULL`);
  await knex.raw(`ALTER TABLE "provider_sessions" ADD CONSTRAINT "provider_sessions_session_id_fkey" FOREIGN KEY (session_id) REFERENCES sessions(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "sign_in_rules" ADD CONSTRAINT "sign_in_rules_role_id_fkey" FOREIGN KEY (role_id) REFERENCES roles(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "sign_in_rules_brand_ids" ADD CONSTRAINT "sign_in_rules_brand_ids_record_id_fkey" FOREIGN KEY (record_id) REFERENCES sign_in_rules(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "sign_in_rules_brand_ids" ADD CONSTRAINT "sign_in_rules_brand_ids_target_id_fkey" FOREIGN KEY (target_id) REFERENCES brands(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "user_identities" ADD CONSTRAINT "user_identities_user_id_fkey" FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE`);
  await knex.raw(`CREATE INDEX api_key_permissions_key_id_index ON public.api_key_permissions USING btree (key_id)`);
  await knex.raw(`CREATE INDEX api_key_secrets_key_hash_index ON public.api_key_secrets USING btree (key_hash)`);
  await knex.raw(`CREATE UNIQUE INDEX api_key_secrets_key_id_unique ON public.api_key_secrets USING btree (key_id)`);
  await knex.raw(`CREATE INDEX api_key_usages_day_id_index ON public.api_key_usages USING btree (day, id)`);
  await knex.raw(`CREATE INDEX api_key_usages_day_index ON public.api_key_usages USING btree (day)`);
  await knex.raw(`CREATE UNIQUE INDEX api_key_usages_key_id_day_unique ON public.api_key_usages USING btree (key_id, day) NULLS NOT DISTINCT`);
  await knex.raw(`CREATE INDEX api_key_usages_key_id_index ON public.api_key_usages USING btree (key_id)`);
  await knex.raw(`CREATE INDEX api_keys_active_index ON public.api_keys USING btree (active)`);
  await knex.raw(`CREATE INDEX api_keys_name_id_index ON public.api_keys USING btree (name, id)`);
  await knex.raw(`CREATE INDEX api_keys_owner_id_index ON public.api_keys USING btree (owner_id)`);
  await knex.raw(`CREATE INDEX api_keys_search_text_index ON public.api_keys USING gin (search_text gin_trgm_ops)`);
  await knex.raw(`CREATE INDEX api_keys_brand_ids_target_id_index ON public.api_keys_brand_ids USING btree (target_id, record_id)`);
  await knex.raw(`CREATE INDEX employees_active_index ON public.employees USING btree (active)`);
  await knex.raw(`CREATE INDEX employees_brand_id_index ON public.employees USING btree (brand_id)`);
  await knex.raw(`CREATE INDEX employees_name_id_index ON public.employees USING btree (name, id) WHERE (deleted_at IS NULL)`);
  await knex.raw(`CREATE INDEX employees_search_text_index ON public.employees USING gin (search_text gin_trgm_ops)`);
  await knex.raw(`CREATE INDEX employees_user_id_id_index ON public.employees USING btree (user_id, id)`);
  await knex.raw(`CREATE UNIQUE INDEX employees_user_id_unique ON public.employees USING btree (user_id) WHERE (deleted_at IS NULL)`);
  await knex.raw(`CREATE UNIQUE INDEX provider_sessions_session_id_unique ON public.provider_sessions USING btree (session_id)`);
  await knex.raw(`CREATE INDEX sign_in_rules_active_index ON public.sign_in_rules USING btree (active)`);
  await knex.raw(`CREATE INDEX sign_in_rules_claim_id_index ON public.sign_in_rules USING btree (claim, id)`);
  await knex.raw(`CREATE INDEX sign_in_rules_provider_index ON public.sign_in_rules USING btree (provider)`);
  await knex.raw(`CREATE INDEX sign_in_rules_role_id_index ON public.sign_in_rules USING btree (role_id)`);
  await knex.raw(`CREATE INDEX sign_in_rules_brand_ids_target_id_index ON public.sign_in_rules_brand_ids USING btree (target_id, record_id)`);
  await knex.raw(`CREATE INDEX user_identities_provider_id_index ON public.user_identities USING btree (provider, id)`);
  await knex.raw(`CREATE INDEX user_identities_provider_index ON public.user_identities USING btree (provider)`);
  await knex.raw(`CREATE UNIQUE INDEX user_identities_provider_subject_unique ON public.user_identities USING btree (provider, subject) NULLS NOT DISTINCT`);
  await knex.raw(`CREATE INDEX user_identities_search_text_index ON public.user_identities USING gin (search_text gin_trgm_ops)`);
  await knex.raw(`CREATE INDEX user_identities_user_id_index ON public.user_identities USING btree (user_id)`);
  await knex.raw(`CREATE TRIGGER api_key_permissions_announce AFTER INSERT OR DELETE OR UPDATE OF version ON public.api_key_permissions FOR EACH STATEMENT EXECUTE FUNCTION kontor_announce('access')`);
  await knex.raw(`CREATE TRIGGER api_keys_announce AFTER INSERT OR DELETE OR UPDATE OF version ON public.api_keys FOR EACH STATEMENT EXECUTE FUNCTION kontor_announce('access')`);
  await knex.raw(`CREATE TRIGGER api_keys_gone BEFORE DELETE ON public.api_keys FOR EACH ROW EXECUTE FUNCTION kontor_subject_gone('record_grants.subject')`);
  await knex.raw(`CREATE TRIGGER employees_gone BEFORE DELETE ON public.employees FOR EACH ROW EXECUTE FUNCTION kontor_subject_gone('record_grants.subject')`);
  await knex.raw(`CREATE CONSTRAINT TRIGGER role_permissions_kontor_keep_administrator AFTER INSERT OR DELETE OR UPDATE ON public.role_permissions DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION kontor_keep_administrator()`);
  await knex.raw(`CREATE TRIGGER sign_in_rules_gone BEFORE DELETE ON public.sign_in_rules FOR EACH ROW EXECUTE FUNCTION kontor_subject_gone('record_grants.subject')`);
  await knex.raw(`CREATE TRIGGER user_identities_gone BEFORE DELETE ON public.user_identities FOR EACH ROW EXECUTE FUNCTION kontor_subject_gone('record_grants.subject')`);
  await knex.raw(`CREATE CONSTRAINT TRIGGER user_roles_kontor_keep_administrator AFTER INSERT OR DELETE OR UPDATE ON public.user_roles DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION kontor_keep_administrator()`);
  await knex.raw(`CREATE CONSTRAINT TRIGGER users_kontor_keep_administrator AFTER DELETE OR UPDATE OF active, deleted_at ON public.users DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION kontor_keep_administrator()`);
}

export async function down(knex) {
  await knex.raw(`DROP TRIGGER "role_permissions_kontor_keep_administrator" ON "role_permissions"`);
  await knex.raw(`DROP TRIGGER "user_roles_kontor_keep_administrator" ON "user_roles"`);
  await knex.raw(`DROP TRIGGER "users_kontor_keep_administrator" ON "users"`);
  await knex.raw(`ALTER TABLE "api_key_permissions" DROP CONSTRAINT "api_key_permissions_key_id_fkey"`);
  await knex.raw(`ALTER TABLE "api_key_secrets" DROP CONSTRAINT "api_key_secrets_key_id_fkey"`);
  await knex.raw(`ALTER TABLE "api_key_usages" DROP CONSTRAINT "api_key_usages_key_id_fkey"`);
  await knex.raw(`ALTER TABLE "api_keys" DROP CONSTRAINT "api_keys_owner_id_fkey"`);
  await knex.raw(`ALTER TABLE "api_keys_brand_ids" DROP CONSTRAINT "api_keys_brand_ids_record_id_fkey"`);
  await knex.raw(`ALTER TABLE "api_keys_brand_ids" DROP CONSTRAINT "api_keys_brand_ids_target_id_fkey"`);
  await knex.raw(`ALTER TABLE "employees" DROP CONSTRAINT "employees_brand_id_fkey"`);
  await knex.raw(`ALTER TABLE "employees" DROP CONSTRAINT "employees_user_id_fkey"`);
  await knex.raw(`ALTER TABLE "provider_sessions" DROP CONSTRAINT "provider_sessions_session_id_fkey"`);
  await knex.raw(`ALTER TABLE "sign_in_rules" DROP CONSTRAINT "sign_in_rules_role_id_fkey"`);
  await knex.raw(`ALTER TABLE "sign_in_rules_brand_ids" DROP CONSTRAINT "sign_in_rules_brand_ids_record_id_fkey"`);
  await knex.raw(`ALTER TABLE "sign_in_rules_brand_ids" DROP CONSTRAINT "sign_in_rules_brand_ids_target_id_fkey"`);
  await knex.raw(`ALTER TABLE "user_identities" DROP CONSTRAINT "user_identities_user_id_fkey"`);
  await knex.raw(`ALTER TABLE "user_roles" DROP CONSTRAINT "user_roles_provider_check"`);
  await knex.schema.dropTable('api_key_permissions');
  await knex.schema.dropTable('api_key_secrets');
  await knex.schema.dropTable('api_key_usages');
  await knex.schema.dropTable('api_keys');
  await knex.schema.dropTable('api_keys_brand_ids');
  await knex.schema.dropTable('employees');
  await knex.schema.dropTable('provider_sessions');
  await knex.schema.dropTable('sign_in_rules');
  await knex.schema.dropTable('sign_in_rules_brand_ids');
  await knex.schema.dropTable('user_identities');
  await knex.raw(`ALTER TABLE "user_roles" DROP COLUMN "provider"`);
  await knex.raw(`DROP FUNCTION "kontor_administrators"`);
  await knex.raw(`DROP FUNCTION "kontor_keep_administrator"`);
}
