/** What it costs to cancel an enrolment: terms of trainings, and the fee of who has cancelled. */
export async function up(knex) {
  await knex.raw(`DROP TRIGGER "rollup_trainings_enrolments_training_id" ON "enrolments"`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_trainings_enrolments_training_id()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parent uuid;
BEGIN
  FOR parent IN SELECT DISTINCT p FROM unnest(ARRAY[
    CASE WHEN true THEN OLD."training_id" END,
    CASE WHEN TG_OP <> 'DELETE' AND true THEN NEW."training_id" END]) AS p WHERE p IS NOT NULL ORDER BY p LOOP
    PERFORM 1 FROM "trainings" WHERE id = parent FOR NO KEY UPDATE;
    UPDATE "trainings" SET "seats_taken" = now."seats_taken", "waiting_count" = now."waiting_count", "enrolment_revenue" = now."enrolment_revenue", "cancellation_revenue" = now."cancellation_revenue" FROM (SELECT count(*) FILTER (WHERE "enrolments"."status" = ANY(ARRAY['enrolled', 'offered']::text[])) AS "seats_taken", count(*) FILTER (WHERE "enrolments"."status" = 'waiting'::text) AS "waiting_count", coalesce(sum("price") FILTER (WHERE "enrolments"."status" = 'enrolled'::text), 0) AS "enrolment_revenue", coalesce(sum("cancellation_fee") FILTER (WHERE "enrolments"."status" = 'cancelled'::text), 0) AS "cancellation_revenue" FROM "enrolments" WHERE "training_id" = parent) now WHERE id = parent AND ("trainings"."seats_taken" IS DISTINCT FROM now."seats_taken" OR "trainings"."waiting_count" IS DISTINCT FROM now."waiting_count" OR "trainings"."enrolment_revenue" IS DISTINCT FROM now."enrolment_revenue" OR "trainings"."cancellation_revenue" IS DISTINCT FROM now."cancellation_revenue");
  END LOOP;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_trainings_enrolments_training_id_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parents uuid[] := ARRAY(SELECT DISTINCT a."training_id" FROM added a WHERE a."training_id" IS NOT NULL AND true ORDER BY 1);
BEGIN
  IF parents = '{}' THEN RETURN NULL; END IF;
  PERFORM 1 FROM "trainings" WHERE id = ANY(parents) ORDER BY id FOR NO KEY UPDATE;
  UPDATE "trainings" SET "seats_taken" = now."seats_taken", "waiting_count" = now."waiting_count", "enrolment_revenue" = now."enrolment_revenue", "cancellation_revenue" = now."cancellation_revenue" FROM (SELECT p.id AS parent, v.* FROM unnest(parents) AS p(id), LATERAL (SELECT count(*) FILTER (WHERE "enrolments"."status" = ANY(ARRAY['enrolled', 'offered']::text[])) AS "seats_taken", count(*) FILTER (WHERE "enrolments"."status" = 'waiting'::text) AS "waiting_count", coalesce(sum("price") FILTER (WHERE "enrolments"."status" = 'enrolled'::text), 0) AS "enrolment_revenue", coalesce(sum("cancellation_fee") FILTER (WHERE "enrolments"."status" = 'cancelled'::text), 0) AS "cancellation_revenue" FROM "enrolments" WHERE "training_id" = p.id) v) now WHERE "trainings".id = now.parent AND "trainings".id = ANY(parents) AND ("trainings"."seats_taken" IS DISTINCT FROM now."seats_taken" OR "trainings"."waiting_count" IS DISTINCT FROM now."waiting_count" OR "trainings"."enrolment_revenue" IS DISTINCT FROM now."enrolment_revenue" OR "trainings"."cancellation_revenue" IS DISTINCT FROM now."cancellation_revenue");
  RETURN NULL;
END$function$`);
  await knex.schema.createTable('cancellation_steps', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.uuid('terms_id').notNullable();
    t.integer('days').notNullable();
    t.decimal('share', 9, 2).notNullable();
  });
  await knex.schema.createTable('cancellation_terms', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.specificType('name', `text COLLATE "de-x-icu"`).notNullable();
    t.uuid('brand_id');
    t.boolean('standard').notNullable().defaultTo(knex.raw(`false`));
    t.specificType('search_text', `text GENERATED ALWAYS AS (kontor_search(COALESCE(name, ''::text))) STORED`);
  });
  await knex.raw(`ALTER TABLE "trainings" DROP COLUMN "revenue"`);
  await knex.raw(`ALTER TABLE "trainings" DROP COLUMN "margin"`);
  await knex.raw(`ALTER TABLE "enrolments" ADD COLUMN "cancellation_fee" numeric(17,2)`);
  await knex.raw(`ALTER TABLE "training_templates" ADD COLUMN "cancellation_terms_id" uuid`);
  await knex.raw(`ALTER TABLE "trainings" ADD COLUMN "cancellation_terms_id" uuid`);
  await knex.raw(`ALTER TABLE "trainings" ADD COLUMN "cancellation_revenue" numeric(20,2) DEFAULT 0 NOT NULL`);
  await knex.raw(`ALTER TABLE "trainings" ADD COLUMN "revenue" numeric(20,2) GENERATED ALWAYS AS (((COALESCE(price, (0)::numeric) + COALESCE(enrolment_revenue, (0)::numeric)) + COALESCE(cancellation_revenue, (0)::numeric))) STORED`);
  await knex.raw(`ALTER TABLE "trainings" ADD COLUMN "margin" numeric(20,2) GENERATED ALWAYS AS (((((COALESCE(price, (0)::numeric) + COALESCE(enrolment_revenue, (0)::numeric)) + COALESCE(cancellation_revenue, (0)::numeric)) - COALESCE(trainer_cost, (0)::numeric)) - COALESCE(other_cost, (0)::numeric))) STORED`);
  await knex.raw(`ALTER TABLE "cancellation_steps" ADD CONSTRAINT "cancellation_steps_days_check" CHECK (((days >= 1) AND (days <= 366)))`);
  await knex.raw(`ALTER TABLE "cancellation_steps" ADD CONSTRAINT "cancellation_steps_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "cancellation_steps" ADD CONSTRAINT "cancellation_steps_share_check" CHECK (((share >= (0)::numeric) AND (share <= (100)::numeric)))`);
  await knex.raw(`ALTER TABLE "cancellation_terms" ADD CONSTRAINT "cancellation_terms_name_check" CHECK ((char_length(name) <= 120))`);
  await knex.raw(`ALTER TABLE "cancellation_terms" ADD CONSTRAINT "cancellation_terms_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_cancellation_fee_check" CHECK ((cancellation_fee >= (0)::numeric))`);
  await knex.raw(`ALTER TABLE "cancellation_steps" ADD CONSTRAINT "cancellation_steps_terms_id_fkey" FOREIGN KEY (terms_id) REFERENCES cancellation_terms(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "cancellation_terms" ADD CONSTRAINT "cancellation_terms_brand_id_fkey" FOREIGN KEY (brand_id) REFERENCES brands(id) ON DELETE RESTRICT`);
  await knex.raw(`ALTER TABLE "training_templates" ADD CONSTRAINT "training_templates_cancellation_terms_id_fkey" FOREIGN KEY (cancellation_terms_id) REFERENCES cancellation_terms(id) ON DELETE RESTRICT`);
  await knex.raw(`ALTER TABLE "trainings" ADD CONSTRAINT "trainings_cancellation_terms_id_fkey" FOREIGN KEY (cancellation_terms_id) REFERENCES cancellation_terms(id) ON DELETE RESTRICT`);
  await knex.raw(`CREATE UNIQUE INDEX cancellation_steps_terms_id_days_unique ON public.cancellation_steps USING btree (terms_id, days) NULLS NOT DISTINCT`);
  await knex.raw(`CREATE INDEX cancellation_terms_brand_id_index ON public.cancellation_terms USING btree (brand_id)`);
  await knex.raw(`CREATE INDEX cancellation_terms_name_id_index ON public.cancellation_terms USING btree (name, id)`);
  await knex.raw(`CREATE INDEX cancellation_terms_search_text_index ON public.cancellation_terms USING gin (search_text gin_trgm_ops)`);
  await knex.raw(`CREATE INDEX cancellation_terms_standard_index ON public.cancellation_terms USING btree (standard)`);
  await knex.raw(`CREATE INDEX training_templates_cancellation_terms_id_index ON public.training_templates USING btree (cancellation_terms_id)`);
  await knex.raw(`CREATE INDEX trainings_cancellation_terms_id_index ON public.trainings USING btree (cancellation_terms_id)`);
  await knex.raw(`CREATE TRIGGER cancellation_terms_gone BEFORE DELETE ON public.cancellation_terms FOR EACH ROW EXECUTE FUNCTION kontor_subject_gone('notifications.subject', 'reminders.subject', 'automation_runs.subject', 'record_grants.subject')`);
  await knex.raw(`CREATE TRIGGER rollup_trainings_enrolments_training_id AFTER DELETE OR UPDATE OF training_id, status, price, cancellation_fee ON public.enrolments FOR EACH ROW EXECUTE FUNCTION rollup_trainings_enrolments_training_id()`);
}

export async function down(knex) {
  await knex.raw(`DROP TRIGGER "rollup_trainings_enrolments_training_id" ON "enrolments"`);
  await knex.raw(`DROP INDEX "training_templates_cancellation_terms_id_index"`);
  await knex.raw(`DROP INDEX "trainings_cancellation_terms_id_index"`);
  await knex.raw(`ALTER TABLE "cancellation_steps" DROP CONSTRAINT "cancellation_steps_terms_id_fkey"`);
  await knex.raw(`ALTER TABLE "cancellation_terms" DROP CONSTRAINT "cancellation_terms_brand_id_fkey"`);
  await knex.raw(`ALTER TABLE "training_templates" DROP CONSTRAINT "training_templates_cancellation_terms_id_fkey"`);
  await knex.raw(`ALTER TABLE "trainings" DROP CONSTRAINT "trainings_cancellation_terms_id_fkey"`);
  await knex.schema.dropTable('cancellation_steps');
  await knex.schema.dropTable('cancellation_terms');
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_trainings_enrolments_training_id()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parent uuid;
BEGIN
  FOR parent IN SELECT DISTINCT p FROM unnest(ARRAY[
    CASE WHEN true THEN OLD."training_id" END,
    CASE WHEN TG_OP <> 'DELETE' AND true THEN NEW."training_id" END]) AS p WHERE p IS NOT NULL ORDER BY p LOOP
    PERFORM 1 FROM "trainings" WHERE id = parent FOR NO KEY UPDATE;
    UPDATE "trainings" SET "seats_taken" = now."seats_taken", "waiting_count" = now."waiting_count", "enrolment_revenue" = now."enrolment_revenue" FROM (SELECT count(*) FILTER (WHERE "enrolments"."status" = ANY(ARRAY['enrolled', 'offered']::text[])) AS "seats_taken", count(*) FILTER (WHERE "enrolments"."status" = 'waiting'::text) AS "waiting_count", coalesce(sum("price") FILTER (WHERE "enrolments"."status" = 'enrolled'::text), 0) AS "enrolment_revenue" FROM "enrolments" WHERE "training_id" = parent) now WHERE id = parent AND ("trainings"."seats_taken" IS DISTINCT FROM now."seats_taken" OR "trainings"."waiting_count" IS DISTINCT FROM now."waiting_count" OR "trainings"."enrolment_revenue" IS DISTINCT FROM now."enrolment_revenue");
  END LOOP;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_trainings_enrolments_training_id_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parents uuid[] := ARRAY(SELECT DISTINCT a."training_id" FROM added a WHERE a."training_id" IS NOT NULL AND true ORDER BY 1);
BEGIN
  IF parents = '{}' THEN RETURN NULL; END IF;
  PERFORM 1 FROM "trainings" WHERE id = ANY(parents) ORDER BY id FOR NO KEY UPDATE;
  UPDATE "trainings" SET "seats_taken" = now."seats_taken", "waiting_count" = now."waiting_count", "enrolment_revenue" = now."enrolment_revenue" FROM (SELECT p.id AS parent, v.* FROM unnest(parents) AS p(id), LATERAL (SELECT count(*) FILTER (WHERE "enrolments"."status" = ANY(ARRAY['enrolled', 'offered']::text[])) AS "seats_taken", count(*) FILTER (WHERE "enrolments"."status" = 'waiting'::text) AS "waiting_count", coalesce(sum("price") FILTER (WHERE "enrolments"."status" = 'enrolled'::text), 0) AS "enrolment_revenue" FROM "enrolments" WHERE "training_id" = p.id) v) now WHERE "trainings".id = now.parent AND "trainings".id = ANY(parents) AND ("trainings"."seats_taken" IS DISTINCT FROM now."seats_taken" OR "trainings"."waiting_count" IS DISTINCT FROM now."waiting_count" OR "trainings"."enrolment_revenue" IS DISTINCT FROM now."enrolment_revenue");
  RETURN NULL;
END$function$`);
  await knex.raw(`ALTER TABLE "trainings" DROP COLUMN "revenue"`);
  await knex.raw(`ALTER TABLE "trainings" DROP COLUMN "margin"`);
  await knex.raw(`ALTER TABLE "enrolments" DROP COLUMN "cancellation_fee"`);
  await knex.raw(`ALTER TABLE "training_templates" DROP COLUMN "cancellation_terms_id"`);
  await knex.raw(`ALTER TABLE "trainings" DROP COLUMN "cancellation_terms_id"`);
  await knex.raw(`ALTER TABLE "trainings" DROP COLUMN "cancellation_revenue"`);
  await knex.raw(`ALTER TABLE "trainings" ADD COLUMN "revenue" numeric(20,2) GENERATED ALWAYS AS ((COALESCE(price, (0)::numeric) + COALESCE(enrolment_revenue, (0)::numeric))) STORED`);
  await knex.raw(`ALTER TABLE "trainings" ADD COLUMN "margin" numeric(20,2) GENERATED ALWAYS AS ((((COALESCE(price, (0)::numeric) + COALESCE(enrolment_revenue, (0)::numeric)) - COALESCE(trainer_cost, (0)::numeric)) - COALESCE(other_cost, (0)::numeric))) STORED`);
  await knex.raw(`CREATE TRIGGER rollup_trainings_enrolments_training_id AFTER DELETE OR UPDATE OF training_id, status, price ON public.enrolments FOR EACH ROW EXECUTE FUNCTION rollup_trainings_enrolments_training_id()`);
}
