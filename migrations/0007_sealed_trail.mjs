/**
 * The trail in parts by month, with who did it in what capacity, events without a changed record, and seals. PostgreSQL
 * partitions no table that is there: it is made anew and its rows move.
 */
export async function up(knex) {
  await knex.raw(`DROP TRIGGER audit_entries_append_only ON audit_entries`);
  await knex.raw(`ALTER TABLE audit_entries RENAME TO audit_entries_before`);
  for (const name of ['created_at_id', 'created_by', 'operation', 'resource_record_id_record_version'])
    await knex.raw(`DROP INDEX audit_entries_${name}_index`);
  await knex.raw(`ALTER TABLE audit_entries_before DROP CONSTRAINT audit_entries_pkey`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.audit_entries_digest()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN
  NEW.xid := pg_catalog.pg_current_xact_id();
  NEW.salt := pg_catalog.uuid_send(pg_catalog.gen_random_uuid());
  NEW.digest := pg_catalog.sha256(NEW.salt || pg_catalog.convert_to(pg_catalog.jsonb_build_object('address', NEW."address", 'before', NEW."before", 'after', NEW."after")::text, 'UTF8'));
  RETURN NEW;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.audit_entries_erase(entry uuid, of_resource text, of_record text, reason text, actor uuid, request text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$DECLARE
  found integer;
BEGIN
  IF coalesce(of_resource, '') = '' OR coalesce(of_record, '') = '' OR char_length(coalesce(trim(reason), '')) < 5 THEN
    RAISE EXCEPTION 'an erasure names its record and its reason' USING ERRCODE = 'KN005';
  END IF;
  SELECT count(*) INTO found FROM public.audit_entries t WHERE t.resource = of_resource AND t.record_id = of_record AND t.salt IS NOT NULL AND t.operation <> 'erase';
  IF found = 0 THEN RETURN 0; END IF;
  INSERT INTO public.audit_entries (id, created_by, request_id, resource, record_id, operation, after)
    VALUES (entry, actor, request, of_resource, of_record, 'erase', jsonb_build_object('reason', reason, 'entries', found));
  UPDATE public.audit_entries t SET "address" = NULL, "before" = NULL, "after" = NULL, salt = NULL
    WHERE t.resource = of_resource AND t.record_id = of_record AND t.salt IS NOT NULL AND t.operation <> 'erase';
  RETURN found;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.audit_entries_seal(most integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$DECLARE
  place bigint;
  link bytea;
  known xid8;
  oldest xid8;
  sealed integer := 0;
  e record;
BEGIN
  IF NOT pg_try_advisory_xact_lock(20261123, 'public.audit_entries'::regclass::oid::integer) THEN RETURN -1; END IF;
  oldest := pg_snapshot_xmin(pg_current_snapshot());
  SELECT s.position, s.chain, s.below INTO place, link, known FROM public.audit_seals s ORDER BY s.position DESC LIMIT 1;
  IF place IS NULL THEN place := 0; link := decode(repeat('00', 32), 'hex'); END IF;
  IF known IS NULL OR known > oldest THEN known := '0'; END IF;
  FOR e IN
    SELECT t.* FROM public.audit_entries t
    WHERE t.xid >= known
      AND (t.xid < pg_snapshot_xmin(pg_current_snapshot()) OR t.xid >= pg_snapshot_xmax(pg_current_snapshot()))
      AND t.xid IS DISTINCT FROM pg_current_xact_id_if_assigned()
      AND NOT EXISTS (SELECT 1 FROM public.audit_seals s WHERE s.entry_id = t.id AND s.entry_at = t.created_at)
    ORDER BY t.xid, t.id LIMIT most
  LOOP
    place := place + 1;
    sealed := sealed + 1;
    link := sha256(link || convert_to(jsonb_strip_nulls(to_jsonb(e) - ARRAY['address', 'before', 'after', 'xid', 'salt'] || jsonb_build_object('position', place, 'digest', encode(e.digest, 'hex'), 'created_at', to_char(e.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')))::text, 'UTF8'));
    INSERT INTO public.audit_seals (position, entry_id, entry_at, chain, below) VALUES (place, e.id, e.created_at, link, least(e.xid, oldest));
  END LOOP;
  RETURN sealed;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.audit_entries_unchanged()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$BEGIN
  IF TG_OP = 'UPDATE' AND NEW."address" IS NULL AND NEW."before" IS NULL AND NEW."after" IS NULL AND NEW.salt IS NULL
    AND to_jsonb(NEW) - ARRAY['address', 'before', 'after', 'salt'] = to_jsonb(OLD) - ARRAY['address', 'before', 'after', 'salt']
    AND EXISTS (SELECT 1 FROM public.audit_entries e WHERE e.xid = pg_current_xact_id() AND e.operation = 'erase' AND e.resource = OLD.resource AND e.record_id = OLD.record_id)
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME USING ERRCODE = 'KN001';
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.kontor_make_partitions(target text, first date, last date)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
 SET lock_timeout TO '3s'
AS $function$DECLARE
  parent oid := (SELECT c.oid FROM pg_class c JOIN pg_partitioned_table p ON p.partrelid = c.oid WHERE c.relnamespace = 'public'::regnamespace AND c.relname = target);
  month date := date_trunc('month', first);
  part text := target || '_default';
  bounds text := 'DEFAULT';
  made integer := 0;
BEGIN
  IF parent IS NULL OR first IS NULL OR last IS NULL OR last > first + 12000 THEN
    RAISE EXCEPTION 'no such partitions of %', target USING ERRCODE = 'KN004';
  END IF;
  PERFORM pg_advisory_xact_lock(20261122, parent::integer);
  LOOP
    IF to_regclass(format('public.%I', part)) IS NULL THEN
      BEGIN
        EXECUTE format('CREATE TABLE public.%I (LIKE public.%I INCLUDING ALL)', part, target);
        EXECUTE format('ALTER TABLE public.%I ATTACH PARTITION public.%I %s', target, part, bounds);
        IF EXISTS (SELECT 1 FROM pg_trigger WHERE tgrelid = parent AND tgfoid = 'public.kontor_append_only()'::regprocedure) THEN
          EXECUTE format('CREATE TRIGGER append_only BEFORE TRUNCATE ON public.%I FOR EACH STATEMENT EXECUTE FUNCTION public.kontor_append_only()', part);
        END IF;
        made := made + 1;
      EXCEPTION WHEN check_violation THEN
        NULL; -- its rows lie in the part for the rest
      END;
    END IF;
    EXIT WHEN month > last;
    part := target || to_char(month, '_YYYY_MM');
    bounds := format('FOR VALUES FROM (%L) TO (%L)', month || ' 00:00:00+00', (month + interval '1 month')::date || ' 00:00:00+00');
    month := (month + interval '1 month')::date;
  END LOOP;
  RETURN made;
END$function$`);
  await knex.raw(`CREATE TABLE "audit_entries" ("id" uuid NOT NULL, "created_at" timestamp with time zone DEFAULT now() NOT NULL, "created_by" uuid, "resource" text COLLATE "de-x-icu", "record_id" text COLLATE "de-x-icu", "record_version" integer, "operation" text NOT NULL, "origin" text, "actor_key" text COLLATE "de-x-icu", "actor_job" text COLLATE "de-x-icu", "impersonator" text COLLATE "de-x-icu", "address" text COLLATE "de-x-icu", "before" jsonb, "after" jsonb, "request_id" text COLLATE "de-x-icu", "xid" xid8 NOT NULL, "salt" bytea, "digest" bytea NOT NULL) PARTITION BY RANGE (created_at)`);
  await knex.schema.createTable('audit_seals', (t) => {
    t.specificType('position', `bigint`).notNullable();
    t.uuid('entry_id').notNullable();
    t.timestamp('entry_at', { useTz: true }).notNullable();
    t.specificType('chain', `bytea`).notNullable();
    t.specificType('below', `xid8`).notNullable();
    t.timestamp('sealed_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
  });
  await knex.raw(`ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_actor_job_check" CHECK ((char_length(actor_job) <= 120))`);
  await knex.raw(`ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_actor_key_check" CHECK ((char_length(actor_key) <= 120))`);
  await knex.raw(`ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_address_check" CHECK ((char_length(address) <= 60))`);
  await knex.raw(`ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_impersonator_check" CHECK ((char_length(impersonator) <= 36))`);
  await knex.raw(`ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_operation_check" CHECK ((operation = ANY (ARRAY['create'::text, 'update'::text, 'delete'::text, 'restore'::text, 'purge'::text, 'transition'::text, 'sign_in'::text, 'sign_in_failed'::text, 'sign_out'::text, 'security'::text, 'permission'::text, 'read'::text, 'export'::text, 'import'::text, 'denied'::text, 'erase'::text])))`);
  await knex.raw(`ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_origin_check" CHECK ((origin = ANY (ARRAY['api'::text, 'bulk'::text, 'import'::text, 'job'::text, 'command'::text, 'oidc'::text])))`);
  await knex.raw(`ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_pkey" PRIMARY KEY (id, created_at)`);
  await knex.raw(`ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_record_id_check" CHECK ((char_length(record_id) <= 36))`);
  await knex.raw(`ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_request_id_check" CHECK ((char_length(request_id) <= 60))`);
  await knex.raw(`ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_resource_check" CHECK ((char_length(resource) <= 60))`);
  await knex.raw(`ALTER TABLE "audit_seals" ADD CONSTRAINT "audit_seals_pkey" PRIMARY KEY ("position")`);
  await knex.raw(`CREATE INDEX audit_entries_created_at_id_index ON public.audit_entries USING btree (created_at, id)`);
  await knex.raw(`CREATE INDEX audit_entries_created_by_index ON public.audit_entries USING btree (created_by)`);
  await knex.raw(`CREATE INDEX audit_entries_operation_index ON public.audit_entries USING btree (operation)`);
  await knex.raw(`CREATE INDEX audit_entries_resource_record_id_record_version_index ON public.audit_entries USING btree (resource, record_id, record_version)`);
  await knex.raw(`CREATE INDEX audit_entries_xid_index ON public.audit_entries USING btree (xid)`);
  await knex.raw(`CREATE UNIQUE INDEX audit_seals_entry_id_unique ON public.audit_seals USING btree (entry_id, entry_at)`);
  await knex.raw(`CREATE TRIGGER audit_entries_append_only BEFORE DELETE OR TRUNCATE ON public.audit_entries FOR EACH STATEMENT EXECUTE FUNCTION kontor_append_only()`);
  await knex.raw(`CREATE TRIGGER audit_entries_digest BEFORE INSERT ON public.audit_entries FOR EACH ROW EXECUTE FUNCTION audit_entries_digest()`);
  await knex.raw(`CREATE TRIGGER audit_entries_unchanged BEFORE DELETE OR UPDATE ON public.audit_entries FOR EACH ROW EXECUTE FUNCTION audit_entries_unchanged()`);
  await knex.raw(`CREATE TRIGGER audit_seals_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_seals FOR EACH STATEMENT EXECUTE FUNCTION kontor_append_only()`);
  // a part for each month since the first entry, but not for more than ten years: what is older lies in the part for the rest
  await knex.raw(`SELECT kontor_make_partitions('audit_entries', greatest(coalesce((SELECT min(created_at)::date FROM audit_entries_before), current_date), (current_date - interval '10 years')::date), (current_date + interval '3 months')::date)`);
  await knex.raw(`INSERT INTO audit_entries (id, created_at, created_by, resource, record_id, record_version, operation, before, after, request_id)
    SELECT id, created_at, created_by, resource, record_id, record_version, operation, before, after, request_id FROM audit_entries_before ORDER BY created_at, id`);
  await knex.raw(`DROP TABLE audit_entries_before`);
}

export async function down(knex) {
  await knex.raw(`ALTER TABLE audit_entries RENAME TO audit_entries_sealed`);
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
  // events have no place in the earlier table
  await knex.raw(`INSERT INTO audit_entries SELECT id, created_at, created_by, resource, record_id, record_version, operation, before, after, request_id
    FROM audit_entries_sealed WHERE record_version IS NOT NULL`);
  await knex.schema.dropTable('audit_entries_sealed');
  await knex.schema.dropTable('audit_seals');
  for (const name of ['audit_entries_digest', 'audit_entries_erase', 'audit_entries_seal', 'audit_entries_unchanged', 'kontor_make_partitions'])
    await knex.raw(`DROP FUNCTION "${name}"`);
  await knex.raw(`ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_operation_check" CHECK ((operation = ANY (ARRAY['create'::text, 'update'::text, 'delete'::text, 'restore'::text, 'purge'::text, 'transition'::text])))`);
  await knex.raw(`ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_record_id_check" CHECK ((char_length(record_id) <= 36))`);
  await knex.raw(`ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_request_id_check" CHECK ((char_length(request_id) <= 60))`);
  await knex.raw(`ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_resource_check" CHECK ((char_length(resource) <= 60))`);
  await knex.raw(`CREATE INDEX audit_entries_created_at_id_index ON public.audit_entries USING btree (created_at, id)`);
  await knex.raw(`CREATE INDEX audit_entries_created_by_index ON public.audit_entries USING btree (created_by)`);
  await knex.raw(`CREATE INDEX audit_entries_operation_index ON public.audit_entries USING btree (operation)`);
  await knex.raw(`CREATE INDEX audit_entries_resource_record_id_record_version_index ON public.audit_entries USING btree (resource, record_id, record_version)`);
  await knex.raw(`CREATE TRIGGER audit_entries_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_entries FOR EACH STATEMENT EXECUTE FUNCTION kontor_append_only()`);
}
