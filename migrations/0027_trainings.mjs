/** trainings */
export async function up(knex) {
  await knex.raw(`DROP TRIGGER "rollup_customers_contacts_count" ON "contacts"`);
  await knex.raw(`DROP TRIGGER "rollup_customers_open_tasks" ON "tasks"`);
  await knex.raw(`ALTER TABLE "documents" DROP CONSTRAINT "documents_subject_check"`);
  await knex.raw(`ALTER TABLE "email_messages" DROP CONSTRAINT "email_messages_about_check"`);
  await knex.raw(`ALTER TABLE "notes" DROP CONSTRAINT "notes_subject_check"`);
  await knex.raw(`ALTER TABLE "tasks" DROP CONSTRAINT "tasks_subject_check"`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_customers_contacts_count()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parent uuid;
BEGIN
  FOR parent IN SELECT DISTINCT p FROM unnest(ARRAY[
    CASE WHEN true THEN OLD."customer_id" END,
    CASE WHEN TG_OP <> 'DELETE' AND true THEN NEW."customer_id" END]) AS p WHERE p IS NOT NULL ORDER BY p LOOP
    PERFORM 1 FROM "customers" WHERE id = parent FOR NO KEY UPDATE;
    UPDATE "customers" SET "contacts_count" = now.value FROM (SELECT (SELECT count(*) FROM "contacts" WHERE "customer_id" = parent AND deleted_at IS NULL) AS value) now WHERE id = parent AND "contacts_count" IS DISTINCT FROM now.value;
  END LOOP;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_customers_open_tasks()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parent uuid;
BEGIN
  FOR parent IN SELECT DISTINCT p FROM unnest(ARRAY[
    CASE WHEN OLD."subject_resource" = 'customers' THEN OLD."subject_id" END,
    CASE WHEN TG_OP <> 'DELETE' AND NEW."subject_resource" = 'customers' THEN NEW."subject_id" END]) AS p WHERE p IS NOT NULL ORDER BY p LOOP
    PERFORM 1 FROM "customers" WHERE id = parent FOR NO KEY UPDATE;
    UPDATE "customers" SET "open_tasks" = now.value FROM (SELECT (SELECT count(*) FROM "tasks" WHERE "subject_id" = parent AND deleted_at IS NULL AND "subject_resource" = 'customers' AND "tasks"."status" = ANY(ARRAY['open', 'in_progress', 'waiting']::text[])) AS value) now WHERE id = parent AND "open_tasks" IS DISTINCT FROM now.value;
  END LOOP;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.copied_attendance_records_session_id()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN
  IF OLD."training_id" IS DISTINCT FROM NEW."training_id" OR OLD."brand_id" IS DISTINCT FROM NEW."brand_id" OR OLD."units" IS DISTINCT FROM NEW."units" THEN UPDATE "attendance_records" SET "training_id" = NEW."training_id", "brand_id" = NEW."brand_id", "units" = NEW."units" WHERE "session_id" = NEW.id; END IF;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.copied_certificates_enrolment_id()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN
  IF OLD."training_id" IS DISTINCT FROM NEW."training_id" OR OLD."brand_id" IS DISTINCT FROM NEW."brand_id" THEN UPDATE "certificates" SET "training_id" = NEW."training_id", "brand_id" = NEW."brand_id" WHERE "enrolment_id" = NEW.id; END IF;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.copied_checklist_items_checklist_id()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN
  IF OLD."brand_id" IS DISTINCT FROM NEW."brand_id" THEN UPDATE "checklist_items" SET "brand_id" = NEW."brand_id" WHERE "checklist_id" = NEW.id; END IF;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.copied_enrolments_contact_id()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN
  IF OLD."full_name" IS DISTINCT FROM NEW."full_name" THEN UPDATE "enrolments" SET "participant" = NEW."full_name" WHERE "contact_id" = NEW.id; END IF;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.copied_enrolments_training_id()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN
  IF OLD."template_id" IS DISTINCT FROM NEW."template_id" OR OLD."brand_id" IS DISTINCT FROM NEW."brand_id" THEN UPDATE "enrolments" SET "template_id" = NEW."template_id", "brand_id" = NEW."brand_id" WHERE "training_id" = NEW.id; END IF;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.copied_feedback_responses_enrolment_id()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN
  IF OLD."training_id" IS DISTINCT FROM NEW."training_id" OR OLD."template_id" IS DISTINCT FROM NEW."template_id" OR OLD."brand_id" IS DISTINCT FROM NEW."brand_id" THEN UPDATE "feedback_responses" SET "training_id" = NEW."training_id", "template_id" = NEW."template_id", "brand_id" = NEW."brand_id" WHERE "enrolment_id" = NEW.id; END IF;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.copied_trainer_assignments_session_id()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN
  IF OLD."training_id" IS DISTINCT FROM NEW."training_id" OR OLD."brand_id" IS DISTINCT FROM NEW."brand_id" OR OLD."starts_at" IS DISTINCT FROM NEW."starts_at" OR OLD."ends_at" IS DISTINCT FROM NEW."ends_at" THEN UPDATE "trainer_assignments" SET "training_id" = NEW."training_id", "brand_id" = NEW."brand_id", "starts_at" = NEW."starts_at", "ends_at" = NEW."ends_at" WHERE "session_id" = NEW.id; END IF;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.copied_training_sessions_training_id()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN
  IF OLD."brand_id" IS DISTINCT FROM NEW."brand_id" THEN UPDATE "training_sessions" SET "brand_id" = NEW."brand_id" WHERE "training_id" = NEW.id; END IF;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.copied_trainings_customer_id()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN
  IF OLD."name" IS DISTINCT FROM NEW."name" THEN UPDATE "trainings" SET "customer_name" = NEW."name" WHERE "customer_id" = NEW.id; END IF;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.copy_attendance_records_session_id()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN
  IF NEW."session_id" IS NULL THEN NEW."training_id" := NULL; NEW."brand_id" := NULL; NEW."units" := NULL;
  ELSE SELECT "training_id", "brand_id", "units" INTO NEW."training_id", NEW."brand_id", NEW."units" FROM "training_sessions" WHERE id = NEW."session_id" FOR NO KEY UPDATE;
  END IF;
  RETURN NEW;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.copy_certificates_enrolment_id()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN
  IF NEW."enrolment_id" IS NULL THEN NEW."training_id" := NULL; NEW."brand_id" := NULL;
  ELSE SELECT "training_id", "brand_id" INTO NEW."training_id", NEW."brand_id" FROM "enrolments" WHERE id = NEW."enrolment_id" FOR NO KEY UPDATE;
  END IF;
  RETURN NEW;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.copy_checklist_items_checklist_id()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN
  IF NEW."checklist_id" IS NULL THEN NEW."brand_id" := NULL;
  ELSE SELECT "brand_id" INTO NEW."brand_id" FROM "checklists" WHERE id = NEW."checklist_id" FOR NO KEY UPDATE;
  END IF;
  RETURN NEW;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.copy_enrolments_contact_id()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN
  IF NEW."contact_id" IS NULL THEN NEW."participant" := NULL;
  ELSE SELECT "full_name" INTO NEW."participant" FROM "contacts" WHERE id = NEW."contact_id" FOR NO KEY UPDATE;
  END IF;
  RETURN NEW;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.copy_enrolments_training_id()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN
  IF NEW."training_id" IS NULL THEN NEW."template_id" := NULL; NEW."brand_id" := NULL;
  ELSE SELECT "template_id", "brand_id" INTO NEW."template_id", NEW."brand_id" FROM "trainings" WHERE id = NEW."training_id" FOR NO KEY UPDATE;
  END IF;
  RETURN NEW;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.copy_feedback_responses_enrolment_id()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN
  IF NEW."enrolment_id" IS NULL THEN NEW."training_id" := NULL; NEW."template_id" := NULL; NEW."brand_id" := NULL;
  ELSE SELECT "training_id", "template_id", "brand_id" INTO NEW."training_id", NEW."template_id", NEW."brand_id" FROM "enrolments" WHERE id = NEW."enrolment_id" FOR NO KEY UPDATE;
  END IF;
  RETURN NEW;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.copy_trainer_assignments_session_id()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN
  IF NEW."session_id" IS NULL THEN NEW."training_id" := NULL; NEW."brand_id" := NULL; NEW."starts_at" := NULL; NEW."ends_at" := NULL;
  ELSE SELECT "training_id", "brand_id", "starts_at", "ends_at" INTO NEW."training_id", NEW."brand_id", NEW."starts_at", NEW."ends_at" FROM "training_sessions" WHERE id = NEW."session_id" FOR NO KEY UPDATE;
  END IF;
  RETURN NEW;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.copy_training_sessions_training_id()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN
  IF NEW."training_id" IS NULL THEN NEW."brand_id" := NULL;
  ELSE SELECT "brand_id" INTO NEW."brand_id" FROM "trainings" WHERE id = NEW."training_id" FOR NO KEY UPDATE;
  END IF;
  RETURN NEW;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.copy_trainings_customer_id()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN
  IF NEW."customer_id" IS NULL THEN NEW."customer_name" := NULL;
  ELSE SELECT "name" INTO NEW."customer_name" FROM "customers" WHERE id = NEW."customer_id" FOR NO KEY UPDATE;
  END IF;
  RETURN NEW;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.kontor_tree()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE above uuid := NEW.id;
BEGIN
  IF to_jsonb(NEW) ->> TG_ARGV[0] IS NULL THEN RETURN NULL; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended(TG_TABLE_NAME || ' tree', 0));
  FOR step IN 1 .. 1000 LOOP
    EXECUTE format('SELECT %I FROM %I WHERE id = $1', TG_ARGV[0], TG_TABLE_NAME) INTO above USING above;
    IF above IS NULL THEN RETURN NULL; END IF;
    EXIT WHEN above = NEW.id;
  END LOOP;
  RAISE EXCEPTION 'a circle' USING ERRCODE = 'KN007', COLUMN = TG_ARGV[0], TABLE = TG_TABLE_NAME;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_checklist_templates_items_count()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parent uuid;
BEGIN
  FOR parent IN SELECT DISTINCT p FROM unnest(ARRAY[
    CASE WHEN true THEN OLD."template_id" END,
    CASE WHEN TG_OP <> 'DELETE' AND true THEN NEW."template_id" END]) AS p WHERE p IS NOT NULL ORDER BY p LOOP
    PERFORM 1 FROM "checklist_templates" WHERE id = parent FOR NO KEY UPDATE;
    UPDATE "checklist_templates" SET "items_count" = now.value FROM (SELECT (SELECT count(*) FROM "checklist_template_items" WHERE "template_id" = parent) AS value) now WHERE id = parent AND "items_count" IS DISTINCT FROM now.value;
  END LOOP;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_checklist_templates_items_count_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parents uuid[] := ARRAY(SELECT DISTINCT a."template_id" FROM added a WHERE a."template_id" IS NOT NULL AND true ORDER BY 1);
BEGIN
  IF parents = '{}' THEN RETURN NULL; END IF;
  PERFORM 1 FROM "checklist_templates" WHERE id = ANY(parents) ORDER BY id FOR NO KEY UPDATE;
  UPDATE "checklist_templates" SET "items_count" = now.value FROM (SELECT p.id, (SELECT count(*) FROM "checklist_template_items" WHERE "template_id" = p.id) AS value FROM unnest(parents) AS p(id)) now WHERE "checklist_templates".id = now.id AND "checklist_templates".id = ANY(parents) AND "items_count" IS DISTINCT FROM now.value;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_checklists_items_count()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parent uuid;
BEGIN
  FOR parent IN SELECT DISTINCT p FROM unnest(ARRAY[
    CASE WHEN true THEN OLD."checklist_id" END,
    CASE WHEN TG_OP <> 'DELETE' AND true THEN NEW."checklist_id" END]) AS p WHERE p IS NOT NULL ORDER BY p LOOP
    PERFORM 1 FROM "checklists" WHERE id = parent FOR NO KEY UPDATE;
    UPDATE "checklists" SET "items_count" = now.value FROM (SELECT (SELECT count(*) FROM "checklist_items" WHERE "checklist_id" = parent) AS value) now WHERE id = parent AND "items_count" IS DISTINCT FROM now.value;
  END LOOP;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_checklists_items_count_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parents uuid[] := ARRAY(SELECT DISTINCT a."checklist_id" FROM added a WHERE a."checklist_id" IS NOT NULL AND true ORDER BY 1);
BEGIN
  IF parents = '{}' THEN RETURN NULL; END IF;
  PERFORM 1 FROM "checklists" WHERE id = ANY(parents) ORDER BY id FOR NO KEY UPDATE;
  UPDATE "checklists" SET "items_count" = now.value FROM (SELECT p.id, (SELECT count(*) FROM "checklist_items" WHERE "checklist_id" = p.id) AS value FROM unnest(parents) AS p(id)) now WHERE "checklists".id = now.id AND "checklists".id = ANY(parents) AND "items_count" IS DISTINCT FROM now.value;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_checklists_next_due_on()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parent uuid;
BEGIN
  FOR parent IN SELECT DISTINCT p FROM unnest(ARRAY[
    CASE WHEN true THEN OLD."checklist_id" END,
    CASE WHEN TG_OP <> 'DELETE' AND true THEN NEW."checklist_id" END]) AS p WHERE p IS NOT NULL ORDER BY p LOOP
    PERFORM 1 FROM "checklists" WHERE id = parent FOR NO KEY UPDATE;
    UPDATE "checklists" SET "next_due_on" = now.value FROM (SELECT (SELECT min("due_on") FROM "checklist_items" WHERE "checklist_id" = parent AND "checklist_items"."done" = false::boolean) AS value) now WHERE id = parent AND "next_due_on" IS DISTINCT FROM now.value;
  END LOOP;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_checklists_next_due_on_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parents uuid[] := ARRAY(SELECT DISTINCT a."checklist_id" FROM added a WHERE a."checklist_id" IS NOT NULL AND true ORDER BY 1);
BEGIN
  IF parents = '{}' THEN RETURN NULL; END IF;
  PERFORM 1 FROM "checklists" WHERE id = ANY(parents) ORDER BY id FOR NO KEY UPDATE;
  UPDATE "checklists" SET "next_due_on" = now.value FROM (SELECT p.id, (SELECT min("due_on") FROM "checklist_items" WHERE "checklist_id" = p.id AND "checklist_items"."done" = false::boolean) AS value FROM unnest(parents) AS p(id)) now WHERE "checklists".id = now.id AND "checklists".id = ANY(parents) AND "next_due_on" IS DISTINCT FROM now.value;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_checklists_open_count()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parent uuid;
BEGIN
  FOR parent IN SELECT DISTINCT p FROM unnest(ARRAY[
    CASE WHEN true THEN OLD."checklist_id" END,
    CASE WHEN TG_OP <> 'DELETE' AND true THEN NEW."checklist_id" END]) AS p WHERE p IS NOT NULL ORDER BY p LOOP
    PERFORM 1 FROM "checklists" WHERE id = parent FOR NO KEY UPDATE;
    UPDATE "checklists" SET "open_count" = now.value FROM (SELECT (SELECT count(*) FROM "checklist_items" WHERE "checklist_id" = parent AND "checklist_items"."done" = false::boolean) AS value) now WHERE id = parent AND "open_count" IS DISTINCT FROM now.value;
  END LOOP;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_checklists_open_count_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parents uuid[] := ARRAY(SELECT DISTINCT a."checklist_id" FROM added a WHERE a."checklist_id" IS NOT NULL AND true ORDER BY 1);
BEGIN
  IF parents = '{}' THEN RETURN NULL; END IF;
  PERFORM 1 FROM "checklists" WHERE id = ANY(parents) ORDER BY id FOR NO KEY UPDATE;
  UPDATE "checklists" SET "open_count" = now.value FROM (SELECT p.id, (SELECT count(*) FROM "checklist_items" WHERE "checklist_id" = p.id AND "checklist_items"."done" = false::boolean) AS value FROM unnest(parents) AS p(id)) now WHERE "checklists".id = now.id AND "checklists".id = ANY(parents) AND "open_count" IS DISTINCT FROM now.value;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_customers_contacts_count_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parents uuid[] := ARRAY(SELECT DISTINCT a."customer_id" FROM added a WHERE a."customer_id" IS NOT NULL AND true ORDER BY 1);
BEGIN
  IF parents = '{}' THEN RETURN NULL; END IF;
  PERFORM 1 FROM "customers" WHERE id = ANY(parents) ORDER BY id FOR NO KEY UPDATE;
  UPDATE "customers" SET "contacts_count" = now.value FROM (SELECT p.id, (SELECT count(*) FROM "contacts" WHERE "customer_id" = p.id AND deleted_at IS NULL) AS value FROM unnest(parents) AS p(id)) now WHERE "customers".id = now.id AND "customers".id = ANY(parents) AND "contacts_count" IS DISTINCT FROM now.value;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_customers_open_tasks_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parents uuid[] := ARRAY(SELECT DISTINCT a."subject_id" FROM added a WHERE a."subject_id" IS NOT NULL AND a."subject_resource" = 'customers' ORDER BY 1);
BEGIN
  IF parents = '{}' THEN RETURN NULL; END IF;
  PERFORM 1 FROM "customers" WHERE id = ANY(parents) ORDER BY id FOR NO KEY UPDATE;
  UPDATE "customers" SET "open_tasks" = now.value FROM (SELECT p.id, (SELECT count(*) FROM "tasks" WHERE "subject_id" = p.id AND deleted_at IS NULL AND "subject_resource" = 'customers' AND "tasks"."status" = ANY(ARRAY['open', 'in_progress', 'waiting']::text[])) AS value FROM unnest(parents) AS p(id)) now WHERE "customers".id = now.id AND "customers".id = ANY(parents) AND "open_tasks" IS DISTINCT FROM now.value;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_enrolments_attended_units()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parent uuid;
BEGIN
  FOR parent IN SELECT DISTINCT p FROM unnest(ARRAY[
    CASE WHEN true THEN OLD."enrolment_id" END,
    CASE WHEN TG_OP <> 'DELETE' AND true THEN NEW."enrolment_id" END]) AS p WHERE p IS NOT NULL ORDER BY p LOOP
    PERFORM 1 FROM "enrolments" WHERE id = parent FOR NO KEY UPDATE;
    UPDATE "enrolments" SET "attended_units" = now.value FROM (SELECT (SELECT coalesce(sum("units"), 0) FROM "attendance_records" WHERE "enrolment_id" = parent AND "attendance_records"."status" = ANY(ARRAY['present', 'late']::text[])) AS value) now WHERE id = parent AND "attended_units" IS DISTINCT FROM now.value;
  END LOOP;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_enrolments_attended_units_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parents uuid[] := ARRAY(SELECT DISTINCT a."enrolment_id" FROM added a WHERE a."enrolment_id" IS NOT NULL AND true ORDER BY 1);
BEGIN
  IF parents = '{}' THEN RETURN NULL; END IF;
  PERFORM 1 FROM "enrolments" WHERE id = ANY(parents) ORDER BY id FOR NO KEY UPDATE;
  UPDATE "enrolments" SET "attended_units" = now.value FROM (SELECT p.id, (SELECT coalesce(sum("units"), 0) FROM "attendance_records" WHERE "enrolment_id" = p.id AND "attendance_records"."status" = ANY(ARRAY['present', 'late']::text[])) AS value FROM unnest(parents) AS p(id)) now WHERE "enrolments".id = now.id AND "enrolments".id = ANY(parents) AND "attended_units" IS DISTINCT FROM now.value;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_trainers_ratings_count()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parent uuid;
BEGIN
  FOR parent IN SELECT DISTINCT p FROM unnest(ARRAY[
    CASE WHEN true THEN OLD."trainer_id" END,
    CASE WHEN TG_OP <> 'DELETE' AND true THEN NEW."trainer_id" END]) AS p WHERE p IS NOT NULL ORDER BY p LOOP
    PERFORM 1 FROM "trainers" WHERE id = parent FOR NO KEY UPDATE;
    UPDATE "trainers" SET "ratings_count" = now.value FROM (SELECT (SELECT count(*) FROM "feedback_responses" WHERE "trainer_id" = parent AND "feedback_responses"."state" = 'given'::text) AS value) now WHERE id = parent AND "ratings_count" IS DISTINCT FROM now.value;
  END LOOP;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_trainers_ratings_count_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parents uuid[] := ARRAY(SELECT DISTINCT a."trainer_id" FROM added a WHERE a."trainer_id" IS NOT NULL AND true ORDER BY 1);
BEGIN
  IF parents = '{}' THEN RETURN NULL; END IF;
  PERFORM 1 FROM "trainers" WHERE id = ANY(parents) ORDER BY id FOR NO KEY UPDATE;
  UPDATE "trainers" SET "ratings_count" = now.value FROM (SELECT p.id, (SELECT count(*) FROM "feedback_responses" WHERE "trainer_id" = p.id AND "feedback_responses"."state" = 'given'::text) AS value FROM unnest(parents) AS p(id)) now WHERE "trainers".id = now.id AND "trainers".id = ANY(parents) AND "ratings_count" IS DISTINCT FROM now.value;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_trainers_ratings_sum()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parent uuid;
BEGIN
  FOR parent IN SELECT DISTINCT p FROM unnest(ARRAY[
    CASE WHEN true THEN OLD."trainer_id" END,
    CASE WHEN TG_OP <> 'DELETE' AND true THEN NEW."trainer_id" END]) AS p WHERE p IS NOT NULL ORDER BY p LOOP
    PERFORM 1 FROM "trainers" WHERE id = parent FOR NO KEY UPDATE;
    UPDATE "trainers" SET "ratings_sum" = now.value FROM (SELECT (SELECT coalesce(sum("trainer_rating"), 0) FROM "feedback_responses" WHERE "trainer_id" = parent) AS value) now WHERE id = parent AND "ratings_sum" IS DISTINCT FROM now.value;
  END LOOP;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_trainers_ratings_sum_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parents uuid[] := ARRAY(SELECT DISTINCT a."trainer_id" FROM added a WHERE a."trainer_id" IS NOT NULL AND true ORDER BY 1);
BEGIN
  IF parents = '{}' THEN RETURN NULL; END IF;
  PERFORM 1 FROM "trainers" WHERE id = ANY(parents) ORDER BY id FOR NO KEY UPDATE;
  UPDATE "trainers" SET "ratings_sum" = now.value FROM (SELECT p.id, (SELECT coalesce(sum("trainer_rating"), 0) FROM "feedback_responses" WHERE "trainer_id" = p.id) AS value FROM unnest(parents) AS p(id)) now WHERE "trainers".id = now.id AND "trainers".id = ANY(parents) AND "ratings_sum" IS DISTINCT FROM now.value;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_training_sessions_confirmed_trainers()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parent uuid;
BEGIN
  FOR parent IN SELECT DISTINCT p FROM unnest(ARRAY[
    CASE WHEN true THEN OLD."session_id" END,
    CASE WHEN TG_OP <> 'DELETE' AND true THEN NEW."session_id" END]) AS p WHERE p IS NOT NULL ORDER BY p LOOP
    PERFORM 1 FROM "training_sessions" WHERE id = parent FOR NO KEY UPDATE;
    UPDATE "training_sessions" SET "confirmed_trainers" = now.value FROM (SELECT (SELECT count(*) FROM "trainer_assignments" WHERE "session_id" = parent AND "trainer_assignments"."status" = 'confirmed'::text) AS value) now WHERE id = parent AND "confirmed_trainers" IS DISTINCT FROM now.value;
  END LOOP;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_training_sessions_confirmed_trainers_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parents uuid[] := ARRAY(SELECT DISTINCT a."session_id" FROM added a WHERE a."session_id" IS NOT NULL AND true ORDER BY 1);
BEGIN
  IF parents = '{}' THEN RETURN NULL; END IF;
  PERFORM 1 FROM "training_sessions" WHERE id = ANY(parents) ORDER BY id FOR NO KEY UPDATE;
  UPDATE "training_sessions" SET "confirmed_trainers" = now.value FROM (SELECT p.id, (SELECT count(*) FROM "trainer_assignments" WHERE "session_id" = p.id AND "trainer_assignments"."status" = 'confirmed'::text) AS value FROM unnest(parents) AS p(id)) now WHERE "training_sessions".id = now.id AND "training_sessions".id = ANY(parents) AND "confirmed_trainers" IS DISTINCT FROM now.value;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_training_sessions_recorded_count()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parent uuid;
BEGIN
  FOR parent IN SELECT DISTINCT p FROM unnest(ARRAY[
    CASE WHEN true THEN OLD."session_id" END,
    CASE WHEN TG_OP <> 'DELETE' AND true THEN NEW."session_id" END]) AS p WHERE p IS NOT NULL ORDER BY p LOOP
    PERFORM 1 FROM "training_sessions" WHERE id = parent FOR NO KEY UPDATE;
    UPDATE "training_sessions" SET "recorded_count" = now.value FROM (SELECT (SELECT count(*) FROM "attendance_records" WHERE "session_id" = parent) AS value) now WHERE id = parent AND "recorded_count" IS DISTINCT FROM now.value;
  END LOOP;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_training_sessions_recorded_count_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parents uuid[] := ARRAY(SELECT DISTINCT a."session_id" FROM added a WHERE a."session_id" IS NOT NULL AND true ORDER BY 1);
BEGIN
  IF parents = '{}' THEN RETURN NULL; END IF;
  PERFORM 1 FROM "training_sessions" WHERE id = ANY(parents) ORDER BY id FOR NO KEY UPDATE;
  UPDATE "training_sessions" SET "recorded_count" = now.value FROM (SELECT p.id, (SELECT count(*) FROM "attendance_records" WHERE "session_id" = p.id) AS value FROM unnest(parents) AS p(id)) now WHERE "training_sessions".id = now.id AND "training_sessions".id = ANY(parents) AND "recorded_count" IS DISTINCT FROM now.value;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_training_templates_content_sum()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parent uuid;
BEGIN
  FOR parent IN SELECT DISTINCT p FROM unnest(ARRAY[
    CASE WHEN true THEN OLD."template_id" END,
    CASE WHEN TG_OP <> 'DELETE' AND true THEN NEW."template_id" END]) AS p WHERE p IS NOT NULL ORDER BY p LOOP
    PERFORM 1 FROM "training_templates" WHERE id = parent FOR NO KEY UPDATE;
    UPDATE "training_templates" SET "content_sum" = now.value FROM (SELECT (SELECT coalesce(sum("content_rating"), 0) FROM "feedback_responses" WHERE "template_id" = parent AND "feedback_responses"."state" = 'given'::text) AS value) now WHERE id = parent AND "content_sum" IS DISTINCT FROM now.value;
  END LOOP;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_training_templates_content_sum_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parents uuid[] := ARRAY(SELECT DISTINCT a."template_id" FROM added a WHERE a."template_id" IS NOT NULL AND true ORDER BY 1);
BEGIN
  IF parents = '{}' THEN RETURN NULL; END IF;
  PERFORM 1 FROM "training_templates" WHERE id = ANY(parents) ORDER BY id FOR NO KEY UPDATE;
  UPDATE "training_templates" SET "content_sum" = now.value FROM (SELECT p.id, (SELECT coalesce(sum("content_rating"), 0) FROM "feedback_responses" WHERE "template_id" = p.id AND "feedback_responses"."state" = 'given'::text) AS value FROM unnest(parents) AS p(id)) now WHERE "training_templates".id = now.id AND "training_templates".id = ANY(parents) AND "content_sum" IS DISTINCT FROM now.value;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_training_templates_days_count()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parent uuid;
BEGIN
  FOR parent IN SELECT DISTINCT p FROM unnest(ARRAY[
    CASE WHEN true THEN OLD."template_id" END,
    CASE WHEN TG_OP <> 'DELETE' AND true THEN NEW."template_id" END]) AS p WHERE p IS NOT NULL ORDER BY p LOOP
    PERFORM 1 FROM "training_templates" WHERE id = parent FOR NO KEY UPDATE;
    UPDATE "training_templates" SET "days_count" = now.value FROM (SELECT (SELECT count(*) FROM "training_template_days" WHERE "template_id" = parent) AS value) now WHERE id = parent AND "days_count" IS DISTINCT FROM now.value;
  END LOOP;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_training_templates_days_count_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parents uuid[] := ARRAY(SELECT DISTINCT a."template_id" FROM added a WHERE a."template_id" IS NOT NULL AND true ORDER BY 1);
BEGIN
  IF parents = '{}' THEN RETURN NULL; END IF;
  PERFORM 1 FROM "training_templates" WHERE id = ANY(parents) ORDER BY id FOR NO KEY UPDATE;
  UPDATE "training_templates" SET "days_count" = now.value FROM (SELECT p.id, (SELECT count(*) FROM "training_template_days" WHERE "template_id" = p.id) AS value FROM unnest(parents) AS p(id)) now WHERE "training_templates".id = now.id AND "training_templates".id = ANY(parents) AND "days_count" IS DISTINCT FROM now.value;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_training_templates_feedback_count()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parent uuid;
BEGIN
  FOR parent IN SELECT DISTINCT p FROM unnest(ARRAY[
    CASE WHEN true THEN OLD."template_id" END,
    CASE WHEN TG_OP <> 'DELETE' AND true THEN NEW."template_id" END]) AS p WHERE p IS NOT NULL ORDER BY p LOOP
    PERFORM 1 FROM "training_templates" WHERE id = parent FOR NO KEY UPDATE;
    UPDATE "training_templates" SET "feedback_count" = now.value FROM (SELECT (SELECT count(*) FROM "feedback_responses" WHERE "template_id" = parent AND "feedback_responses"."state" = 'given'::text) AS value) now WHERE id = parent AND "feedback_count" IS DISTINCT FROM now.value;
  END LOOP;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_training_templates_feedback_count_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parents uuid[] := ARRAY(SELECT DISTINCT a."template_id" FROM added a WHERE a."template_id" IS NOT NULL AND true ORDER BY 1);
BEGIN
  IF parents = '{}' THEN RETURN NULL; END IF;
  PERFORM 1 FROM "training_templates" WHERE id = ANY(parents) ORDER BY id FOR NO KEY UPDATE;
  UPDATE "training_templates" SET "feedback_count" = now.value FROM (SELECT p.id, (SELECT count(*) FROM "feedback_responses" WHERE "template_id" = p.id AND "feedback_responses"."state" = 'given'::text) AS value FROM unnest(parents) AS p(id)) now WHERE "training_templates".id = now.id AND "training_templates".id = ANY(parents) AND "feedback_count" IS DISTINCT FROM now.value;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_training_templates_organisation_sum()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parent uuid;
BEGIN
  FOR parent IN SELECT DISTINCT p FROM unnest(ARRAY[
    CASE WHEN true THEN OLD."template_id" END,
    CASE WHEN TG_OP <> 'DELETE' AND true THEN NEW."template_id" END]) AS p WHERE p IS NOT NULL ORDER BY p LOOP
    PERFORM 1 FROM "training_templates" WHERE id = parent FOR NO KEY UPDATE;
    UPDATE "training_templates" SET "organisation_sum" = now.value FROM (SELECT (SELECT coalesce(sum("organisation_rating"), 0) FROM "feedback_responses" WHERE "template_id" = parent AND "feedback_responses"."state" = 'given'::text) AS value) now WHERE id = parent AND "organisation_sum" IS DISTINCT FROM now.value;
  END LOOP;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_training_templates_organisation_sum_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parents uuid[] := ARRAY(SELECT DISTINCT a."template_id" FROM added a WHERE a."template_id" IS NOT NULL AND true ORDER BY 1);
BEGIN
  IF parents = '{}' THEN RETURN NULL; END IF;
  PERFORM 1 FROM "training_templates" WHERE id = ANY(parents) ORDER BY id FOR NO KEY UPDATE;
  UPDATE "training_templates" SET "organisation_sum" = now.value FROM (SELECT p.id, (SELECT coalesce(sum("organisation_rating"), 0) FROM "feedback_responses" WHERE "template_id" = p.id AND "feedback_responses"."state" = 'given'::text) AS value FROM unnest(parents) AS p(id)) now WHERE "training_templates".id = now.id AND "training_templates".id = ANY(parents) AND "organisation_sum" IS DISTINCT FROM now.value;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_training_templates_recommend_sum()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parent uuid;
BEGIN
  FOR parent IN SELECT DISTINCT p FROM unnest(ARRAY[
    CASE WHEN true THEN OLD."template_id" END,
    CASE WHEN TG_OP <> 'DELETE' AND true THEN NEW."template_id" END]) AS p WHERE p IS NOT NULL ORDER BY p LOOP
    PERFORM 1 FROM "training_templates" WHERE id = parent FOR NO KEY UPDATE;
    UPDATE "training_templates" SET "recommend_sum" = now.value FROM (SELECT (SELECT coalesce(sum("recommend"), 0) FROM "feedback_responses" WHERE "template_id" = parent AND "feedback_responses"."state" = 'given'::text) AS value) now WHERE id = parent AND "recommend_sum" IS DISTINCT FROM now.value;
  END LOOP;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_training_templates_recommend_sum_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parents uuid[] := ARRAY(SELECT DISTINCT a."template_id" FROM added a WHERE a."template_id" IS NOT NULL AND true ORDER BY 1);
BEGIN
  IF parents = '{}' THEN RETURN NULL; END IF;
  PERFORM 1 FROM "training_templates" WHERE id = ANY(parents) ORDER BY id FOR NO KEY UPDATE;
  UPDATE "training_templates" SET "recommend_sum" = now.value FROM (SELECT p.id, (SELECT coalesce(sum("recommend"), 0) FROM "feedback_responses" WHERE "template_id" = p.id AND "feedback_responses"."state" = 'given'::text) AS value FROM unnest(parents) AS p(id)) now WHERE "training_templates".id = now.id AND "training_templates".id = ANY(parents) AND "recommend_sum" IS DISTINCT FROM now.value;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_training_templates_trainer_sum()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parent uuid;
BEGIN
  FOR parent IN SELECT DISTINCT p FROM unnest(ARRAY[
    CASE WHEN true THEN OLD."template_id" END,
    CASE WHEN TG_OP <> 'DELETE' AND true THEN NEW."template_id" END]) AS p WHERE p IS NOT NULL ORDER BY p LOOP
    PERFORM 1 FROM "training_templates" WHERE id = parent FOR NO KEY UPDATE;
    UPDATE "training_templates" SET "trainer_sum" = now.value FROM (SELECT (SELECT coalesce(sum("trainer_rating"), 0) FROM "feedback_responses" WHERE "template_id" = parent AND "feedback_responses"."state" = 'given'::text) AS value) now WHERE id = parent AND "trainer_sum" IS DISTINCT FROM now.value;
  END LOOP;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_training_templates_trainer_sum_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parents uuid[] := ARRAY(SELECT DISTINCT a."template_id" FROM added a WHERE a."template_id" IS NOT NULL AND true ORDER BY 1);
BEGIN
  IF parents = '{}' THEN RETURN NULL; END IF;
  PERFORM 1 FROM "training_templates" WHERE id = ANY(parents) ORDER BY id FOR NO KEY UPDATE;
  UPDATE "training_templates" SET "trainer_sum" = now.value FROM (SELECT p.id, (SELECT coalesce(sum("trainer_rating"), 0) FROM "feedback_responses" WHERE "template_id" = p.id AND "feedback_responses"."state" = 'given'::text) AS value FROM unnest(parents) AS p(id)) now WHERE "training_templates".id = now.id AND "training_templates".id = ANY(parents) AND "trainer_sum" IS DISTINCT FROM now.value;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_training_templates_units()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parent uuid;
BEGIN
  FOR parent IN SELECT DISTINCT p FROM unnest(ARRAY[
    CASE WHEN true THEN OLD."template_id" END,
    CASE WHEN TG_OP <> 'DELETE' AND true THEN NEW."template_id" END]) AS p WHERE p IS NOT NULL ORDER BY p LOOP
    PERFORM 1 FROM "training_templates" WHERE id = parent FOR NO KEY UPDATE;
    UPDATE "training_templates" SET "units" = now.value FROM (SELECT (SELECT coalesce(sum("units"), 0) FROM "training_template_days" WHERE "template_id" = parent) AS value) now WHERE id = parent AND "units" IS DISTINCT FROM now.value;
  END LOOP;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_training_templates_units_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parents uuid[] := ARRAY(SELECT DISTINCT a."template_id" FROM added a WHERE a."template_id" IS NOT NULL AND true ORDER BY 1);
BEGIN
  IF parents = '{}' THEN RETURN NULL; END IF;
  PERFORM 1 FROM "training_templates" WHERE id = ANY(parents) ORDER BY id FOR NO KEY UPDATE;
  UPDATE "training_templates" SET "units" = now.value FROM (SELECT p.id, (SELECT coalesce(sum("units"), 0) FROM "training_template_days" WHERE "template_id" = p.id) AS value FROM unnest(parents) AS p(id)) now WHERE "training_templates".id = now.id AND "training_templates".id = ANY(parents) AND "units" IS DISTINCT FROM now.value;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_trainings_content_sum()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parent uuid;
BEGIN
  FOR parent IN SELECT DISTINCT p FROM unnest(ARRAY[
    CASE WHEN true THEN OLD."training_id" END,
    CASE WHEN TG_OP <> 'DELETE' AND true THEN NEW."training_id" END]) AS p WHERE p IS NOT NULL ORDER BY p LOOP
    PERFORM 1 FROM "trainings" WHERE id = parent FOR NO KEY UPDATE;
    UPDATE "trainings" SET "content_sum" = now.value FROM (SELECT (SELECT coalesce(sum("content_rating"), 0) FROM "feedback_responses" WHERE "training_id" = parent AND "feedback_responses"."state" = 'given'::text) AS value) now WHERE id = parent AND "content_sum" IS DISTINCT FROM now.value;
  END LOOP;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_trainings_content_sum_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parents uuid[] := ARRAY(SELECT DISTINCT a."training_id" FROM added a WHERE a."training_id" IS NOT NULL AND true ORDER BY 1);
BEGIN
  IF parents = '{}' THEN RETURN NULL; END IF;
  PERFORM 1 FROM "trainings" WHERE id = ANY(parents) ORDER BY id FOR NO KEY UPDATE;
  UPDATE "trainings" SET "content_sum" = now.value FROM (SELECT p.id, (SELECT coalesce(sum("content_rating"), 0) FROM "feedback_responses" WHERE "training_id" = p.id AND "feedback_responses"."state" = 'given'::text) AS value FROM unnest(parents) AS p(id)) now WHERE "trainings".id = now.id AND "trainings".id = ANY(parents) AND "content_sum" IS DISTINCT FROM now.value;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_trainings_enrolment_revenue()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parent uuid;
BEGIN
  FOR parent IN SELECT DISTINCT p FROM unnest(ARRAY[
    CASE WHEN true THEN OLD."training_id" END,
    CASE WHEN TG_OP <> 'DELETE' AND true THEN NEW."training_id" END]) AS p WHERE p IS NOT NULL ORDER BY p LOOP
    PERFORM 1 FROM "trainings" WHERE id = parent FOR NO KEY UPDATE;
    UPDATE "trainings" SET "enrolment_revenue" = now.value FROM (SELECT (SELECT coalesce(sum("price"), 0) FROM "enrolments" WHERE "training_id" = parent AND "enrolments"."status" = 'enrolled'::text) AS value) now WHERE id = parent AND "enrolment_revenue" IS DISTINCT FROM now.value;
  END LOOP;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_trainings_enrolment_revenue_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parents uuid[] := ARRAY(SELECT DISTINCT a."training_id" FROM added a WHERE a."training_id" IS NOT NULL AND true ORDER BY 1);
BEGIN
  IF parents = '{}' THEN RETURN NULL; END IF;
  PERFORM 1 FROM "trainings" WHERE id = ANY(parents) ORDER BY id FOR NO KEY UPDATE;
  UPDATE "trainings" SET "enrolment_revenue" = now.value FROM (SELECT p.id, (SELECT coalesce(sum("price"), 0) FROM "enrolments" WHERE "training_id" = p.id AND "enrolments"."status" = 'enrolled'::text) AS value FROM unnest(parents) AS p(id)) now WHERE "trainings".id = now.id AND "trainings".id = ANY(parents) AND "enrolment_revenue" IS DISTINCT FROM now.value;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_trainings_feedback_count()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parent uuid;
BEGIN
  FOR parent IN SELECT DISTINCT p FROM unnest(ARRAY[
    CASE WHEN true THEN OLD."training_id" END,
    CASE WHEN TG_OP <> 'DELETE' AND true THEN NEW."training_id" END]) AS p WHERE p IS NOT NULL ORDER BY p LOOP
    PERFORM 1 FROM "trainings" WHERE id = parent FOR NO KEY UPDATE;
    UPDATE "trainings" SET "feedback_count" = now.value FROM (SELECT (SELECT count(*) FROM "feedback_responses" WHERE "training_id" = parent AND "feedback_responses"."state" = 'given'::text) AS value) now WHERE id = parent AND "feedback_count" IS DISTINCT FROM now.value;
  END LOOP;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_trainings_feedback_count_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parents uuid[] := ARRAY(SELECT DISTINCT a."training_id" FROM added a WHERE a."training_id" IS NOT NULL AND true ORDER BY 1);
BEGIN
  IF parents = '{}' THEN RETURN NULL; END IF;
  PERFORM 1 FROM "trainings" WHERE id = ANY(parents) ORDER BY id FOR NO KEY UPDATE;
  UPDATE "trainings" SET "feedback_count" = now.value FROM (SELECT p.id, (SELECT count(*) FROM "feedback_responses" WHERE "training_id" = p.id AND "feedback_responses"."state" = 'given'::text) AS value FROM unnest(parents) AS p(id)) now WHERE "trainings".id = now.id AND "trainings".id = ANY(parents) AND "feedback_count" IS DISTINCT FROM now.value;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_trainings_first_session_at()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parent uuid;
BEGIN
  FOR parent IN SELECT DISTINCT p FROM unnest(ARRAY[
    CASE WHEN true THEN OLD."training_id" END,
    CASE WHEN TG_OP <> 'DELETE' AND true THEN NEW."training_id" END]) AS p WHERE p IS NOT NULL ORDER BY p LOOP
    PERFORM 1 FROM "trainings" WHERE id = parent FOR NO KEY UPDATE;
    UPDATE "trainings" SET "first_session_at" = now.value FROM (SELECT (SELECT min("starts_at") FROM "training_sessions" WHERE "training_id" = parent) AS value) now WHERE id = parent AND "first_session_at" IS DISTINCT FROM now.value;
  END LOOP;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_trainings_first_session_at_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parents uuid[] := ARRAY(SELECT DISTINCT a."training_id" FROM added a WHERE a."training_id" IS NOT NULL AND true ORDER BY 1);
BEGIN
  IF parents = '{}' THEN RETURN NULL; END IF;
  PERFORM 1 FROM "trainings" WHERE id = ANY(parents) ORDER BY id FOR NO KEY UPDATE;
  UPDATE "trainings" SET "first_session_at" = now.value FROM (SELECT p.id, (SELECT min("starts_at") FROM "training_sessions" WHERE "training_id" = p.id) AS value FROM unnest(parents) AS p(id)) now WHERE "trainings".id = now.id AND "trainings".id = ANY(parents) AND "first_session_at" IS DISTINCT FROM now.value;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_trainings_last_session_at()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parent uuid;
BEGIN
  FOR parent IN SELECT DISTINCT p FROM unnest(ARRAY[
    CASE WHEN true THEN OLD."training_id" END,
    CASE WHEN TG_OP <> 'DELETE' AND true THEN NEW."training_id" END]) AS p WHERE p IS NOT NULL ORDER BY p LOOP
    PERFORM 1 FROM "trainings" WHERE id = parent FOR NO KEY UPDATE;
    UPDATE "trainings" SET "last_session_at" = now.value FROM (SELECT (SELECT max("ends_at") FROM "training_sessions" WHERE "training_id" = parent) AS value) now WHERE id = parent AND "last_session_at" IS DISTINCT FROM now.value;
  END LOOP;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_trainings_last_session_at_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parents uuid[] := ARRAY(SELECT DISTINCT a."training_id" FROM added a WHERE a."training_id" IS NOT NULL AND true ORDER BY 1);
BEGIN
  IF parents = '{}' THEN RETURN NULL; END IF;
  PERFORM 1 FROM "trainings" WHERE id = ANY(parents) ORDER BY id FOR NO KEY UPDATE;
  UPDATE "trainings" SET "last_session_at" = now.value FROM (SELECT p.id, (SELECT max("ends_at") FROM "training_sessions" WHERE "training_id" = p.id) AS value FROM unnest(parents) AS p(id)) now WHERE "trainings".id = now.id AND "trainings".id = ANY(parents) AND "last_session_at" IS DISTINCT FROM now.value;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_trainings_open_blocking()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parent uuid;
BEGIN
  FOR parent IN SELECT DISTINCT p FROM unnest(ARRAY[
    CASE WHEN OLD."subject_resource" = 'trainings' THEN OLD."subject_id" END,
    CASE WHEN TG_OP <> 'DELETE' AND NEW."subject_resource" = 'trainings' THEN NEW."subject_id" END]) AS p WHERE p IS NOT NULL ORDER BY p LOOP
    PERFORM 1 FROM "trainings" WHERE id = parent FOR NO KEY UPDATE;
    UPDATE "trainings" SET "open_blocking" = now.value FROM (SELECT (SELECT count(*) FROM "checklist_items" WHERE "subject_id" = parent AND "subject_resource" = 'trainings' AND ("checklist_items"."done" = false::boolean AND "checklist_items"."blocking" = true::boolean)) AS value) now WHERE id = parent AND "open_blocking" IS DISTINCT FROM now.value;
  END LOOP;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_trainings_open_blocking_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parents uuid[] := ARRAY(SELECT DISTINCT a."subject_id" FROM added a WHERE a."subject_id" IS NOT NULL AND a."subject_resource" = 'trainings' ORDER BY 1);
BEGIN
  IF parents = '{}' THEN RETURN NULL; END IF;
  PERFORM 1 FROM "trainings" WHERE id = ANY(parents) ORDER BY id FOR NO KEY UPDATE;
  UPDATE "trainings" SET "open_blocking" = now.value FROM (SELECT p.id, (SELECT count(*) FROM "checklist_items" WHERE "subject_id" = p.id AND "subject_resource" = 'trainings' AND ("checklist_items"."done" = false::boolean AND "checklist_items"."blocking" = true::boolean)) AS value FROM unnest(parents) AS p(id)) now WHERE "trainings".id = now.id AND "trainings".id = ANY(parents) AND "open_blocking" IS DISTINCT FROM now.value;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_trainings_open_items()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parent uuid;
BEGIN
  FOR parent IN SELECT DISTINCT p FROM unnest(ARRAY[
    CASE WHEN OLD."subject_resource" = 'trainings' THEN OLD."subject_id" END,
    CASE WHEN TG_OP <> 'DELETE' AND NEW."subject_resource" = 'trainings' THEN NEW."subject_id" END]) AS p WHERE p IS NOT NULL ORDER BY p LOOP
    PERFORM 1 FROM "trainings" WHERE id = parent FOR NO KEY UPDATE;
    UPDATE "trainings" SET "open_items" = now.value FROM (SELECT (SELECT count(*) FROM "checklist_items" WHERE "subject_id" = parent AND "subject_resource" = 'trainings' AND "checklist_items"."done" = false::boolean) AS value) now WHERE id = parent AND "open_items" IS DISTINCT FROM now.value;
  END LOOP;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_trainings_open_items_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parents uuid[] := ARRAY(SELECT DISTINCT a."subject_id" FROM added a WHERE a."subject_id" IS NOT NULL AND a."subject_resource" = 'trainings' ORDER BY 1);
BEGIN
  IF parents = '{}' THEN RETURN NULL; END IF;
  PERFORM 1 FROM "trainings" WHERE id = ANY(parents) ORDER BY id FOR NO KEY UPDATE;
  UPDATE "trainings" SET "open_items" = now.value FROM (SELECT p.id, (SELECT count(*) FROM "checklist_items" WHERE "subject_id" = p.id AND "subject_resource" = 'trainings' AND "checklist_items"."done" = false::boolean) AS value FROM unnest(parents) AS p(id)) now WHERE "trainings".id = now.id AND "trainings".id = ANY(parents) AND "open_items" IS DISTINCT FROM now.value;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_trainings_organisation_sum()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parent uuid;
BEGIN
  FOR parent IN SELECT DISTINCT p FROM unnest(ARRAY[
    CASE WHEN true THEN OLD."training_id" END,
    CASE WHEN TG_OP <> 'DELETE' AND true THEN NEW."training_id" END]) AS p WHERE p IS NOT NULL ORDER BY p LOOP
    PERFORM 1 FROM "trainings" WHERE id = parent FOR NO KEY UPDATE;
    UPDATE "trainings" SET "organisation_sum" = now.value FROM (SELECT (SELECT coalesce(sum("organisation_rating"), 0) FROM "feedback_responses" WHERE "training_id" = parent AND "feedback_responses"."state" = 'given'::text) AS value) now WHERE id = parent AND "organisation_sum" IS DISTINCT FROM now.value;
  END LOOP;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_trainings_organisation_sum_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parents uuid[] := ARRAY(SELECT DISTINCT a."training_id" FROM added a WHERE a."training_id" IS NOT NULL AND true ORDER BY 1);
BEGIN
  IF parents = '{}' THEN RETURN NULL; END IF;
  PERFORM 1 FROM "trainings" WHERE id = ANY(parents) ORDER BY id FOR NO KEY UPDATE;
  UPDATE "trainings" SET "organisation_sum" = now.value FROM (SELECT p.id, (SELECT coalesce(sum("organisation_rating"), 0) FROM "feedback_responses" WHERE "training_id" = p.id AND "feedback_responses"."state" = 'given'::text) AS value FROM unnest(parents) AS p(id)) now WHERE "trainings".id = now.id AND "trainings".id = ANY(parents) AND "organisation_sum" IS DISTINCT FROM now.value;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_trainings_recommend_sum()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parent uuid;
BEGIN
  FOR parent IN SELECT DISTINCT p FROM unnest(ARRAY[
    CASE WHEN true THEN OLD."training_id" END,
    CASE WHEN TG_OP <> 'DELETE' AND true THEN NEW."training_id" END]) AS p WHERE p IS NOT NULL ORDER BY p LOOP
    PERFORM 1 FROM "trainings" WHERE id = parent FOR NO KEY UPDATE;
    UPDATE "trainings" SET "recommend_sum" = now.value FROM (SELECT (SELECT coalesce(sum("recommend"), 0) FROM "feedback_responses" WHERE "training_id" = parent AND "feedback_responses"."state" = 'given'::text) AS value) now WHERE id = parent AND "recommend_sum" IS DISTINCT FROM now.value;
  END LOOP;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_trainings_recommend_sum_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parents uuid[] := ARRAY(SELECT DISTINCT a."training_id" FROM added a WHERE a."training_id" IS NOT NULL AND true ORDER BY 1);
BEGIN
  IF parents = '{}' THEN RETURN NULL; END IF;
  PERFORM 1 FROM "trainings" WHERE id = ANY(parents) ORDER BY id FOR NO KEY UPDATE;
  UPDATE "trainings" SET "recommend_sum" = now.value FROM (SELECT p.id, (SELECT coalesce(sum("recommend"), 0) FROM "feedback_responses" WHERE "training_id" = p.id AND "feedback_responses"."state" = 'given'::text) AS value FROM unnest(parents) AS p(id)) now WHERE "trainings".id = now.id AND "trainings".id = ANY(parents) AND "recommend_sum" IS DISTINCT FROM now.value;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_trainings_seats_taken()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parent uuid;
BEGIN
  FOR parent IN SELECT DISTINCT p FROM unnest(ARRAY[
    CASE WHEN true THEN OLD."training_id" END,
    CASE WHEN TG_OP <> 'DELETE' AND true THEN NEW."training_id" END]) AS p WHERE p IS NOT NULL ORDER BY p LOOP
    PERFORM 1 FROM "trainings" WHERE id = parent FOR NO KEY UPDATE;
    UPDATE "trainings" SET "seats_taken" = now.value FROM (SELECT (SELECT count(*) FROM "enrolments" WHERE "training_id" = parent AND "enrolments"."status" = ANY(ARRAY['enrolled', 'offered']::text[])) AS value) now WHERE id = parent AND "seats_taken" IS DISTINCT FROM now.value;
  END LOOP;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_trainings_seats_taken_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parents uuid[] := ARRAY(SELECT DISTINCT a."training_id" FROM added a WHERE a."training_id" IS NOT NULL AND true ORDER BY 1);
BEGIN
  IF parents = '{}' THEN RETURN NULL; END IF;
  PERFORM 1 FROM "trainings" WHERE id = ANY(parents) ORDER BY id FOR NO KEY UPDATE;
  UPDATE "trainings" SET "seats_taken" = now.value FROM (SELECT p.id, (SELECT count(*) FROM "enrolments" WHERE "training_id" = p.id AND "enrolments"."status" = ANY(ARRAY['enrolled', 'offered']::text[])) AS value FROM unnest(parents) AS p(id)) now WHERE "trainings".id = now.id AND "trainings".id = ANY(parents) AND "seats_taken" IS DISTINCT FROM now.value;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_trainings_sessions_count()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parent uuid;
BEGIN
  FOR parent IN SELECT DISTINCT p FROM unnest(ARRAY[
    CASE WHEN true THEN OLD."training_id" END,
    CASE WHEN TG_OP <> 'DELETE' AND true THEN NEW."training_id" END]) AS p WHERE p IS NOT NULL ORDER BY p LOOP
    PERFORM 1 FROM "trainings" WHERE id = parent FOR NO KEY UPDATE;
    UPDATE "trainings" SET "sessions_count" = now.value FROM (SELECT (SELECT count(*) FROM "training_sessions" WHERE "training_id" = parent) AS value) now WHERE id = parent AND "sessions_count" IS DISTINCT FROM now.value;
  END LOOP;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_trainings_sessions_count_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parents uuid[] := ARRAY(SELECT DISTINCT a."training_id" FROM added a WHERE a."training_id" IS NOT NULL AND true ORDER BY 1);
BEGIN
  IF parents = '{}' THEN RETURN NULL; END IF;
  PERFORM 1 FROM "trainings" WHERE id = ANY(parents) ORDER BY id FOR NO KEY UPDATE;
  UPDATE "trainings" SET "sessions_count" = now.value FROM (SELECT p.id, (SELECT count(*) FROM "training_sessions" WHERE "training_id" = p.id) AS value FROM unnest(parents) AS p(id)) now WHERE "trainings".id = now.id AND "trainings".id = ANY(parents) AND "sessions_count" IS DISTINCT FROM now.value;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_trainings_trainer_cost()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parent uuid;
BEGIN
  FOR parent IN SELECT DISTINCT p FROM unnest(ARRAY[
    CASE WHEN true THEN OLD."training_id" END,
    CASE WHEN TG_OP <> 'DELETE' AND true THEN NEW."training_id" END]) AS p WHERE p IS NOT NULL ORDER BY p LOOP
    PERFORM 1 FROM "trainings" WHERE id = parent FOR NO KEY UPDATE;
    UPDATE "trainings" SET "trainer_cost" = now.value FROM (SELECT (SELECT coalesce(sum("cost"), 0) FROM "trainer_assignments" WHERE "training_id" = parent AND "trainer_assignments"."status" = 'confirmed'::text) AS value) now WHERE id = parent AND "trainer_cost" IS DISTINCT FROM now.value;
  END LOOP;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_trainings_trainer_cost_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parents uuid[] := ARRAY(SELECT DISTINCT a."training_id" FROM added a WHERE a."training_id" IS NOT NULL AND true ORDER BY 1);
BEGIN
  IF parents = '{}' THEN RETURN NULL; END IF;
  PERFORM 1 FROM "trainings" WHERE id = ANY(parents) ORDER BY id FOR NO KEY UPDATE;
  UPDATE "trainings" SET "trainer_cost" = now.value FROM (SELECT p.id, (SELECT coalesce(sum("cost"), 0) FROM "trainer_assignments" WHERE "training_id" = p.id AND "trainer_assignments"."status" = 'confirmed'::text) AS value FROM unnest(parents) AS p(id)) now WHERE "trainings".id = now.id AND "trainings".id = ANY(parents) AND "trainer_cost" IS DISTINCT FROM now.value;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_trainings_trainer_sum()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parent uuid;
BEGIN
  FOR parent IN SELECT DISTINCT p FROM unnest(ARRAY[
    CASE WHEN true THEN OLD."training_id" END,
    CASE WHEN TG_OP <> 'DELETE' AND true THEN NEW."training_id" END]) AS p WHERE p IS NOT NULL ORDER BY p LOOP
    PERFORM 1 FROM "trainings" WHERE id = parent FOR NO KEY UPDATE;
    UPDATE "trainings" SET "trainer_sum" = now.value FROM (SELECT (SELECT coalesce(sum("trainer_rating"), 0) FROM "feedback_responses" WHERE "training_id" = parent AND "feedback_responses"."state" = 'given'::text) AS value) now WHERE id = parent AND "trainer_sum" IS DISTINCT FROM now.value;
  END LOOP;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_trainings_trainer_sum_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parents uuid[] := ARRAY(SELECT DISTINCT a."training_id" FROM added a WHERE a."training_id" IS NOT NULL AND true ORDER BY 1);
BEGIN
  IF parents = '{}' THEN RETURN NULL; END IF;
  PERFORM 1 FROM "trainings" WHERE id = ANY(parents) ORDER BY id FOR NO KEY UPDATE;
  UPDATE "trainings" SET "trainer_sum" = now.value FROM (SELECT p.id, (SELECT coalesce(sum("trainer_rating"), 0) FROM "feedback_responses" WHERE "training_id" = p.id AND "feedback_responses"."state" = 'given'::text) AS value FROM unnest(parents) AS p(id)) now WHERE "trainings".id = now.id AND "trainings".id = ANY(parents) AND "trainer_sum" IS DISTINCT FROM now.value;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_trainings_waiting_count()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parent uuid;
BEGIN
  FOR parent IN SELECT DISTINCT p FROM unnest(ARRAY[
    CASE WHEN true THEN OLD."training_id" END,
    CASE WHEN TG_OP <> 'DELETE' AND true THEN NEW."training_id" END]) AS p WHERE p IS NOT NULL ORDER BY p LOOP
    PERFORM 1 FROM "trainings" WHERE id = parent FOR NO KEY UPDATE;
    UPDATE "trainings" SET "waiting_count" = now.value FROM (SELECT (SELECT count(*) FROM "enrolments" WHERE "training_id" = parent AND "enrolments"."status" = 'waiting'::text) AS value) now WHERE id = parent AND "waiting_count" IS DISTINCT FROM now.value;
  END LOOP;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_trainings_waiting_count_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parents uuid[] := ARRAY(SELECT DISTINCT a."training_id" FROM added a WHERE a."training_id" IS NOT NULL AND true ORDER BY 1);
BEGIN
  IF parents = '{}' THEN RETURN NULL; END IF;
  PERFORM 1 FROM "trainings" WHERE id = ANY(parents) ORDER BY id FOR NO KEY UPDATE;
  UPDATE "trainings" SET "waiting_count" = now.value FROM (SELECT p.id, (SELECT count(*) FROM "enrolments" WHERE "training_id" = p.id AND "enrolments"."status" = 'waiting'::text) AS value FROM unnest(parents) AS p(id)) now WHERE "trainings".id = now.id AND "trainings".id = ANY(parents) AND "waiting_count" IS DISTINCT FROM now.value;
  RETURN NULL;
END$function$`);
  await knex.schema.createTable('attendance_records', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.uuid('session_id').notNullable();
    t.uuid('enrolment_id').notNullable();
    t.uuid('training_id');
    t.uuid('brand_id');
    t.integer('units');
    t.text('status').notNullable();
    t.specificType('reason', `text COLLATE "de-x-icu"`);
  });
  await knex.schema.createTable('bookable_resources', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.timestamp('deleted_at', { useTz: true });
    t.uuid('deleted_by');
    t.specificType('name', `text COLLATE "de-x-icu"`).notNullable();
    t.text('type').notNullable();
    t.specificType('inventory_number', `text COLLATE "de-x-icu"`);
    t.uuid('location_id');
    t.specificType('remarks', `text COLLATE "de-x-icu"`);
    t.boolean('active').notNullable().defaultTo(knex.raw(`true`));
    t.specificType('search_text', `text GENERATED ALWAYS AS (kontor_search(((COALESCE(name, ''::text) || ' '::text) || COALESCE(inventory_number, ''::text)))) STORED`);
  });
  await knex.schema.createTable('bookable_resources_brand_ids', (t) => {
    t.uuid('record_id').notNullable();
    t.uuid('target_id').notNullable();
  });
  await knex.schema.createTable('certificates', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.specificType('number', `text COLLATE "de-x-icu"`).notNullable();
    t.uuid('enrolment_id').notNullable();
    t.uuid('training_id');
    t.uuid('brand_id');
    t.text('type').notNullable();
    t.text('status').notNullable();
    t.specificType('holder', `text COLLATE "de-x-icu"`);
    t.specificType('course', `text COLLATE "de-x-icu"`);
    t.integer('units');
    t.date('from_on');
    t.date('until_on');
    t.date('issued_on');
    t.uuid('document_id');
    t.timestamp('revoked_at', { useTz: true });
    t.specificType('reason', `text COLLATE "de-x-icu"`);
    t.specificType('search_text', `text GENERATED ALWAYS AS (kontor_search(((((COALESCE(number, ''::text) || ' '::text) || COALESCE(holder, ''::text)) || ' '::text) || COALESCE(course, ''::text)))) STORED`);
  });
  await knex.schema.createTable('checklist_items', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.specificType('name', `text COLLATE "de-x-icu"`).notNullable();
    t.uuid('checklist_id').notNullable();
    t.text('subject_resource');
    t.uuid('subject_id');
    t.uuid('brand_id');
    t.boolean('done').notNullable().defaultTo(knex.raw(`false`));
    t.date('due_on');
    t.boolean('blocking').notNullable().defaultTo(knex.raw(`false`));
    t.uuid('assignee_id');
    t.timestamp('done_at', { useTz: true });
    t.uuid('done_by_id');
    t.integer('place');
    t.text('anchor');
    t.integer('offset_days');
    t.specificType('search_text', `text GENERATED ALWAYS AS (kontor_search(COALESCE(name, ''::text))) STORED`);
  });
  await knex.schema.createTable('checklist_template_items', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.uuid('template_id').notNullable();
    t.specificType('name', `text COLLATE "de-x-icu"`).notNullable();
    t.integer('offset_days').notNullable();
    t.text('anchor').notNullable();
    t.boolean('blocking').notNullable().defaultTo(knex.raw(`false`));
  });
  await knex.schema.createTable('checklist_templates', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.timestamp('deleted_at', { useTz: true });
    t.uuid('deleted_by');
    t.specificType('name', `text COLLATE "de-x-icu"`).notNullable();
    t.specificType('formats', `text[]`).notNullable().defaultTo(knex.raw(`'{}'::text[]`));
    t.boolean('always').notNullable().defaultTo(knex.raw(`false`));
    t.boolean('active').notNullable().defaultTo(knex.raw(`true`));
    t.integer('items_count').notNullable().defaultTo(knex.raw(`0`));
    t.specificType('search_text', `text GENERATED ALWAYS AS (kontor_search(COALESCE(name, ''::text))) STORED`);
  });
  await knex.schema.createTable('checklist_templates_brand_ids', (t) => {
    t.uuid('record_id').notNullable();
    t.uuid('target_id').notNullable();
  });
  await knex.schema.createTable('checklists', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.specificType('name', `text COLLATE "de-x-icu"`).notNullable();
    t.text('subject_resource').notNullable();
    t.uuid('subject_id').notNullable();
    t.uuid('brand_id');
    t.uuid('template_id');
    t.integer('items_count').notNullable().defaultTo(knex.raw(`0`));
    t.integer('open_count').notNullable().defaultTo(knex.raw(`0`));
    t.date('next_due_on');
    t.specificType('search_text', `text GENERATED ALWAYS AS (kontor_search(COALESCE(name, ''::text))) STORED`);
  });
  await knex.schema.createTable('enrolments', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.uuid('training_id').notNullable();
    t.uuid('contact_id').notNullable();
    t.specificType('participant', `text COLLATE "de-x-icu"`);
    t.uuid('customer_id');
    t.uuid('template_id');
    t.uuid('brand_id');
    t.text('status').notNullable();
    t.decimal('price', 17, 2);
    t.timestamp('waiting_since', { useTz: true });
    t.timestamp('offer_until', { useTz: true });
    t.timestamp('cancelled_at', { useTz: true });
    t.specificType('reason', `text COLLATE "de-x-icu"`);
    t.uuid('transferred_to_id');
    t.decimal('attended_units', 20, 2).notNullable().defaultTo(knex.raw(`0`));
    t.text('exam_result');
    t.date('exam_on');
    t.specificType('remarks', `text COLLATE "de-x-icu"`);
    t.specificType('search_text', `text GENERATED ALWAYS AS (kontor_search(COALESCE(participant, ''::text))) STORED`);
  });
  await knex.schema.createTable('feedback_responses', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.uuid('enrolment_id').notNullable();
    t.uuid('training_id');
    t.uuid('template_id');
    t.uuid('brand_id');
    t.uuid('trainer_id');
    t.text('state').notNullable();
    t.integer('content_rating');
    t.integer('trainer_rating');
    t.integer('organisation_rating');
    t.integer('recommend');
    t.specificType('liked', `text COLLATE "de-x-icu"`);
    t.specificType('missed', `text COLLATE "de-x-icu"`);
    t.boolean('quotable').notNullable().defaultTo(knex.raw(`false`));
    t.timestamp('given_at', { useTz: true });
    t.specificType('search_text', `text GENERATED ALWAYS AS (kontor_search(((COALESCE(liked, ''::text) || ' '::text) || COALESCE(missed, ''::text)))) STORED`);
  });
  await knex.schema.createTable('holidays', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.specificType('name', `text COLLATE "de-x-icu"`).notNullable();
    t.date('on').notNullable();
    t.uuid('region_id');
    t.text('origin').notNullable();
    t.specificType('search_text', `text GENERATED ALWAYS AS (kontor_search(COALESCE(name, ''::text))) STORED`);
  });
  await knex.schema.createTable('locations', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.timestamp('deleted_at', { useTz: true });
    t.uuid('deleted_by');
    t.specificType('name', `text COLLATE "de-x-icu"`).notNullable();
    t.text('type').notNullable();
    t.uuid('parent_id');
    t.jsonb('address');
    t.uuid('region_id');
    t.integer('capacity');
    t.specificType('equipment', `text[]`).notNullable().defaultTo(knex.raw(`'{}'::text[]`));
    t.decimal('day_rate', 17, 2);
    t.specificType('contact_name', `text COLLATE "de-x-icu"`);
    t.specificType('email', `text COLLATE "de-x-icu"`);
    t.text('phone');
    t.specificType('directions', `text COLLATE "de-x-icu"`);
    t.boolean('active').notNullable().defaultTo(knex.raw(`true`));
    t.specificType('search_text', `text GENERATED ALWAYS AS (kontor_search(COALESCE(name, ''::text))) STORED`);
  });
  await knex.schema.createTable('locations_brand_ids', (t) => {
    t.uuid('record_id').notNullable();
    t.uuid('target_id').notNullable();
  });
  await knex.schema.createTable('public_links', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.text('purpose').notNullable();
    t.text('subject_resource').notNullable();
    t.uuid('subject_id').notNullable();
    t.specificType('digest', `text COLLATE "de-x-icu"`).notNullable();
    t.timestamp('expires_at', { useTz: true });
    t.timestamp('revoked_at', { useTz: true });
    t.timestamp('used_at', { useTz: true });
    t.integer('uses').notNullable();
  });
  await knex.schema.createTable('qualifications', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.specificType('name', `text COLLATE "de-x-icu"`).notNullable();
    t.specificType('description', `text COLLATE "de-x-icu"`);
    t.specificType('search_text', `text GENERATED ALWAYS AS (kontor_search(((COALESCE(name, ''::text) || ' '::text) || COALESCE(description, ''::text)))) STORED`);
  });
  await knex.schema.createTable('regions', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.specificType('name', `text COLLATE "de-x-icu"`).notNullable();
    t.text('type').notNullable();
    t.specificType('code', `text COLLATE "de-x-icu"`).notNullable();
    t.uuid('parent_id');
    t.specificType('postcode_prefix', `text COLLATE "de-x-icu"`);
    t.specificType('search_text', `text GENERATED ALWAYS AS (kontor_search(((COALESCE(name, ''::text) || ' '::text) || COALESCE(code, ''::text)))) STORED`);
  });
  await knex.schema.createTable('resource_bookings', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.specificType('purpose', `text COLLATE "de-x-icu"`).notNullable();
    t.text('what_resource').notNullable();
    t.uuid('what_id').notNullable();
    t.timestamp('starts_at', { useTz: true }).notNullable();
    t.timestamp('ends_at', { useTz: true }).notNullable();
    t.text('status').notNullable();
    t.text('subject_resource');
    t.uuid('subject_id');
    t.specificType('search_text', `text GENERATED ALWAYS AS (kontor_search(COALESCE(purpose, ''::text))) STORED`);
  });
  await knex.schema.createTable('suppliers', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.timestamp('deleted_at', { useTz: true });
    t.uuid('deleted_by');
    t.specificType('number', `text COLLATE "de-x-icu"`).notNullable();
    t.specificType('name', `text COLLATE "de-x-icu"`).notNullable();
    t.text('category').notNullable();
    t.specificType('contact_name', `text COLLATE "de-x-icu"`);
    t.specificType('email', `text COLLATE "de-x-icu"`);
    t.text('phone');
    t.text('website');
    t.jsonb('address');
    t.specificType('vat_id', `text COLLATE "de-x-icu"`);
    t.integer('payment_days');
    t.text('iban');
    t.specificType('remarks', `text COLLATE "de-x-icu"`);
    t.boolean('active').notNullable().defaultTo(knex.raw(`true`));
    t.specificType('search_text', `text GENERATED ALWAYS AS (kontor_search(((((((COALESCE(number, ''::text) || ' '::text) || COALESCE(name, ''::text)) || ' '::text) || COALESCE(email, ''::text)) || ' '::text) || COALESCE(phone, ''::text)))) STORED`);
  });
  await knex.schema.createTable('suppliers_brand_ids', (t) => {
    t.uuid('record_id').notNullable();
    t.uuid('target_id').notNullable();
  });
  await knex.schema.createTable('trainer_assignments', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.uuid('session_id').notNullable();
    t.uuid('trainer_id').notNullable();
    t.uuid('training_id');
    t.uuid('brand_id');
    t.timestamp('starts_at', { useTz: true });
    t.timestamp('ends_at', { useTz: true });
    t.text('status').notNullable();
    t.text('part').notNullable();
    t.decimal('fee', 17, 2);
    t.decimal('travel_cost', 17, 2);
    t.specificType('cost', `numeric(20,2) GENERATED ALWAYS AS ((COALESCE(fee, (0)::numeric) + COALESCE(travel_cost, (0)::numeric))) STORED`);
    t.timestamp('asked_at', { useTz: true });
    t.timestamp('answer_until', { useTz: true });
    t.timestamp('answered_at', { useTz: true });
    t.specificType('reason', `text COLLATE "de-x-icu"`);
  });
  await knex.schema.createTable('trainer_availabilities', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.uuid('trainer_id').notNullable();
    t.text('type').notNullable();
    t.date('from_on').notNullable();
    t.date('until_on').notNullable();
    t.specificType('reason', `text COLLATE "de-x-icu"`);
  });
  await knex.schema.createTable('trainer_qualifications', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.uuid('trainer_id').notNullable();
    t.uuid('qualification_id').notNullable();
    t.date('valid_from');
    t.date('valid_to');
    t.specificType('proof', `text COLLATE "de-x-icu"`);
  });
  await knex.schema.createTable('trainer_regions', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.uuid('trainer_id').notNullable();
    t.uuid('region_id').notNullable();
    t.decimal('travel_cost', 17, 2).notNullable();
    t.integer('priority').notNullable();
  });
  await knex.schema.createTable('trainers', (t) => {
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
    t.specificType('email', `text COLLATE "de-x-icu"`);
    t.text('phone');
    t.jsonb('address');
    t.uuid('region_id');
    t.specificType('languages', `text[]`).notNullable().defaultTo(knex.raw(`'{}'::text[]`));
    t.specificType('profile', `text COLLATE "de-x-icu"`);
    t.uuid('employee_id');
    t.uuid('supplier_id');
    t.uuid('user_id');
    t.decimal('day_rate', 17, 2);
    t.integer('max_days');
    t.integer('ratings_count').notNullable().defaultTo(knex.raw(`0`));
    t.decimal('ratings_sum', 20, 2).notNullable().defaultTo(knex.raw(`0`));
    t.specificType('rating', `numeric(20,2) GENERATED ALWAYS AS (round(((ratings_sum)::numeric / (NULLIF(ratings_count, 0))::numeric), 2)) STORED`);
    t.specificType('search_text', `text GENERATED ALWAYS AS (kontor_search(((((COALESCE(name, ''::text) || ' '::text) || COALESCE(email, ''::text)) || ' '::text) || COALESCE(phone, ''::text)))) STORED`);
  });
  await knex.schema.createTable('trainers_brand_ids', (t) => {
    t.uuid('record_id').notNullable();
    t.uuid('target_id').notNullable();
  });
  await knex.schema.createTable('training_prices', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.uuid('template_id').notNullable();
    t.uuid('brand_id');
    t.text('format');
    t.text('per').notNullable();
    t.decimal('price', 17, 2).notNullable();
  });
  await knex.schema.createTable('training_sessions', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.specificType('name', `text COLLATE "de-x-icu"`).notNullable();
    t.uuid('training_id').notNullable();
    t.uuid('brand_id');
    t.timestamp('starts_at', { useTz: true }).notNullable();
    t.timestamp('ends_at', { useTz: true }).notNullable();
    t.integer('units').notNullable();
    t.uuid('location_id');
    t.text('online_link');
    t.integer('confirmed_trainers').notNullable().defaultTo(knex.raw(`0`));
    t.integer('recorded_count').notNullable().defaultTo(knex.raw(`0`));
    t.specificType('content', `text COLLATE "de-x-icu"`);
    t.specificType('search_text', `text GENERATED ALWAYS AS (kontor_search(COALESCE(name, ''::text))) STORED`);
  });
  await knex.schema.createTable('training_template_days', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.uuid('template_id').notNullable();
    t.integer('day').notNullable();
    t.specificType('name', `text COLLATE "de-x-icu"`).notNullable();
    t.specificType('starts', `time without time zone`).notNullable();
    t.specificType('ends', `time without time zone`).notNullable();
    t.integer('units').notNullable();
    t.specificType('content', `text COLLATE "de-x-icu"`);
  });
  await knex.schema.createTable('training_templates', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.timestamp('deleted_at', { useTz: true });
    t.uuid('deleted_by');
    t.specificType('number', `text COLLATE "de-x-icu"`).notNullable();
    t.specificType('name', `text COLLATE "de-x-icu"`).notNullable();
    t.text('subject_area');
    t.text('status').notNullable();
    t.specificType('formats', `text[]`).notNullable().defaultTo(knex.raw(`'{}'::text[]`));
    t.text('description');
    t.text('goals');
    t.integer('days_count').notNullable().defaultTo(knex.raw(`0`));
    t.decimal('units', 20, 2).notNullable().defaultTo(knex.raw(`0`));
    t.integer('min_participants');
    t.integer('max_participants');
    t.text('material');
    t.text('vat_case').notNullable();
    t.specificType('vat_certificate', `text COLLATE "de-x-icu"`);
    t.specificType('vat_authority', `text COLLATE "de-x-icu"`);
    t.specificType('vat_scope', `text COLLATE "de-x-icu"`);
    t.date('vat_valid_from');
    t.date('vat_valid_to');
    t.decimal('attendance_share', 9, 2).notNullable();
    t.boolean('exam').notNullable().defaultTo(knex.raw(`false`));
    t.integer('feedback_count').notNullable().defaultTo(knex.raw(`0`));
    t.decimal('content_sum', 20, 2).notNullable().defaultTo(knex.raw(`0`));
    t.decimal('organisation_sum', 20, 2).notNullable().defaultTo(knex.raw(`0`));
    t.decimal('trainer_sum', 20, 2).notNullable().defaultTo(knex.raw(`0`));
    t.decimal('recommend_sum', 20, 2).notNullable().defaultTo(knex.raw(`0`));
    t.specificType('content_rating', `numeric(20,2) GENERATED ALWAYS AS (round(((content_sum)::numeric / (NULLIF(feedback_count, 0))::numeric), 2)) STORED`);
    t.specificType('trainer_rating', `numeric(20,2) GENERATED ALWAYS AS (round(((trainer_sum)::numeric / (NULLIF(feedback_count, 0))::numeric), 2)) STORED`);
    t.specificType('organisation_rating', `numeric(20,2) GENERATED ALWAYS AS (round(((organisation_sum)::numeric / (NULLIF(feedback_count, 0))::numeric), 2)) STORED`);
    t.specificType('recommend_rating', `numeric(20,2) GENERATED ALWAYS AS (round(((recommend_sum)::numeric / (NULLIF(feedback_count, 0))::numeric), 2)) STORED`);
    t.specificType('search_text', `text GENERATED ALWAYS AS (kontor_search(((COALESCE(number, ''::text) || ' '::text) || COALESCE(name, ''::text)))) STORED`);
  });
  await knex.schema.createTable('training_templates_brand_ids', (t) => {
    t.uuid('record_id').notNullable();
    t.uuid('target_id').notNullable();
  });
  await knex.schema.createTable('training_templates_checklist_template_ids', (t) => {
    t.uuid('record_id').notNullable();
    t.uuid('target_id').notNullable();
  });
  await knex.schema.createTable('training_templates_qualification_ids', (t) => {
    t.uuid('record_id').notNullable();
    t.uuid('target_id').notNullable();
  });
  await knex.schema.createTable('trainings', (t) => {
    t.uuid('id').notNullable();
    t.integer('version').notNullable().defaultTo(knex.raw(`1`));
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.timestamp('updated_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('updated_by');
    t.timestamp('deleted_at', { useTz: true });
    t.uuid('deleted_by');
    t.specificType('number', `text COLLATE "de-x-icu"`).notNullable();
    t.specificType('name', `text COLLATE "de-x-icu"`).notNullable();
    t.text('status').notNullable();
    t.text('kind').notNullable();
    t.text('format').notNullable();
    t.uuid('template_id');
    t.uuid('brand_id').notNullable();
    t.uuid('customer_id');
    t.specificType('customer_name', `text COLLATE "de-x-icu"`);
    t.uuid('contact_id');
    t.uuid('owner_id');
    t.text('language').notNullable();
    t.date('starts_on');
    t.timestamp('first_session_at', { useTz: true });
    t.timestamp('last_session_at', { useTz: true });
    t.integer('sessions_count').notNullable().defaultTo(knex.raw(`0`));
    t.uuid('location_id');
    t.text('online_link');
    t.integer('min_participants');
    t.integer('max_participants');
    t.date('decide_on');
    t.date('option_until');
    t.integer('seats_taken').notNullable().defaultTo(knex.raw(`0`));
    t.integer('waiting_count').notNullable().defaultTo(knex.raw(`0`));
    t.decimal('price', 17, 2);
    t.decimal('participant_price', 17, 2);
    t.text('vat_case').notNullable();
    t.decimal('enrolment_revenue', 20, 2).notNullable().defaultTo(knex.raw(`0`));
    t.specificType('revenue', `numeric(20,2) GENERATED ALWAYS AS ((COALESCE(price, (0)::numeric) + COALESCE(enrolment_revenue, (0)::numeric))) STORED`);
    t.decimal('trainer_cost', 20, 2).notNullable().defaultTo(knex.raw(`0`));
    t.decimal('other_cost', 17, 2);
    t.specificType('margin', `numeric(20,2) GENERATED ALWAYS AS ((((COALESCE(price, (0)::numeric) + COALESCE(enrolment_revenue, (0)::numeric)) - COALESCE(trainer_cost, (0)::numeric)) - COALESCE(other_cost, (0)::numeric))) STORED`);
    t.integer('open_blocking').notNullable().defaultTo(knex.raw(`0`));
    t.integer('open_items').notNullable().defaultTo(knex.raw(`0`));
    t.integer('feedback_count').notNullable().defaultTo(knex.raw(`0`));
    t.decimal('content_sum', 20, 2).notNullable().defaultTo(knex.raw(`0`));
    t.decimal('organisation_sum', 20, 2).notNullable().defaultTo(knex.raw(`0`));
    t.decimal('trainer_sum', 20, 2).notNullable().defaultTo(knex.raw(`0`));
    t.decimal('recommend_sum', 20, 2).notNullable().defaultTo(knex.raw(`0`));
    t.specificType('content_rating', `numeric(20,2) GENERATED ALWAYS AS (round(((content_sum)::numeric / (NULLIF(feedback_count, 0))::numeric), 2)) STORED`);
    t.specificType('trainer_rating', `numeric(20,2) GENERATED ALWAYS AS (round(((trainer_sum)::numeric / (NULLIF(feedback_count, 0))::numeric), 2)) STORED`);
    t.specificType('organisation_rating', `numeric(20,2) GENERATED ALWAYS AS (round(((organisation_sum)::numeric / (NULLIF(feedback_count, 0))::numeric), 2)) STORED`);
    t.specificType('recommend_rating', `numeric(20,2) GENERATED ALWAYS AS (round(((recommend_sum)::numeric / (NULLIF(feedback_count, 0))::numeric), 2)) STORED`);
    t.date('confirmed_on');
    t.specificType('invoice_number', `text COLLATE "de-x-icu"`);
    t.date('invoiced_on');
    t.specificType('reason', `text COLLATE "de-x-icu"`);
    t.uuid('follows_id');
    t.text('description');
    t.text('material');
    t.specificType('remarks', `text COLLATE "de-x-icu"`);
    t.specificType('search_text', `text GENERATED ALWAYS AS (kontor_search(((((COALESCE(number, ''::text) || ' '::text) || COALESCE(name, ''::text)) || ' '::text) || COALESCE(customer_name, ''::text)))) STORED`);
  });
  await knex.schema.createTable('trainings_tag_ids', (t) => {
    t.uuid('record_id').notNullable();
    t.uuid('target_id').notNullable();
  });
  await knex.raw(`ALTER TABLE "document_templates" ADD COLUMN "used_for" text`);
  await knex.raw(`ALTER TABLE "email_templates" ADD COLUMN "used_for" text`);
  await knex.raw(`ALTER TABLE "attendance_records" ADD CONSTRAINT "attendance_records_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "attendance_records" ADD CONSTRAINT "attendance_records_reason_check" CHECK ((char_length(reason) <= 300))`);
  await knex.raw(`ALTER TABLE "attendance_records" ADD CONSTRAINT "attendance_records_status_check" CHECK ((status = ANY (ARRAY['present'::text, 'late'::text, 'excused'::text, 'absent'::text])))`);
  await knex.raw(`ALTER TABLE "bookable_resources" ADD CONSTRAINT "bookable_resources_inventory_number_check" CHECK ((char_length(inventory_number) <= 40))`);
  await knex.raw(`ALTER TABLE "bookable_resources" ADD CONSTRAINT "bookable_resources_name_check" CHECK ((char_length(name) <= 120))`);
  await knex.raw(`ALTER TABLE "bookable_resources" ADD CONSTRAINT "bookable_resources_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "bookable_resources" ADD CONSTRAINT "bookable_resources_remarks_check" CHECK ((char_length(remarks) <= 2000))`);
  await knex.raw(`ALTER TABLE "bookable_resources" ADD CONSTRAINT "bookable_resources_type_check" CHECK ((type = ANY (ARRAY['device'::text, 'kit'::text, 'vehicle'::text, 'boat'::text])))`);
  await knex.raw(`ALTER TABLE "bookable_resources_brand_ids" ADD CONSTRAINT "bookable_resources_brand_ids_pkey" PRIMARY KEY (record_id, target_id)`);
  await knex.raw(`ALTER TABLE "certificates" ADD CONSTRAINT "certificates_course_check" CHECK ((char_length(course) <= 300))`);
  await knex.raw(`ALTER TABLE "certificates" ADD CONSTRAINT "certificates_holder_check" CHECK ((char_length(holder) <= 200))`);
  await knex.raw(`ALTER TABLE "certificates" ADD CONSTRAINT "certificates_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "certificates" ADD CONSTRAINT "certificates_reason_check" CHECK ((char_length(reason) <= 300))`);
  await knex.raw(`ALTER TABLE "certificates" ADD CONSTRAINT "certificates_status_check" CHECK ((status = ANY (ARRAY['valid'::text, 'revoked'::text])))`);
  await knex.raw(`ALTER TABLE "certificates" ADD CONSTRAINT "certificates_type_check" CHECK ((type = ANY (ARRAY['attendance'::text, 'success'::text])))`);
  await knex.raw(`ALTER TABLE "checklist_items" ADD CONSTRAINT "checklist_items_anchor_check" CHECK ((anchor = ANY (ARRAY['first_session'::text, 'last_session'::text, 'confirmation'::text])))`);
  await knex.raw(`ALTER TABLE "checklist_items" ADD CONSTRAINT "checklist_items_name_check" CHECK ((char_length(name) <= 200))`);
  await knex.raw(`ALTER TABLE "checklist_items" ADD CONSTRAINT "checklist_items_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "checklist_items" ADD CONSTRAINT "checklist_items_subject_check" CHECK ((((subject_resource IS NULL) = (subject_id IS NULL)) AND (subject_resource = 'trainings'::text)))`);
  await knex.raw(`ALTER TABLE "checklist_template_items" ADD CONSTRAINT "checklist_template_items_anchor_check" CHECK ((anchor = ANY (ARRAY['first_session'::text, 'last_session'::text, 'confirmation'::text])))`);
  await knex.raw(`ALTER TABLE "checklist_template_items" ADD CONSTRAINT "checklist_template_items_name_check" CHECK ((char_length(name) <= 200))`);
  await knex.raw(`ALTER TABLE "checklist_template_items" ADD CONSTRAINT "checklist_template_items_offset_days_check" CHECK (((offset_days >= '-730'::integer) AND (offset_days <= 730)))`);
  await knex.raw(`ALTER TABLE "checklist_template_items" ADD CONSTRAINT "checklist_template_items_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "checklist_templates" ADD CONSTRAINT "checklist_templates_name_check" CHECK ((char_length(name) <= 120))`);
  await knex.raw(`ALTER TABLE "checklist_templates" ADD CONSTRAINT "checklist_templates_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "checklist_templates_brand_ids" ADD CONSTRAINT "checklist_templates_brand_ids_pkey" PRIMARY KEY (record_id, target_id)`);
  await knex.raw(`ALTER TABLE "checklists" ADD CONSTRAINT "checklists_name_check" CHECK ((char_length(name) <= 120))`);
  await knex.raw(`ALTER TABLE "checklists" ADD CONSTRAINT "checklists_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "checklists" ADD CONSTRAINT "checklists_subject_check" CHECK ((((subject_resource IS NULL) = (subject_id IS NULL)) AND (subject_resource = 'trainings'::text)))`);
  await knex.raw(`ALTER TABLE "document_templates" ADD CONSTRAINT "document_templates_used_for_check" CHECK ((used_for = ANY (ARRAY['attendance'::text, 'success'::text])))`);
  await knex.raw(`ALTER TABLE "documents" ADD CONSTRAINT "documents_subject_check" CHECK ((((subject_resource IS NULL) = (subject_id IS NULL)) AND (subject_resource = ANY (ARRAY['trainings'::text, 'training_sessions'::text, 'enrolments'::text, 'trainers'::text, 'certificates'::text, 'training_templates'::text, 'customers'::text, 'contacts'::text, 'tasks'::text, 'employees'::text, 'locations'::text, 'bookable_resources'::text, 'suppliers'::text, 'companies'::text, 'brands'::text]))))`);
  await knex.raw(`ALTER TABLE "email_messages" ADD CONSTRAINT "email_messages_about_check" CHECK ((((about_resource IS NULL) = (about_id IS NULL)) AND (about_resource = ANY (ARRAY['trainings'::text, 'enrolments'::text, 'trainers'::text, 'certificates'::text, 'customers'::text, 'contacts'::text, 'tasks'::text, 'employees'::text, 'locations'::text, 'suppliers'::text]))))`);
  await knex.raw(`ALTER TABLE "email_templates" ADD CONSTRAINT "email_templates_used_for_check" CHECK ((used_for = ANY (ARRAY['seat_offer'::text, 'feedback'::text])))`);
  await knex.raw(`ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_exam_result_check" CHECK ((exam_result = ANY (ARRAY['passed'::text, 'failed'::text])))`);
  await knex.raw(`ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_participant_check" CHECK ((char_length(participant) <= 200))`);
  await knex.raw(`ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_price_check" CHECK ((price >= (0)::numeric))`);
  await knex.raw(`ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_reason_check" CHECK ((char_length(reason) <= 300))`);
  await knex.raw(`ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_remarks_check" CHECK ((char_length(remarks) <= 2000))`);
  await knex.raw(`ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_status_check" CHECK ((status = ANY (ARRAY['enrolled'::text, 'waiting'::text, 'offered'::text, 'cancelled'::text, 'transferred'::text])))`);
  await knex.raw(`ALTER TABLE "feedback_responses" ADD CONSTRAINT "feedback_responses_content_rating_check" CHECK (((content_rating >= 1) AND (content_rating <= 5)))`);
  await knex.raw(`ALTER TABLE "feedback_responses" ADD CONSTRAINT "feedback_responses_liked_check" CHECK ((char_length(liked) <= 4000))`);
  await knex.raw(`ALTER TABLE "feedback_responses" ADD CONSTRAINT "feedback_responses_missed_check" CHECK ((char_length(missed) <= 4000))`);
  await knex.raw(`ALTER TABLE "feedback_responses" ADD CONSTRAINT "feedback_responses_organisation_rating_check" CHECK (((organisation_rating >= 1) AND (organisation_rating <= 5)))`);
  await knex.raw(`ALTER TABLE "feedback_responses" ADD CONSTRAINT "feedback_responses_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "feedback_responses" ADD CONSTRAINT "feedback_responses_recommend_check" CHECK (((recommend >= 0) AND (recommend <= 10)))`);
  await knex.raw(`ALTER TABLE "feedback_responses" ADD CONSTRAINT "feedback_responses_state_check" CHECK ((state = ANY (ARRAY['asked'::text, 'given'::text])))`);
  await knex.raw(`ALTER TABLE "feedback_responses" ADD CONSTRAINT "feedback_responses_trainer_rating_check" CHECK (((trainer_rating >= 1) AND (trainer_rating <= 5)))`);
  await knex.raw(`ALTER TABLE "holidays" ADD CONSTRAINT "holidays_name_check" CHECK ((char_length(name) <= 80))`);
  await knex.raw(`ALTER TABLE "holidays" ADD CONSTRAINT "holidays_origin_check" CHECK ((origin = ANY (ARRAY['law'::text, 'own'::text])))`);
  await knex.raw(`ALTER TABLE "holidays" ADD CONSTRAINT "holidays_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "locations" ADD CONSTRAINT "locations_address_check" CHECK ((jsonb_typeof(address) = 'object'::text))`);
  await knex.raw(`ALTER TABLE "locations" ADD CONSTRAINT "locations_capacity_check" CHECK (((capacity >= 0) AND (capacity <= 100000)))`);
  await knex.raw(`ALTER TABLE "locations" ADD CONSTRAINT "locations_contact_name_check" CHECK ((char_length(contact_name) <= 120))`);
  await knex.raw(`ALTER TABLE "locations" ADD CONSTRAINT "locations_day_rate_check" CHECK ((day_rate >= (0)::numeric))`);
  await knex.raw(`ALTER TABLE "locations" ADD CONSTRAINT "locations_directions_check" CHECK ((char_length(directions) <= 4000))`);
  await knex.raw(`ALTER TABLE "locations" ADD CONSTRAINT "locations_email_check" CHECK ((char_length(email) <= 254))`);
  await knex.raw(`ALTER TABLE "locations" ADD CONSTRAINT "locations_name_check" CHECK ((char_length(name) <= 120))`);
  await knex.raw(`ALTER TABLE "locations" ADD CONSTRAINT "locations_phone_check" CHECK ((char_length(phone) <= 40))`);
  await knex.raw(`ALTER TABLE "locations" ADD CONSTRAINT "locations_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "locations" ADD CONSTRAINT "locations_type_check" CHECK ((type = ANY (ARRAY['venue'::text, 'room'::text, 'office'::text, 'water'::text])))`);
  await knex.raw(`ALTER TABLE "locations_brand_ids" ADD CONSTRAINT "locations_brand_ids_pkey" PRIMARY KEY (record_id, target_id)`);
  await knex.raw(`ALTER TABLE "notes" ADD CONSTRAINT "notes_subject_check" CHECK ((((subject_resource IS NULL) = (subject_id IS NULL)) AND (subject_resource = ANY (ARRAY['trainings'::text, 'enrolments'::text, 'trainers'::text, 'training_templates'::text, 'customers'::text, 'contacts'::text, 'tasks'::text, 'locations'::text, 'bookable_resources'::text, 'suppliers'::text]))))`);
  await knex.raw(`ALTER TABLE "public_links" ADD CONSTRAINT "public_links_digest_check" CHECK ((char_length(digest) <= 64))`);
  await knex.raw(`ALTER TABLE "public_links" ADD CONSTRAINT "public_links_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "public_links" ADD CONSTRAINT "public_links_purpose_check" CHECK ((purpose = ANY (ARRAY['certificate'::text, 'feedback'::text, 'trainer_request'::text, 'seat_offer'::text])))`);
  await knex.raw(`ALTER TABLE "public_links" ADD CONSTRAINT "public_links_subject_check" CHECK ((((subject_resource IS NULL) = (subject_id IS NULL)) AND (subject_resource = ANY (ARRAY['enrolments'::text, 'trainer_assignments'::text, 'certificates'::text, 'feedback_responses'::text]))))`);
  await knex.raw(`ALTER TABLE "qualifications" ADD CONSTRAINT "qualifications_description_check" CHECK ((char_length(description) <= 500))`);
  await knex.raw(`ALTER TABLE "qualifications" ADD CONSTRAINT "qualifications_name_check" CHECK ((char_length(name) <= 120))`);
  await knex.raw(`ALTER TABLE "qualifications" ADD CONSTRAINT "qualifications_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "regions" ADD CONSTRAINT "regions_code_check" CHECK ((char_length(code) <= 20))`);
  await knex.raw(`ALTER TABLE "regions" ADD CONSTRAINT "regions_name_check" CHECK ((char_length(name) <= 80))`);
  await knex.raw(`ALTER TABLE "regions" ADD CONSTRAINT "regions_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "regions" ADD CONSTRAINT "regions_postcode_prefix_check" CHECK ((char_length(postcode_prefix) <= 10))`);
  await knex.raw(`ALTER TABLE "regions" ADD CONSTRAINT "regions_type_check" CHECK ((type = ANY (ARRAY['country'::text, 'state'::text, 'postcode_area'::text])))`);
  await knex.raw(`ALTER TABLE "resource_bookings" ADD CONSTRAINT "resource_bookings_alone_excl" EXCLUDE USING gist (what_id WITH =, tstzrange(starts_at, ends_at, '[)'::text) WITH &&) WHERE ((status = 'confirmed'::text))`);
  await knex.raw(`ALTER TABLE "resource_bookings" ADD CONSTRAINT "resource_bookings_order_check" CHECK ((ends_at > starts_at))`);
  await knex.raw(`ALTER TABLE "resource_bookings" ADD CONSTRAINT "resource_bookings_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "resource_bookings" ADD CONSTRAINT "resource_bookings_purpose_check" CHECK ((char_length(purpose) <= 200))`);
  await knex.raw(`ALTER TABLE "resource_bookings" ADD CONSTRAINT "resource_bookings_status_check" CHECK ((status = ANY (ARRAY['option'::text, 'confirmed'::text, 'released'::text])))`);
  await knex.raw(`ALTER TABLE "resource_bookings" ADD CONSTRAINT "resource_bookings_subject_check" CHECK ((((subject_resource IS NULL) = (subject_id IS NULL)) AND (subject_resource = ANY (ARRAY['trainings'::text, 'training_sessions'::text]))))`);
  await knex.raw(`ALTER TABLE "resource_bookings" ADD CONSTRAINT "resource_bookings_what_check" CHECK ((((what_resource IS NULL) = (what_id IS NULL)) AND (what_resource = ANY (ARRAY['locations'::text, 'bookable_resources'::text]))))`);
  await knex.raw(`ALTER TABLE "suppliers" ADD CONSTRAINT "suppliers_address_check" CHECK ((jsonb_typeof(address) = 'object'::text))`);
  await knex.raw(`ALTER TABLE "suppliers" ADD CONSTRAINT "suppliers_category_check" CHECK ((category = ANY (ARRAY['trainer'::text, 'venue'::text, 'catering'::text, 'material'::text, 'services'::text])))`);
  await knex.raw(`ALTER TABLE "suppliers" ADD CONSTRAINT "suppliers_contact_name_check" CHECK ((char_length(contact_name) <= 120))`);
  await knex.raw(`ALTER TABLE "suppliers" ADD CONSTRAINT "suppliers_email_check" CHECK ((char_length(email) <= 254))`);
  await knex.raw(`ALTER TABLE "suppliers" ADD CONSTRAINT "suppliers_iban_check" CHECK ((iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$'::text))`);
  await knex.raw(`ALTER TABLE "suppliers" ADD CONSTRAINT "suppliers_name_check" CHECK ((char_length(name) <= 160))`);
  await knex.raw(`ALTER TABLE "suppliers" ADD CONSTRAINT "suppliers_payment_days_check" CHECK (((payment_days >= 0) AND (payment_days <= 365)))`);
  await knex.raw(`ALTER TABLE "suppliers" ADD CONSTRAINT "suppliers_phone_check" CHECK ((char_length(phone) <= 40))`);
  await knex.raw(`ALTER TABLE "suppliers" ADD CONSTRAINT "suppliers_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "suppliers" ADD CONSTRAINT "suppliers_remarks_check" CHECK ((char_length(remarks) <= 20000))`);
  await knex.raw(`ALTER TABLE "suppliers" ADD CONSTRAINT "suppliers_vat_id_check" CHECK ((char_length(vat_id) <= 20))`);
  await knex.raw(`ALTER TABLE "suppliers" ADD CONSTRAINT "suppliers_website_check" CHECK ((char_length(website) <= 2000))`);
  await knex.raw(`ALTER TABLE "suppliers_brand_ids" ADD CONSTRAINT "suppliers_brand_ids_pkey" PRIMARY KEY (record_id, target_id)`);
  await knex.raw(`ALTER TABLE "tasks" ADD CONSTRAINT "tasks_subject_check" CHECK ((((subject_resource IS NULL) = (subject_id IS NULL)) AND (subject_resource = ANY (ARRAY['trainings'::text, 'trainers'::text, 'training_templates'::text, 'customers'::text, 'contacts'::text, 'automation_rules'::text, 'locations'::text, 'suppliers'::text]))))`);
  await knex.raw(`ALTER TABLE "trainer_assignments" ADD CONSTRAINT "trainer_assignments_fee_check" CHECK ((fee >= (0)::numeric))`);
  await knex.raw(`ALTER TABLE "trainer_assignments" ADD CONSTRAINT "trainer_assignments_part_check" CHECK ((part = ANY (ARRAY['lead'::text, 'assistant'::text])))`);
  await knex.raw(`ALTER TABLE "trainer_assignments" ADD CONSTRAINT "trainer_assignments_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "trainer_assignments" ADD CONSTRAINT "trainer_assignments_reason_check" CHECK ((char_length(reason) <= 500))`);
  await knex.raw(`ALTER TABLE "trainer_assignments" ADD CONSTRAINT "trainer_assignments_status_check" CHECK ((status = ANY (ARRAY['option'::text, 'asked'::text, 'confirmed'::text, 'declined'::text, 'released'::text])))`);
  await knex.raw(`ALTER TABLE "trainer_assignments" ADD CONSTRAINT "trainer_assignments_trainer_excl" EXCLUDE USING gist (trainer_id WITH =, tstzrange(starts_at, ends_at, '[)'::text) WITH &&) WHERE ((((starts_at IS NOT NULL) OR (ends_at IS NOT NULL)) AND (status = 'confirmed'::text)))`);
  await knex.raw(`ALTER TABLE "trainer_assignments" ADD CONSTRAINT "trainer_assignments_travel_cost_check" CHECK ((travel_cost >= (0)::numeric))`);
  await knex.raw(`ALTER TABLE "trainer_availabilities" ADD CONSTRAINT "trainer_availabilities_order_check" CHECK ((until_on >= from_on))`);
  await knex.raw(`ALTER TABLE "trainer_availabilities" ADD CONSTRAINT "trainer_availabilities_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "trainer_availabilities" ADD CONSTRAINT "trainer_availabilities_reason_check" CHECK ((char_length(reason) <= 200))`);
  await knex.raw(`ALTER TABLE "trainer_availabilities" ADD CONSTRAINT "trainer_availabilities_type_check" CHECK ((type = ANY (ARRAY['free'::text, 'tentative'::text, 'blocked'::text])))`);
  await knex.raw(`ALTER TABLE "trainer_qualifications" ADD CONSTRAINT "trainer_qualifications_order_check" CHECK (((valid_from IS NULL) OR (valid_to IS NULL) OR (valid_to >= valid_from)))`);
  await knex.raw(`ALTER TABLE "trainer_qualifications" ADD CONSTRAINT "trainer_qualifications_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "trainer_qualifications" ADD CONSTRAINT "trainer_qualifications_proof_check" CHECK ((char_length(proof) <= 200))`);
  await knex.raw(`ALTER TABLE "trainer_regions" ADD CONSTRAINT "trainer_regions_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "trainer_regions" ADD CONSTRAINT "trainer_regions_priority_check" CHECK (((priority >= 1) AND (priority <= 9)))`);
  await knex.raw(`ALTER TABLE "trainer_regions" ADD CONSTRAINT "trainer_regions_travel_cost_check" CHECK ((travel_cost >= (0)::numeric))`);
  await knex.raw(`ALTER TABLE "trainers" ADD CONSTRAINT "trainers_address_check" CHECK ((jsonb_typeof(address) = 'object'::text))`);
  await knex.raw(`ALTER TABLE "trainers" ADD CONSTRAINT "trainers_day_rate_check" CHECK ((day_rate >= (0)::numeric))`);
  await knex.raw(`ALTER TABLE "trainers" ADD CONSTRAINT "trainers_email_check" CHECK ((char_length(email) <= 254))`);
  await knex.raw(`ALTER TABLE "trainers" ADD CONSTRAINT "trainers_max_days_check" CHECK (((max_days >= 0) AND (max_days <= 31)))`);
  await knex.raw(`ALTER TABLE "trainers" ADD CONSTRAINT "trainers_name_check" CHECK ((char_length(name) <= 120))`);
  await knex.raw(`ALTER TABLE "trainers" ADD CONSTRAINT "trainers_phone_check" CHECK ((char_length(phone) <= 40))`);
  await knex.raw(`ALTER TABLE "trainers" ADD CONSTRAINT "trainers_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "trainers" ADD CONSTRAINT "trainers_profile_check" CHECK ((char_length(profile) <= 4000))`);
  await knex.raw(`ALTER TABLE "trainers" ADD CONSTRAINT "trainers_status_check" CHECK ((status = ANY (ARRAY['active'::text, 'paused'::text, 'former'::text])))`);
  await knex.raw(`ALTER TABLE "trainers_brand_ids" ADD CONSTRAINT "trainers_brand_ids_pkey" PRIMARY KEY (record_id, target_id)`);
  await knex.raw(`ALTER TABLE "training_prices" ADD CONSTRAINT "training_prices_format_check" CHECK ((format = ANY (ARRAY['online'::text, 'classroom'::text, 'hybrid'::text])))`);
  await knex.raw(`ALTER TABLE "training_prices" ADD CONSTRAINT "training_prices_per_check" CHECK ((per = ANY (ARRAY['participant'::text, 'training'::text])))`);
  await knex.raw(`ALTER TABLE "training_prices" ADD CONSTRAINT "training_prices_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "training_prices" ADD CONSTRAINT "training_prices_price_check" CHECK ((price >= (0)::numeric))`);
  await knex.raw(`ALTER TABLE "training_sessions" ADD CONSTRAINT "training_sessions_content_check" CHECK ((char_length(content) <= 4000))`);
  await knex.raw(`ALTER TABLE "training_sessions" ADD CONSTRAINT "training_sessions_name_check" CHECK ((char_length(name) <= 200))`);
  await knex.raw(`ALTER TABLE "training_sessions" ADD CONSTRAINT "training_sessions_online_link_check" CHECK ((char_length(online_link) <= 2000))`);
  await knex.raw(`ALTER TABLE "training_sessions" ADD CONSTRAINT "training_sessions_order_check" CHECK ((ends_at > starts_at))`);
  await knex.raw(`ALTER TABLE "training_sessions" ADD CONSTRAINT "training_sessions_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "training_sessions" ADD CONSTRAINT "training_sessions_units_check" CHECK (((units >= 0) AND (units <= 40)))`);
  await knex.raw(`ALTER TABLE "training_template_days" ADD CONSTRAINT "training_template_days_content_check" CHECK ((char_length(content) <= 4000))`);
  await knex.raw(`ALTER TABLE "training_template_days" ADD CONSTRAINT "training_template_days_day_check" CHECK (((day >= 1) AND (day <= 365)))`);
  await knex.raw(`ALTER TABLE "training_template_days" ADD CONSTRAINT "training_template_days_name_check" CHECK ((char_length(name) <= 200))`);
  await knex.raw(`ALTER TABLE "training_template_days" ADD CONSTRAINT "training_template_days_order_check" CHECK ((ends > starts))`);
  await knex.raw(`ALTER TABLE "training_template_days" ADD CONSTRAINT "training_template_days_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "training_template_days" ADD CONSTRAINT "training_template_days_units_check" CHECK (((units >= 0) AND (units <= 40)))`);
  await knex.raw(`ALTER TABLE "training_templates" ADD CONSTRAINT "training_templates_attendance_share_check" CHECK (((attendance_share >= (0)::numeric) AND (attendance_share <= (100)::numeric)))`);
  await knex.raw(`ALTER TABLE "training_templates" ADD CONSTRAINT "training_templates_exempt_check" CHECK ((((vat_case = ANY (ARRAY['exempt_new'::text, 'exempt_old'::text])) IS NOT TRUE) OR ((vat_certificate IS NOT NULL) AND (vat_authority IS NOT NULL) AND (vat_valid_from IS NOT NULL))))`);
  await knex.raw(`ALTER TABLE "training_templates" ADD CONSTRAINT "training_templates_max_participants_check" CHECK (((max_participants >= 1) AND (max_participants <= 10000)))`);
  await knex.raw(`ALTER TABLE "training_templates" ADD CONSTRAINT "training_templates_min_participants_check" CHECK (((min_participants >= 0) AND (min_participants <= 10000)))`);
  await knex.raw(`ALTER TABLE "training_templates" ADD CONSTRAINT "training_templates_name_check" CHECK ((char_length(name) <= 160))`);
  await knex.raw(`ALTER TABLE "training_templates" ADD CONSTRAINT "training_templates_participants_check" CHECK (((min_participants IS NULL) OR (max_participants IS NULL) OR (max_participants >= min_participants)))`);
  await knex.raw(`ALTER TABLE "training_templates" ADD CONSTRAINT "training_templates_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "training_templates" ADD CONSTRAINT "training_templates_status_check" CHECK ((status = ANY (ARRAY['draft'::text, 'active'::text, 'retired'::text])))`);
  await knex.raw(`ALTER TABLE "training_templates" ADD CONSTRAINT "training_templates_subject_area_check" CHECK ((subject_area = ANY (ARRAY['boating'::text, 'ai'::text, 'leadership'::text, 'sales'::text, 'communication'::text, 'safety'::text])))`);
  await knex.raw(`ALTER TABLE "training_templates" ADD CONSTRAINT "training_templates_validity_check" CHECK (((vat_valid_to IS NULL) OR (vat_valid_to >= vat_valid_from)))`);
  await knex.raw(`ALTER TABLE "training_templates" ADD CONSTRAINT "training_templates_vat_authority_check" CHECK ((char_length(vat_authority) <= 160))`);
  await knex.raw(`ALTER TABLE "training_templates" ADD CONSTRAINT "training_templates_vat_case_check" CHECK ((vat_case = ANY (ARRAY['standard'::text, 'reduced'::text, 'exempt_new'::text, 'exempt_old'::text])))`);
  await knex.raw(`ALTER TABLE "training_templates" ADD CONSTRAINT "training_templates_vat_certificate_check" CHECK ((char_length(vat_certificate) <= 80))`);
  await knex.raw(`ALTER TABLE "training_templates" ADD CONSTRAINT "training_templates_vat_scope_check" CHECK ((char_length(vat_scope) <= 300))`);
  await knex.raw(`ALTER TABLE "training_templates_brand_ids" ADD CONSTRAINT "training_templates_brand_ids_pkey" PRIMARY KEY (record_id, target_id)`);
  await knex.raw(`ALTER TABLE "training_templates_checklist_template_ids" ADD CONSTRAINT "training_templates_checklist_template_ids_pkey" PRIMARY KEY (record_id, target_id)`);
  await knex.raw(`ALTER TABLE "training_templates_qualification_ids" ADD CONSTRAINT "training_templates_qualification_ids_pkey" PRIMARY KEY (record_id, target_id)`);
  await knex.raw(`ALTER TABLE "trainings" ADD CONSTRAINT "trainings_capacity_check" CHECK (((max_participants IS NULL) OR (seats_taken <= max_participants)))`);
  await knex.raw(`ALTER TABLE "trainings" ADD CONSTRAINT "trainings_customer_name_check" CHECK ((char_length(customer_name) <= 200))`);
  await knex.raw(`ALTER TABLE "trainings" ADD CONSTRAINT "trainings_format_check" CHECK ((format = ANY (ARRAY['online'::text, 'classroom'::text, 'hybrid'::text])))`);
  await knex.raw(`ALTER TABLE "trainings" ADD CONSTRAINT "trainings_invoice_number_check" CHECK ((char_length(invoice_number) <= 60))`);
  await knex.raw(`ALTER TABLE "trainings" ADD CONSTRAINT "trainings_kind_check" CHECK ((kind = ANY (ARRAY['in_house'::text, 'open'::text])))`);
  await knex.raw(`ALTER TABLE "trainings" ADD CONSTRAINT "trainings_language_check" CHECK ((language = ANY (ARRAY['de'::text, 'en'::text])))`);
  await knex.raw(`ALTER TABLE "trainings" ADD CONSTRAINT "trainings_max_participants_check" CHECK (((max_participants >= 1) AND (max_participants <= 10000)))`);
  await knex.raw(`ALTER TABLE "trainings" ADD CONSTRAINT "trainings_min_participants_check" CHECK (((min_participants >= 0) AND (min_participants <= 10000)))`);
  await knex.raw(`ALTER TABLE "trainings" ADD CONSTRAINT "trainings_name_check" CHECK ((char_length(name) <= 160))`);
  await knex.raw(`ALTER TABLE "trainings" ADD CONSTRAINT "trainings_online_link_check" CHECK ((char_length(online_link) <= 2000))`);
  await knex.raw(`ALTER TABLE "trainings" ADD CONSTRAINT "trainings_other_cost_check" CHECK ((other_cost >= (0)::numeric))`);
  await knex.raw(`ALTER TABLE "trainings" ADD CONSTRAINT "trainings_participant_price_check" CHECK ((participant_price >= (0)::numeric))`);
  await knex.raw(`ALTER TABLE "trainings" ADD CONSTRAINT "trainings_participants_check" CHECK (((min_participants IS NULL) OR (max_participants IS NULL) OR (max_participants >= min_participants)))`);
  await knex.raw(`ALTER TABLE "trainings" ADD CONSTRAINT "trainings_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "trainings" ADD CONSTRAINT "trainings_price_check" CHECK ((price >= (0)::numeric))`);
  await knex.raw(`ALTER TABLE "trainings" ADD CONSTRAINT "trainings_reason_check" CHECK ((char_length(reason) <= 500))`);
  await knex.raw(`ALTER TABLE "trainings" ADD CONSTRAINT "trainings_remarks_check" CHECK ((char_length(remarks) <= 20000))`);
  await knex.raw(`ALTER TABLE "trainings" ADD CONSTRAINT "trainings_status_check" CHECK ((status = ANY (ARRAY['lead'::text, 'offered'::text, 'option'::text, 'confirmed'::text, 'planned'::text, 'delivered'::text, 'invoiced'::text, 'closed'::text, 'cancelled'::text])))`);
  await knex.raw(`ALTER TABLE "trainings" ADD CONSTRAINT "trainings_vat_case_check" CHECK ((vat_case = ANY (ARRAY['standard'::text, 'reduced'::text, 'exempt_new'::text, 'exempt_old'::text])))`);
  await knex.raw(`ALTER TABLE "trainings_tag_ids" ADD CONSTRAINT "trainings_tag_ids_pkey" PRIMARY KEY (record_id, target_id)`);
  await knex.raw(`ALTER TABLE "attendance_records" ADD CONSTRAINT "attendance_records_brand_id_fkey" FOREIGN KEY (brand_id) REFERENCES brands(id) ON DELETE RESTRICT`);
  await knex.raw(`ALTER TABLE "attendance_records" ADD CONSTRAINT "attendance_records_enrolment_id_fkey" FOREIGN KEY (enrolment_id) REFERENCES enrolments(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "attendance_records" ADD CONSTRAINT "attendance_records_session_id_fkey" FOREIGN KEY (session_id) REFERENCES training_sessions(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "attendance_records" ADD CONSTRAINT "attendance_records_training_id_fkey" FOREIGN KEY (training_id) REFERENCES trainings(id) ON DELETE RESTRICT`);
  await knex.raw(`ALTER TABLE "bookable_resources" ADD CONSTRAINT "bookable_resources_location_id_fkey" FOREIGN KEY (location_id) REFERENCES locations(id) ON DELETE RESTRICT`);
  await knex.raw(`ALTER TABLE "bookable_resources_brand_ids" ADD CONSTRAINT "bookable_resources_brand_ids_record_id_fkey" FOREIGN KEY (record_id) REFERENCES bookable_resources(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "bookable_resources_brand_ids" ADD CONSTRAINT "bookable_resources_brand_ids_target_id_fkey" FOREIGN KEY (target_id) REFERENCES brands(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "certificates" ADD CONSTRAINT "certificates_brand_id_fkey" FOREIGN KEY (brand_id) REFERENCES brands(id) ON DELETE RESTRICT`);
  await knex.raw(`ALTER TABLE "certificates" ADD CONSTRAINT "certificates_document_id_fkey" FOREIGN KEY (document_id) REFERENCES documents(id) ON DELETE SET NULL`);
  await knex.raw(`ALTER TABLE "certificates" ADD CONSTRAINT "certificates_enrolment_id_fkey" FOREIGN KEY (enrolment_id) REFERENCES enrolments(id) ON DELETE RESTRICT`);
  await knex.raw(`ALTER TABLE "certificates" ADD CONSTRAINT "certificates_training_id_fkey" FOREIGN KEY (training_id) REFERENCES trainings(id) ON DELETE RESTRICT`);
  await knex.raw(`ALTER TABLE "checklist_items" ADD CONSTRAINT "checklist_items_assignee_id_fkey" FOREIGN KEY (assignee_id) REFERENCES users(id) ON DELETE SET NULL`);
  await knex.raw(`ALTER TABLE "checklist_items" ADD CONSTRAINT "checklist_items_brand_id_fkey" FOREIGN KEY (brand_id) REFERENCES brands(id) ON DELETE RESTRICT`);
  await knex.raw(`ALTER TABLE "checklist_items" ADD CONSTRAINT "checklist_items_checklist_id_fkey" FOREIGN KEY (checklist_id) REFERENCES checklists(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "checklist_items" ADD CONSTRAINT "checklist_items_done_by_id_fkey" FOREIGN KEY (done_by_id) REFERENCES users(id) ON DELETE SET NULL`);
  await knex.raw(`ALTER TABLE "checklist_template_items" ADD CONSTRAINT "checklist_template_items_template_id_fkey" FOREIGN KEY (template_id) REFERENCES checklist_templates(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "checklist_templates_brand_ids" ADD CONSTRAINT "checklist_templates_brand_ids_record_id_fkey" FOREIGN KEY (record_id) REFERENCES checklist_templates(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "checklist_templates_brand_ids" ADD CONSTRAINT "checklist_templates_brand_ids_target_id_fkey" FOREIGN KEY (target_id) REFERENCES brands(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "checklists" ADD CONSTRAINT "checklists_brand_id_fkey" FOREIGN KEY (brand_id) REFERENCES brands(id) ON DELETE RESTRICT`);
  await knex.raw(`ALTER TABLE "checklists" ADD CONSTRAINT "checklists_template_id_fkey" FOREIGN KEY (template_id) REFERENCES checklist_templates(id) ON DELETE RESTRICT`);
  await knex.raw(`ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_brand_id_fkey" FOREIGN KEY (brand_id) REFERENCES brands(id) ON DELETE RESTRICT`);
  await knex.raw(`ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_contact_id_fkey" FOREIGN KEY (contact_id) REFERENCES contacts(id) ON DELETE RESTRICT`);
  await knex.raw(`ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_customer_id_fkey" FOREIGN KEY (customer_id) REFERENCES customers(id) ON DELETE RESTRICT`);
  await knex.raw(`ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_template_id_fkey" FOREIGN KEY (template_id) REFERENCES training_templates(id) ON DELETE RESTRICT`);
  await knex.raw(`ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_training_id_fkey" FOREIGN KEY (training_id) REFERENCES trainings(id) ON DELETE RESTRICT`);
  await knex.raw(`ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_transferred_to_id_fkey" FOREIGN KEY (transferred_to_id) REFERENCES enrolments(id) ON DELETE RESTRICT`);
  await knex.raw(`ALTER TABLE "feedback_responses" ADD CONSTRAINT "feedback_responses_brand_id_fkey" FOREIGN KEY (brand_id) REFERENCES brands(id) ON DELETE RESTRICT`);
  await knex.raw(`ALTER TABLE "feedback_responses" ADD CONSTRAINT "feedback_responses_enrolment_id_fkey" FOREIGN KEY (enrolment_id) REFERENCES enrolments(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "feedback_responses" ADD CONSTRAINT "feedback_responses_template_id_fkey" FOREIGN KEY (template_id) REFERENCES training_templates(id) ON DELETE RESTRICT`);
  await knex.raw(`ALTER TABLE "feedback_responses" ADD CONSTRAINT "feedback_responses_trainer_id_fkey" FOREIGN KEY (trainer_id) REFERENCES trainers(id) ON DELETE RESTRICT`);
  await knex.raw(`ALTER TABLE "feedback_responses" ADD CONSTRAINT "feedback_responses_training_id_fkey" FOREIGN KEY (training_id) REFERENCES trainings(id) ON DELETE RESTRICT`);
  await knex.raw(`ALTER TABLE "holidays" ADD CONSTRAINT "holidays_region_id_fkey" FOREIGN KEY (region_id) REFERENCES regions(id) ON DELETE RESTRICT`);
  await knex.raw(`ALTER TABLE "locations" ADD CONSTRAINT "locations_parent_id_fkey" FOREIGN KEY (parent_id) REFERENCES locations(id) ON DELETE RESTRICT`);
  await knex.raw(`ALTER TABLE "locations" ADD CONSTRAINT "locations_region_id_fkey" FOREIGN KEY (region_id) REFERENCES regions(id) ON DELETE RESTRICT`);
  await knex.raw(`ALTER TABLE "locations_brand_ids" ADD CONSTRAINT "locations_brand_ids_record_id_fkey" FOREIGN KEY (record_id) REFERENCES locations(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "locations_brand_ids" ADD CONSTRAINT "locations_brand_ids_target_id_fkey" FOREIGN KEY (target_id) REFERENCES brands(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "regions" ADD CONSTRAINT "regions_parent_id_fkey" FOREIGN KEY (parent_id) REFERENCES regions(id) ON DELETE RESTRICT`);
  await knex.raw(`ALTER TABLE "suppliers_brand_ids" ADD CONSTRAINT "suppliers_brand_ids_record_id_fkey" FOREIGN KEY (record_id) REFERENCES suppliers(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "suppliers_brand_ids" ADD CONSTRAINT "suppliers_brand_ids_target_id_fkey" FOREIGN KEY (target_id) REFERENCES brands(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "trainer_assignments" ADD CONSTRAINT "trainer_assignments_brand_id_fkey" FOREIGN KEY (brand_id) REFERENCES brands(id) ON DELETE RESTRICT`);
  await knex.raw(`ALTER TABLE "trainer_assignments" ADD CONSTRAINT "trainer_assignments_session_id_fkey" FOREIGN KEY (session_id) REFERENCES training_sessions(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "trainer_assignments" ADD CONSTRAINT "trainer_assignments_trainer_id_fkey" FOREIGN KEY (trainer_id) REFERENCES trainers(id) ON DELETE RESTRICT`);
  await knex.raw(`ALTER TABLE "trainer_assignments" ADD CONSTRAINT "trainer_assignments_training_id_fkey" FOREIGN KEY (training_id) REFERENCES trainings(id) ON DELETE RESTRICT`);
  await knex.raw(`ALTER TABLE "trainer_availabilities" ADD CONSTRAINT "trainer_availabilities_trainer_id_fkey" FOREIGN KEY (trainer_id) REFERENCES trainers(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "trainer_qualifications" ADD CONSTRAINT "trainer_qualifications_qualification_id_fkey" FOREIGN KEY (qualification_id) REFERENCES qualifications(id) ON DELETE RESTRICT`);
  await knex.raw(`ALTER TABLE "trainer_qualifications" ADD CONSTRAINT "trainer_qualifications_trainer_id_fkey" FOREIGN KEY (trainer_id) REFERENCES trainers(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "trainer_regions" ADD CONSTRAINT "trainer_regions_region_id_fkey" FOREIGN KEY (region_id) REFERENCES regions(id) ON DELETE RESTRICT`);
  await knex.raw(`ALTER TABLE "trainer_regions" ADD CONSTRAINT "trainer_regions_trainer_id_fkey" FOREIGN KEY (trainer_id) REFERENCES trainers(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "trainers" ADD CONSTRAINT "trainers_employee_id_fkey" FOREIGN KEY (employee_id) REFERENCES employees(id) ON DELETE RESTRICT`);
  await knex.raw(`ALTER TABLE "trainers" ADD CONSTRAINT "trainers_region_id_fkey" FOREIGN KEY (region_id) REFERENCES regions(id) ON DELETE RESTRICT`);
  await knex.raw(`ALTER TABLE "trainers" ADD CONSTRAINT "trainers_supplier_id_fkey" FOREIGN KEY (supplier_id) REFERENCES suppliers(id) ON DELETE RESTRICT`);
  await knex.raw(`ALTER TABLE "trainers" ADD CONSTRAINT "trainers_user_id_fkey" FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE SET NULL`);
  await knex.raw(`ALTER TABLE "trainers_brand_ids" ADD CONSTRAINT "trainers_brand_ids_record_id_fkey" FOREIGN KEY (record_id) REFERENCES trainers(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "trainers_brand_ids" ADD CONSTRAINT "trainers_brand_ids_target_id_fkey" FOREIGN KEY (target_id) REFERENCES brands(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "training_prices" ADD CONSTRAINT "training_prices_brand_id_fkey" FOREIGN KEY (brand_id) REFERENCES brands(id) ON DELETE RESTRICT`);
  await knex.raw(`ALTER TABLE "training_prices" ADD CONSTRAINT "training_prices_template_id_fkey" FOREIGN KEY (template_id) REFERENCES training_templates(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "training_sessions" ADD CONSTRAINT "training_sessions_brand_id_fkey" FOREIGN KEY (brand_id) REFERENCES brands(id) ON DELETE RESTRICT`);
  await knex.raw(`ALTER TABLE "training_sessions" ADD CONSTRAINT "training_sessions_location_id_fkey" FOREIGN KEY (location_id) REFERENCES locations(id) ON DELETE RESTRICT`);
  await knex.raw(`ALTER TABLE "training_sessions" ADD CONSTRAINT "training_sessions_training_id_fkey" FOREIGN KEY (training_id) REFERENCES trainings(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "training_template_days" ADD CONSTRAINT "training_template_days_template_id_fkey" FOREIGN KEY (template_id) REFERENCES training_templates(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "training_templates_brand_ids" ADD CONSTRAINT "training_templates_brand_ids_record_id_fkey" FOREIGN KEY (record_id) REFERENCES training_templates(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "training_templates_brand_ids" ADD CONSTRAINT "training_templates_brand_ids_target_id_fkey" FOREIGN KEY (target_id) REFERENCES brands(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "training_templates_checklist_template_ids" ADD CONSTRAINT "training_templates_checklist_template_ids_record_id_fkey" FOREIGN KEY (record_id) REFERENCES training_templates(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "training_templates_checklist_template_ids" ADD CONSTRAINT "training_templates_checklist_template_ids_target_id_fkey" FOREIGN KEY (target_id) REFERENCES checklist_templates(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "training_templates_qualification_ids" ADD CONSTRAINT "training_templates_qualification_ids_record_id_fkey" FOREIGN KEY (record_id) REFERENCES training_templates(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "training_templates_qualification_ids" ADD CONSTRAINT "training_templates_qualification_ids_target_id_fkey" FOREIGN KEY (target_id) REFERENCES qualifications(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "trainings" ADD CONSTRAINT "trainings_brand_id_fkey" FOREIGN KEY (brand_id) REFERENCES brands(id) ON DELETE RESTRICT`);
  await knex.raw(`ALTER TABLE "trainings" ADD CONSTRAINT "trainings_contact_id_fkey" FOREIGN KEY (contact_id) REFERENCES contacts(id) ON DELETE RESTRICT`);
  await knex.raw(`ALTER TABLE "trainings" ADD CONSTRAINT "trainings_customer_id_fkey" FOREIGN KEY (customer_id) REFERENCES customers(id) ON DELETE RESTRICT`);
  await knex.raw(`ALTER TABLE "trainings" ADD CONSTRAINT "trainings_follows_id_fkey" FOREIGN KEY (follows_id) REFERENCES trainings(id) ON DELETE SET NULL`);
  await knex.raw(`ALTER TABLE "trainings" ADD CONSTRAINT "trainings_location_id_fkey" FOREIGN KEY (location_id) REFERENCES locations(id) ON DELETE RESTRICT`);
  await knex.raw(`ALTER TABLE "trainings" ADD CONSTRAINT "trainings_owner_id_fkey" FOREIGN KEY (owner_id) REFERENCES users(id) ON DELETE SET NULL`);
  await knex.raw(`ALTER TABLE "trainings" ADD CONSTRAINT "trainings_template_id_fkey" FOREIGN KEY (template_id) REFERENCES training_templates(id) ON DELETE RESTRICT`);
  await knex.raw(`ALTER TABLE "trainings_tag_ids" ADD CONSTRAINT "trainings_tag_ids_record_id_fkey" FOREIGN KEY (record_id) REFERENCES trainings(id) ON DELETE CASCADE`);
  await knex.raw(`ALTER TABLE "trainings_tag_ids" ADD CONSTRAINT "trainings_tag_ids_target_id_fkey" FOREIGN KEY (target_id) REFERENCES tags(id) ON DELETE CASCADE`);
  await knex.raw(`CREATE INDEX attendance_records_brand_id_index ON public.attendance_records USING btree (brand_id)`);
  await knex.raw(`CREATE INDEX attendance_records_created_at_id_index ON public.attendance_records USING btree (created_at, id)`);
  await knex.raw(`CREATE INDEX attendance_records_enrolment_id_index ON public.attendance_records USING btree (enrolment_id)`);
  await knex.raw(`CREATE UNIQUE INDEX attendance_records_session_id_enrolment_id_unique ON public.attendance_records USING btree (session_id, enrolment_id) NULLS NOT DISTINCT`);
  await knex.raw(`CREATE INDEX attendance_records_session_id_index ON public.attendance_records USING btree (session_id)`);
  await knex.raw(`CREATE INDEX attendance_records_status_index ON public.attendance_records USING btree (status)`);
  await knex.raw(`CREATE INDEX attendance_records_training_id_index ON public.attendance_records USING btree (training_id)`);
  await knex.raw(`CREATE INDEX bookable_resources_active_index ON public.bookable_resources USING btree (active)`);
  await knex.raw(`CREATE UNIQUE INDEX bookable_resources_inventory_number_unique ON public.bookable_resources USING btree (inventory_number) WHERE (deleted_at IS NULL)`);
  await knex.raw(`CREATE INDEX bookable_resources_location_id_index ON public.bookable_resources USING btree (location_id)`);
  await knex.raw(`CREATE INDEX bookable_resources_name_id_index ON public.bookable_resources USING btree (name, id) WHERE (deleted_at IS NULL)`);
  await knex.raw(`CREATE INDEX bookable_resources_search_text_index ON public.bookable_resources USING gin (search_text gin_trgm_ops)`);
  await knex.raw(`CREATE INDEX bookable_resources_type_index ON public.bookable_resources USING btree (type)`);
  await knex.raw(`CREATE INDEX bookable_resources_brand_ids_target_id_index ON public.bookable_resources_brand_ids USING btree (target_id, record_id)`);
  await knex.raw(`CREATE INDEX certificates_brand_id_index ON public.certificates USING btree (brand_id)`);
  await knex.raw(`CREATE INDEX certificates_document_id_index ON public.certificates USING btree (document_id)`);
  await knex.raw(`CREATE INDEX certificates_enrolment_id_index ON public.certificates USING btree (enrolment_id)`);
  await knex.raw(`CREATE INDEX certificates_issued_on_index ON public.certificates USING btree (issued_on)`);
  await knex.raw(`CREATE INDEX certificates_number_id_index ON public.certificates USING btree (number, id)`);
  await knex.raw(`CREATE UNIQUE INDEX certificates_number_unique ON public.certificates USING btree (number)`);
  await knex.raw(`CREATE INDEX certificates_search_text_index ON public.certificates USING gin (search_text gin_trgm_ops)`);
  await knex.raw(`CREATE INDEX certificates_status_index ON public.certificates USING btree (status)`);
  await knex.raw(`CREATE INDEX certificates_training_id_index ON public.certificates USING btree (training_id)`);
  await knex.raw(`CREATE INDEX certificates_type_index ON public.certificates USING btree (type)`);
  await knex.raw(`CREATE INDEX checklist_items_assignee_id_index ON public.checklist_items USING btree (assignee_id)`);
  await knex.raw(`CREATE INDEX checklist_items_blocking_index ON public.checklist_items USING btree (blocking)`);
  await knex.raw(`CREATE INDEX checklist_items_brand_id_index ON public.checklist_items USING btree (brand_id)`);
  await knex.raw(`CREATE INDEX checklist_items_checklist_id_index ON public.checklist_items USING btree (checklist_id)`);
  await knex.raw(`CREATE INDEX checklist_items_done_by_id_index ON public.checklist_items USING btree (done_by_id)`);
  await knex.raw(`CREATE INDEX checklist_items_done_index ON public.checklist_items USING btree (done)`);
  await knex.raw(`CREATE INDEX checklist_items_due_on_id_index ON public.checklist_items USING btree (due_on, id)`);
  await knex.raw(`CREATE INDEX checklist_items_due_on_index ON public.checklist_items USING btree (due_on)`);
  await knex.raw(`CREATE INDEX checklist_items_search_text_index ON public.checklist_items USING gin (search_text gin_trgm_ops)`);
  await knex.raw(`CREATE INDEX checklist_items_subject_resource_subject_id_index ON public.checklist_items USING btree (subject_resource, subject_id)`);
  await knex.raw(`CREATE INDEX checklist_template_items_template_id_index ON public.checklist_template_items USING btree (template_id)`);
  await knex.raw(`CREATE INDEX checklist_templates_active_index ON public.checklist_templates USING btree (active)`);
  await knex.raw(`CREATE INDEX checklist_templates_formats_index ON public.checklist_templates USING gin (formats)`);
  await knex.raw(`CREATE INDEX checklist_templates_name_id_index ON public.checklist_templates USING btree (name, id) WHERE (deleted_at IS NULL)`);
  await knex.raw(`CREATE INDEX checklist_templates_search_text_index ON public.checklist_templates USING gin (search_text gin_trgm_ops)`);
  await knex.raw(`CREATE INDEX checklist_templates_brand_ids_target_id_index ON public.checklist_templates_brand_ids USING btree (target_id, record_id)`);
  await knex.raw(`CREATE INDEX checklists_brand_id_index ON public.checklists USING btree (brand_id)`);
  await knex.raw(`CREATE INDEX checklists_next_due_on_id_index ON public.checklists USING btree (next_due_on, id)`);
  await knex.raw(`CREATE INDEX checklists_next_due_on_index ON public.checklists USING btree (next_due_on)`);
  await knex.raw(`CREATE INDEX checklists_search_text_index ON public.checklists USING gin (search_text gin_trgm_ops)`);
  await knex.raw(`CREATE INDEX checklists_subject_resource_subject_id_index ON public.checklists USING btree (subject_resource, subject_id)`);
  await knex.raw(`CREATE INDEX checklists_template_id_index ON public.checklists USING btree (template_id)`);
  await knex.raw(`CREATE INDEX email_templates_used_for_index ON public.email_templates USING btree (used_for)`);
  await knex.raw(`CREATE INDEX enrolments_brand_id_index ON public.enrolments USING btree (brand_id)`);
  await knex.raw(`CREATE INDEX enrolments_contact_id_index ON public.enrolments USING btree (contact_id)`);
  await knex.raw(`CREATE UNIQUE INDEX enrolments_contact_id_training_id_unique ON public.enrolments USING btree (contact_id, training_id) NULLS NOT DISTINCT`);
  await knex.raw(`CREATE INDEX enrolments_created_at_id_index ON public.enrolments USING btree (created_at, id)`);
  await knex.raw(`CREATE INDEX enrolments_customer_id_index ON public.enrolments USING btree (customer_id)`);
  await knex.raw(`CREATE INDEX enrolments_exam_result_index ON public.enrolments USING btree (exam_result)`);
  await knex.raw(`CREATE INDEX enrolments_search_text_index ON public.enrolments USING gin (search_text gin_trgm_ops)`);
  await knex.raw(`CREATE INDEX enrolments_status_index ON public.enrolments USING btree (status)`);
  await knex.raw(`CREATE INDEX enrolments_template_id_index ON public.enrolments USING btree (template_id)`);
  await knex.raw(`CREATE INDEX enrolments_training_id_status_waiting_since_index ON public.enrolments USING btree (training_id, status, waiting_since)`);
  await knex.raw(`CREATE INDEX enrolments_transferred_to_id_index ON public.enrolments USING btree (transferred_to_id)`);
  await knex.raw(`CREATE INDEX feedback_responses_brand_id_index ON public.feedback_responses USING btree (brand_id)`);
  await knex.raw(`CREATE UNIQUE INDEX feedback_responses_enrolment_id_unique ON public.feedback_responses USING btree (enrolment_id)`);
  await knex.raw(`CREATE INDEX feedback_responses_given_at_id_index ON public.feedback_responses USING btree (given_at, id)`);
  await knex.raw(`CREATE INDEX feedback_responses_recommend_index ON public.feedback_responses USING btree (recommend)`);
  await knex.raw(`CREATE INDEX feedback_responses_search_text_index ON public.feedback_responses USING gin (search_text gin_trgm_ops)`);
  await knex.raw(`CREATE INDEX feedback_responses_state_index ON public.feedback_responses USING btree (state)`);
  await knex.raw(`CREATE INDEX feedback_responses_template_id_index ON public.feedback_responses USING btree (template_id)`);
  await knex.raw(`CREATE INDEX feedback_responses_trainer_id_index ON public.feedback_responses USING btree (trainer_id)`);
  await knex.raw(`CREATE INDEX feedback_responses_training_id_index ON public.feedback_responses USING btree (training_id)`);
  await knex.raw(`CREATE INDEX holidays_on_id_index ON public.holidays USING btree ("on", id)`);
  await knex.raw(`CREATE INDEX holidays_on_index ON public.holidays USING btree ("on")`);
  await knex.raw(`CREATE UNIQUE INDEX holidays_on_region_id_name_unique ON public.holidays USING btree ("on", region_id, name) NULLS NOT DISTINCT`);
  await knex.raw(`CREATE INDEX holidays_origin_index ON public.holidays USING btree (origin)`);
  await knex.raw(`CREATE INDEX holidays_region_id_index ON public.holidays USING btree (region_id)`);
  await knex.raw(`CREATE INDEX holidays_search_text_index ON public.holidays USING gin (search_text gin_trgm_ops)`);
  await knex.raw(`CREATE INDEX locations_active_index ON public.locations USING btree (active)`);
  await knex.raw(`CREATE INDEX locations_equipment_index ON public.locations USING gin (equipment)`);
  await knex.raw(`CREATE INDEX locations_name_id_index ON public.locations USING btree (name, id) WHERE (deleted_at IS NULL)`);
  await knex.raw(`CREATE INDEX locations_parent_id_index ON public.locations USING btree (parent_id)`);
  await knex.raw(`CREATE INDEX locations_region_id_index ON public.locations USING btree (region_id)`);
  await knex.raw(`CREATE INDEX locations_search_text_index ON public.locations USING gin (search_text gin_trgm_ops)`);
  await knex.raw(`CREATE INDEX locations_type_index ON public.locations USING btree (type)`);
  await knex.raw(`CREATE INDEX locations_brand_ids_target_id_index ON public.locations_brand_ids USING btree (target_id, record_id)`);
  await knex.raw(`CREATE INDEX public_links_created_at_id_index ON public.public_links USING btree (created_at, id)`);
  await knex.raw(`CREATE UNIQUE INDEX public_links_digest_unique ON public.public_links USING btree (digest)`);
  await knex.raw(`CREATE INDEX public_links_expires_at_index ON public.public_links USING btree (expires_at)`);
  await knex.raw(`CREATE INDEX public_links_purpose_index ON public.public_links USING btree (purpose)`);
  await knex.raw(`CREATE INDEX public_links_revoked_at_index ON public.public_links USING btree (revoked_at)`);
  await knex.raw(`CREATE INDEX public_links_subject_resource_subject_id_index ON public.public_links USING btree (subject_resource, subject_id)`);
  await knex.raw(`CREATE INDEX qualifications_name_id_index ON public.qualifications USING btree (name, id)`);
  await knex.raw(`CREATE UNIQUE INDEX qualifications_name_unique ON public.qualifications USING btree (name)`);
  await knex.raw(`CREATE INDEX qualifications_search_text_index ON public.qualifications USING gin (search_text gin_trgm_ops)`);
  await knex.raw(`CREATE INDEX regions_code_id_index ON public.regions USING btree (code, id)`);
  await knex.raw(`CREATE UNIQUE INDEX regions_code_unique ON public.regions USING btree (code)`);
  await knex.raw(`CREATE INDEX regions_parent_id_index ON public.regions USING btree (parent_id)`);
  await knex.raw(`CREATE INDEX regions_search_text_index ON public.regions USING gin (search_text gin_trgm_ops)`);
  await knex.raw(`CREATE INDEX regions_type_index ON public.regions USING btree (type)`);
  await knex.raw(`CREATE INDEX resource_bookings_search_text_index ON public.resource_bookings USING gin (search_text gin_trgm_ops)`);
  await knex.raw(`CREATE INDEX resource_bookings_starts_at_id_index ON public.resource_bookings USING btree (starts_at, id)`);
  await knex.raw(`CREATE INDEX resource_bookings_starts_at_index ON public.resource_bookings USING btree (starts_at)`);
  await knex.raw(`CREATE INDEX resource_bookings_status_index ON public.resource_bookings USING btree (status)`);
  await knex.raw(`CREATE INDEX resource_bookings_subject_resource_subject_id_index ON public.resource_bookings USING btree (subject_resource, subject_id)`);
  await knex.raw(`CREATE INDEX resource_bookings_what_resource_what_id_index ON public.resource_bookings USING btree (what_resource, what_id)`);
  await knex.raw(`CREATE INDEX suppliers_active_index ON public.suppliers USING btree (active)`);
  await knex.raw(`CREATE INDEX suppliers_category_index ON public.suppliers USING btree (category)`);
  await knex.raw(`CREATE INDEX suppliers_name_id_index ON public.suppliers USING btree (name, id) WHERE (deleted_at IS NULL)`);
  await knex.raw(`CREATE UNIQUE INDEX suppliers_number_unique ON public.suppliers USING btree (number) WHERE (deleted_at IS NULL)`);
  await knex.raw(`CREATE INDEX suppliers_search_text_index ON public.suppliers USING gin (search_text gin_trgm_ops)`);
  await knex.raw(`CREATE INDEX suppliers_brand_ids_target_id_index ON public.suppliers_brand_ids USING btree (target_id, record_id)`);
  await knex.raw(`CREATE INDEX trainer_assignments_brand_id_index ON public.trainer_assignments USING btree (brand_id)`);
  await knex.raw(`CREATE INDEX trainer_assignments_session_id_index ON public.trainer_assignments USING btree (session_id)`);
  await knex.raw(`CREATE UNIQUE INDEX trainer_assignments_session_id_trainer_id_unique ON public.trainer_assignments USING btree (session_id, trainer_id) NULLS NOT DISTINCT`);
  await knex.raw(`CREATE INDEX trainer_assignments_starts_at_id_index ON public.trainer_assignments USING btree (starts_at, id)`);
  await knex.raw(`CREATE INDEX trainer_assignments_starts_at_index ON public.trainer_assignments USING btree (starts_at)`);
  await knex.raw(`CREATE INDEX trainer_assignments_status_index ON public.trainer_assignments USING btree (status)`);
  await knex.raw(`CREATE INDEX trainer_assignments_trainer_id_index ON public.trainer_assignments USING btree (trainer_id)`);
  await knex.raw(`CREATE INDEX trainer_assignments_training_id_index ON public.trainer_assignments USING btree (training_id)`);
  await knex.raw(`CREATE INDEX trainer_availabilities_from_on_id_index ON public.trainer_availabilities USING btree (from_on, id)`);
  await knex.raw(`CREATE INDEX trainer_availabilities_from_on_index ON public.trainer_availabilities USING btree (from_on)`);
  await knex.raw(`CREATE INDEX trainer_availabilities_trainer_id_index ON public.trainer_availabilities USING btree (trainer_id)`);
  await knex.raw(`CREATE INDEX trainer_availabilities_type_index ON public.trainer_availabilities USING btree (type)`);
  await knex.raw(`CREATE INDEX trainer_qualifications_qualification_id_index ON public.trainer_qualifications USING btree (qualification_id)`);
  await knex.raw(`CREATE INDEX trainer_qualifications_trainer_id_index ON public.trainer_qualifications USING btree (trainer_id)`);
  await knex.raw(`CREATE UNIQUE INDEX trainer_qualifications_trainer_id_qualification_id_unique ON public.trainer_qualifications USING btree (trainer_id, qualification_id) NULLS NOT DISTINCT`);
  await knex.raw(`CREATE INDEX trainer_regions_region_id_index ON public.trainer_regions USING btree (region_id)`);
  await knex.raw(`CREATE INDEX trainer_regions_trainer_id_index ON public.trainer_regions USING btree (trainer_id)`);
  await knex.raw(`CREATE UNIQUE INDEX trainer_regions_trainer_id_region_id_unique ON public.trainer_regions USING btree (trainer_id, region_id) NULLS NOT DISTINCT`);
  await knex.raw(`CREATE INDEX trainers_employee_id_index ON public.trainers USING btree (employee_id)`);
  await knex.raw(`CREATE UNIQUE INDEX trainers_employee_id_unique ON public.trainers USING btree (employee_id) WHERE (deleted_at IS NULL)`);
  await knex.raw(`CREATE INDEX trainers_languages_index ON public.trainers USING gin (languages)`);
  await knex.raw(`CREATE INDEX trainers_name_id_index ON public.trainers USING btree (name, id) WHERE (deleted_at IS NULL)`);
  await knex.raw(`CREATE INDEX trainers_region_id_index ON public.trainers USING btree (region_id)`);
  await knex.raw(`CREATE INDEX trainers_search_text_index ON public.trainers USING gin (search_text gin_trgm_ops)`);
  await knex.raw(`CREATE INDEX trainers_status_index ON public.trainers USING btree (status)`);
  await knex.raw(`CREATE INDEX trainers_supplier_id_index ON public.trainers USING btree (supplier_id)`);
  await knex.raw(`CREATE INDEX trainers_user_id_index ON public.trainers USING btree (user_id)`);
  await knex.raw(`CREATE UNIQUE INDEX trainers_user_id_unique ON public.trainers USING btree (user_id) WHERE (deleted_at IS NULL)`);
  await knex.raw(`CREATE INDEX trainers_brand_ids_target_id_index ON public.trainers_brand_ids USING btree (target_id, record_id)`);
  await knex.raw(`CREATE INDEX training_prices_brand_id_index ON public.training_prices USING btree (brand_id)`);
  await knex.raw(`CREATE INDEX training_prices_template_id_index ON public.training_prices USING btree (template_id)`);
  await knex.raw(`CREATE INDEX training_sessions_brand_id_index ON public.training_sessions USING btree (brand_id)`);
  await knex.raw(`CREATE INDEX training_sessions_location_id_index ON public.training_sessions USING btree (location_id)`);
  await knex.raw(`CREATE INDEX training_sessions_search_text_index ON public.training_sessions USING gin (search_text gin_trgm_ops)`);
  await knex.raw(`CREATE INDEX training_sessions_starts_at_id_index ON public.training_sessions USING btree (starts_at, id)`);
  await knex.raw(`CREATE INDEX training_sessions_starts_at_index ON public.training_sessions USING btree (starts_at)`);
  await knex.raw(`CREATE INDEX training_sessions_training_id_index ON public.training_sessions USING btree (training_id)`);
  await knex.raw(`CREATE INDEX training_template_days_template_id_index ON public.training_template_days USING btree (template_id)`);
  await knex.raw(`CREATE INDEX training_templates_formats_index ON public.training_templates USING gin (formats)`);
  await knex.raw(`CREATE INDEX training_templates_name_id_index ON public.training_templates USING btree (name, id) WHERE (deleted_at IS NULL)`);
  await knex.raw(`CREATE UNIQUE INDEX training_templates_number_unique ON public.training_templates USING btree (number) WHERE (deleted_at IS NULL)`);
  await knex.raw(`CREATE INDEX training_templates_search_text_index ON public.training_templates USING gin (search_text gin_trgm_ops)`);
  await knex.raw(`CREATE INDEX training_templates_status_index ON public.training_templates USING btree (status)`);
  await knex.raw(`CREATE INDEX training_templates_subject_area_index ON public.training_templates USING btree (subject_area)`);
  await knex.raw(`CREATE INDEX training_templates_vat_case_index ON public.training_templates USING btree (vat_case)`);
  await knex.raw(`CREATE INDEX training_templates_brand_ids_target_id_index ON public.training_templates_brand_ids USING btree (target_id, record_id)`);
  await knex.raw(`CREATE INDEX training_templates_checklist_template_ids_target_id_index ON public.training_templates_checklist_template_ids USING btree (target_id, record_id)`);
  await knex.raw(`CREATE INDEX training_templates_qualification_ids_target_id_index ON public.training_templates_qualification_ids USING btree (target_id, record_id)`);
  await knex.raw(`CREATE INDEX trainings_brand_id_status_index ON public.trainings USING btree (brand_id, status)`);
  await knex.raw(`CREATE INDEX trainings_contact_id_index ON public.trainings USING btree (contact_id)`);
  await knex.raw(`CREATE INDEX trainings_customer_id_index ON public.trainings USING btree (customer_id)`);
  await knex.raw(`CREATE INDEX trainings_first_session_at_id_index ON public.trainings USING btree (first_session_at, id) WHERE (deleted_at IS NULL)`);
  await knex.raw(`CREATE INDEX trainings_first_session_at_index ON public.trainings USING btree (first_session_at)`);
  await knex.raw(`CREATE INDEX trainings_follows_id_index ON public.trainings USING btree (follows_id)`);
  await knex.raw(`CREATE INDEX trainings_format_index ON public.trainings USING btree (format)`);
  await knex.raw(`CREATE INDEX trainings_kind_index ON public.trainings USING btree (kind)`);
  await knex.raw(`CREATE INDEX trainings_location_id_index ON public.trainings USING btree (location_id)`);
  await knex.raw(`CREATE UNIQUE INDEX trainings_number_unique ON public.trainings USING btree (number) WHERE (deleted_at IS NULL)`);
  await knex.raw(`CREATE INDEX trainings_owner_id_index ON public.trainings USING btree (owner_id)`);
  await knex.raw(`CREATE INDEX trainings_search_text_index ON public.trainings USING gin (search_text gin_trgm_ops)`);
  await knex.raw(`CREATE INDEX trainings_status_index ON public.trainings USING btree (status)`);
  await knex.raw(`CREATE INDEX trainings_template_id_index ON public.trainings USING btree (template_id)`);
  await knex.raw(`CREATE INDEX trainings_tag_ids_target_id_index ON public.trainings_tag_ids USING btree (target_id, record_id)`);
  await knex.raw(`CREATE TRIGGER attendance_records_gone BEFORE DELETE ON public.attendance_records FOR EACH ROW EXECUTE FUNCTION kontor_subject_gone('notifications.subject', 'reminders.subject', 'automation_runs.subject', 'record_grants.subject')`);
  await knex.raw(`CREATE TRIGGER copy_attendance_records_session_id BEFORE INSERT OR UPDATE OF session_id, training_id, brand_id, units ON public.attendance_records FOR EACH ROW EXECUTE FUNCTION copy_attendance_records_session_id()`);
  await knex.raw(`CREATE TRIGGER rollup_enrolments_attended_units AFTER DELETE OR UPDATE OF enrolment_id, status, units ON public.attendance_records FOR EACH ROW EXECUTE FUNCTION rollup_enrolments_attended_units()`);
  await knex.raw(`CREATE TRIGGER rollup_enrolments_attended_units_added AFTER INSERT ON public.attendance_records REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_enrolments_attended_units_added()`);
  await knex.raw(`CREATE TRIGGER rollup_training_sessions_recorded_count AFTER DELETE OR UPDATE OF session_id ON public.attendance_records FOR EACH ROW EXECUTE FUNCTION rollup_training_sessions_recorded_count()`);
  await knex.raw(`CREATE TRIGGER rollup_training_sessions_recorded_count_added AFTER INSERT ON public.attendance_records REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_training_sessions_recorded_count_added()`);
  await knex.raw(`CREATE TRIGGER bookable_resources_gone BEFORE DELETE ON public.bookable_resources FOR EACH ROW EXECUTE FUNCTION kontor_subject_gone('notifications.subject', 'reminders.subject', 'automation_runs.subject', 'record_grants.subject')`);
  await knex.raw(`CREATE TRIGGER bookable_resources_in_use BEFORE DELETE ON public.bookable_resources FOR EACH ROW EXECUTE FUNCTION kontor_subject_in_use('notes.subject', 'documents.subject', 'resource_bookings.what')`);
  await knex.raw(`CREATE TRIGGER certificates_gone BEFORE DELETE ON public.certificates FOR EACH ROW EXECUTE FUNCTION kontor_subject_gone('notifications.subject', 'reminders.subject', 'email_messages.about', 'automation_runs.subject', 'record_grants.subject', 'public_links.subject')`);
  await knex.raw(`CREATE TRIGGER certificates_in_use BEFORE DELETE ON public.certificates FOR EACH ROW EXECUTE FUNCTION kontor_subject_in_use('documents.subject')`);
  await knex.raw(`CREATE TRIGGER copy_certificates_enrolment_id BEFORE INSERT OR UPDATE OF enrolment_id, training_id, brand_id ON public.certificates FOR EACH ROW EXECUTE FUNCTION copy_certificates_enrolment_id()`);
  await knex.raw(`CREATE TRIGGER checklist_items_gone BEFORE DELETE ON public.checklist_items FOR EACH ROW EXECUTE FUNCTION kontor_subject_gone('notifications.subject', 'reminders.subject', 'automation_runs.subject', 'record_grants.subject')`);
  await knex.raw(`CREATE TRIGGER checklist_items_subject_exists BEFORE INSERT OR UPDATE OF subject_resource, subject_id ON public.checklist_items FOR EACH ROW EXECUTE FUNCTION kontor_subject_exists('subject')`);
  await knex.raw(`CREATE TRIGGER copy_checklist_items_checklist_id BEFORE INSERT OR UPDATE OF checklist_id, brand_id ON public.checklist_items FOR EACH ROW EXECUTE FUNCTION copy_checklist_items_checklist_id()`);
  await knex.raw(`CREATE TRIGGER rollup_checklists_items_count AFTER DELETE OR UPDATE OF checklist_id ON public.checklist_items FOR EACH ROW EXECUTE FUNCTION rollup_checklists_items_count()`);
  await knex.raw(`CREATE TRIGGER rollup_checklists_items_count_added AFTER INSERT ON public.checklist_items REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_checklists_items_count_added()`);
  await knex.raw(`CREATE TRIGGER rollup_checklists_next_due_on AFTER DELETE OR UPDATE OF checklist_id, done, due_on ON public.checklist_items FOR EACH ROW EXECUTE FUNCTION rollup_checklists_next_due_on()`);
  await knex.raw(`CREATE TRIGGER rollup_checklists_next_due_on_added AFTER INSERT ON public.checklist_items REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_checklists_next_due_on_added()`);
  await knex.raw(`CREATE TRIGGER rollup_checklists_open_count AFTER DELETE OR UPDATE OF checklist_id, done ON public.checklist_items FOR EACH ROW EXECUTE FUNCTION rollup_checklists_open_count()`);
  await knex.raw(`CREATE TRIGGER rollup_checklists_open_count_added AFTER INSERT ON public.checklist_items REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_checklists_open_count_added()`);
  await knex.raw(`CREATE TRIGGER rollup_trainings_open_blocking AFTER DELETE OR UPDATE OF subject_id, subject_resource, done, blocking ON public.checklist_items FOR EACH ROW EXECUTE FUNCTION rollup_trainings_open_blocking()`);
  await knex.raw(`CREATE TRIGGER rollup_trainings_open_blocking_added AFTER INSERT ON public.checklist_items REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_trainings_open_blocking_added()`);
  await knex.raw(`CREATE TRIGGER rollup_trainings_open_items AFTER DELETE OR UPDATE OF subject_id, subject_resource, done ON public.checklist_items FOR EACH ROW EXECUTE FUNCTION rollup_trainings_open_items()`);
  await knex.raw(`CREATE TRIGGER rollup_trainings_open_items_added AFTER INSERT ON public.checklist_items REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_trainings_open_items_added()`);
  await knex.raw(`CREATE TRIGGER rollup_checklist_templates_items_count AFTER DELETE OR UPDATE OF template_id ON public.checklist_template_items FOR EACH ROW EXECUTE FUNCTION rollup_checklist_templates_items_count()`);
  await knex.raw(`CREATE TRIGGER rollup_checklist_templates_items_count_added AFTER INSERT ON public.checklist_template_items REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_checklist_templates_items_count_added()`);
  await knex.raw(`CREATE TRIGGER checklist_templates_gone BEFORE DELETE ON public.checklist_templates FOR EACH ROW EXECUTE FUNCTION kontor_subject_gone('notifications.subject', 'reminders.subject', 'automation_runs.subject', 'record_grants.subject')`);
  await knex.raw(`CREATE TRIGGER checklists_gone BEFORE DELETE ON public.checklists FOR EACH ROW EXECUTE FUNCTION kontor_subject_gone('notifications.subject', 'reminders.subject', 'automation_runs.subject', 'record_grants.subject')`);
  await knex.raw(`CREATE TRIGGER checklists_subject_exists BEFORE INSERT OR UPDATE OF subject_resource, subject_id ON public.checklists FOR EACH ROW EXECUTE FUNCTION kontor_subject_exists('subject')`);
  await knex.raw(`CREATE TRIGGER copied_checklist_items_checklist_id AFTER UPDATE OF brand_id ON public.checklists FOR EACH ROW EXECUTE FUNCTION copied_checklist_items_checklist_id()`);
  await knex.raw(`CREATE TRIGGER rollup_customers_contacts_count AFTER DELETE OR UPDATE OF customer_id, deleted_at ON public.contacts FOR EACH ROW EXECUTE FUNCTION rollup_customers_contacts_count()`);
  await knex.raw(`CREATE TRIGGER copied_enrolments_contact_id AFTER UPDATE OF full_name ON public.contacts FOR EACH ROW EXECUTE FUNCTION copied_enrolments_contact_id()`);
  await knex.raw(`CREATE TRIGGER rollup_customers_contacts_count_added AFTER INSERT ON public.contacts REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_customers_contacts_count_added()`);
  await knex.raw(`CREATE TRIGGER copied_trainings_customer_id AFTER UPDATE OF name ON public.customers FOR EACH ROW EXECUTE FUNCTION copied_trainings_customer_id()`);
  await knex.raw(`CREATE TRIGGER copied_certificates_enrolment_id AFTER UPDATE OF training_id, brand_id ON public.enrolments FOR EACH ROW EXECUTE FUNCTION copied_certificates_enrolment_id()`);
  await knex.raw(`CREATE TRIGGER copied_feedback_responses_enrolment_id AFTER UPDATE OF training_id, template_id, brand_id ON public.enrolments FOR EACH ROW EXECUTE FUNCTION copied_feedback_responses_enrolment_id()`);
  await knex.raw(`CREATE TRIGGER copy_enrolments_contact_id BEFORE INSERT OR UPDATE OF contact_id, participant ON public.enrolments FOR EACH ROW EXECUTE FUNCTION copy_enrolments_contact_id()`);
  await knex.raw(`CREATE TRIGGER copy_enrolments_training_id BEFORE INSERT OR UPDATE OF training_id, template_id, brand_id ON public.enrolments FOR EACH ROW EXECUTE FUNCTION copy_enrolments_training_id()`);
  await knex.raw(`CREATE TRIGGER enrolments_gone BEFORE DELETE ON public.enrolments FOR EACH ROW EXECUTE FUNCTION kontor_subject_gone('notifications.subject', 'reminders.subject', 'email_messages.about', 'automation_runs.subject', 'record_grants.subject', 'public_links.subject')`);
  await knex.raw(`CREATE TRIGGER enrolments_in_use BEFORE DELETE ON public.enrolments FOR EACH ROW EXECUTE FUNCTION kontor_subject_in_use('notes.subject', 'documents.subject')`);
  await knex.raw(`CREATE TRIGGER rollup_trainings_enrolment_revenue AFTER DELETE OR UPDATE OF training_id, status, price ON public.enrolments FOR EACH ROW EXECUTE FUNCTION rollup_trainings_enrolment_revenue()`);
  await knex.raw(`CREATE TRIGGER rollup_trainings_enrolment_revenue_added AFTER INSERT ON public.enrolments REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_trainings_enrolment_revenue_added()`);
  await knex.raw(`CREATE TRIGGER rollup_trainings_seats_taken AFTER DELETE OR UPDATE OF training_id, status ON public.enrolments FOR EACH ROW EXECUTE FUNCTION rollup_trainings_seats_taken()`);
  await knex.raw(`CREATE TRIGGER rollup_trainings_seats_taken_added AFTER INSERT ON public.enrolments REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_trainings_seats_taken_added()`);
  await knex.raw(`CREATE TRIGGER rollup_trainings_waiting_count AFTER DELETE OR UPDATE OF training_id, status ON public.enrolments FOR EACH ROW EXECUTE FUNCTION rollup_trainings_waiting_count()`);
  await knex.raw(`CREATE TRIGGER rollup_trainings_waiting_count_added AFTER INSERT ON public.enrolments REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_trainings_waiting_count_added()`);
  await knex.raw(`CREATE TRIGGER copy_feedback_responses_enrolment_id BEFORE INSERT OR UPDATE OF enrolment_id, training_id, template_id, brand_id ON public.feedback_responses FOR EACH ROW EXECUTE FUNCTION copy_feedback_responses_enrolment_id()`);
  await knex.raw(`CREATE TRIGGER feedback_responses_gone BEFORE DELETE ON public.feedback_responses FOR EACH ROW EXECUTE FUNCTION kontor_subject_gone('notifications.subject', 'reminders.subject', 'automation_runs.subject', 'record_grants.subject', 'public_links.subject')`);
  await knex.raw(`CREATE TRIGGER rollup_trainers_ratings_count AFTER DELETE OR UPDATE OF trainer_id, state ON public.feedback_responses FOR EACH ROW EXECUTE FUNCTION rollup_trainers_ratings_count()`);
  await knex.raw(`CREATE TRIGGER rollup_trainers_ratings_count_added AFTER INSERT ON public.feedback_responses REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_trainers_ratings_count_added()`);
  await knex.raw(`CREATE TRIGGER rollup_trainers_ratings_sum AFTER DELETE OR UPDATE OF trainer_id, trainer_rating ON public.feedback_responses FOR EACH ROW EXECUTE FUNCTION rollup_trainers_ratings_sum()`);
  await knex.raw(`CREATE TRIGGER rollup_trainers_ratings_sum_added AFTER INSERT ON public.feedback_responses REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_trainers_ratings_sum_added()`);
  await knex.raw(`CREATE TRIGGER rollup_training_templates_content_sum AFTER DELETE OR UPDATE OF template_id, state, content_rating ON public.feedback_responses FOR EACH ROW EXECUTE FUNCTION rollup_training_templates_content_sum()`);
  await knex.raw(`CREATE TRIGGER rollup_training_templates_content_sum_added AFTER INSERT ON public.feedback_responses REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_training_templates_content_sum_added()`);
  await knex.raw(`CREATE TRIGGER rollup_training_templates_feedback_count AFTER DELETE OR UPDATE OF template_id, state ON public.feedback_responses FOR EACH ROW EXECUTE FUNCTION rollup_training_templates_feedback_count()`);
  await knex.raw(`CREATE TRIGGER rollup_training_templates_feedback_count_added AFTER INSERT ON public.feedback_responses REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_training_templates_feedback_count_added()`);
  await knex.raw(`CREATE TRIGGER rollup_training_templates_organisation_sum AFTER DELETE OR UPDATE OF template_id, state, organisation_rating ON public.feedback_responses FOR EACH ROW EXECUTE FUNCTION rollup_training_templates_organisation_sum()`);
  await knex.raw(`CREATE TRIGGER rollup_training_templates_organisation_sum_added AFTER INSERT ON public.feedback_responses REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_training_templates_organisation_sum_added()`);
  await knex.raw(`CREATE TRIGGER rollup_training_templates_recommend_sum AFTER DELETE OR UPDATE OF template_id, state, recommend ON public.feedback_responses FOR EACH ROW EXECUTE FUNCTION rollup_training_templates_recommend_sum()`);
  await knex.raw(`CREATE TRIGGER rollup_training_templates_recommend_sum_added AFTER INSERT ON public.feedback_responses REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_training_templates_recommend_sum_added()`);
  await knex.raw(`CREATE TRIGGER rollup_training_templates_trainer_sum AFTER DELETE OR UPDATE OF template_id, state, trainer_rating ON public.feedback_responses FOR EACH ROW EXECUTE FUNCTION rollup_training_templates_trainer_sum()`);
  await knex.raw(`CREATE TRIGGER rollup_training_templates_trainer_sum_added AFTER INSERT ON public.feedback_responses REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_training_templates_trainer_sum_added()`);
  await knex.raw(`CREATE TRIGGER rollup_trainings_content_sum AFTER DELETE OR UPDATE OF training_id, state, content_rating ON public.feedback_responses FOR EACH ROW EXECUTE FUNCTION rollup_trainings_content_sum()`);
  await knex.raw(`CREATE TRIGGER rollup_trainings_content_sum_added AFTER INSERT ON public.feedback_responses REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_trainings_content_sum_added()`);
  await knex.raw(`CREATE TRIGGER rollup_trainings_feedback_count AFTER DELETE OR UPDATE OF training_id, state ON public.feedback_responses FOR EACH ROW EXECUTE FUNCTION rollup_trainings_feedback_count()`);
  await knex.raw(`CREATE TRIGGER rollup_trainings_feedback_count_added AFTER INSERT ON public.feedback_responses REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_trainings_feedback_count_added()`);
  await knex.raw(`CREATE TRIGGER rollup_trainings_organisation_sum AFTER DELETE OR UPDATE OF training_id, state, organisation_rating ON public.feedback_responses FOR EACH ROW EXECUTE FUNCTION rollup_trainings_organisation_sum()`);
  await knex.raw(`CREATE TRIGGER rollup_trainings_organisation_sum_added AFTER INSERT ON public.feedback_responses REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_trainings_organisation_sum_added()`);
  await knex.raw(`CREATE TRIGGER rollup_trainings_recommend_sum AFTER DELETE OR UPDATE OF training_id, state, recommend ON public.feedback_responses FOR EACH ROW EXECUTE FUNCTION rollup_trainings_recommend_sum()`);
  await knex.raw(`CREATE TRIGGER rollup_trainings_recommend_sum_added AFTER INSERT ON public.feedback_responses REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_trainings_recommend_sum_added()`);
  await knex.raw(`CREATE TRIGGER rollup_trainings_trainer_sum AFTER DELETE OR UPDATE OF training_id, state, trainer_rating ON public.feedback_responses FOR EACH ROW EXECUTE FUNCTION rollup_trainings_trainer_sum()`);
  await knex.raw(`CREATE TRIGGER rollup_trainings_trainer_sum_added AFTER INSERT ON public.feedback_responses REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_trainings_trainer_sum_added()`);
  await knex.raw(`CREATE TRIGGER holidays_gone BEFORE DELETE ON public.holidays FOR EACH ROW EXECUTE FUNCTION kontor_subject_gone('notifications.subject', 'reminders.subject', 'automation_runs.subject', 'record_grants.subject')`);
  await knex.raw(`CREATE TRIGGER locations_gone BEFORE DELETE ON public.locations FOR EACH ROW EXECUTE FUNCTION kontor_subject_gone('notifications.subject', 'reminders.subject', 'email_messages.about', 'automation_runs.subject', 'record_grants.subject')`);
  await knex.raw(`CREATE TRIGGER locations_in_use BEFORE DELETE ON public.locations FOR EACH ROW EXECUTE FUNCTION kontor_subject_in_use('tasks.subject', 'notes.subject', 'documents.subject', 'resource_bookings.what')`);
  await knex.raw(`CREATE CONSTRAINT TRIGGER locations_tree AFTER INSERT OR UPDATE OF parent_id ON public.locations DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION kontor_tree('parent_id')`);
  await knex.raw(`CREATE TRIGGER public_links_subject_exists BEFORE INSERT OR UPDATE OF subject_resource, subject_id ON public.public_links FOR EACH ROW EXECUTE FUNCTION kontor_subject_exists('subject')`);
  await knex.raw(`CREATE TRIGGER qualifications_gone BEFORE DELETE ON public.qualifications FOR EACH ROW EXECUTE FUNCTION kontor_subject_gone('notifications.subject', 'reminders.subject', 'automation_runs.subject', 'record_grants.subject')`);
  await knex.raw(`CREATE TRIGGER regions_gone BEFORE DELETE ON public.regions FOR EACH ROW EXECUTE FUNCTION kontor_subject_gone('notifications.subject', 'reminders.subject', 'automation_runs.subject', 'record_grants.subject')`);
  await knex.raw(`CREATE CONSTRAINT TRIGGER regions_tree AFTER INSERT OR UPDATE OF parent_id ON public.regions DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION kontor_tree('parent_id')`);
  await knex.raw(`CREATE TRIGGER resource_bookings_alone_turn BEFORE INSERT OR UPDATE OF what_id, starts_at, ends_at ON public.resource_bookings FOR EACH ROW EXECUTE FUNCTION kontor_in_turn('what_id')`);
  await knex.raw(`CREATE TRIGGER resource_bookings_gone BEFORE DELETE ON public.resource_bookings FOR EACH ROW EXECUTE FUNCTION kontor_subject_gone('notifications.subject', 'reminders.subject', 'automation_runs.subject', 'record_grants.subject')`);
  await knex.raw(`CREATE TRIGGER resource_bookings_subject_exists BEFORE INSERT OR UPDATE OF subject_resource, subject_id ON public.resource_bookings FOR EACH ROW EXECUTE FUNCTION kontor_subject_exists('subject')`);
  await knex.raw(`CREATE TRIGGER resource_bookings_what_exists BEFORE INSERT OR UPDATE OF what_resource, what_id ON public.resource_bookings FOR EACH ROW EXECUTE FUNCTION kontor_subject_exists('what')`);
  await knex.raw(`CREATE TRIGGER suppliers_gone BEFORE DELETE ON public.suppliers FOR EACH ROW EXECUTE FUNCTION kontor_subject_gone('notifications.subject', 'reminders.subject', 'email_messages.about', 'automation_runs.subject', 'record_grants.subject')`);
  await knex.raw(`CREATE TRIGGER suppliers_in_use BEFORE DELETE ON public.suppliers FOR EACH ROW EXECUTE FUNCTION kontor_subject_in_use('tasks.subject', 'notes.subject', 'documents.subject')`);
  await knex.raw(`CREATE TRIGGER rollup_customers_open_tasks AFTER DELETE OR UPDATE OF subject_id, subject_resource, deleted_at, status ON public.tasks FOR EACH ROW EXECUTE FUNCTION rollup_customers_open_tasks()`);
  await knex.raw(`CREATE TRIGGER rollup_customers_open_tasks_added AFTER INSERT ON public.tasks REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_customers_open_tasks_added()`);
  await knex.raw(`CREATE TRIGGER copy_trainer_assignments_session_id BEFORE INSERT OR UPDATE OF session_id, training_id, brand_id, starts_at, ends_at ON public.trainer_assignments FOR EACH ROW EXECUTE FUNCTION copy_trainer_assignments_session_id()`);
  await knex.raw(`CREATE TRIGGER rollup_training_sessions_confirmed_trainers AFTER DELETE OR UPDATE OF session_id, status ON public.trainer_assignments FOR EACH ROW EXECUTE FUNCTION rollup_training_sessions_confirmed_trainers()`);
  await knex.raw(`CREATE TRIGGER rollup_training_sessions_confirmed_trainers_added AFTER INSERT ON public.trainer_assignments REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_training_sessions_confirmed_trainers_added()`);
  await knex.raw(`CREATE TRIGGER rollup_trainings_trainer_cost AFTER DELETE OR UPDATE OF training_id, status, cost ON public.trainer_assignments FOR EACH ROW EXECUTE FUNCTION rollup_trainings_trainer_cost()`);
  await knex.raw(`CREATE TRIGGER rollup_trainings_trainer_cost_added AFTER INSERT ON public.trainer_assignments REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_trainings_trainer_cost_added()`);
  await knex.raw(`CREATE TRIGGER trainer_assignments_gone BEFORE DELETE ON public.trainer_assignments FOR EACH ROW EXECUTE FUNCTION kontor_subject_gone('notifications.subject', 'reminders.subject', 'automation_runs.subject', 'record_grants.subject', 'public_links.subject')`);
  await knex.raw(`CREATE TRIGGER trainer_assignments_trainer_turn BEFORE INSERT OR UPDATE OF trainer_id, starts_at, ends_at ON public.trainer_assignments FOR EACH ROW EXECUTE FUNCTION kontor_in_turn('trainer_id')`);
  await knex.raw(`CREATE TRIGGER trainer_availabilities_gone BEFORE DELETE ON public.trainer_availabilities FOR EACH ROW EXECUTE FUNCTION kontor_subject_gone('notifications.subject', 'reminders.subject', 'automation_runs.subject', 'record_grants.subject')`);
  await knex.raw(`CREATE TRIGGER trainers_gone BEFORE DELETE ON public.trainers FOR EACH ROW EXECUTE FUNCTION kontor_subject_gone('notifications.subject', 'reminders.subject', 'email_messages.about', 'automation_runs.subject', 'record_grants.subject')`);
  await knex.raw(`CREATE TRIGGER trainers_in_use BEFORE DELETE ON public.trainers FOR EACH ROW EXECUTE FUNCTION kontor_subject_in_use('tasks.subject', 'notes.subject', 'documents.subject')`);
  await knex.raw(`CREATE TRIGGER copied_attendance_records_session_id AFTER UPDATE OF training_id, brand_id, units ON public.training_sessions FOR EACH ROW EXECUTE FUNCTION copied_attendance_records_session_id()`);
  await knex.raw(`CREATE TRIGGER copied_trainer_assignments_session_id AFTER UPDATE OF training_id, brand_id, starts_at, ends_at ON public.training_sessions FOR EACH ROW EXECUTE FUNCTION copied_trainer_assignments_session_id()`);
  await knex.raw(`CREATE TRIGGER copy_training_sessions_training_id BEFORE INSERT OR UPDATE OF training_id, brand_id ON public.training_sessions FOR EACH ROW EXECUTE FUNCTION copy_training_sessions_training_id()`);
  await knex.raw(`CREATE TRIGGER rollup_trainings_first_session_at AFTER DELETE OR UPDATE OF training_id, starts_at ON public.training_sessions FOR EACH ROW EXECUTE FUNCTION rollup_trainings_first_session_at()`);
  await knex.raw(`CREATE TRIGGER rollup_trainings_first_session_at_added AFTER INSERT ON public.training_sessions REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_trainings_first_session_at_added()`);
  await knex.raw(`CREATE TRIGGER rollup_trainings_last_session_at AFTER DELETE OR UPDATE OF training_id, ends_at ON public.training_sessions FOR EACH ROW EXECUTE FUNCTION rollup_trainings_last_session_at()`);
  await knex.raw(`CREATE TRIGGER rollup_trainings_last_session_at_added AFTER INSERT ON public.training_sessions REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_trainings_last_session_at_added()`);
  await knex.raw(`CREATE TRIGGER rollup_trainings_sessions_count AFTER DELETE OR UPDATE OF training_id ON public.training_sessions FOR EACH ROW EXECUTE FUNCTION rollup_trainings_sessions_count()`);
  await knex.raw(`CREATE TRIGGER rollup_trainings_sessions_count_added AFTER INSERT ON public.training_sessions REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_trainings_sessions_count_added()`);
  await knex.raw(`CREATE TRIGGER training_sessions_gone BEFORE DELETE ON public.training_sessions FOR EACH ROW EXECUTE FUNCTION kontor_subject_gone('notifications.subject', 'reminders.subject', 'automation_runs.subject', 'resource_bookings.subject', 'record_grants.subject')`);
  await knex.raw(`CREATE TRIGGER training_sessions_in_use BEFORE DELETE ON public.training_sessions FOR EACH ROW EXECUTE FUNCTION kontor_subject_in_use('documents.subject')`);
  await knex.raw(`CREATE TRIGGER rollup_training_templates_days_count AFTER DELETE OR UPDATE OF template_id ON public.training_template_days FOR EACH ROW EXECUTE FUNCTION rollup_training_templates_days_count()`);
  await knex.raw(`CREATE TRIGGER rollup_training_templates_days_count_added AFTER INSERT ON public.training_template_days REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_training_templates_days_count_added()`);
  await knex.raw(`CREATE TRIGGER rollup_training_templates_units AFTER DELETE OR UPDATE OF template_id, units ON public.training_template_days FOR EACH ROW EXECUTE FUNCTION rollup_training_templates_units()`);
  await knex.raw(`CREATE TRIGGER rollup_training_templates_units_added AFTER INSERT ON public.training_template_days REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_training_templates_units_added()`);
  await knex.raw(`CREATE TRIGGER training_templates_gone BEFORE DELETE ON public.training_templates FOR EACH ROW EXECUTE FUNCTION kontor_subject_gone('notifications.subject', 'reminders.subject', 'automation_runs.subject', 'record_grants.subject')`);
  await knex.raw(`CREATE TRIGGER training_templates_in_use BEFORE DELETE ON public.training_templates FOR EACH ROW EXECUTE FUNCTION kontor_subject_in_use('tasks.subject', 'notes.subject', 'documents.subject')`);
  await knex.raw(`CREATE TRIGGER copied_enrolments_training_id AFTER UPDATE OF template_id, brand_id ON public.trainings FOR EACH ROW EXECUTE FUNCTION copied_enrolments_training_id()`);
  await knex.raw(`CREATE TRIGGER copied_training_sessions_training_id AFTER UPDATE OF brand_id ON public.trainings FOR EACH ROW EXECUTE FUNCTION copied_training_sessions_training_id()`);
  await knex.raw(`CREATE TRIGGER copy_trainings_customer_id BEFORE INSERT OR UPDATE OF customer_id, customer_name ON public.trainings FOR EACH ROW EXECUTE FUNCTION copy_trainings_customer_id()`);
  await knex.raw(`CREATE TRIGGER trainings_gone BEFORE DELETE ON public.trainings FOR EACH ROW EXECUTE FUNCTION kontor_subject_gone('checklists.subject', 'checklist_items.subject', 'notifications.subject', 'reminders.subject', 'email_messages.about', 'automation_runs.subject', 'resource_bookings.subject', 'record_grants.subject')`);
  await knex.raw(`CREATE TRIGGER trainings_in_use BEFORE DELETE ON public.trainings FOR EACH ROW EXECUTE FUNCTION kontor_subject_in_use('tasks.subject', 'notes.subject', 'documents.subject')`);
}

export async function down(knex) {
  await knex.raw(`DROP TRIGGER "rollup_customers_contacts_count" ON "contacts"`);
  await knex.raw(`DROP TRIGGER "copied_enrolments_contact_id" ON "contacts"`);
  await knex.raw(`DROP TRIGGER "rollup_customers_contacts_count_added" ON "contacts"`);
  await knex.raw(`DROP TRIGGER "copied_trainings_customer_id" ON "customers"`);
  await knex.raw(`DROP TRIGGER "rollup_customers_open_tasks" ON "tasks"`);
  await knex.raw(`DROP TRIGGER "rollup_customers_open_tasks_added" ON "tasks"`);
  await knex.raw(`DROP INDEX "email_templates_used_for_index"`);
  await knex.raw(`ALTER TABLE "attendance_records" DROP CONSTRAINT "attendance_records_brand_id_fkey"`);
  await knex.raw(`ALTER TABLE "attendance_records" DROP CONSTRAINT "attendance_records_enrolment_id_fkey"`);
  await knex.raw(`ALTER TABLE "attendance_records" DROP CONSTRAINT "attendance_records_session_id_fkey"`);
  await knex.raw(`ALTER TABLE "attendance_records" DROP CONSTRAINT "attendance_records_training_id_fkey"`);
  await knex.raw(`ALTER TABLE "bookable_resources" DROP CONSTRAINT "bookable_resources_location_id_fkey"`);
  await knex.raw(`ALTER TABLE "bookable_resources_brand_ids" DROP CONSTRAINT "bookable_resources_brand_ids_record_id_fkey"`);
  await knex.raw(`ALTER TABLE "bookable_resources_brand_ids" DROP CONSTRAINT "bookable_resources_brand_ids_target_id_fkey"`);
  await knex.raw(`ALTER TABLE "certificates" DROP CONSTRAINT "certificates_brand_id_fkey"`);
  await knex.raw(`ALTER TABLE "certificates" DROP CONSTRAINT "certificates_document_id_fkey"`);
  await knex.raw(`ALTER TABLE "certificates" DROP CONSTRAINT "certificates_enrolment_id_fkey"`);
  await knex.raw(`ALTER TABLE "certificates" DROP CONSTRAINT "certificates_training_id_fkey"`);
  await knex.raw(`ALTER TABLE "checklist_items" DROP CONSTRAINT "checklist_items_assignee_id_fkey"`);
  await knex.raw(`ALTER TABLE "checklist_items" DROP CONSTRAINT "checklist_items_brand_id_fkey"`);
  await knex.raw(`ALTER TABLE "checklist_items" DROP CONSTRAINT "checklist_items_checklist_id_fkey"`);
  await knex.raw(`ALTER TABLE "checklist_items" DROP CONSTRAINT "checklist_items_done_by_id_fkey"`);
  await knex.raw(`ALTER TABLE "checklist_template_items" DROP CONSTRAINT "checklist_template_items_template_id_fkey"`);
  await knex.raw(`ALTER TABLE "checklist_templates_brand_ids" DROP CONSTRAINT "checklist_templates_brand_ids_record_id_fkey"`);
  await knex.raw(`ALTER TABLE "checklist_templates_brand_ids" DROP CONSTRAINT "checklist_templates_brand_ids_target_id_fkey"`);
  await knex.raw(`ALTER TABLE "checklists" DROP CONSTRAINT "checklists_brand_id_fkey"`);
  await knex.raw(`ALTER TABLE "checklists" DROP CONSTRAINT "checklists_template_id_fkey"`);
  await knex.raw(`ALTER TABLE "enrolments" DROP CONSTRAINT "enrolments_brand_id_fkey"`);
  await knex.raw(`ALTER TABLE "enrolments" DROP CONSTRAINT "enrolments_contact_id_fkey"`);
  await knex.raw(`ALTER TABLE "enrolments" DROP CONSTRAINT "enrolments_customer_id_fkey"`);
  await knex.raw(`ALTER TABLE "enrolments" DROP CONSTRAINT "enrolments_template_id_fkey"`);
  await knex.raw(`ALTER TABLE "enrolments" DROP CONSTRAINT "enrolments_training_id_fkey"`);
  await knex.raw(`ALTER TABLE "enrolments" DROP CONSTRAINT "enrolments_transferred_to_id_fkey"`);
  await knex.raw(`ALTER TABLE "feedback_responses" DROP CONSTRAINT "feedback_responses_brand_id_fkey"`);
  await knex.raw(`ALTER TABLE "feedback_responses" DROP CONSTRAINT "feedback_responses_enrolment_id_fkey"`);
  await knex.raw(`ALTER TABLE "feedback_responses" DROP CONSTRAINT "feedback_responses_template_id_fkey"`);
  await knex.raw(`ALTER TABLE "feedback_responses" DROP CONSTRAINT "feedback_responses_trainer_id_fkey"`);
  await knex.raw(`ALTER TABLE "feedback_responses" DROP CONSTRAINT "feedback_responses_training_id_fkey"`);
  await knex.raw(`ALTER TABLE "holidays" DROP CONSTRAINT "holidays_region_id_fkey"`);
  await knex.raw(`ALTER TABLE "locations" DROP CONSTRAINT "locations_parent_id_fkey"`);
  await knex.raw(`ALTER TABLE "locations" DROP CONSTRAINT "locations_region_id_fkey"`);
  await knex.raw(`ALTER TABLE "locations_brand_ids" DROP CONSTRAINT "locations_brand_ids_record_id_fkey"`);
  await knex.raw(`ALTER TABLE "locations_brand_ids" DROP CONSTRAINT "locations_brand_ids_target_id_fkey"`);
  await knex.raw(`ALTER TABLE "regions" DROP CONSTRAINT "regions_parent_id_fkey"`);
  await knex.raw(`ALTER TABLE "suppliers_brand_ids" DROP CONSTRAINT "suppliers_brand_ids_record_id_fkey"`);
  await knex.raw(`ALTER TABLE "suppliers_brand_ids" DROP CONSTRAINT "suppliers_brand_ids_target_id_fkey"`);
  await knex.raw(`ALTER TABLE "trainer_assignments" DROP CONSTRAINT "trainer_assignments_brand_id_fkey"`);
  await knex.raw(`ALTER TABLE "trainer_assignments" DROP CONSTRAINT "trainer_assignments_session_id_fkey"`);
  await knex.raw(`ALTER TABLE "trainer_assignments" DROP CONSTRAINT "trainer_assignments_trainer_id_fkey"`);
  await knex.raw(`ALTER TABLE "trainer_assignments" DROP CONSTRAINT "trainer_assignments_training_id_fkey"`);
  await knex.raw(`ALTER TABLE "trainer_availabilities" DROP CONSTRAINT "trainer_availabilities_trainer_id_fkey"`);
  await knex.raw(`ALTER TABLE "trainer_qualifications" DROP CONSTRAINT "trainer_qualifications_qualification_id_fkey"`);
  await knex.raw(`ALTER TABLE "trainer_qualifications" DROP CONSTRAINT "trainer_qualifications_trainer_id_fkey"`);
  await knex.raw(`ALTER TABLE "trainer_regions" DROP CONSTRAINT "trainer_regions_region_id_fkey"`);
  await knex.raw(`ALTER TABLE "trainer_regions" DROP CONSTRAINT "trainer_regions_trainer_id_fkey"`);
  await knex.raw(`ALTER TABLE "trainers" DROP CONSTRAINT "trainers_employee_id_fkey"`);
  await knex.raw(`ALTER TABLE "trainers" DROP CONSTRAINT "trainers_region_id_fkey"`);
  await knex.raw(`ALTER TABLE "trainers" DROP CONSTRAINT "trainers_supplier_id_fkey"`);
  await knex.raw(`ALTER TABLE "trainers" DROP CONSTRAINT "trainers_user_id_fkey"`);
  await knex.raw(`ALTER TABLE "trainers_brand_ids" DROP CONSTRAINT "trainers_brand_ids_record_id_fkey"`);
  await knex.raw(`ALTER TABLE "trainers_brand_ids" DROP CONSTRAINT "trainers_brand_ids_target_id_fkey"`);
  await knex.raw(`ALTER TABLE "training_prices" DROP CONSTRAINT "training_prices_brand_id_fkey"`);
  await knex.raw(`ALTER TABLE "training_prices" DROP CONSTRAINT "training_prices_template_id_fkey"`);
  await knex.raw(`ALTER TABLE "training_sessions" DROP CONSTRAINT "training_sessions_brand_id_fkey"`);
  await knex.raw(`ALTER TABLE "training_sessions" DROP CONSTRAINT "training_sessions_location_id_fkey"`);
  await knex.raw(`ALTER TABLE "training_sessions" DROP CONSTRAINT "training_sessions_training_id_fkey"`);
  await knex.raw(`ALTER TABLE "training_template_days" DROP CONSTRAINT "training_template_days_template_id_fkey"`);
  await knex.raw(`ALTER TABLE "training_templates_brand_ids" DROP CONSTRAINT "training_templates_brand_ids_record_id_fkey"`);
  await knex.raw(`ALTER TABLE "training_templates_brand_ids" DROP CONSTRAINT "training_templates_brand_ids_target_id_fkey"`);
  await knex.raw(`ALTER TABLE "training_templates_checklist_template_ids" DROP CONSTRAINT "training_templates_checklist_template_ids_record_id_fkey"`);
  await knex.raw(`ALTER TABLE "training_templates_checklist_template_ids" DROP CONSTRAINT "training_templates_checklist_template_ids_target_id_fkey"`);
  await knex.raw(`ALTER TABLE "training_templates_qualification_ids" DROP CONSTRAINT "training_templates_qualification_ids_record_id_fkey"`);
  await knex.raw(`ALTER TABLE "training_templates_qualification_ids" DROP CONSTRAINT "training_templates_qualification_ids_target_id_fkey"`);
  await knex.raw(`ALTER TABLE "trainings" DROP CONSTRAINT "trainings_brand_id_fkey"`);
  await knex.raw(`ALTER TABLE "trainings" DROP CONSTRAINT "trainings_contact_id_fkey"`);
  await knex.raw(`ALTER TABLE "trainings" DROP CONSTRAINT "trainings_customer_id_fkey"`);
  await knex.raw(`ALTER TABLE "trainings" DROP CONSTRAINT "trainings_follows_id_fkey"`);
  await knex.raw(`ALTER TABLE "trainings" DROP CONSTRAINT "trainings_location_id_fkey"`);
  await knex.raw(`ALTER TABLE "trainings" DROP CONSTRAINT "trainings_owner_id_fkey"`);
  await knex.raw(`ALTER TABLE "trainings" DROP CONSTRAINT "trainings_template_id_fkey"`);
  await knex.raw(`ALTER TABLE "trainings_tag_ids" DROP CONSTRAINT "trainings_tag_ids_record_id_fkey"`);
  await knex.raw(`ALTER TABLE "trainings_tag_ids" DROP CONSTRAINT "trainings_tag_ids_target_id_fkey"`);
  await knex.raw(`ALTER TABLE "document_templates" DROP CONSTRAINT "document_templates_used_for_check"`);
  await knex.raw(`ALTER TABLE "documents" DROP CONSTRAINT "documents_subject_check"`);
  await knex.raw(`ALTER TABLE "email_messages" DROP CONSTRAINT "email_messages_about_check"`);
  await knex.raw(`ALTER TABLE "email_templates" DROP CONSTRAINT "email_templates_used_for_check"`);
  await knex.raw(`ALTER TABLE "notes" DROP CONSTRAINT "notes_subject_check"`);
  await knex.raw(`ALTER TABLE "tasks" DROP CONSTRAINT "tasks_subject_check"`);
  await knex.schema.dropTable('attendance_records');
  await knex.schema.dropTable('bookable_resources');
  await knex.schema.dropTable('bookable_resources_brand_ids');
  await knex.schema.dropTable('certificates');
  await knex.schema.dropTable('checklist_items');
  await knex.schema.dropTable('checklist_template_items');
  await knex.schema.dropTable('checklist_templates');
  await knex.schema.dropTable('checklist_templates_brand_ids');
  await knex.schema.dropTable('checklists');
  await knex.schema.dropTable('enrolments');
  await knex.schema.dropTable('feedback_responses');
  await knex.schema.dropTable('holidays');
  await knex.schema.dropTable('locations');
  await knex.schema.dropTable('locations_brand_ids');
  await knex.schema.dropTable('public_links');
  await knex.schema.dropTable('qualifications');
  await knex.schema.dropTable('regions');
  await knex.schema.dropTable('resource_bookings');
  await knex.schema.dropTable('suppliers');
  await knex.schema.dropTable('suppliers_brand_ids');
  await knex.schema.dropTable('trainer_assignments');
  await knex.schema.dropTable('trainer_availabilities');
  await knex.schema.dropTable('trainer_qualifications');
  await knex.schema.dropTable('trainer_regions');
  await knex.schema.dropTable('trainers');
  await knex.schema.dropTable('trainers_brand_ids');
  await knex.schema.dropTable('training_prices');
  await knex.schema.dropTable('training_sessions');
  await knex.schema.dropTable('training_template_days');
  await knex.schema.dropTable('training_templates');
  await knex.schema.dropTable('training_templates_brand_ids');
  await knex.schema.dropTable('training_templates_checklist_template_ids');
  await knex.schema.dropTable('training_templates_qualification_ids');
  await knex.schema.dropTable('trainings');
  await knex.schema.dropTable('trainings_tag_ids');
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
  await knex.raw(`ALTER TABLE "document_templates" DROP COLUMN "used_for"`);
  await knex.raw(`ALTER TABLE "email_templates" DROP COLUMN "used_for"`);
  await knex.raw(`ALTER TABLE "documents" ADD CONSTRAINT "documents_subject_check" CHECK ((((subject_resource IS NULL) = (subject_id IS NULL)) AND (subject_resource = ANY (ARRAY['customers'::text, 'contacts'::text, 'tasks'::text, 'employees'::text, 'companies'::text, 'brands'::text]))))`);
  await knex.raw(`ALTER TABLE "email_messages" ADD CONSTRAINT "email_messages_about_check" CHECK ((((about_resource IS NULL) = (about_id IS NULL)) AND (about_resource = ANY (ARRAY['customers'::text, 'contacts'::text, 'tasks'::text, 'employees'::text]))))`);
  await knex.raw(`ALTER TABLE "notes" ADD CONSTRAINT "notes_subject_check" CHECK ((((subject_resource IS NULL) = (subject_id IS NULL)) AND (subject_resource = ANY (ARRAY['customers'::text, 'contacts'::text, 'tasks'::text]))))`);
  await knex.raw(`ALTER TABLE "tasks" ADD CONSTRAINT "tasks_subject_check" CHECK ((((subject_resource IS NULL) = (subject_id IS NULL)) AND (subject_resource = ANY (ARRAY['customers'::text, 'contacts'::text, 'automation_rules'::text]))))`);
  await knex.raw(`CREATE TRIGGER rollup_customers_contacts_count AFTER INSERT OR DELETE OR UPDATE OF customer_id, deleted_at ON public.contacts FOR EACH ROW EXECUTE FUNCTION rollup_customers_contacts_count()`);
  await knex.raw(`CREATE TRIGGER rollup_customers_open_tasks AFTER INSERT OR DELETE OR UPDATE OF subject_id, subject_resource, deleted_at, status ON public.tasks FOR EACH ROW EXECUTE FUNCTION rollup_customers_open_tasks()`);
  await knex.raw(`DROP FUNCTION "copied_attendance_records_session_id"`);
  await knex.raw(`DROP FUNCTION "copied_certificates_enrolment_id"`);
  await knex.raw(`DROP FUNCTION "copied_checklist_items_checklist_id"`);
  await knex.raw(`DROP FUNCTION "copied_enrolments_contact_id"`);
  await knex.raw(`DROP FUNCTION "copied_enrolments_training_id"`);
  await knex.raw(`DROP FUNCTION "copied_feedback_responses_enrolment_id"`);
  await knex.raw(`DROP FUNCTION "copied_trainer_assignments_session_id"`);
  await knex.raw(`DROP FUNCTION "copied_training_sessions_training_id"`);
  await knex.raw(`DROP FUNCTION "copied_trainings_customer_id"`);
  await knex.raw(`DROP FUNCTION "copy_attendance_records_session_id"`);
  await knex.raw(`DROP FUNCTION "copy_certificates_enrolment_id"`);
  await knex.raw(`DROP FUNCTION "copy_checklist_items_checklist_id"`);
  await knex.raw(`DROP FUNCTION "copy_enrolments_contact_id"`);
  await knex.raw(`DROP FUNCTION "copy_enrolments_training_id"`);
  await knex.raw(`DROP FUNCTION "copy_feedback_responses_enrolment_id"`);
  await knex.raw(`DROP FUNCTION "copy_trainer_assignments_session_id"`);
  await knex.raw(`DROP FUNCTION "copy_training_sessions_training_id"`);
  await knex.raw(`DROP FUNCTION "copy_trainings_customer_id"`);
  await knex.raw(`DROP FUNCTION "kontor_tree"`);
  await knex.raw(`DROP FUNCTION "rollup_checklist_templates_items_count"`);
  await knex.raw(`DROP FUNCTION "rollup_checklist_templates_items_count_added"`);
  await knex.raw(`DROP FUNCTION "rollup_checklists_items_count"`);
  await knex.raw(`DROP FUNCTION "rollup_checklists_items_count_added"`);
  await knex.raw(`DROP FUNCTION "rollup_checklists_next_due_on"`);
  await knex.raw(`DROP FUNCTION "rollup_checklists_next_due_on_added"`);
  await knex.raw(`DROP FUNCTION "rollup_checklists_open_count"`);
  await knex.raw(`DROP FUNCTION "rollup_checklists_open_count_added"`);
  await knex.raw(`DROP FUNCTION "rollup_customers_contacts_count_added"`);
  await knex.raw(`DROP FUNCTION "rollup_customers_open_tasks_added"`);
  await knex.raw(`DROP FUNCTION "rollup_enrolments_attended_units"`);
  await knex.raw(`DROP FUNCTION "rollup_enrolments_attended_units_added"`);
  await knex.raw(`DROP FUNCTION "rollup_trainers_ratings_count"`);
  await knex.raw(`DROP FUNCTION "rollup_trainers_ratings_count_added"`);
  await knex.raw(`DROP FUNCTION "rollup_trainers_ratings_sum"`);
  await knex.raw(`DROP FUNCTION "rollup_trainers_ratings_sum_added"`);
  await knex.raw(`DROP FUNCTION "rollup_training_sessions_confirmed_trainers"`);
  await knex.raw(`DROP FUNCTION "rollup_training_sessions_confirmed_trainers_added"`);
  await knex.raw(`DROP FUNCTION "rollup_training_sessions_recorded_count"`);
  await knex.raw(`DROP FUNCTION "rollup_training_sessions_recorded_count_added"`);
  await knex.raw(`DROP FUNCTION "rollup_training_templates_content_sum"`);
  await knex.raw(`DROP FUNCTION "rollup_training_templates_content_sum_added"`);
  await knex.raw(`DROP FUNCTION "rollup_training_templates_days_count"`);
  await knex.raw(`DROP FUNCTION "rollup_training_templates_days_count_added"`);
  await knex.raw(`DROP FUNCTION "rollup_training_templates_feedback_count"`);
  await knex.raw(`DROP FUNCTION "rollup_training_templates_feedback_count_added"`);
  await knex.raw(`DROP FUNCTION "rollup_training_templates_organisation_sum"`);
  await knex.raw(`DROP FUNCTION "rollup_training_templates_organisation_sum_added"`);
  await knex.raw(`DROP FUNCTION "rollup_training_templates_recommend_sum"`);
  await knex.raw(`DROP FUNCTION "rollup_training_templates_recommend_sum_added"`);
  await knex.raw(`DROP FUNCTION "rollup_training_templates_trainer_sum"`);
  await knex.raw(`DROP FUNCTION "rollup_training_templates_trainer_sum_added"`);
  await knex.raw(`DROP FUNCTION "rollup_training_templates_units"`);
  await knex.raw(`DROP FUNCTION "rollup_training_templates_units_added"`);
  await knex.raw(`DROP FUNCTION "rollup_trainings_content_sum"`);
  await knex.raw(`DROP FUNCTION "rollup_trainings_content_sum_added"`);
  await knex.raw(`DROP FUNCTION "rollup_trainings_enrolment_revenue"`);
  await knex.raw(`DROP FUNCTION "rollup_trainings_enrolment_revenue_added"`);
  await knex.raw(`DROP FUNCTION "rollup_trainings_feedback_count"`);
  await knex.raw(`DROP FUNCTION "rollup_trainings_feedback_count_added"`);
  await knex.raw(`DROP FUNCTION "rollup_trainings_first_session_at"`);
  await knex.raw(`DROP FUNCTION "rollup_trainings_first_session_at_added"`);
  await knex.raw(`DROP FUNCTION "rollup_trainings_last_session_at"`);
  await knex.raw(`DROP FUNCTION "rollup_trainings_last_session_at_added"`);
  await knex.raw(`DROP FUNCTION "rollup_trainings_open_blocking"`);
  await knex.raw(`DROP FUNCTION "rollup_trainings_open_blocking_added"`);
  await knex.raw(`DROP FUNCTION "rollup_trainings_open_items"`);
  await knex.raw(`DROP FUNCTION "rollup_trainings_open_items_added"`);
  await knex.raw(`DROP FUNCTION "rollup_trainings_organisation_sum"`);
  await knex.raw(`DROP FUNCTION "rollup_trainings_organisation_sum_added"`);
  await knex.raw(`DROP FUNCTION "rollup_trainings_recommend_sum"`);
  await knex.raw(`DROP FUNCTION "rollup_trainings_recommend_sum_added"`);
  await knex.raw(`DROP FUNCTION "rollup_trainings_seats_taken"`);
  await knex.raw(`DROP FUNCTION "rollup_trainings_seats_taken_added"`);
  await knex.raw(`DROP FUNCTION "rollup_trainings_sessions_count"`);
  await knex.raw(`DROP FUNCTION "rollup_trainings_sessions_count_added"`);
  await knex.raw(`DROP FUNCTION "rollup_trainings_trainer_cost"`);
  await knex.raw(`DROP FUNCTION "rollup_trainings_trainer_cost_added"`);
  await knex.raw(`DROP FUNCTION "rollup_trainings_trainer_sum"`);
  await knex.raw(`DROP FUNCTION "rollup_trainings_trainer_sum_added"`);
  await knex.raw(`DROP FUNCTION "rollup_trainings_waiting_count"`);
  await knex.raw(`DROP FUNCTION "rollup_trainings_waiting_count_added"`);
}
