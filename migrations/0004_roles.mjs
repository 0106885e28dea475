/** roles */
export async function up(knex) {
  await knex.raw(`DROP INDEX "users_roles_index"`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.kontor_announce()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN PERFORM pg_notify('kontor', TG_ARGV[0]); RETURN NULL; END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.kontor_subject_gone()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE place text;
BEGIN
  FOREACH place IN ARRAY TG_ARGV LOOP
    EXECUTE format('DELETE FROM %I WHERE %I = $1 AND %I = $2', split_part(place, '.', 1), split_part(place, '.', 2) || '_resource', split_part(place, '.', 2) || '_id') USING TG_TABLE_NAME, OLD.id;
  END LOOP;
  RETURN OLD;
END$function$`);
  await knex.schema.createTable('record_grants', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.text('subject_resource').notNullable();
    t.uuid('subject_id').notNullable();
    t.uuid('user_id');
    t.uuid('role_id');
    t.text('level').notNullable();
    t.date('valid_to');
    t.specificType('reason', `text COLLATE "de-x-icu"`);
  });
  await knex.schema.createTable('role_permissions', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.uuid('role_id').notNullable();
    t.specificType('pattern', `text COLLATE "de-x-icu"`).notNullable();
    t.text('effect').notNullable();
    t.specificType('scope', `text COLLATE "de-x-icu"`);
    t.specificType('guards', `text COLLATE "de-x-icu"`);
  });
  await knex.schema.createTable('roles', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.specificType('name', `text COLLATE "de-x-icu"`).notNullable();
    t.specificType('key', `text COLLATE "de-x-icu"`);
    t.specificType('description', `text COLLATE "de-x-icu"`);
    t.boolean('requires_second_factor').notNullable().defaultTo(knex.raw(`false`));
    t.boolean('logs_access').notNullable().defaultTo(knex.raw(`false`));
    t.boolean('shipped').notNullable().defaultTo(knex.raw(`false`));
    t.boolean('changed').notNullable().defaultTo(knex.raw(`false`));
    t.specificType('search_text', `text GENERATED ALWAYS AS (kontor_search(COALESCE(name, ''::text))) STORED`);
  });
  await knex.schema.createTable('user_roles', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.uuid('user_id').notNullable();
    t.uuid('role_id').notNullable();
    t.uuid('brand_id');
    t.date('valid_from');
    t.date('valid_to');
    t.text('origin').notNullable();
  });
  // whoever had a role keeps it; what the roles allow is written at the start
  await knex.raw(`INSERT INTO roles (id, name, key, shipped) VALUES
    ('01900000-0000-7000-8000-000000000101', 'Administrator', 'administrator', true),
    ('01900000-0000-7000-8000-000000000102', 'Büro', 'backoffice', true),
    ('01900000-0000-7000-8000-000000000108', 'Mitarbeitende', 'employee', true),
    ('01900000-0000-7000-8000-000000000109', 'Prüfer', 'auditor', true)`);
  await knex.raw(`UPDATE roles SET logs_access = true WHERE key = 'auditor'`);
  await knex.raw(`INSERT INTO user_roles (id, user_id, role_id, origin) SELECT gen_random_uuid(), u.id, r.id, 'manual' FROM users u JOIN roles r ON r.key = ANY (u.roles)`);
  await knex.raw(`ALTER TABLE "users" DROP COLUMN "roles"`);
  await knex.raw(`ALTER TABLE "record_grants" ADD CONSTRAINT "record_grants_level_check" CHECK ((level = ANY (ARRAY['read'::text, 'edit'::text])))`);
  await knex.raw(`ALTER TABLE "record_grants" ADD CONSTRAINT "record_grants_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "record_grants" ADD CONSTRAINT "record_grants_reason_check" CHECK ((char_length(reason) <= 300))`);
  await knex.raw(`ALTER TABLE "record_grants" ADD CONSTRAINT "record_grants_receiver_check" CHECK ((((user_id IS NULL) AND (role_id IS NOT NULL)) OR ((user_id IS NOT NULL) AND (role_id IS NULL))))`);
  await knex.raw(`ALTER TABLE "record_grants" ADD CONSTRAINT "record_grants_subject_check" CHECK (((subject_resource IS NULL) = (subject_id IS NULL)))`);
  await knex.raw(`ALTER TABLE "role_permissions" ADD CONSTRAINT "role_permissions_effect_check" CHECK ((effect = ANY (ARRAY['allow'::text, 'deny'::text])))`);
  await knex.raw(`ALTER TABLE "role_permissions" ADD CONSTRAINT "role_permissions_guards_check" CHECK ((char_length(guards) <= 200))`);
  await knex.raw(`ALTER TABLE "role_permissions" ADD CONSTRAINT "role_permissions_pattern_check" CHECK ((char_length(pattern) <= 120))`);
  await knex.raw(`ALTER TABLE "role_permissions" ADD CONSTRAINT "role_permissions_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "role_permissions" ADD CONSTRAINT "role_permissions_scope_check" CHECK ((char_length(scope) <= 120))`);
  await knex.raw(`ALTER TABLE "roles" ADD CONSTRAINT "roles_description_check" CHECK ((char_length(description) <= 300))`);
  await knex.raw(`ALTER TABLE "roles" ADD CONSTRAINT "roles_key_check" CHECK ((char_length(key) <= 80))`);
  await knex.raw(`ALTER TABLE "roles" ADD CONSTRAINT "roles_name_check" CHECK ((char_length(name) <= 80))`);
  await knex.raw(`ALTER TABLE "roles" ADD CONSTRAINT "roles_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "user_roles" ADD CONSTRAINT "user_roles_order_check" CHECK (((valid_from IS NULL) OR (valid_to IS NULL) OR (valid_to >= valid_from)))`);
  await knex.raw(`ALTER TABLE "user_roles" ADD CONSTRAINT "user_roles_origin_check" CHECK ((origin = ANY (ARRAY['manual'::text, 'provider'::text])))`);
  await knex.raw(`ALTER TABLE "user_roles" ADD CONSTRAINT "user_roles_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "record_grants" ADD CONSTRAINT "record_grants_role_id_fkey" FOREIGN KEY (role_id) REFERENCES roles(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "record_grants" ADD CONSTRAINT "record_grants_user_id_fkey" FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "role_permissions" ADD CONSTRAINT "role_permissions_role_id_fkey" FOREIGN KEY (role_id) REFERENCES roles(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "user_roles" ADD CONSTRAINT "user_roles_brand_id_fkey" FOREIGN KEY (brand_id) REFERENCES brands(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "user_roles" ADD CONSTRAINT "user_roles_role_id_fkey" FOREIGN KEY (role_id) REFERENCES roles(id) ON DELETE RESTRICT`);
  await knex.raw(`ALTER TABLE "user_roles" ADD CONSTRAINT "user_roles_user_id_fkey" FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE`);
  await knex.raw(`CREATE INDEX record_grants_created_at_id_index ON public.record_grants USING btree (created_at, id)`);
  await knex.raw(`CREATE INDEX record_grants_level_index ON public.record_grants USING btree (level)`);
  await knex.raw(`CREATE INDEX record_grants_role_id_index ON public.record_grants USING btree (role_id)`);
  await knex.raw(`CREATE INDEX record_grants_subject_resource_subject_id_index ON public.record_grants USING btree (subject_resource, subject_id)`);
  await knex.raw(`CREATE UNIQUE INDEX record_grants_subject_resource_subject_id_user_id_role_e70af663 ON public.record_grants USING btree (subject_resource, subject_id, user_id, role_id) NULLS NOT DISTINCT`);
  await knex.raw(`CREATE INDEX record_grants_user_id_index ON public.record_grants USING btree (user_id)`);
  await knex.raw(`CREATE INDEX role_permissions_role_id_index ON public.role_permissions USING btree (role_id)`);
  await knex.raw(`CREATE INDEX roles_changed_index ON public.roles USING btree (changed)`);
  await knex.raw(`CREATE UNIQUE INDEX roles_key_unique ON public.roles USING btree (key)`);
  await knex.raw(`CREATE INDEX roles_name_id_index ON public.roles USING btree (name, id)`);
  await knex.raw(`CREATE UNIQUE INDEX roles_name_unique ON public.roles USING btree (name)`);
  await knex.raw(`CREATE INDEX roles_search_text_index ON public.roles USING gin (search_text gin_trgm_ops)`);
  await knex.raw(`CREATE INDEX roles_shipped_index ON public.roles USING btree (shipped)`);
  await knex.raw(`CREATE INDEX user_roles_brand_id_index ON public.user_roles USING btree (brand_id)`);
  await knex.raw(`CREATE INDEX user_roles_role_id_index ON public.user_roles USING btree (role_id)`);
  await knex.raw(`CREATE INDEX user_roles_user_id_index ON public.user_roles USING btree (user_id)`);
  await knex.raw(`CREATE UNIQUE INDEX user_roles_user_id_role_id_brand_id_valid_from_unique ON public.user_roles USING btree (user_id, role_id, brand_id, valid_from) NULLS NOT DISTINCT`);
  await knex.raw(`CREATE TRIGGER brands_gone BEFORE DELETE ON public.brands FOR EACH ROW EXECUTE FUNCTION kontor_subject_gone('record_grants.subject')`);
  await knex.raw(`CREATE TRIGGER companies_gone BEFORE DELETE ON public.companies FOR EACH ROW EXECUTE FUNCTION kontor_subject_gone('record_grants.subject')`);
  await knex.raw(`CREATE TRIGGER contacts_gone BEFORE DELETE ON public.contacts FOR EACH ROW EXECUTE FUNCTION kontor_subject_gone('record_grants.subject')`);
  await knex.raw(`CREATE TRIGGER customers_gone BEFORE DELETE ON public.customers FOR EACH ROW EXECUTE FUNCTION kontor_subject_gone('record_grants.subject')`);
  await knex.raw(`CREATE TRIGGER notes_gone BEFORE DELETE ON public.notes FOR EACH ROW EXECUTE FUNCTION kontor_subject_gone('record_grants.subject')`);
  await knex.raw(`CREATE TRIGGER number_sequences_gone BEFORE DELETE ON public.number_sequences FOR EACH ROW EXECUTE FUNCTION kontor_subject_gone('record_grants.subject')`);
  await knex.raw(`CREATE TRIGGER record_grants_announce AFTER INSERT OR DELETE OR UPDATE OF version ON public.record_grants FOR EACH STATEMENT EXECUTE FUNCTION kontor_announce('access')`);
  await knex.raw(`CREATE TRIGGER record_grants_gone BEFORE DELETE ON public.record_grants FOR EACH ROW EXECUTE FUNCTION kontor_subject_gone('record_grants.subject')`);
  await knex.raw(`CREATE TRIGGER record_grants_subject_exists BEFORE INSERT OR UPDATE OF subject_resource, subject_id ON public.record_grants FOR EACH ROW EXECUTE FUNCTION kontor_subject_exists('subject')`);
  await knex.raw(`CREATE TRIGGER role_permissions_announce AFTER INSERT OR DELETE OR UPDATE OF version ON public.role_permissions FOR EACH STATEMENT EXECUTE FUNCTION kontor_announce('access')`);
  await knex.raw(`CREATE TRIGGER roles_announce AFTER INSERT OR DELETE OR UPDATE OF version ON public.roles FOR EACH STATEMENT EXECUTE FUNCTION kontor_announce('access')`);
  await knex.raw(`CREATE TRIGGER roles_gone BEFORE DELETE ON public.roles FOR EACH ROW EXECUTE FUNCTION kontor_subject_gone('record_grants.subject')`);
  await knex.raw(`CREATE TRIGGER saved_views_gone BEFORE DELETE ON public.saved_views FOR EACH ROW EXECUTE FUNCTION kontor_subject_gone('record_grants.subject')`);
  await knex.raw(`CREATE TRIGGER settings_gone BEFORE DELETE ON public.settings FOR EACH ROW EXECUTE FUNCTION kontor_subject_gone('record_grants.subject')`);
  await knex.raw(`CREATE TRIGGER tags_gone BEFORE DELETE ON public.tags FOR EACH ROW EXECUTE FUNCTION kontor_subject_gone('record_grants.subject')`);
  await knex.raw(`CREATE TRIGGER tasks_gone BEFORE DELETE ON public.tasks FOR EACH ROW EXECUTE FUNCTION kontor_subject_gone('record_grants.subject')`);
  await knex.raw(`CREATE TRIGGER user_roles_announce AFTER INSERT OR DELETE OR UPDATE OF version ON public.user_roles FOR EACH STATEMENT EXECUTE FUNCTION kontor_announce('access')`);
  await knex.raw(`CREATE TRIGGER users_announce AFTER INSERT OR DELETE OR UPDATE OF version ON public.users FOR EACH STATEMENT EXECUTE FUNCTION kontor_announce('access')`);
  await knex.raw(`CREATE TRIGGER users_gone BEFORE DELETE ON public.users FOR EACH ROW EXECUTE FUNCTION kontor_subject_gone('record_grants.subject')`);
}

export async function down(knex) {
  await knex.raw(`DROP TRIGGER "brands_gone" ON "brands"`);
  await knex.raw(`DROP TRIGGER "companies_gone" ON "companies"`);
  await knex.raw(`DROP TRIGGER "contacts_gone" ON "contacts"`);
  await knex.raw(`DROP TRIGGER "customers_gone" ON "customers"`);
  await knex.raw(`DROP TRIGGER "notes_gone" ON "notes"`);
  await knex.raw(`DROP TRIGGER "number_sequences_gone" ON "number_sequences"`);
  await knex.raw(`DROP TRIGGER "saved_views_gone" ON "saved_views"`);
  await knex.raw(`DROP TRIGGER "settings_gone" ON "settings"`);
  await knex.raw(`DROP TRIGGER "tags_gone" ON "tags"`);
  await knex.raw(`DROP TRIGGER "tasks_gone" ON "tasks"`);
  await knex.raw(`DROP TRIGGER "users_announce" ON "users"`);
  await knex.raw(`DROP TRIGGER "users_gone" ON "users"`);
  await knex.raw(`ALTER TABLE "record_grants" DROP CONSTRAINT "record_grants_role_id_fkey"`);
  await knex.raw(`ALTER TABLE "record_grants" DROP CONSTRAINT "record_grants_user_id_fkey"`);
  await knex.raw(`ALTER TABLE "role_permissions" DROP CONSTRAINT "role_permissions_role_id_fkey"`);
  await knex.raw(`ALTER TABLE "user_roles" DROP CONSTRAINT "user_roles_brand_id_fkey"`);
  await knex.raw(`ALTER TABLE "user_roles" DROP CONSTRAINT "user_roles_role_id_fkey"`);
  await knex.raw(`ALTER TABLE "user_roles" DROP CONSTRAINT "user_roles_user_id_fkey"`);
  await knex.schema.dropTable('record_grants');
  await knex.schema.dropTable('role_permissions');
  await knex.raw(`ALTER TABLE "users" ADD COLUMN "roles" text[] DEFAULT '{}'::text[] NOT NULL`);
  await knex.raw(`UPDATE users u SET roles = ARRAY(SELECT DISTINCT r.key FROM user_roles a JOIN roles r ON r.id = a.role_id WHERE a.user_id = u.id AND r.key IN ('administrator', 'backoffice', 'employee', 'auditor') ORDER BY 1)`);
  await knex.schema.dropTable('roles');
  await knex.schema.dropTable('user_roles');
  await knex.raw(`CREATE INDEX users_roles_index ON public.users USING gin (roles)`);
  await knex.raw(`DROP FUNCTION "kontor_announce"`);
  await knex.raw(`DROP FUNCTION "kontor_subject_gone"`);
}
