/** first schema */
export async function up(knex) {
  await knex.raw(`CREATE OR REPLACE FUNCTION public.kontor_append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME USING ERRCODE = 'KN001'; END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.kontor_fold(text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$SELECT translate(replace(lower($1 COLLATE "de-x-icu"), 'ß', 'ss'), 'äöüàáâãåāăąèéêëēėęěìíîïīįòóôõøōőùúûūůűųýÿçćčďđğģķľļłñńňņŕřśšşťţžźżæœ', 'aouaaaaaaaaeeeeeeeeiiiiiiooooooouuuuuuuyycccddggklllnnnnrrsssttzzzao')$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.kontor_search(text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$SELECT CASE WHEN $1 ~* '[äöü]' THEN kontor_fold($1) || ' ' || kontor_fold(replace(replace(replace(lower($1 COLLATE "de-x-icu"), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue')) ELSE kontor_fold($1) END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.kontor_subject_exists()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE target text := to_jsonb(NEW) ->> (TG_ARGV[0] || '_resource'); found_id uuid;
BEGIN
  IF target IS NULL THEN RETURN NEW; END IF;
  EXECUTE format('SELECT id FROM %I WHERE id = $1 FOR KEY SHARE', target) INTO found_id USING (to_jsonb(NEW) ->> (TG_ARGV[0] || '_id'))::uuid;
  IF found_id IS NULL THEN RAISE EXCEPTION 'subject does not exist' USING ERRCODE = 'KN002', COLUMN = TG_ARGV[0] || '_id', TABLE = TG_TABLE_NAME; END IF;
  RETURN NEW;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.kontor_subject_in_use()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE place text; used boolean;
BEGIN
  FOREACH place IN ARRAY TG_ARGV LOOP
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I WHERE %I = $1 AND %I = $2)', split_part(place, '.', 1), split_part(place, '.', 2) || '_resource', split_part(place, '.', 2) || '_id') INTO used USING TG_TABLE_NAME, OLD.id;
    IF used THEN RAISE EXCEPTION 'record is a subject of %', place USING ERRCODE = 'KN003', TABLE = split_part(place, '.', 1); END IF;
  END LOOP;
  RETURN OLD;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_customers_contacts_count()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parent uuid;
BEGIN
  FOR parent IN SELECT DISTINCT p FROM unnest(ARRAY[
    CASE WHEN TG_OP <> 'INSERT' AND true THEN OLD."customer_id" END,
    CASE WHEN TG_OP <> 'DELETE' AND true THEN NEW."customer_id" END]) AS p WHERE p IS NOT NULL ORDER BY p LOOP
    PERFORM 1 FROM "customers" WHERE id = parent FOR NO KEY UPDATE;
    UPDATE "customers" SET "contacts_count" = (SELECT count(*) FROM "contacts" WHERE "customer_id" = parent AND deleted_at IS NULL) WHERE id = parent;
  END LOOP;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_customers_open_tasks()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parent uuid;
BEGIN
  FOR parent IN SELECT DISTINCT p FROM unnest(ARRAY[
    CASE WHEN TG_OP <> 'INSERT' AND OLD."subject_resource" = 'customers' THEN OLD."subject_id" END,
    CASE WHEN TG_OP <> 'DELETE' AND NEW."subject_resource" = 'customers' THEN NEW."subject_id" END]) AS p WHERE p IS NOT NULL ORDER BY p LOOP
    PERFORM 1 FROM "customers" WHERE id = parent FOR NO KEY UPDATE;
    UPDATE "customers" SET "open_tasks" = (SELECT count(*) FROM "tasks" WHERE "subject_id" = parent AND deleted_at IS NULL AND "subject_resource" = 'customers' AND "tasks"."status" = ANY(ARRAY['open', 'in_progress', 'waiting']::text[])) WHERE id = parent;
  END LOOP;
  RETURN NULL;
END$function$`);
  await knex.schema.createTable('addresses', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.text('party_resource').notNullable();
    t.uuid('party_id').notNullable();
    t.text('type').notNullable();
    t.specificType('street', `text COLLATE "de-x-icu"`);
    t.specificType('extra', `text COLLATE "de-x-icu"`);
    t.specificType('postcode', `text COLLATE "de-x-icu"`);
    t.specificType('city', `text COLLATE "de-x-icu"`).notNullable();
    t.text('country').notNullable();
    t.specificType('search_text', `text GENERATED ALWAYS AS (kontor_search(COALESCE(city, ''::text))) STORED`);
  });
  await knex.schema.createTable('audit_entries', (t) => {
    t.uuid('id').notNullable();
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.specificType('resource', `text COLLATE "de-x-icu"`).notNullable();
    t.specificType('record_id', `text COLLATE "de-x-icu"`).notNullable();
    t.integer('record_version').notNullable();
    t.text('operation').notNullable();
    t.jsonb('before');
    t.jsonb('after');
    t.specificType('request_id', `text COLLATE "de-x-icu"`);
  });
  await knex.schema.createTable('brands', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.timestamp('deleted_at', { useTz: true });
    t.uuid('deleted_by');
    t.specificType('name', `text COLLATE "de-x-icu"`).notNullable();
    t.uuid('company_id').notNullable();
    t.text('colour').notNullable();
    t.uuid('logo');
    t.specificType('sender_name', `text COLLATE "de-x-icu"`);
    t.specificType('email', `text COLLATE "de-x-icu"`);
    t.text('phone');
    t.text('website');
    t.text('signature');
    t.specificType('search_text', `text GENERATED ALWAYS AS (kontor_search(COALESCE(name, ''::text))) STORED`);
  });
  await knex.schema.createTable('companies', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.timestamp('deleted_at', { useTz: true });
    t.uuid('deleted_by');
    t.specificType('name', `text COLLATE "de-x-icu"`).notNullable();
    t.jsonb('address');
    t.specificType('email', `text COLLATE "de-x-icu"`);
    t.text('phone');
    t.text('website');
    t.specificType('managing_directors', `text COLLATE "de-x-icu"`);
    t.specificType('register_entry', `text COLLATE "de-x-icu"`);
    t.specificType('vat_id', `text COLLATE "de-x-icu"`);
    t.specificType('tax_number', `text COLLATE "de-x-icu"`);
    t.text('currency').notNullable();
    t.specificType('search_text', `text GENERATED ALWAYS AS (kontor_search(COALESCE(name, ''::text))) STORED`);
  });
  await knex.schema.createTable('contacts', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.timestamp('deleted_at', { useTz: true });
    t.uuid('deleted_by');
    t.text('salutation');
    t.specificType('academic_title', `text COLLATE "de-x-icu"`);
    t.specificType('first_name', `text COLLATE "de-x-icu"`);
    t.specificType('last_name', `text COLLATE "de-x-icu"`).notNullable();
    t.specificType('full_name', `text COLLATE "de-x-icu" GENERATED ALWAYS AS (rtrim(((COALESCE((NULLIF(academic_title, ''::text) || ' '::text), ''::text) || COALESCE((NULLIF(first_name, ''::text) || ' '::text), ''::text)) || COALESCE((NULLIF(last_name, ''::text) || ' '::text), ''::text)), ' '::text)) STORED`);
    t.uuid('customer_id');
    t.specificType('position', `text COLLATE "de-x-icu"`);
    t.specificType('department', `text COLLATE "de-x-icu"`);
    t.specificType('email', `text COLLATE "de-x-icu"`);
    t.text('phone');
    t.text('mobile');
    t.date('birthday');
    t.boolean('newsletter').notNullable().defaultTo(knex.raw(`false`));
    t.boolean('main_contact').notNullable().defaultTo(knex.raw(`false`));
    t.specificType('search_text', `text GENERATED ALWAYS AS (kontor_search(((((((((COALESCE(first_name, ''::text) || ' '::text) || COALESCE(last_name, ''::text)) || ' '::text) || COALESCE(email, ''::text)) || ' '::text) || COALESCE(phone, ''::text)) || ' '::text) || COALESCE(mobile, ''::text)))) STORED`);
  });
  await knex.schema.createTable('credentials', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.uuid('user_id').notNullable();
    t.specificType('password_hash', `text COLLATE "de-x-icu"`).notNullable();
  });
  await knex.schema.createTable('customers', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.timestamp('deleted_at', { useTz: true });
    t.uuid('deleted_by');
    t.specificType('number', `text COLLATE "de-x-icu"`).notNullable();
    t.text('type').notNullable();
    t.specificType('name', `text COLLATE "de-x-icu"`).notNullable();
    t.text('status').notNullable();
    t.text('industry');
    t.specificType('email', `text COLLATE "de-x-icu"`);
    t.text('phone');
    t.text('website');
    t.specificType('vat_id', `text COLLATE "de-x-icu"`);
    t.text('language').notNullable();
    t.integer('payment_days');
    t.decimal('credit_limit', 17, 2);
    t.uuid('owner_id');
    t.specificType('remarks', `text COLLATE "de-x-icu"`);
    t.integer('contacts_count').notNullable().defaultTo(knex.raw(`0`));
    t.integer('open_tasks').notNullable().defaultTo(knex.raw(`0`));
    t.specificType('search_text', `text GENERATED ALWAYS AS (kontor_search(((((((COALESCE(number, ''::text) || ' '::text) || COALESCE(name, ''::text)) || ' '::text) || COALESCE(email, ''::text)) || ' '::text) || COALESCE(phone, ''::text)))) STORED`);
  });
  await knex.schema.createTable('customers_brand_ids', (t) => {
    t.uuid('record_id').notNullable();
    t.uuid('target_id').notNullable();
  });
  await knex.schema.createTable('customers_tag_ids', (t) => {
    t.uuid('record_id').notNullable();
    t.uuid('target_id').notNullable();
  });
  await knex.schema.createTable('files', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.specificType('name', `text COLLATE "de-x-icu"`).notNullable();
    t.specificType('media_type', `text COLLATE "de-x-icu"`).notNullable();
    t.integer('size').notNullable();
    t.specificType('sha256', `text COLLATE "de-x-icu"`).notNullable();
    t.specificType('search_text', `text GENERATED ALWAYS AS (kontor_search(COALESCE(name, ''::text))) STORED`);
  });
  await knex.schema.createTable('notes', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.timestamp('deleted_at', { useTz: true });
    t.uuid('deleted_by');
    t.text('subject_resource').notNullable();
    t.uuid('subject_id').notNullable();
    t.text('type').notNullable();
    t.specificType('body', `text COLLATE "de-x-icu"`).notNullable();
    t.timestamp('happened_at', { useTz: true });
    t.boolean('pinned').notNullable().defaultTo(knex.raw(`false`));
    t.specificType('search_text', `text GENERATED ALWAYS AS (kontor_search(COALESCE(body, ''::text))) STORED`);
  });
  await knex.schema.createTable('number_sequences', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.specificType('key', `text COLLATE "de-x-icu"`).notNullable();
    t.specificType('name', `text COLLATE "de-x-icu"`).notNullable();
    t.uuid('brand_id');
    t.specificType('pattern', `text COLLATE "de-x-icu"`).notNullable();
    t.integer('next_value').notNullable();
    t.boolean('yearly').notNullable().defaultTo(knex.raw(`false`));
    t.integer('year');
    t.specificType('search_text', `text GENERATED ALWAYS AS (kontor_search(((COALESCE(name, ''::text) || ' '::text) || COALESCE(key, ''::text)))) STORED`);
  });
  await knex.schema.createTable('saved_views', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.specificType('name', `text COLLATE "de-x-icu"`).notNullable();
    t.specificType('resource', `text COLLATE "de-x-icu"`).notNullable();
    t.jsonb('view').notNullable();
    t.boolean('shared').notNullable().defaultTo(knex.raw(`false`));
    t.specificType('search_text', `text GENERATED ALWAYS AS (kontor_search(COALESCE(name, ''::text))) STORED`);
  });
  await knex.schema.createTable('sessions', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.uuid('user_id').notNullable();
    t.specificType('token_hash', `text COLLATE "de-x-icu"`).notNullable();
    t.specificType('previous_hash', `text COLLATE "de-x-icu"`);
    t.timestamp('rotated_at', { useTz: true });
    t.timestamp('expires_at', { useTz: true }).notNullable();
    t.specificType('device', `text COLLATE "de-x-icu"`);
  });
  await knex.schema.createTable('settings', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.specificType('key', `text COLLATE "de-x-icu"`).notNullable();
    t.uuid('brand_id');
    t.jsonb('value');
    t.specificType('description', `text COLLATE "de-x-icu"`);
    t.specificType('search_text', `text GENERATED ALWAYS AS (kontor_search(COALESCE(key, ''::text))) STORED`);
  });
  await knex.schema.createTable('tags', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.specificType('name', `text COLLATE "de-x-icu"`).notNullable();
    t.text('colour').notNullable();
    t.specificType('description', `text COLLATE "de-x-icu"`);
    t.specificType('search_text', `text GENERATED ALWAYS AS (kontor_search(COALESCE(name, ''::text))) STORED`);
  });
  await knex.schema.createTable('tasks', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.timestamp('deleted_at', { useTz: true });
    t.uuid('deleted_by');
    t.specificType('name', `text COLLATE "de-x-icu"`).notNullable();
    t.text('status').notNullable();
    t.text('priority').notNullable();
    t.uuid('assignee_id');
    t.date('due_on');
    t.text('subject_resource');
    t.uuid('subject_id');
    t.uuid('brand_id');
    t.text('description');
    t.integer('estimated');
    t.integer('actual');
    t.specificType('search_text', `text GENERATED ALWAYS AS (kontor_search(COALESCE(name, ''::text))) STORED`);
  });
  await knex.schema.createTable('tasks_tag_ids', (t) => {
    t.uuid('record_id').notNullable();
    t.uuid('target_id').notNullable();
  });
  await knex.schema.createTable('users', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.timestamp('deleted_at', { useTz: true });
    t.uuid('deleted_by');
    t.specificType('name', `text COLLATE "de-x-icu"`).notNullable();
    t.specificType('email', `text COLLATE "de-x-icu"`).notNullable();
    t.text('phone');
    t.uuid('picture');
    t.specificType('roles', `text[]`).notNullable().defaultTo(knex.raw(`'{}'::text[]`));
    t.text('language').notNullable();
    t.boolean('active').notNullable().defaultTo(knex.raw(`true`));
    t.timestamp('last_seen_at', { useTz: true });
    t.specificType('search_text', `text GENERATED ALWAYS AS (kontor_search(((COALESCE(name, ''::text) || ' '::text) || COALESCE(email, ''::text)))) STORED`);
  });
  await knex.schema.createTable('users_brand_ids', (t) => {
    t.uuid('record_id').notNullable();
    t.uuid('target_id').notNullable();
  });
  await knex.raw(`ALTER TABLE "addresses" ADD CONSTRAINT "addresses_city_check" CHECK ((char_length(city) <= 120))`);
  await knex.raw(`ALTER TABLE "addresses" ADD CONSTRAINT "addresses_country_check" CHECK ((country = ANY (ARRAY['DE'::text, 'AT'::text, 'CH'::text, 'LI'::text, 'BE'::text, 'CZ'::text, 'DK'::text, 'FR'::text, 'IT'::text, 'LU'::text, 'NL'::text, 'PL'::text])))`);
  await knex.raw(`ALTER TABLE "addresses" ADD CONSTRAINT "addresses_extra_check" CHECK ((char_length(extra) <= 120))`);
  await knex.raw(`ALTER TABLE "addresses" ADD CONSTRAINT "addresses_party_check" CHECK ((((party_resource IS NULL) = (party_id IS NULL)) AND (party_resource = ANY (ARRAY['customers'::text, 'contacts'::text]))))`);
  await knex.raw(`ALTER TABLE "addresses" ADD CONSTRAINT "addresses_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "addresses" ADD CONSTRAINT "addresses_postcode_check" CHECK ((char_length(postcode) <= 12))`);
  await knex.raw(`ALTER TABLE "addresses" ADD CONSTRAINT "addresses_street_check" CHECK ((char_length(street) <= 120))`);
  await knex.raw(`ALTER TABLE "addresses" ADD CONSTRAINT "addresses_type_check" CHECK ((type = ANY (ARRAY['main'::text, 'billing'::text, 'delivery'::text])))`);
  await knex.raw(`ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_operation_check" CHECK ((operation = ANY (ARRAY['create'::text, 'update'::text, 'delete'::text, 'restore'::text, 'purge'::text, 'transition'::text])))`);
  await knex.raw(`ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_record_id_check" CHECK ((char_length(record_id) <= 36))`);
  await knex.raw(`ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_request_id_check" CHECK ((char_length(request_id) <= 60))`);
  await knex.raw(`ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_resource_check" CHECK ((char_length(resource) <= 60))`);
  await knex.raw(`ALTER TABLE "brands" ADD CONSTRAINT "brands_colour_check" CHECK ((colour ~ '^#[0-9a-f]{6}$'::text))`);
  await knex.raw(`ALTER TABLE "brands" ADD CONSTRAINT "brands_email_check" CHECK ((char_length(email) <= 254))`);
  await knex.raw(`ALTER TABLE "brands" ADD CONSTRAINT "brands_name_check" CHECK ((char_length(name) <= 80))`);
  await knex.raw(`ALTER TABLE "brands" ADD CONSTRAINT "brands_phone_check" CHECK ((char_length(phone) <= 40))`);
  await knex.raw(`ALTER TABLE "brands" ADD CONSTRAINT "brands_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "brands" ADD CONSTRAINT "brands_sender_name_check" CHECK ((char_length(sender_name) <= 120))`);
  await knex.raw(`ALTER TABLE "brands" ADD CONSTRAINT "brands_website_check" CHECK ((char_length(website) <= 2000))`);
  await knex.raw(`ALTER TABLE "companies" ADD CONSTRAINT "companies_address_check" CHECK ((jsonb_typeof(address) = 'object'::text))`);
  await knex.raw(`ALTER TABLE "companies" ADD CONSTRAINT "companies_currency_check" CHECK ((currency = ANY (ARRAY['EUR'::text, 'CHF'::text])))`);
  await knex.raw(`ALTER TABLE "companies" ADD CONSTRAINT "companies_email_check" CHECK ((char_length(email) <= 254))`);
  await knex.raw(`ALTER TABLE "companies" ADD CONSTRAINT "companies_managing_directors_check" CHECK ((char_length(managing_directors) <= 300))`);
  await knex.raw(`ALTER TABLE "companies" ADD CONSTRAINT "companies_name_check" CHECK ((char_length(name) <= 160))`);
  await knex.raw(`ALTER TABLE "companies" ADD CONSTRAINT "companies_phone_check" CHECK ((char_length(phone) <= 40))`);
  await knex.raw(`ALTER TABLE "companies" ADD CONSTRAINT "companies_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "companies" ADD CONSTRAINT "companies_register_entry_check" CHECK ((char_length(register_entry) <= 120))`);
  await knex.raw(`ALTER TABLE "companies" ADD CONSTRAINT "companies_tax_number_check" CHECK ((char_length(tax_number) <= 30))`);
  await knex.raw(`ALTER TABLE "companies" ADD CONSTRAINT "companies_vat_id_check" CHECK ((char_length(vat_id) <= 20))`);
  await knex.raw(`ALTER TABLE "companies" ADD CONSTRAINT "companies_website_check" CHECK ((char_length(website) <= 2000))`);
  await knex.raw(`ALTER TABLE "contacts" ADD CONSTRAINT "contacts_academic_title_check" CHECK ((char_length(academic_title) <= 40))`);
  await knex.raw(`ALTER TABLE "contacts" ADD CONSTRAINT "contacts_department_check" CHECK ((char_length(department) <= 120))`);
  await knex.raw(`ALTER TABLE "contacts" ADD CONSTRAINT "contacts_email_check" CHECK ((char_length(email) <= 254))`);
  await knex.raw(`ALTER TABLE "contacts" ADD CONSTRAINT "contacts_first_name_check" CHECK ((char_length(first_name) <= 80))`);
  await knex.raw(`ALTER TABLE "contacts" ADD CONSTRAINT "contacts_last_name_check" CHECK ((char_length(last_name) <= 80))`);
  await knex.raw(`ALTER TABLE "contacts" ADD CONSTRAINT "contacts_mobile_check" CHECK ((char_length(mobile) <= 40))`);
  await knex.raw(`ALTER TABLE "contacts" ADD CONSTRAINT "contacts_phone_check" CHECK ((char_length(phone) <= 40))`);
  await knex.raw(`ALTER TABLE "contacts" ADD CONSTRAINT "contacts_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "contacts" ADD CONSTRAINT "contacts_position_check" CHECK ((char_length("position") <= 120))`);
  await knex.raw(`ALTER TABLE "contacts" ADD CONSTRAINT "contacts_salutation_check" CHECK ((salutation = ANY (ARRAY['ms'::text, 'mr'::text, 'none'::text])))`);
  await knex.raw(`ALTER TABLE "credentials" ADD CONSTRAINT "credentials_password_hash_check" CHECK ((char_length(password_hash) <= 300))`);
  await knex.raw(`ALTER TABLE "credentials" ADD CONSTRAINT "credentials_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "customers" ADD CONSTRAINT "customers_credit_limit_check" CHECK ((credit_limit >= (0)::numeric))`);
  await knex.raw(`ALTER TABLE "customers" ADD CONSTRAINT "customers_email_check" CHECK ((char_length(email) <= 254))`);
  await knex.raw(`ALTER TABLE "customers" ADD CONSTRAINT "customers_industry_check" CHECK ((industry = ANY (ARRAY['crafts'::text, 'industry'::text, 'trade'::text, 'services'::text, 'public'::text, 'health'::text, 'education'::text, 'it'::text])))`);
  await knex.raw(`ALTER TABLE "customers" ADD CONSTRAINT "customers_language_check" CHECK ((language = ANY (ARRAY['de'::text, 'en'::text])))`);
  await knex.raw(`ALTER TABLE "customers" ADD CONSTRAINT "customers_name_check" CHECK ((char_length(name) <= 160))`);
  await knex.raw(`ALTER TABLE "customers" ADD CONSTRAINT "customers_payment_days_check" CHECK (((payment_days >= 0) AND (payment_days <= 365)))`);
  await knex.raw(`ALTER TABLE "customers" ADD CONSTRAINT "customers_phone_check" CHECK ((char_length(phone) <= 40))`);
  await knex.raw(`ALTER TABLE "customers" ADD CONSTRAINT "customers_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "customers" ADD CONSTRAINT "customers_remarks_check" CHECK ((char_length(remarks) <= 20000))`);
  await knex.raw(`ALTER TABLE "customers" ADD CONSTRAINT "customers_status_check" CHECK ((status = ANY (ARRAY['prospect'::text, 'active'::text, 'inactive'::text, 'blocked'::text])))`);
  await knex.raw(`ALTER TABLE "customers" ADD CONSTRAINT "customers_type_check" CHECK ((type = ANY (ARRAY['organisation'::text, 'person'::text])))`);
  await knex.raw(`ALTER TABLE "customers" ADD CONSTRAINT "customers_vat_id_check" CHECK ((char_length(vat_id) <= 20))`);
  await knex.raw(`ALTER TABLE "customers" ADD CONSTRAINT "customers_website_check" CHECK ((char_length(website) <= 2000))`);
  await knex.raw(`ALTER TABLE "customers_brand_ids" ADD CONSTRAINT "customers_brand_ids_pkey" PRIMARY KEY (record_id, target_id)`);
  await knex.raw(`ALTER TABLE "customers_tag_ids" ADD CONSTRAINT "customers_tag_ids_pkey" PRIMARY KEY (record_id, target_id)`);
  await knex.raw(`ALTER TABLE "files" ADD CONSTRAINT "files_media_type_check" CHECK ((char_length(media_type) <= 120))`);
  await knex.raw(`ALTER TABLE "files" ADD CONSTRAINT "files_name_check" CHECK ((char_length(name) <= 255))`);
  await knex.raw(`ALTER TABLE "files" ADD CONSTRAINT "files_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "files" ADD CONSTRAINT "files_sha256_check" CHECK ((char_length(sha256) <= 64))`);
  await knex.raw(`ALTER TABLE "notes" ADD CONSTRAINT "notes_body_check" CHECK ((char_length(body) <= 20000))`);
  await knex.raw(`ALTER TABLE "notes" ADD CONSTRAINT "notes_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "notes" ADD CONSTRAINT "notes_subject_check" CHECK ((((subject_resource IS NULL) = (subject_id IS NULL)) AND (subject_resource = ANY (ARRAY['customers'::text, 'contacts'::text, 'tasks'::text]))))`);
  await knex.raw(`ALTER TABLE "notes" ADD CONSTRAINT "notes_type_check" CHECK ((type = ANY (ARRAY['note'::text, 'call'::text, 'meeting'::text])))`);
  await knex.raw(`ALTER TABLE "number_sequences" ADD CONSTRAINT "number_sequences_key_check" CHECK ((char_length(key) <= 60))`);
  await knex.raw(`ALTER TABLE "number_sequences" ADD CONSTRAINT "number_sequences_name_check" CHECK ((char_length(name) <= 120))`);
  await knex.raw(`ALTER TABLE "number_sequences" ADD CONSTRAINT "number_sequences_next_value_check" CHECK (((next_value >= 1) AND (next_value <= 2147483647)))`);
  await knex.raw(`ALTER TABLE "number_sequences" ADD CONSTRAINT "number_sequences_pattern_check" CHECK ((char_length(pattern) <= 60))`);
  await knex.raw(`ALTER TABLE "number_sequences" ADD CONSTRAINT "number_sequences_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_name_check" CHECK ((char_length(name) <= 80))`);
  await knex.raw(`ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_resource_check" CHECK ((char_length(resource) <= 60))`);
  await knex.raw(`ALTER TABLE "sessions" ADD CONSTRAINT "sessions_device_check" CHECK ((char_length(device) <= 300))`);
  await knex.raw(`ALTER TABLE "sessions" ADD CONSTRAINT "sessions_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "sessions" ADD CONSTRAINT "sessions_previous_hash_check" CHECK ((char_length(previous_hash) <= 64))`);
  await knex.raw(`ALTER TABLE "sessions" ADD CONSTRAINT "sessions_token_hash_check" CHECK ((char_length(token_hash) <= 64))`);
  await knex.raw(`ALTER TABLE "settings" ADD CONSTRAINT "settings_description_check" CHECK ((char_length(description) <= 500))`);
  await knex.raw(`ALTER TABLE "settings" ADD CONSTRAINT "settings_key_check" CHECK ((char_length(key) <= 80))`);
  await knex.raw(`ALTER TABLE "settings" ADD CONSTRAINT "settings_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "tags" ADD CONSTRAINT "tags_colour_check" CHECK ((colour ~ '^#[0-9a-f]{6}$'::text))`);
  await knex.raw(`ALTER TABLE "tags" ADD CONSTRAINT "tags_description_check" CHECK ((char_length(description) <= 300))`);
  await knex.raw(`ALTER TABLE "tags" ADD CONSTRAINT "tags_name_check" CHECK ((char_length(name) <= 60))`);
  await knex.raw(`ALTER TABLE "tags" ADD CONSTRAINT "tags_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "tasks" ADD CONSTRAINT "tasks_actual_check" CHECK (((actual >= 0) AND (actual <= 5270400)))`);
  await knex.raw(`ALTER TABLE "tasks" ADD CONSTRAINT "tasks_estimated_check" CHECK (((estimated >= 0) AND (estimated <= 5270400)))`);
  await knex.raw(`ALTER TABLE "tasks" ADD CONSTRAINT "tasks_name_check" CHECK ((char_length(name) <= 200))`);
  await knex.raw(`ALTER TABLE "tasks" ADD CONSTRAINT "tasks_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "tasks" ADD CONSTRAINT "tasks_priority_check" CHECK ((priority = ANY (ARRAY['low'::text, 'normal'::text, 'high'::text, 'urgent'::text])))`);
  await knex.raw(`ALTER TABLE "tasks" ADD CONSTRAINT "tasks_status_check" CHECK ((status = ANY (ARRAY['open'::text, 'in_progress'::text, 'waiting'::text, 'done'::text, 'cancelled'::text])))`);
  await knex.raw(`ALTER TABLE "tasks" ADD CONSTRAINT "tasks_subject_check" CHECK ((((subject_resource IS NULL) = (subject_id IS NULL)) AND (subject_resource = ANY (ARRAY['customers'::text, 'contacts'::text]))))`);
  await knex.raw(`ALTER TABLE "tasks_tag_ids" ADD CONSTRAINT "tasks_tag_ids_pkey" PRIMARY KEY (record_id, target_id)`);
  await knex.raw(`ALTER TABLE "users" ADD CONSTRAINT "users_email_check" CHECK ((char_length(email) <= 254))`);
  await knex.raw(`ALTER TABLE "users" ADD CONSTRAINT "users_language_check" CHECK ((language = ANY (ARRAY['de'::text, 'en'::text])))`);
  await knex.raw(`ALTER TABLE "users" ADD CONSTRAINT "users_name_check" CHECK ((char_length(name) <= 120))`);
  await knex.raw(`ALTER TABLE "users" ADD CONSTRAINT "users_phone_check" CHECK ((char_length(phone) <= 40))`);
  await knex.raw(`ALTER TABLE "users" ADD CONSTRAINT "users_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "users_brand_ids" ADD CONSTRAINT "users_brand_ids_pkey" PRIMARY KEY (record_id, target_id)`);
  await knex.raw(`ALTER TABLE "brands" ADD CONSTRAINT "brands_company_id_fkey" FOREIGN KEY (company_id) REFERENCES companies(id) ON DELETE RESTRICT`);
  await knex.raw(`ALTER TABLE "brands" ADD CONSTRAINT "brands_logo_fkey" FOREIGN KEY (logo) REFERENCES files(id) ON DELETE RESTRICT`);
  await knex.raw(`ALTER TABLE "contacts" ADD CONSTRAINT "contacts_customer_id_fkey" FOREIGN KEY (customer_id) REFERENCES customers(id) ON DELETE RESTRICT`);
  await knex.raw(`ALTER TABLE "credentials" ADD CONSTRAINT "credentials_user_id_fkey" FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "customers" ADD CONSTRAINT "customers_owner_id_fkey" FOREIGN KEY (owner_id) REFERENCES users(id) ON DELETE RESTRICT`);
  await knex.raw(`ALTER TABLE "customers_brand_ids" ADD CONSTRAINT "customers_brand_ids_record_id_fkey" FOREIGN KEY (record_id) REFERENCES customers(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "customers_brand_ids" ADD CONSTRAINT "customers_brand_ids_target_id_fkey" FOREIGN KEY (target_id) REFERENCES brands(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "customers_tag_ids" ADD CONSTRAINT "customers_tag_ids_record_id_fkey" FOREIGN KEY (record_id) REFERENCES customers(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "customers_tag_ids" ADD CONSTRAINT "customers_tag_ids_target_id_fkey" FOREIGN KEY (target_id) REFERENCES tags(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "number_sequences" ADD CONSTRAINT "number_sequences_brand_id_fkey" FOREIGN KEY (brand_id) REFERENCES brands(id) ON DELETE RESTRICT`);
  await knex.raw(`ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "settings" ADD CONSTRAINT "settings_brand_id_fkey" FOREIGN KEY (brand_id) REFERENCES brands(id) ON DELETE RESTRICT`);
  await knex.raw(`ALTER TABLE "tasks" ADD CONSTRAINT "tasks_assignee_id_fkey" FOREIGN KEY (assignee_id) REFERENCES users(id) ON DELETE RESTRICT`);
  await knex.raw(`ALTER TABLE "tasks" ADD CONSTRAINT "tasks_brand_id_fkey" FOREIGN KEY (brand_id) REFERENCES brands(id) ON DELETE RESTRICT`);
  await knex.raw(`ALTER TABLE "tasks_tag_ids" ADD CONSTRAINT "tasks_tag_ids_record_id_fkey" FOREIGN KEY (record_id) REFERENCES tasks(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "tasks_tag_ids" ADD CONSTRAINT "tasks_tag_ids_target_id_fkey" FOREIGN KEY (target_id) REFERENCES tags(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "users" ADD CONSTRAINT "users_picture_fkey" FOREIGN KEY (picture) REFERENCES files(id) ON DELETE RESTRICT`);
  await knex.raw(`ALTER TABLE "users_brand_ids" ADD CONSTRAINT "users_brand_ids_record_id_fkey" FOREIGN KEY (record_id) REFERENCES users(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "users_brand_ids" ADD CONSTRAINT "users_brand_ids_target_id_fkey" FOREIGN KEY (target_id) REFERENCES brands(id) ON DELETE CASCADE`);
  await knex.raw(`CREATE INDEX addresses_city_id_index ON public.addresses USING btree (city, id)`);
  await knex.raw(`CREATE INDEX addresses_city_index ON public.addresses USING btree (city)`);
  await knex.raw(`CREATE INDEX addresses_country_index ON public.addresses USING btree (country)`);
  await knex.raw(`CREATE INDEX addresses_party_resource_party_id_index ON public.addresses USING btree (party_resource, party_id)`);
  await knex.raw(`CREATE INDEX addresses_search_text_index ON public.addresses USING gin (search_text gin_trgm_ops)`);
  await knex.raw(`CREATE INDEX addresses_type_index ON public.addresses USING btree (type)`);
  await knex.raw(`CREATE INDEX audit_entries_created_at_id_index ON public.audit_entries USING btree (created_at, id)`);
  await knex.raw(`CREATE INDEX audit_entries_created_by_index ON public.audit_entries USING btree (created_by)`);
  await knex.raw(`CREATE INDEX audit_entries_operation_index ON public.audit_entries USING btree (operation)`);
  await knex.raw(`CREATE INDEX audit_entries_resource_index ON public.audit_entries USING btree (resource)`);
  await knex.raw(`CREATE INDEX audit_entries_resource_record_id_record_version_index ON public.audit_entries USING btree (resource, record_id, record_version)`);
  await knex.raw(`CREATE INDEX brands_company_id_index ON public.brands USING btree (company_id)`);
  await knex.raw(`CREATE INDEX brands_logo_index ON public.brands USING btree (logo)`);
  await knex.raw(`CREATE INDEX brands_name_id_index ON public.brands USING btree (name, id) WHERE (deleted_at IS NULL)`);
  await knex.raw(`CREATE UNIQUE INDEX brands_name_unique ON public.brands USING btree (name) WHERE (deleted_at IS NULL)`);
  await knex.raw(`CREATE INDEX brands_search_text_index ON public.brands USING gin (search_text gin_trgm_ops)`);
  await knex.raw(`CREATE INDEX companies_name_id_index ON public.companies USING btree (name, id) WHERE (deleted_at IS NULL)`);
  await knex.raw(`CREATE INDEX companies_search_text_index ON public.companies USING gin (search_text gin_trgm_ops)`);
  await knex.raw(`CREATE INDEX contacts_customer_id_index ON public.contacts USING btree (customer_id)`);
  await knex.raw(`CREATE INDEX contacts_full_name_id_index ON public.contacts USING btree (full_name, id) WHERE (deleted_at IS NULL)`);
  await knex.raw(`CREATE INDEX contacts_main_contact_index ON public.contacts USING btree (main_contact)`);
  await knex.raw(`CREATE INDEX contacts_newsletter_index ON public.contacts USING btree (newsletter)`);
  await knex.raw(`CREATE INDEX contacts_search_text_index ON public.contacts USING gin (search_text gin_trgm_ops)`);
  await knex.raw(`CREATE UNIQUE INDEX credentials_user_id_unique ON public.credentials USING btree (user_id)`);
  await knex.raw(`CREATE INDEX customers_industry_index ON public.customers USING btree (industry)`);
  await knex.raw(`CREATE INDEX customers_name_id_index ON public.customers USING btree (name, id) WHERE (deleted_at IS NULL)`);
  await knex.raw(`CREATE UNIQUE INDEX customers_number_unique ON public.customers USING btree (number) WHERE (deleted_at IS NULL)`);
  await knex.raw(`CREATE INDEX customers_owner_id_index ON public.customers USING btree (owner_id)`);
  await knex.raw(`CREATE INDEX customers_search_text_index ON public.customers USING gin (search_text gin_trgm_ops)`);
  await knex.raw(`CREATE INDEX customers_status_index ON public.customers USING btree (status)`);
  await knex.raw(`CREATE INDEX customers_type_index ON public.customers USING btree (type)`);
  await knex.raw(`CREATE INDEX customers_brand_ids_target_id_index ON public.customers_brand_ids USING btree (target_id, record_id)`);
  await knex.raw(`CREATE INDEX customers_tag_ids_target_id_index ON public.customers_tag_ids USING btree (target_id, record_id)`);
  await knex.raw(`CREATE INDEX files_created_at_id_index ON public.files USING btree (created_at, id)`);
  await knex.raw(`CREATE INDEX files_created_by_index ON public.files USING btree (created_by)`);
  await knex.raw(`CREATE INDEX files_search_text_index ON public.files USING gin (search_text gin_trgm_ops)`);
  await knex.raw(`CREATE INDEX files_sha256_index ON public.files USING btree (sha256)`);
  await knex.raw(`CREATE INDEX notes_created_by_index ON public.notes USING btree (created_by)`);
  await knex.raw(`CREATE INDEX notes_happened_at_id_index ON public.notes USING btree (happened_at, id) WHERE (deleted_at IS NULL)`);
  await knex.raw(`CREATE INDEX notes_happened_at_index ON public.notes USING btree (happened_at)`);
  await knex.raw(`CREATE INDEX notes_pinned_index ON public.notes USING btree (pinned)`);
  await knex.raw(`CREATE INDEX notes_search_text_index ON public.notes USING gin (search_text gin_trgm_ops)`);
  await knex.raw(`CREATE INDEX notes_subject_resource_subject_id_index ON public.notes USING btree (subject_resource, subject_id)`);
  await knex.raw(`CREATE INDEX notes_type_index ON public.notes USING btree (type)`);
  await knex.raw(`CREATE INDEX number_sequences_brand_id_index ON public.number_sequences USING btree (brand_id)`);
  await knex.raw(`CREATE UNIQUE INDEX number_sequences_key_brand_id_unique ON public.number_sequences USING btree (key, brand_id) NULLS NOT DISTINCT`);
  await knex.raw(`CREATE INDEX number_sequences_name_id_index ON public.number_sequences USING btree (name, id)`);
  await knex.raw(`CREATE INDEX number_sequences_search_text_index ON public.number_sequences USING gin (search_text gin_trgm_ops)`);
  await knex.raw(`CREATE INDEX saved_views_created_by_index ON public.saved_views USING btree (created_by)`);
  await knex.raw(`CREATE INDEX saved_views_name_id_index ON public.saved_views USING btree (name, id)`);
  await knex.raw(`CREATE INDEX saved_views_resource_index ON public.saved_views USING btree (resource)`);
  await knex.raw(`CREATE INDEX saved_views_search_text_index ON public.saved_views USING gin (search_text gin_trgm_ops)`);
  await knex.raw(`CREATE INDEX saved_views_shared_index ON public.saved_views USING btree (shared)`);
  await knex.raw(`CREATE INDEX sessions_expires_at_index ON public.sessions USING btree (expires_at)`);
  await knex.raw(`CREATE INDEX sessions_previous_hash_index ON public.sessions USING btree (previous_hash)`);
  await knex.raw(`CREATE UNIQUE INDEX sessions_token_hash_unique ON public.sessions USING btree (token_hash)`);
  await knex.raw(`CREATE INDEX sessions_user_id_index ON public.sessions USING btree (user_id)`);
  await knex.raw(`CREATE INDEX settings_brand_id_index ON public.settings USING btree (brand_id)`);
  await knex.raw(`CREATE UNIQUE INDEX settings_key_brand_id_unique ON public.settings USING btree (key, brand_id) NULLS NOT DISTINCT`);
  await knex.raw(`CREATE INDEX settings_key_id_index ON public.settings USING btree (key, id)`);
  await knex.raw(`CREATE INDEX settings_search_text_index ON public.settings USING gin (search_text gin_trgm_ops)`);
  await knex.raw(`CREATE INDEX tags_name_id_index ON public.tags USING btree (name, id)`);
  await knex.raw(`CREATE UNIQUE INDEX tags_name_unique ON public.tags USING btree (name)`);
  await knex.raw(`CREATE INDEX tags_search_text_index ON public.tags USING gin (search_text gin_trgm_ops)`);
  await knex.raw(`CREATE INDEX tasks_assignee_id_index ON public.tasks USING btree (assignee_id)`);
  await knex.raw(`CREATE INDEX tasks_brand_id_index ON public.tasks USING btree (brand_id)`);
  await knex.raw(`CREATE INDEX tasks_due_on_id_index ON public.tasks USING btree (due_on, id) WHERE (deleted_at IS NULL)`);
  await knex.raw(`CREATE INDEX tasks_due_on_index ON public.tasks USING btree (due_on)`);
  await knex.raw(`CREATE INDEX tasks_priority_index ON public.tasks USING btree (priority)`);
  await knex.raw(`CREATE INDEX tasks_search_text_index ON public.tasks USING gin (search_text gin_trgm_ops)`);
  await knex.raw(`CREATE INDEX tasks_status_index ON public.tasks USING btree (status)`);
  await knex.raw(`CREATE INDEX tasks_subject_resource_subject_id_index ON public.tasks USING btree (subject_resource, subject_id)`);
  await knex.raw(`CREATE INDEX tasks_tag_ids_target_id_index ON public.tasks_tag_ids USING btree (target_id, record_id)`);
  await knex.raw(`CREATE INDEX users_active_index ON public.users USING btree (active)`);
  await knex.raw(`CREATE UNIQUE INDEX users_email_unique ON public.users USING btree (email) WHERE (deleted_at IS NULL)`);
  await knex.raw(`CREATE INDEX users_name_id_index ON public.users USING btree (name, id) WHERE (deleted_at IS NULL)`);
  await knex.raw(`CREATE INDEX users_picture_index ON public.users USING btree (picture)`);
  await knex.raw(`CREATE INDEX users_roles_index ON public.users USING gin (roles)`);
  await knex.raw(`CREATE INDEX users_search_text_index ON public.users USING gin (search_text gin_trgm_ops)`);
  await knex.raw(`CREATE INDEX users_brand_ids_target_id_index ON public.users_brand_ids USING btree (target_id, record_id)`);
  await knex.raw(`CREATE TRIGGER addresses_party_exists BEFORE INSERT OR UPDATE OF party_resource, party_id ON public.addresses FOR EACH ROW EXECUTE FUNCTION kontor_subject_exists('party')`);
  await knex.raw(`CREATE TRIGGER audit_entries_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_entries FOR EACH STATEMENT EXECUTE FUNCTION kontor_append_only()`);
  await knex.raw(`CREATE TRIGGER contacts_in_use BEFORE DELETE ON public.contacts FOR EACH ROW EXECUTE FUNCTION kontor_subject_in_use('addresses.party', 'tasks.subject', 'notes.subject')`);
  await knex.raw(`CREATE TRIGGER rollup_customers_contacts_count AFTER INSERT OR DELETE OR UPDATE OF customer_id, deleted_at ON public.contacts FOR EACH ROW EXECUTE FUNCTION rollup_customers_contacts_count()`);
  await knex.raw(`CREATE TRIGGER customers_in_use BEFORE DELETE ON public.customers FOR EACH ROW EXECUTE FUNCTION kontor_subject_in_use('tasks.subject', 'notes.subject')`);
  await knex.raw(`CREATE TRIGGER notes_subject_exists BEFORE INSERT OR UPDATE OF subject_resource, subject_id ON public.notes FOR EACH ROW EXECUTE FUNCTION kontor_subject_exists('subject')`);
  await knex.raw(`CREATE TRIGGER rollup_customers_open_tasks AFTER INSERT OR DELETE OR UPDATE OF subject_id, subject_resource, deleted_at, status ON public.tasks FOR EACH ROW EXECUTE FUNCTION rollup_customers_open_tasks()`);
  await knex.raw(`CREATE TRIGGER tasks_in_use BEFORE DELETE ON public.tasks FOR EACH ROW EXECUTE FUNCTION kontor_subject_in_use('notes.subject')`);
  await knex.raw(`CREATE TRIGGER tasks_subject_exists BEFORE INSERT OR UPDATE OF subject_resource, subject_id ON public.tasks FOR EACH ROW EXECUTE FUNCTION kontor_subject_exists('subject')`);
}

export async function down(knex) {
  await knex.raw(`ALTER TABLE "brands" DROP CONSTRAINT "brands_company_id_fkey"`);
  await knex.raw(`ALTER TABLE "brands" DROP CONSTRAINT "brands_logo_fkey"`);
  await knex.raw(`ALTER TABLE "contacts" DROP CONSTRAINT "contacts_customer_id_fkey"`);
  await knex.raw(`ALTER TABLE "credentials" DROP CONSTRAINT "credentials_user_id_fkey"`);
  await knex.raw(`ALTER TABLE "customers" DROP CONSTRAINT "customers_owner_id_fkey"`);
  await knex.raw(`ALTER TABLE "customers_brand_ids" DROP CONSTRAINT "customers_brand_ids_record_id_fkey"`);
  await knex.raw(`ALTER TABLE "customers_brand_ids" DROP CONSTRAINT "customers_brand_ids_target_id_fkey"`);
  await knex.raw(`ALTER TABLE "customers_tag_ids" DROP CONSTRAINT "customers_tag_ids_record_id_fkey"`);
  await knex.raw(`ALTER TABLE "customers_tag_ids" DROP CONSTRAINT "customers_tag_ids_target_id_fkey"`);
  await knex.raw(`ALTER TABLE "number_sequences" DROP CONSTRAINT "number_sequences_brand_id_fkey"`);
  await knex.raw(`ALTER TABLE "sessions" DROP CONSTRAINT "sessions_user_id_fkey"`);
  await knex.raw(`ALTER TABLE "settings" DROP CONSTRAINT "settings_brand_id_fkey"`);
  await knex.raw(`ALTER TABLE "tasks" DROP CONSTRAINT "tasks_assignee_id_fkey"`);
  await knex.raw(`ALTER TABLE "tasks" DROP CONSTRAINT "tasks_brand_id_fkey"`);
  await knex.raw(`ALTER TABLE "tasks_tag_ids" DROP CONSTRAINT "tasks_tag_ids_record_id_fkey"`);
  await knex.raw(`ALTER TABLE "tasks_tag_ids" DROP CONSTRAINT "tasks_tag_ids_target_id_fkey"`);
  await knex.raw(`ALTER TABLE "users" DROP CONSTRAINT "users_picture_fkey"`);
  await knex.raw(`ALTER TABLE "users_brand_ids" DROP CONSTRAINT "users_brand_ids_record_id_fkey"`);
  await knex.raw(`ALTER TABLE "users_brand_ids" DROP CONSTRAINT "users_brand_ids_target_id_fkey"`);
  await knex.schema.dropTable('addresses');
  await knex.schema.dropTable('audit_entries');
  await knex.schema.dropTable('brands');
  await knex.schema.dropTable('companies');
  await knex.schema.dropTable('contacts');
  await knex.schema.dropTable('credentials');
  await knex.schema.dropTable('customers');
  await knex.schema.dropTable('customers_brand_ids');
  await knex.schema.dropTable('customers_tag_ids');
  await knex.schema.dropTable('files');
  await knex.schema.dropTable('notes');
  await knex.schema.dropTable('number_sequences');
  await knex.schema.dropTable('saved_views');
  await knex.schema.dropTable('sessions');
  await knex.schema.dropTable('settings');
  await knex.schema.dropTable('tags');
  await knex.schema.dropTable('tasks');
  await knex.schema.dropTable('tasks_tag_ids');
  await knex.schema.dropTable('users');
  await knex.schema.dropTable('users_brand_ids');
  await knex.raw(`DROP FUNCTION "kontor_append_only"`);
  await knex.raw(`DROP FUNCTION "kontor_fold"`);
  await knex.raw(`DROP FUNCTION "kontor_search"`);
  await knex.raw(`DROP FUNCTION "kontor_subject_exists"`);
  await knex.raw(`DROP FUNCTION "kontor_subject_in_use"`);
  await knex.raw(`DROP FUNCTION "rollup_customers_contacts_count"`);
  await knex.raw(`DROP FUNCTION "rollup_customers_open_tasks"`);
}
