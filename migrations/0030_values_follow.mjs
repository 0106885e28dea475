/** Figures hear of every change of what they are made of, one pair of triggers for all over the same records; means count who answered; who was there is enrolled in the same training. */
export async function up(knex) {
  await knex.raw(`DROP TRIGGER "rollup_enrolments_attended_units" ON "attendance_records"`);
  await knex.raw(`DROP TRIGGER "rollup_enrolments_attended_units_added" ON "attendance_records"`);
  await knex.raw(`DROP TRIGGER "rollup_training_sessions_recorded_count" ON "attendance_records"`);
  await knex.raw(`DROP TRIGGER "rollup_training_sessions_recorded_count_added" ON "attendance_records"`);
  await knex.raw(`DROP TRIGGER "rollup_checklists_items_count" ON "checklist_items"`);
  await knex.raw(`DROP TRIGGER "rollup_checklists_items_count_added" ON "checklist_items"`);
  await knex.raw(`DROP TRIGGER "rollup_checklists_next_due_on" ON "checklist_items"`);
  await knex.raw(`DROP TRIGGER "rollup_checklists_next_due_on_added" ON "checklist_items"`);
  await knex.raw(`DROP TRIGGER "rollup_checklists_open_count" ON "checklist_items"`);
  await knex.raw(`DROP TRIGGER "rollup_checklists_open_count_added" ON "checklist_items"`);
  await knex.raw(`DROP TRIGGER "rollup_trainings_open_blocking" ON "checklist_items"`);
  await knex.raw(`DROP TRIGGER "rollup_trainings_open_blocking_added" ON "checklist_items"`);
  await knex.raw(`DROP TRIGGER "rollup_trainings_open_items" ON "checklist_items"`);
  await knex.raw(`DROP TRIGGER "rollup_trainings_open_items_added" ON "checklist_items"`);
  await knex.raw(`DROP TRIGGER "rollup_checklist_templates_items_count" ON "checklist_template_items"`);
  await knex.raw(`DROP TRIGGER "rollup_checklist_templates_items_count_added" ON "checklist_template_items"`);
  await knex.raw(`DROP TRIGGER "rollup_customers_contacts_count" ON "contacts"`);
  await knex.raw(`DROP TRIGGER "rollup_customers_contacts_count_added" ON "contacts"`);
  await knex.raw(`DROP TRIGGER "rollup_trainings_enrolment_revenue" ON "enrolments"`);
  await knex.raw(`DROP TRIGGER "rollup_trainings_enrolment_revenue_added" ON "enrolments"`);
  await knex.raw(`DROP TRIGGER "rollup_trainings_seats_taken" ON "enrolments"`);
  await knex.raw(`DROP TRIGGER "rollup_trainings_seats_taken_added" ON "enrolments"`);
  await knex.raw(`DROP TRIGGER "rollup_trainings_waiting_count" ON "enrolments"`);
  await knex.raw(`DROP TRIGGER "rollup_trainings_waiting_count_added" ON "enrolments"`);
  await knex.raw(`DROP TRIGGER "rollup_enrolments_feedback_asked" ON "feedback_responses"`);
  await knex.raw(`DROP TRIGGER "rollup_enrolments_feedback_asked_added" ON "feedback_responses"`);
  await knex.raw(`DROP TRIGGER "rollup_trainers_ratings_count" ON "feedback_responses"`);
  await knex.raw(`DROP TRIGGER "rollup_trainers_ratings_count_added" ON "feedback_responses"`);
  await knex.raw(`DROP TRIGGER "rollup_trainers_ratings_sum" ON "feedback_responses"`);
  await knex.raw(`DROP TRIGGER "rollup_trainers_ratings_sum_added" ON "feedback_responses"`);
  await knex.raw(`DROP TRIGGER "rollup_training_templates_content_sum" ON "feedback_responses"`);
  await knex.raw(`DROP TRIGGER "rollup_training_templates_content_sum_added" ON "feedback_responses"`);
  await knex.raw(`DROP TRIGGER "rollup_training_templates_feedback_count" ON "feedback_responses"`);
  await knex.raw(`DROP TRIGGER "rollup_training_templates_feedback_count_added" ON "feedback_responses"`);
  await knex.raw(`DROP TRIGGER "rollup_training_templates_organisation_sum" ON "feedback_responses"`);
  await knex.raw(`DROP TRIGGER "rollup_training_templates_organisation_sum_added" ON "feedback_responses"`);
  await knex.raw(`DROP TRIGGER "rollup_training_templates_recommend_sum" ON "feedback_responses"`);
  await knex.raw(`DROP TRIGGER "rollup_training_templates_recommend_sum_added" ON "feedback_responses"`);
  await knex.raw(`DROP TRIGGER "rollup_training_templates_trainer_sum" ON "feedback_responses"`);
  await knex.raw(`DROP TRIGGER "rollup_training_templates_trainer_sum_added" ON "feedback_responses"`);
  await knex.raw(`DROP TRIGGER "rollup_trainings_content_sum" ON "feedback_responses"`);
  await knex.raw(`DROP TRIGGER "rollup_trainings_content_sum_added" ON "feedback_responses"`);
  await knex.raw(`DROP TRIGGER "rollup_trainings_feedback_count" ON "feedback_responses"`);
  await knex.raw(`DROP TRIGGER "rollup_trainings_feedback_count_added" ON "feedback_responses"`);
  await knex.raw(`DROP TRIGGER "rollup_trainings_organisation_sum" ON "feedback_responses"`);
  await knex.raw(`DROP TRIGGER "rollup_trainings_organisation_sum_added" ON "feedback_responses"`);
  await knex.raw(`DROP TRIGGER "rollup_trainings_recommend_sum" ON "feedback_responses"`);
  await knex.raw(`DROP TRIGGER "rollup_trainings_recommend_sum_added" ON "feedback_responses"`);
  await knex.raw(`DROP TRIGGER "rollup_trainings_trainer_sum" ON "feedback_responses"`);
  await knex.raw(`DROP TRIGGER "rollup_trainings_trainer_sum_added" ON "feedback_responses"`);
  await knex.raw(`DROP TRIGGER "resource_bookings_alone_turn" ON "resource_bookings"`);
  await knex.raw(`DROP TRIGGER "rollup_customers_open_tasks" ON "tasks"`);
  await knex.raw(`DROP TRIGGER "rollup_customers_open_tasks_added" ON "tasks"`);
  await knex.raw(`DROP TRIGGER "rollup_training_sessions_confirmed_trainers" ON "trainer_assignments"`);
  await knex.raw(`DROP TRIGGER "rollup_training_sessions_confirmed_trainers_added" ON "trainer_assignments"`);
  await knex.raw(`DROP TRIGGER "rollup_trainings_trainer_cost" ON "trainer_assignments"`);
  await knex.raw(`DROP TRIGGER "rollup_trainings_trainer_cost_added" ON "trainer_assignments"`);
  await knex.raw(`DROP TRIGGER "trainer_assignments_trainer_turn" ON "trainer_assignments"`);
  await knex.raw(`DROP TRIGGER "rollup_trainings_first_session_at" ON "training_sessions"`);
  await knex.raw(`DROP TRIGGER "rollup_trainings_first_session_at_added" ON "training_sessions"`);
  await knex.raw(`DROP TRIGGER "rollup_trainings_last_session_at" ON "training_sessions"`);
  await knex.raw(`DROP TRIGGER "rollup_trainings_last_session_at_added" ON "training_sessions"`);
  await knex.raw(`DROP TRIGGER "rollup_trainings_sessions_count" ON "training_sessions"`);
  await knex.raw(`DROP TRIGGER "rollup_trainings_sessions_count_added" ON "training_sessions"`);
  await knex.raw(`DROP TRIGGER "rollup_training_templates_days_count" ON "training_template_days"`);
  await knex.raw(`DROP TRIGGER "rollup_training_templates_days_count_added" ON "training_template_days"`);
  await knex.raw(`DROP TRIGGER "rollup_training_templates_units" ON "training_template_days"`);
  await knex.raw(`DROP TRIGGER "rollup_training_templates_units_added" ON "training_template_days"`);
  await knex.raw(`DROP INDEX "api_key_usages_key_id_index"`);
  await knex.raw(`DROP INDEX "attendance_records_session_id_index"`);
  await knex.raw(`DROP INDEX "automation_runs_rule_id_index"`);
  await knex.raw(`DROP INDEX "document_versions_document_id_index"`);
  await knex.raw(`DROP INDEX "enrolments_contact_id_index"`);
  await knex.raw(`DROP INDEX "holidays_on_index"`);
  await knex.raw(`DROP INDEX "number_allocations_sequence_id_index"`);
  await knex.raw(`DROP INDEX "recovery_codes_user_id_index"`);
  await knex.raw(`DROP INDEX "trainer_assignments_session_id_index"`);
  await knex.raw(`DROP INDEX "trainer_qualifications_trainer_id_index"`);
  await knex.raw(`DROP INDEX "trainer_regions_trainer_id_index"`);
  await knex.raw(`DROP INDEX "user_identities_provider_index"`);
  await knex.raw(`DROP INDEX "user_roles_user_id_index"`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_checklist_templates_checklist_template_items_te_50e23fb7()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parents uuid[] := ARRAY(SELECT DISTINCT a."template_id" FROM added a WHERE a."template_id" IS NOT NULL AND true ORDER BY 1);
BEGIN
  IF parents = '{}' THEN RETURN NULL; END IF;
  PERFORM 1 FROM "checklist_templates" WHERE id = ANY(parents) ORDER BY id FOR NO KEY UPDATE;
  UPDATE "checklist_templates" SET "items_count" = now."items_count" FROM (SELECT p.id AS parent, v.* FROM unnest(parents) AS p(id), LATERAL (SELECT count(*) AS "items_count" FROM "checklist_template_items" WHERE "template_id" = p.id) v) now WHERE "checklist_templates".id = now.parent AND "checklist_templates".id = ANY(parents) AND ("checklist_templates"."items_count" IS DISTINCT FROM now."items_count");
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_checklist_templates_checklist_template_items_template_id()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parent uuid;
BEGIN
  FOR parent IN SELECT DISTINCT p FROM unnest(ARRAY[
    CASE WHEN true THEN OLD."template_id" END,
    CASE WHEN TG_OP <> 'DELETE' AND true THEN NEW."template_id" END]) AS p WHERE p IS NOT NULL ORDER BY p LOOP
    PERFORM 1 FROM "checklist_templates" WHERE id = parent FOR NO KEY UPDATE;
    UPDATE "checklist_templates" SET "items_count" = now."items_count" FROM (SELECT count(*) AS "items_count" FROM "checklist_template_items" WHERE "template_id" = parent) now WHERE id = parent AND ("checklist_templates"."items_count" IS DISTINCT FROM now."items_count");
  END LOOP;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_checklists_checklist_items_checklist_id()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parent uuid;
BEGIN
  FOR parent IN SELECT DISTINCT p FROM unnest(ARRAY[
    CASE WHEN true THEN OLD."checklist_id" END,
    CASE WHEN TG_OP <> 'DELETE' AND true THEN NEW."checklist_id" END]) AS p WHERE p IS NOT NULL ORDER BY p LOOP
    PERFORM 1 FROM "checklists" WHERE id = parent FOR NO KEY UPDATE;
    UPDATE "checklists" SET "items_count" = now."items_count", "open_count" = now."open_count", "next_due_on" = now."next_due_on" FROM (SELECT count(*) AS "items_count", count(*) FILTER (WHERE "checklist_items"."done" = false::boolean) AS "open_count", min("due_on") FILTER (WHERE "checklist_items"."done" = false::boolean) AS "next_due_on" FROM "checklist_items" WHERE "checklist_id" = parent) now WHERE id = parent AND ("checklists"."items_count" IS DISTINCT FROM now."items_count" OR "checklists"."open_count" IS DISTINCT FROM now."open_count" OR "checklists"."next_due_on" IS DISTINCT FROM now."next_due_on");
  END LOOP;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_checklists_checklist_items_checklist_id_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parents uuid[] := ARRAY(SELECT DISTINCT a."checklist_id" FROM added a WHERE a."checklist_id" IS NOT NULL AND true ORDER BY 1);
BEGIN
  IF parents = '{}' THEN RETURN NULL; END IF;
  PERFORM 1 FROM "checklists" WHERE id = ANY(parents) ORDER BY id FOR NO KEY UPDATE;
  UPDATE "checklists" SET "items_count" = now."items_count", "open_count" = now."open_count", "next_due_on" = now."next_due_on" FROM (SELECT p.id AS parent, v.* FROM unnest(parents) AS p(id), LATERAL (SELECT count(*) AS "items_count", count(*) FILTER (WHERE "checklist_items"."done" = false::boolean) AS "open_count", min("due_on") FILTER (WHERE "checklist_items"."done" = false::boolean) AS "next_due_on" FROM "checklist_items" WHERE "checklist_id" = p.id) v) now WHERE "checklists".id = now.parent AND "checklists".id = ANY(parents) AND ("checklists"."items_count" IS DISTINCT FROM now."items_count" OR "checklists"."open_count" IS DISTINCT FROM now."open_count" OR "checklists"."next_due_on" IS DISTINCT FROM now."next_due_on");
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_customers_contacts_customer_id()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parent uuid;
BEGIN
  FOR parent IN SELECT DISTINCT p FROM unnest(ARRAY[
    CASE WHEN true THEN OLD."customer_id" END,
    CASE WHEN TG_OP <> 'DELETE' AND true THEN NEW."customer_id" END]) AS p WHERE p IS NOT NULL ORDER BY p LOOP
    PERFORM 1 FROM "customers" WHERE id = parent FOR NO KEY UPDATE;
    UPDATE "customers" SET "contacts_count" = now."contacts_count" FROM (SELECT count(*) AS "contacts_count" FROM "contacts" WHERE "customer_id" = parent AND deleted_at IS NULL) now WHERE id = parent AND ("customers"."contacts_count" IS DISTINCT FROM now."contacts_count");
  END LOOP;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_customers_contacts_customer_id_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parents uuid[] := ARRAY(SELECT DISTINCT a."customer_id" FROM added a WHERE a."customer_id" IS NOT NULL AND true ORDER BY 1);
BEGIN
  IF parents = '{}' THEN RETURN NULL; END IF;
  PERFORM 1 FROM "customers" WHERE id = ANY(parents) ORDER BY id FOR NO KEY UPDATE;
  UPDATE "customers" SET "contacts_count" = now."contacts_count" FROM (SELECT p.id AS parent, v.* FROM unnest(parents) AS p(id), LATERAL (SELECT count(*) AS "contacts_count" FROM "contacts" WHERE "customer_id" = p.id AND deleted_at IS NULL) v) now WHERE "customers".id = now.parent AND "customers".id = ANY(parents) AND ("customers"."contacts_count" IS DISTINCT FROM now."contacts_count");
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_customers_tasks_subject()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parent uuid;
BEGIN
  FOR parent IN SELECT DISTINCT p FROM unnest(ARRAY[
    CASE WHEN OLD."subject_resource" = 'customers' THEN OLD."subject_id" END,
    CASE WHEN TG_OP <> 'DELETE' AND NEW."subject_resource" = 'customers' THEN NEW."subject_id" END]) AS p WHERE p IS NOT NULL ORDER BY p LOOP
    PERFORM 1 FROM "customers" WHERE id = parent FOR NO KEY UPDATE;
    UPDATE "customers" SET "open_tasks" = now."open_tasks" FROM (SELECT count(*) FILTER (WHERE "tasks"."status" = ANY(ARRAY['open', 'in_progress', 'waiting']::text[])) AS "open_tasks" FROM "tasks" WHERE "subject_id" = parent AND deleted_at IS NULL AND "subject_resource" = 'customers') now WHERE id = parent AND ("customers"."open_tasks" IS DISTINCT FROM now."open_tasks");
  END LOOP;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_customers_tasks_subject_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parents uuid[] := ARRAY(SELECT DISTINCT a."subject_id" FROM added a WHERE a."subject_id" IS NOT NULL AND a."subject_resource" = 'customers' ORDER BY 1);
BEGIN
  IF parents = '{}' THEN RETURN NULL; END IF;
  PERFORM 1 FROM "customers" WHERE id = ANY(parents) ORDER BY id FOR NO KEY UPDATE;
  UPDATE "customers" SET "open_tasks" = now."open_tasks" FROM (SELECT p.id AS parent, v.* FROM unnest(parents) AS p(id), LATERAL (SELECT count(*) FILTER (WHERE "tasks"."status" = ANY(ARRAY['open', 'in_progress', 'waiting']::text[])) AS "open_tasks" FROM "tasks" WHERE "subject_id" = p.id AND deleted_at IS NULL AND "subject_resource" = 'customers') v) now WHERE "customers".id = now.parent AND "customers".id = ANY(parents) AND ("customers"."open_tasks" IS DISTINCT FROM now."open_tasks");
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_enrolments_attendance_records_enrolment_id()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parent uuid;
BEGIN
  FOR parent IN SELECT DISTINCT p FROM unnest(ARRAY[
    CASE WHEN true THEN OLD."enrolment_id" END,
    CASE WHEN TG_OP <> 'DELETE' AND true THEN NEW."enrolment_id" END]) AS p WHERE p IS NOT NULL ORDER BY p LOOP
    PERFORM 1 FROM "enrolments" WHERE id = parent FOR NO KEY UPDATE;
    UPDATE "enrolments" SET "attended_units" = now."attended_units" FROM (SELECT coalesce(sum("units") FILTER (WHERE "attendance_records"."status" = ANY(ARRAY['present', 'late']::text[])), 0) AS "attended_units" FROM "attendance_records" WHERE "enrolment_id" = parent) now WHERE id = parent AND ("enrolments"."attended_units" IS DISTINCT FROM now."attended_units");
  END LOOP;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_enrolments_attendance_records_enrolment_id_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parents uuid[] := ARRAY(SELECT DISTINCT a."enrolment_id" FROM added a WHERE a."enrolment_id" IS NOT NULL AND true ORDER BY 1);
BEGIN
  IF parents = '{}' THEN RETURN NULL; END IF;
  PERFORM 1 FROM "enrolments" WHERE id = ANY(parents) ORDER BY id FOR NO KEY UPDATE;
  UPDATE "enrolments" SET "attended_units" = now."attended_units" FROM (SELECT p.id AS parent, v.* FROM unnest(parents) AS p(id), LATERAL (SELECT coalesce(sum("units") FILTER (WHERE "attendance_records"."status" = ANY(ARRAY['present', 'late']::text[])), 0) AS "attended_units" FROM "attendance_records" WHERE "enrolment_id" = p.id) v) now WHERE "enrolments".id = now.parent AND "enrolments".id = ANY(parents) AND ("enrolments"."attended_units" IS DISTINCT FROM now."attended_units");
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_enrolments_feedback_responses_enrolment_id()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parent uuid;
BEGIN
  FOR parent IN SELECT DISTINCT p FROM unnest(ARRAY[
    CASE WHEN true THEN OLD."enrolment_id" END,
    CASE WHEN TG_OP <> 'DELETE' AND true THEN NEW."enrolment_id" END]) AS p WHERE p IS NOT NULL ORDER BY p LOOP
    PERFORM 1 FROM "enrolments" WHERE id = parent FOR NO KEY UPDATE;
    UPDATE "enrolments" SET "feedback_asked" = now."feedback_asked" FROM (SELECT count(*) AS "feedback_asked" FROM "feedback_responses" WHERE "enrolment_id" = parent) now WHERE id = parent AND ("enrolments"."feedback_asked" IS DISTINCT FROM now."feedback_asked");
  END LOOP;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_enrolments_feedback_responses_enrolment_id_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parents uuid[] := ARRAY(SELECT DISTINCT a."enrolment_id" FROM added a WHERE a."enrolment_id" IS NOT NULL AND true ORDER BY 1);
BEGIN
  IF parents = '{}' THEN RETURN NULL; END IF;
  PERFORM 1 FROM "enrolments" WHERE id = ANY(parents) ORDER BY id FOR NO KEY UPDATE;
  UPDATE "enrolments" SET "feedback_asked" = now."feedback_asked" FROM (SELECT p.id AS parent, v.* FROM unnest(parents) AS p(id), LATERAL (SELECT count(*) AS "feedback_asked" FROM "feedback_responses" WHERE "enrolment_id" = p.id) v) now WHERE "enrolments".id = now.parent AND "enrolments".id = ANY(parents) AND ("enrolments"."feedback_asked" IS DISTINCT FROM now."feedback_asked");
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_trainers_feedback_responses_trainer_id()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parent uuid;
BEGIN
  FOR parent IN SELECT DISTINCT p FROM unnest(ARRAY[
    CASE WHEN true THEN OLD."trainer_id" END,
    CASE WHEN TG_OP <> 'DELETE' AND true THEN NEW."trainer_id" END]) AS p WHERE p IS NOT NULL ORDER BY p LOOP
    PERFORM 1 FROM "trainers" WHERE id = parent FOR NO KEY UPDATE;
    UPDATE "trainers" SET "ratings_count" = now."ratings_count", "rating" = now."rating" FROM (SELECT count("trainer_rating") FILTER (WHERE "feedback_responses"."state" = 'given'::text) AS "ratings_count", round(avg("trainer_rating") FILTER (WHERE "feedback_responses"."state" = 'given'::text), 2) AS "rating" FROM "feedback_responses" WHERE "trainer_id" = parent) now WHERE id = parent AND ("trainers"."ratings_count" IS DISTINCT FROM now."ratings_count" OR "trainers"."rating" IS DISTINCT FROM now."rating");
  END LOOP;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_trainers_feedback_responses_trainer_id_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parents uuid[] := ARRAY(SELECT DISTINCT a."trainer_id" FROM added a WHERE a."trainer_id" IS NOT NULL AND true ORDER BY 1);
BEGIN
  IF parents = '{}' THEN RETURN NULL; END IF;
  PERFORM 1 FROM "trainers" WHERE id = ANY(parents) ORDER BY id FOR NO KEY UPDATE;
  UPDATE "trainers" SET "ratings_count" = now."ratings_count", "rating" = now."rating" FROM (SELECT p.id AS parent, v.* FROM unnest(parents) AS p(id), LATERAL (SELECT count("trainer_rating") FILTER (WHERE "feedback_responses"."state" = 'given'::text) AS "ratings_count", round(avg("trainer_rating") FILTER (WHERE "feedback_responses"."state" = 'given'::text), 2) AS "rating" FROM "feedback_responses" WHERE "trainer_id" = p.id) v) now WHERE "trainers".id = now.parent AND "trainers".id = ANY(parents) AND ("trainers"."ratings_count" IS DISTINCT FROM now."ratings_count" OR "trainers"."rating" IS DISTINCT FROM now."rating");
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_training_sessions_attendance_records_session_id()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parent uuid;
BEGIN
  FOR parent IN SELECT DISTINCT p FROM unnest(ARRAY[
    CASE WHEN true THEN OLD."session_id" END,
    CASE WHEN TG_OP <> 'DELETE' AND true THEN NEW."session_id" END]) AS p WHERE p IS NOT NULL ORDER BY p LOOP
    PERFORM 1 FROM "training_sessions" WHERE id = parent FOR NO KEY UPDATE;
    UPDATE "training_sessions" SET "recorded_count" = now."recorded_count" FROM (SELECT count(*) AS "recorded_count" FROM "attendance_records" WHERE "session_id" = parent) now WHERE id = parent AND ("training_sessions"."recorded_count" IS DISTINCT FROM now."recorded_count");
  END LOOP;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_training_sessions_attendance_records_session_id_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parents uuid[] := ARRAY(SELECT DISTINCT a."session_id" FROM added a WHERE a."session_id" IS NOT NULL AND true ORDER BY 1);
BEGIN
  IF parents = '{}' THEN RETURN NULL; END IF;
  PERFORM 1 FROM "training_sessions" WHERE id = ANY(parents) ORDER BY id FOR NO KEY UPDATE;
  UPDATE "training_sessions" SET "recorded_count" = now."recorded_count" FROM (SELECT p.id AS parent, v.* FROM unnest(parents) AS p(id), LATERAL (SELECT count(*) AS "recorded_count" FROM "attendance_records" WHERE "session_id" = p.id) v) now WHERE "training_sessions".id = now.parent AND "training_sessions".id = ANY(parents) AND ("training_sessions"."recorded_count" IS DISTINCT FROM now."recorded_count");
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_training_sessions_trainer_assignments_session_id()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parent uuid;
BEGIN
  FOR parent IN SELECT DISTINCT p FROM unnest(ARRAY[
    CASE WHEN true THEN OLD."session_id" END,
    CASE WHEN TG_OP <> 'DELETE' AND true THEN NEW."session_id" END]) AS p WHERE p IS NOT NULL ORDER BY p LOOP
    PERFORM 1 FROM "training_sessions" WHERE id = parent FOR NO KEY UPDATE;
    UPDATE "training_sessions" SET "confirmed_trainers" = now."confirmed_trainers" FROM (SELECT count(*) FILTER (WHERE "trainer_assignments"."status" = 'confirmed'::text) AS "confirmed_trainers" FROM "trainer_assignments" WHERE "session_id" = parent) now WHERE id = parent AND ("training_sessions"."confirmed_trainers" IS DISTINCT FROM now."confirmed_trainers");
  END LOOP;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_training_sessions_trainer_assignments_session_id_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parents uuid[] := ARRAY(SELECT DISTINCT a."session_id" FROM added a WHERE a."session_id" IS NOT NULL AND true ORDER BY 1);
BEGIN
  IF parents = '{}' THEN RETURN NULL; END IF;
  PERFORM 1 FROM "training_sessions" WHERE id = ANY(parents) ORDER BY id FOR NO KEY UPDATE;
  UPDATE "training_sessions" SET "confirmed_trainers" = now."confirmed_trainers" FROM (SELECT p.id AS parent, v.* FROM unnest(parents) AS p(id), LATERAL (SELECT count(*) FILTER (WHERE "trainer_assignments"."status" = 'confirmed'::text) AS "confirmed_trainers" FROM "trainer_assignments" WHERE "session_id" = p.id) v) now WHERE "training_sessions".id = now.parent AND "training_sessions".id = ANY(parents) AND ("training_sessions"."confirmed_trainers" IS DISTINCT FROM now."confirmed_trainers");
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_training_templates_feedback_responses_template_id()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parent uuid;
BEGIN
  FOR parent IN SELECT DISTINCT p FROM unnest(ARRAY[
    CASE WHEN true THEN OLD."template_id" END,
    CASE WHEN TG_OP <> 'DELETE' AND true THEN NEW."template_id" END]) AS p WHERE p IS NOT NULL ORDER BY p LOOP
    PERFORM 1 FROM "training_templates" WHERE id = parent FOR NO KEY UPDATE;
    UPDATE "training_templates" SET "feedback_count" = now."feedback_count", "content_rating" = now."content_rating", "trainer_rating" = now."trainer_rating", "organisation_rating" = now."organisation_rating", "recommend_rating" = now."recommend_rating" FROM (SELECT count(*) FILTER (WHERE "feedback_responses"."state" = 'given'::text) AS "feedback_count", round(avg("content_rating") FILTER (WHERE "feedback_responses"."state" = 'given'::text), 2) AS "content_rating", round(avg("trainer_rating") FILTER (WHERE "feedback_responses"."state" = 'given'::text), 2) AS "trainer_rating", round(avg("organisation_rating") FILTER (WHERE "feedback_responses"."state" = 'given'::text), 2) AS "organisation_rating", round(avg("recommend") FILTER (WHERE "feedback_responses"."state" = 'given'::text), 2) AS "recommend_rating" FROM "feedback_responses" WHERE "template_id" = parent) now WHERE id = parent AND ("training_templates"."feedback_count" IS DISTINCT FROM now."feedback_count" OR "training_templates"."content_rating" IS DISTINCT FROM now."content_rating" OR "training_templates"."trainer_rating" IS DISTINCT FROM now."trainer_rating" OR "training_templates"."organisation_rating" IS DISTINCT FROM now."organisation_rating" OR "training_templates"."recommend_rating" IS DISTINCT FROM now."recommend_rating");
  END LOOP;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_training_templates_feedback_responses_template_id_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parents uuid[] := ARRAY(SELECT DISTINCT a."template_id" FROM added a WHERE a."template_id" IS NOT NULL AND true ORDER BY 1);
BEGIN
  IF parents = '{}' THEN RETURN NULL; END IF;
  PERFORM 1 FROM "training_templates" WHERE id = ANY(parents) ORDER BY id FOR NO KEY UPDATE;
  UPDATE "training_templates" SET "feedback_count" = now."feedback_count", "content_rating" = now."content_rating", "trainer_rating" = now."trainer_rating", "organisation_rating" = now."organisation_rating", "recommend_rating" = now."recommend_rating" FROM (SELECT p.id AS parent, v.* FROM unnest(parents) AS p(id), LATERAL (SELECT count(*) FILTER (WHERE "feedback_responses"."state" = 'given'::text) AS "feedback_count", round(avg("content_rating") FILTER (WHERE "feedback_responses"."state" = 'given'::text), 2) AS "content_rating", round(avg("trainer_rating") FILTER (WHERE "feedback_responses"."state" = 'given'::text), 2) AS "trainer_rating", round(avg("organisation_rating") FILTER (WHERE "feedback_responses"."state" = 'given'::text), 2) AS "organisation_rating", round(avg("recommend") FILTER (WHERE "feedback_responses"."state" = 'given'::text), 2) AS "recommend_rating" FROM "feedback_responses" WHERE "template_id" = p.id) v) now WHERE "training_templates".id = now.parent AND "training_templates".id = ANY(parents) AND ("training_templates"."feedback_count" IS DISTINCT FROM now."feedback_count" OR "training_templates"."content_rating" IS DISTINCT FROM now."content_rating" OR "training_templates"."trainer_rating" IS DISTINCT FROM now."trainer_rating" OR "training_templates"."organisation_rating" IS DISTINCT FROM now."organisation_rating" OR "training_templates"."recommend_rating" IS DISTINCT FROM now."recommend_rating");
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_training_templates_training_template_days_templ_5b213140()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parents uuid[] := ARRAY(SELECT DISTINCT a."template_id" FROM added a WHERE a."template_id" IS NOT NULL AND true ORDER BY 1);
BEGIN
  IF parents = '{}' THEN RETURN NULL; END IF;
  PERFORM 1 FROM "training_templates" WHERE id = ANY(parents) ORDER BY id FOR NO KEY UPDATE;
  UPDATE "training_templates" SET "days_count" = now."days_count", "units" = now."units" FROM (SELECT p.id AS parent, v.* FROM unnest(parents) AS p(id), LATERAL (SELECT count(*) AS "days_count", coalesce(sum("units"), 0) AS "units" FROM "training_template_days" WHERE "template_id" = p.id) v) now WHERE "training_templates".id = now.parent AND "training_templates".id = ANY(parents) AND ("training_templates"."days_count" IS DISTINCT FROM now."days_count" OR "training_templates"."units" IS DISTINCT FROM now."units");
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_training_templates_training_template_days_template_id()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parent uuid;
BEGIN
  FOR parent IN SELECT DISTINCT p FROM unnest(ARRAY[
    CASE WHEN true THEN OLD."template_id" END,
    CASE WHEN TG_OP <> 'DELETE' AND true THEN NEW."template_id" END]) AS p WHERE p IS NOT NULL ORDER BY p LOOP
    PERFORM 1 FROM "training_templates" WHERE id = parent FOR NO KEY UPDATE;
    UPDATE "training_templates" SET "days_count" = now."days_count", "units" = now."units" FROM (SELECT count(*) AS "days_count", coalesce(sum("units"), 0) AS "units" FROM "training_template_days" WHERE "template_id" = parent) now WHERE id = parent AND ("training_templates"."days_count" IS DISTINCT FROM now."days_count" OR "training_templates"."units" IS DISTINCT FROM now."units");
  END LOOP;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_trainings_checklist_items_subject()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parent uuid;
BEGIN
  FOR parent IN SELECT DISTINCT p FROM unnest(ARRAY[
    CASE WHEN OLD."subject_resource" = 'trainings' THEN OLD."subject_id" END,
    CASE WHEN TG_OP <> 'DELETE' AND NEW."subject_resource" = 'trainings' THEN NEW."subject_id" END]) AS p WHERE p IS NOT NULL ORDER BY p LOOP
    PERFORM 1 FROM "trainings" WHERE id = parent FOR NO KEY UPDATE;
    UPDATE "trainings" SET "open_blocking" = now."open_blocking", "open_items" = now."open_items" FROM (SELECT count(*) FILTER (WHERE ("checklist_items"."done" = false::boolean AND "checklist_items"."blocking" = true::boolean)) AS "open_blocking", count(*) FILTER (WHERE "checklist_items"."done" = false::boolean) AS "open_items" FROM "checklist_items" WHERE "subject_id" = parent AND "subject_resource" = 'trainings') now WHERE id = parent AND ("trainings"."open_blocking" IS DISTINCT FROM now."open_blocking" OR "trainings"."open_items" IS DISTINCT FROM now."open_items");
  END LOOP;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_trainings_checklist_items_subject_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parents uuid[] := ARRAY(SELECT DISTINCT a."subject_id" FROM added a WHERE a."subject_id" IS NOT NULL AND a."subject_resource" = 'trainings' ORDER BY 1);
BEGIN
  IF parents = '{}' THEN RETURN NULL; END IF;
  PERFORM 1 FROM "trainings" WHERE id = ANY(parents) ORDER BY id FOR NO KEY UPDATE;
  UPDATE "trainings" SET "open_blocking" = now."open_blocking", "open_items" = now."open_items" FROM (SELECT p.id AS parent, v.* FROM unnest(parents) AS p(id), LATERAL (SELECT count(*) FILTER (WHERE ("checklist_items"."done" = false::boolean AND "checklist_items"."blocking" = true::boolean)) AS "open_blocking", count(*) FILTER (WHERE "checklist_items"."done" = false::boolean) AS "open_items" FROM "checklist_items" WHERE "subject_id" = p.id AND "subject_resource" = 'trainings') v) now WHERE "trainings".id = now.parent AND "trainings".id = ANY(parents) AND ("trainings"."open_blocking" IS DISTINCT FROM now."open_blocking" OR "trainings"."open_items" IS DISTINCT FROM now."open_items");
  RETURN NULL;
END$function$`);
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
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_trainings_feedback_responses_training_id()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parent uuid;
BEGIN
  FOR parent IN SELECT DISTINCT p FROM unnest(ARRAY[
    CASE WHEN true THEN OLD."training_id" END,
    CASE WHEN TG_OP <> 'DELETE' AND true THEN NEW."training_id" END]) AS p WHERE p IS NOT NULL ORDER BY p LOOP
    PERFORM 1 FROM "trainings" WHERE id = parent FOR NO KEY UPDATE;
    UPDATE "trainings" SET "feedback_count" = now."feedback_count", "content_rating" = now."content_rating", "trainer_rating" = now."trainer_rating", "organisation_rating" = now."organisation_rating", "recommend_rating" = now."recommend_rating" FROM (SELECT count(*) FILTER (WHERE "feedback_responses"."state" = 'given'::text) AS "feedback_count", round(avg("content_rating") FILTER (WHERE "feedback_responses"."state" = 'given'::text), 2) AS "content_rating", round(avg("trainer_rating") FILTER (WHERE "feedback_responses"."state" = 'given'::text), 2) AS "trainer_rating", round(avg("organisation_rating") FILTER (WHERE "feedback_responses"."state" = 'given'::text), 2) AS "organisation_rating", round(avg("recommend") FILTER (WHERE "feedback_responses"."state" = 'given'::text), 2) AS "recommend_rating" FROM "feedback_responses" WHERE "training_id" = parent) now WHERE id = parent AND ("trainings"."feedback_count" IS DISTINCT FROM now."feedback_count" OR "trainings"."content_rating" IS DISTINCT FROM now."content_rating" OR "trainings"."trainer_rating" IS DISTINCT FROM now."trainer_rating" OR "trainings"."organisation_rating" IS DISTINCT FROM now."organisation_rating" OR "trainings"."recommend_rating" IS DISTINCT FROM now."recommend_rating");
  END LOOP;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_trainings_feedback_responses_training_id_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parents uuid[] := ARRAY(SELECT DISTINCT a."training_id" FROM added a WHERE a."training_id" IS NOT NULL AND true ORDER BY 1);
BEGIN
  IF parents = '{}' THEN RETURN NULL; END IF;
  PERFORM 1 FROM "trainings" WHERE id = ANY(parents) ORDER BY id FOR NO KEY UPDATE;
  UPDATE "trainings" SET "feedback_count" = now."feedback_count", "content_rating" = now."content_rating", "trainer_rating" = now."trainer_rating", "organisation_rating" = now."organisation_rating", "recommend_rating" = now."recommend_rating" FROM (SELECT p.id AS parent, v.* FROM unnest(parents) AS p(id), LATERAL (SELECT count(*) FILTER (WHERE "feedback_responses"."state" = 'given'::text) AS "feedback_count", round(avg("content_rating") FILTER (WHERE "feedback_responses"."state" = 'given'::text), 2) AS "content_rating", round(avg("trainer_rating") FILTER (WHERE "feedback_responses"."state" = 'given'::text), 2) AS "trainer_rating", round(avg("organisation_rating") FILTER (WHERE "feedback_responses"."state" = 'given'::text), 2) AS "organisation_rating", round(avg("recommend") FILTER (WHERE "feedback_responses"."state" = 'given'::text), 2) AS "recommend_rating" FROM "feedback_responses" WHERE "training_id" = p.id) v) now WHERE "trainings".id = now.parent AND "trainings".id = ANY(parents) AND ("trainings"."feedback_count" IS DISTINCT FROM now."feedback_count" OR "trainings"."content_rating" IS DISTINCT FROM now."content_rating" OR "trainings"."trainer_rating" IS DISTINCT FROM now."trainer_rating" OR "trainings"."organisation_rating" IS DISTINCT FROM now."organisation_rating" OR "trainings"."recommend_rating" IS DISTINCT FROM now."recommend_rating");
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_trainings_trainer_assignments_training_id()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parent uuid;
BEGIN
  FOR parent IN SELECT DISTINCT p FROM unnest(ARRAY[
    CASE WHEN true THEN OLD."training_id" END,
    CASE WHEN TG_OP <> 'DELETE' AND true THEN NEW."training_id" END]) AS p WHERE p IS NOT NULL ORDER BY p LOOP
    PERFORM 1 FROM "trainings" WHERE id = parent FOR NO KEY UPDATE;
    UPDATE "trainings" SET "trainer_cost" = now."trainer_cost" FROM (SELECT coalesce(sum("cost") FILTER (WHERE "trainer_assignments"."status" = 'confirmed'::text), 0) AS "trainer_cost" FROM "trainer_assignments" WHERE "training_id" = parent) now WHERE id = parent AND ("trainings"."trainer_cost" IS DISTINCT FROM now."trainer_cost");
  END LOOP;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_trainings_trainer_assignments_training_id_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parents uuid[] := ARRAY(SELECT DISTINCT a."training_id" FROM added a WHERE a."training_id" IS NOT NULL AND true ORDER BY 1);
BEGIN
  IF parents = '{}' THEN RETURN NULL; END IF;
  PERFORM 1 FROM "trainings" WHERE id = ANY(parents) ORDER BY id FOR NO KEY UPDATE;
  UPDATE "trainings" SET "trainer_cost" = now."trainer_cost" FROM (SELECT p.id AS parent, v.* FROM unnest(parents) AS p(id), LATERAL (SELECT coalesce(sum("cost") FILTER (WHERE "trainer_assignments"."status" = 'confirmed'::text), 0) AS "trainer_cost" FROM "trainer_assignments" WHERE "training_id" = p.id) v) now WHERE "trainings".id = now.parent AND "trainings".id = ANY(parents) AND ("trainings"."trainer_cost" IS DISTINCT FROM now."trainer_cost");
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_trainings_training_sessions_training_id()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parent uuid;
BEGIN
  FOR parent IN SELECT DISTINCT p FROM unnest(ARRAY[
    CASE WHEN true THEN OLD."training_id" END,
    CASE WHEN TG_OP <> 'DELETE' AND true THEN NEW."training_id" END]) AS p WHERE p IS NOT NULL ORDER BY p LOOP
    PERFORM 1 FROM "trainings" WHERE id = parent FOR NO KEY UPDATE;
    UPDATE "trainings" SET "first_session_at" = now."first_session_at", "last_session_at" = now."last_session_at", "sessions_count" = now."sessions_count" FROM (SELECT min("starts_at") AS "first_session_at", max("ends_at") AS "last_session_at", count(*) AS "sessions_count" FROM "training_sessions" WHERE "training_id" = parent) now WHERE id = parent AND ("trainings"."first_session_at" IS DISTINCT FROM now."first_session_at" OR "trainings"."last_session_at" IS DISTINCT FROM now."last_session_at" OR "trainings"."sessions_count" IS DISTINCT FROM now."sessions_count");
  END LOOP;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_trainings_training_sessions_training_id_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parents uuid[] := ARRAY(SELECT DISTINCT a."training_id" FROM added a WHERE a."training_id" IS NOT NULL AND true ORDER BY 1);
BEGIN
  IF parents = '{}' THEN RETURN NULL; END IF;
  PERFORM 1 FROM "trainings" WHERE id = ANY(parents) ORDER BY id FOR NO KEY UPDATE;
  UPDATE "trainings" SET "first_session_at" = now."first_session_at", "last_session_at" = now."last_session_at", "sessions_count" = now."sessions_count" FROM (SELECT p.id AS parent, v.* FROM unnest(parents) AS p(id), LATERAL (SELECT min("starts_at") AS "first_session_at", max("ends_at") AS "last_session_at", count(*) AS "sessions_count" FROM "training_sessions" WHERE "training_id" = p.id) v) now WHERE "trainings".id = now.parent AND "trainings".id = ANY(parents) AND ("trainings"."first_session_at" IS DISTINCT FROM now."first_session_at" OR "trainings"."last_session_at" IS DISTINCT FROM now."last_session_at" OR "trainings"."sessions_count" IS DISTINCT FROM now."sessions_count");
  RETURN NULL;
END$function$`);
  await knex.raw(`ALTER TABLE "trainers" DROP COLUMN "rating"`);
  await knex.raw(`ALTER TABLE "training_templates" DROP COLUMN "content_rating"`);
  await knex.raw(`ALTER TABLE "training_templates" DROP COLUMN "trainer_rating"`);
  await knex.raw(`ALTER TABLE "training_templates" DROP COLUMN "organisation_rating"`);
  await knex.raw(`ALTER TABLE "training_templates" DROP COLUMN "recommend_rating"`);
  await knex.raw(`ALTER TABLE "trainings" DROP COLUMN "content_rating"`);
  await knex.raw(`ALTER TABLE "trainings" DROP COLUMN "trainer_rating"`);
  await knex.raw(`ALTER TABLE "trainings" DROP COLUMN "organisation_rating"`);
  await knex.raw(`ALTER TABLE "trainings" DROP COLUMN "recommend_rating"`);
  await knex.raw(`ALTER TABLE "trainers" DROP COLUMN "ratings_sum"`);
  await knex.raw(`ALTER TABLE "training_templates" DROP COLUMN "content_sum"`);
  await knex.raw(`ALTER TABLE "training_templates" DROP COLUMN "organisation_sum"`);
  await knex.raw(`ALTER TABLE "training_templates" DROP COLUMN "trainer_sum"`);
  await knex.raw(`ALTER TABLE "training_templates" DROP COLUMN "recommend_sum"`);
  await knex.raw(`ALTER TABLE "trainings" DROP COLUMN "content_sum"`);
  await knex.raw(`ALTER TABLE "trainings" DROP COLUMN "organisation_sum"`);
  await knex.raw(`ALTER TABLE "trainings" DROP COLUMN "trainer_sum"`);
  await knex.raw(`ALTER TABLE "trainings" DROP COLUMN "recommend_sum"`);
  await knex.raw(`ALTER TABLE "trainers" ADD COLUMN "rating" numeric(20,2)`);
  await knex.raw(`ALTER TABLE "training_templates" ADD COLUMN "content_rating" numeric(20,2)`);
  await knex.raw(`ALTER TABLE "training_templates" ADD COLUMN "trainer_rating" numeric(20,2)`);
  await knex.raw(`ALTER TABLE "training_templates" ADD COLUMN "organisation_rating" numeric(20,2)`);
  await knex.raw(`ALTER TABLE "training_templates" ADD COLUMN "recommend_rating" numeric(20,2)`);
  await knex.raw(`ALTER TABLE "trainings" ADD COLUMN "content_rating" numeric(20,2)`);
  await knex.raw(`ALTER TABLE "trainings" ADD COLUMN "trainer_rating" numeric(20,2)`);
  await knex.raw(`ALTER TABLE "trainings" ADD COLUMN "organisation_rating" numeric(20,2)`);
  await knex.raw(`ALTER TABLE "trainings" ADD COLUMN "recommend_rating" numeric(20,2)`);
  await knex.raw(`ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_training_id_key" UNIQUE (id, training_id)`);
  // such rows said that somebody was there in a training in which they were not enrolled: they go, and the trail keeps them
  await knex.raw(`WITH gone AS (DELETE FROM "attendance_records" a USING "enrolments" e WHERE e.id = a.enrolment_id AND e.training_id <> a.training_id RETURNING a.*)
INSERT INTO "audit_entries" (id, resource, record_id, record_version, operation, origin, "before")
SELECT gen_random_uuid(), 'attendance_records', gone.id::text, gone.version + 1, 'purge', 'command', jsonb_strip_nulls(to_jsonb(gone)) FROM gone`);
  await knex.raw(`ALTER TABLE "attendance_records" ADD CONSTRAINT "attendance_records_enrolment_id_same" FOREIGN KEY (enrolment_id, training_id) REFERENCES enrolments(id, training_id) ON DELETE CASCADE`);
  await knex.raw(`CREATE TRIGGER rollup_enrolments_attendance_records_enrolment_id AFTER DELETE OR UPDATE OF enrolment_id, status, units, session_id ON public.attendance_records FOR EACH ROW EXECUTE FUNCTION rollup_enrolments_attendance_records_enrolment_id()`);
  await knex.raw(`CREATE TRIGGER rollup_enrolments_attendance_records_enrolment_id_added AFTER INSERT ON public.attendance_records REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_enrolments_attendance_records_enrolment_id_added()`);
  await knex.raw(`CREATE TRIGGER rollup_training_sessions_attendance_records_session_id AFTER DELETE OR UPDATE OF session_id ON public.attendance_records FOR EACH ROW EXECUTE FUNCTION rollup_training_sessions_attendance_records_session_id()`);
  await knex.raw(`CREATE TRIGGER rollup_training_sessions_attendance_records_session_id_added AFTER INSERT ON public.attendance_records REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_training_sessions_attendance_records_session_id_added()`);
  await knex.raw(`CREATE TRIGGER rollup_checklists_checklist_items_checklist_id AFTER DELETE OR UPDATE OF checklist_id, done, due_on ON public.checklist_items FOR EACH ROW EXECUTE FUNCTION rollup_checklists_checklist_items_checklist_id()`);
  await knex.raw(`CREATE TRIGGER rollup_checklists_checklist_items_checklist_id_added AFTER INSERT ON public.checklist_items REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_checklists_checklist_items_checklist_id_added()`);
  await knex.raw(`CREATE TRIGGER rollup_trainings_checklist_items_subject AFTER DELETE OR UPDATE OF subject_id, subject_resource, done, blocking ON public.checklist_items FOR EACH ROW EXECUTE FUNCTION rollup_trainings_checklist_items_subject()`);
  await knex.raw(`CREATE TRIGGER rollup_trainings_checklist_items_subject_added AFTER INSERT ON public.checklist_items REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_trainings_checklist_items_subject_added()`);
  await knex.raw(`CREATE TRIGGER rollup_checklist_templates_checklist_template_items_te_50e23fb7 AFTER INSERT ON public.checklist_template_items REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_checklist_templates_checklist_template_items_te_50e23fb7()`);
  await knex.raw(`CREATE TRIGGER rollup_checklist_templates_checklist_template_items_template_id AFTER DELETE OR UPDATE OF template_id ON public.checklist_template_items FOR EACH ROW EXECUTE FUNCTION rollup_checklist_templates_checklist_template_items_template_id()`);
  await knex.raw(`CREATE TRIGGER rollup_customers_contacts_customer_id AFTER DELETE OR UPDATE OF customer_id, deleted_at ON public.contacts FOR EACH ROW EXECUTE FUNCTION rollup_customers_contacts_customer_id()`);
  await knex.raw(`CREATE TRIGGER rollup_customers_contacts_customer_id_added AFTER INSERT ON public.contacts REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_customers_contacts_customer_id_added()`);
  await knex.raw(`CREATE TRIGGER rollup_trainings_enrolments_training_id AFTER DELETE OR UPDATE OF training_id, status, price ON public.enrolments FOR EACH ROW EXECUTE FUNCTION rollup_trainings_enrolments_training_id()`);
  await knex.raw(`CREATE TRIGGER rollup_trainings_enrolments_training_id_added AFTER INSERT ON public.enrolments REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_trainings_enrolments_training_id_added()`);
  await knex.raw(`CREATE TRIGGER rollup_enrolments_feedback_responses_enrolment_id AFTER DELETE OR UPDATE OF enrolment_id ON public.feedback_responses FOR EACH ROW EXECUTE FUNCTION rollup_enrolments_feedback_responses_enrolment_id()`);
  await knex.raw(`CREATE TRIGGER rollup_enrolments_feedback_responses_enrolment_id_added AFTER INSERT ON public.feedback_responses REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_enrolments_feedback_responses_enrolment_id_added()`);
  await knex.raw(`CREATE TRIGGER rollup_trainers_feedback_responses_trainer_id AFTER DELETE OR UPDATE OF trainer_id, state, trainer_rating ON public.feedback_responses FOR EACH ROW EXECUTE FUNCTION rollup_trainers_feedback_responses_trainer_id()`);
  await knex.raw(`CREATE TRIGGER rollup_trainers_feedback_responses_trainer_id_added AFTER INSERT ON public.feedback_responses REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_trainers_feedback_responses_trainer_id_added()`);
  await knex.raw(`CREATE TRIGGER rollup_training_templates_feedback_responses_template_id AFTER DELETE OR UPDATE OF template_id, state, content_rating, trainer_rating, organisation_rating, recommend, enrolment_id ON public.feedback_responses FOR EACH ROW EXECUTE FUNCTION rollup_training_templates_feedback_responses_template_id()`);
  await knex.raw(`CREATE TRIGGER rollup_training_templates_feedback_responses_template_id_added AFTER INSERT ON public.feedback_responses REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_training_templates_feedback_responses_template_id_added()`);
  await knex.raw(`CREATE TRIGGER rollup_trainings_feedback_responses_training_id AFTER DELETE OR UPDATE OF training_id, state, content_rating, trainer_rating, organisation_rating, recommend, enrolment_id ON public.feedback_responses FOR EACH ROW EXECUTE FUNCTION rollup_trainings_feedback_responses_training_id()`);
  await knex.raw(`CREATE TRIGGER rollup_trainings_feedback_responses_training_id_added AFTER INSERT ON public.feedback_responses REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_trainings_feedback_responses_training_id_added()`);
  await knex.raw(`CREATE TRIGGER resource_bookings_alone_turn BEFORE INSERT OR UPDATE OF what_id, starts_at, ends_at, status ON public.resource_bookings FOR EACH ROW EXECUTE FUNCTION kontor_in_turn('what_id')`);
  await knex.raw(`CREATE TRIGGER rollup_customers_tasks_subject AFTER DELETE OR UPDATE OF subject_id, subject_resource, deleted_at, status ON public.tasks FOR EACH ROW EXECUTE FUNCTION rollup_customers_tasks_subject()`);
  await knex.raw(`CREATE TRIGGER rollup_customers_tasks_subject_added AFTER INSERT ON public.tasks REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_customers_tasks_subject_added()`);
  await knex.raw(`CREATE TRIGGER trainer_assignments_trainer_turn BEFORE INSERT OR UPDATE OF trainer_id, starts_at, ends_at, status, session_id ON public.trainer_assignments FOR EACH ROW EXECUTE FUNCTION kontor_in_turn('trainer_id')`);
  await knex.raw(`CREATE TRIGGER rollup_training_sessions_trainer_assignments_session_id AFTER DELETE OR UPDATE OF session_id, status ON public.trainer_assignments FOR EACH ROW EXECUTE FUNCTION rollup_training_sessions_trainer_assignments_session_id()`);
  await knex.raw(`CREATE TRIGGER rollup_training_sessions_trainer_assignments_session_id_added AFTER INSERT ON public.trainer_assignments REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_training_sessions_trainer_assignments_session_id_added()`);
  await knex.raw(`CREATE TRIGGER rollup_trainings_trainer_assignments_training_id AFTER DELETE OR UPDATE OF training_id, status, cost, session_id ON public.trainer_assignments FOR EACH ROW EXECUTE FUNCTION rollup_trainings_trainer_assignments_training_id()`);
  await knex.raw(`CREATE TRIGGER rollup_trainings_trainer_assignments_training_id_added AFTER INSERT ON public.trainer_assignments REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_trainings_trainer_assignments_training_id_added()`);
  await knex.raw(`CREATE TRIGGER rollup_trainings_training_sessions_training_id AFTER DELETE OR UPDATE OF training_id, starts_at, ends_at ON public.training_sessions FOR EACH ROW EXECUTE FUNCTION rollup_trainings_training_sessions_training_id()`);
  await knex.raw(`CREATE TRIGGER rollup_trainings_training_sessions_training_id_added AFTER INSERT ON public.training_sessions REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_trainings_training_sessions_training_id_added()`);
  await knex.raw(`CREATE TRIGGER rollup_training_templates_training_template_days_templ_5b213140 AFTER INSERT ON public.training_template_days REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_training_templates_training_template_days_templ_5b213140()`);
  await knex.raw(`CREATE TRIGGER rollup_training_templates_training_template_days_template_id AFTER DELETE OR UPDATE OF template_id, units ON public.training_template_days FOR EACH ROW EXECUTE FUNCTION rollup_training_templates_training_template_days_template_id()`);
  await knex.raw(`DROP FUNCTION "rollup_checklist_templates_items_count"`);
  await knex.raw(`DROP FUNCTION "rollup_checklist_templates_items_count_added"`);
  await knex.raw(`DROP FUNCTION "rollup_checklists_items_count"`);
  await knex.raw(`DROP FUNCTION "rollup_checklists_items_count_added"`);
  await knex.raw(`DROP FUNCTION "rollup_checklists_next_due_on"`);
  await knex.raw(`DROP FUNCTION "rollup_checklists_next_due_on_added"`);
  await knex.raw(`DROP FUNCTION "rollup_checklists_open_count"`);
  await knex.raw(`DROP FUNCTION "rollup_checklists_open_count_added"`);
  await knex.raw(`DROP FUNCTION "rollup_customers_contacts_count"`);
  await knex.raw(`DROP FUNCTION "rollup_customers_contacts_count_added"`);
  await knex.raw(`DROP FUNCTION "rollup_customers_open_tasks"`);
  await knex.raw(`DROP FUNCTION "rollup_customers_open_tasks_added"`);
  await knex.raw(`DROP FUNCTION "rollup_enrolments_attended_units"`);
  await knex.raw(`DROP FUNCTION "rollup_enrolments_attended_units_added"`);
  await knex.raw(`DROP FUNCTION "rollup_enrolments_feedback_asked"`);
  await knex.raw(`DROP FUNCTION "rollup_enrolments_feedback_asked_added"`);
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
  // what was computed before the triggers heard of everything
  await knex.raw(`UPDATE "trainings" SET "trainer_cost" = (SELECT coalesce(sum("cost") FILTER (WHERE "trainer_assignments"."status" = 'confirmed'::text), 0) FROM "trainer_assignments" WHERE "training_id" = "trainings".id) WHERE "trainer_cost" IS DISTINCT FROM (SELECT coalesce(sum("cost") FILTER (WHERE "trainer_assignments"."status" = 'confirmed'::text), 0) FROM "trainer_assignments" WHERE "training_id" = "trainings".id)`);
  await knex.raw(`UPDATE "trainings" SET "feedback_count" = (SELECT count(*) FILTER (WHERE "feedback_responses"."state" = 'given'::text) FROM "feedback_responses" WHERE "training_id" = "trainings".id), "content_rating" = (SELECT round(avg("content_rating") FILTER (WHERE "feedback_responses"."state" = 'given'::text), 2) FROM "feedback_responses" WHERE "training_id" = "trainings".id), "trainer_rating" = (SELECT round(avg("trainer_rating") FILTER (WHERE "feedback_responses"."state" = 'given'::text), 2) FROM "feedback_responses" WHERE "training_id" = "trainings".id), "organisation_rating" = (SELECT round(avg("organisation_rating") FILTER (WHERE "feedback_responses"."state" = 'given'::text), 2) FROM "feedback_responses" WHERE "training_id" = "trainings".id), "recommend_rating" = (SELECT round(avg("recommend") FILTER (WHERE "feedback_responses"."state" = 'given'::text), 2) FROM "feedback_responses" WHERE "training_id" = "trainings".id) WHERE "feedback_count" IS DISTINCT FROM (SELECT count(*) FILTER (WHERE "feedback_responses"."state" = 'given'::text) FROM "feedback_responses" WHERE "training_id" = "trainings".id) OR "content_rating" IS DISTINCT FROM (SELECT round(avg("content_rating") FILTER (WHERE "feedback_responses"."state" = 'given'::text), 2) FROM "feedback_responses" WHERE "training_id" = "trainings".id) OR "trainer_rating" IS DISTINCT FROM (SELECT round(avg("trainer_rating") FILTER (WHERE "feedback_responses"."state" = 'given'::text), 2) FROM "feedback_responses" WHERE "training_id" = "trainings".id) OR "organisation_rating" IS DISTINCT FROM (SELECT round(avg("organisation_rating") FILTER (WHERE "feedback_responses"."state" = 'given'::text), 2) FROM "feedback_responses" WHERE "training_id" = "trainings".id) OR "recommend_rating" IS DISTINCT FROM (SELECT round(avg("recommend") FILTER (WHERE "feedback_responses"."state" = 'given'::text), 2) FROM "feedback_responses" WHERE "training_id" = "trainings".id)`);
  await knex.raw(`UPDATE "training_sessions" SET "confirmed_trainers" = (SELECT count(*) FILTER (WHERE "trainer_assignments"."status" = 'confirmed'::text) FROM "trainer_assignments" WHERE "session_id" = "training_sessions".id) WHERE "confirmed_trainers" IS DISTINCT FROM (SELECT count(*) FILTER (WHERE "trainer_assignments"."status" = 'confirmed'::text) FROM "trainer_assignments" WHERE "session_id" = "training_sessions".id)`);
  await knex.raw(`UPDATE "training_sessions" SET "recorded_count" = (SELECT count(*) FROM "attendance_records" WHERE "session_id" = "training_sessions".id) WHERE "recorded_count" IS DISTINCT FROM (SELECT count(*) FROM "attendance_records" WHERE "session_id" = "training_sessions".id)`);
  await knex.raw(`UPDATE "enrolments" SET "attended_units" = (SELECT coalesce(sum("units") FILTER (WHERE "attendance_records"."status" = ANY(ARRAY['present', 'late']::text[])), 0) FROM "attendance_records" WHERE "enrolment_id" = "enrolments".id) WHERE "attended_units" IS DISTINCT FROM (SELECT coalesce(sum("units") FILTER (WHERE "attendance_records"."status" = ANY(ARRAY['present', 'late']::text[])), 0) FROM "attendance_records" WHERE "enrolment_id" = "enrolments".id)`);
  await knex.raw(`UPDATE "enrolments" SET "feedback_asked" = (SELECT count(*) FROM "feedback_responses" WHERE "enrolment_id" = "enrolments".id) WHERE "feedback_asked" IS DISTINCT FROM (SELECT count(*) FROM "feedback_responses" WHERE "enrolment_id" = "enrolments".id)`);
  await knex.raw(`UPDATE "trainers" SET "ratings_count" = (SELECT count("trainer_rating") FILTER (WHERE "feedback_responses"."state" = 'given'::text) FROM "feedback_responses" WHERE "trainer_id" = "trainers".id), "rating" = (SELECT round(avg("trainer_rating") FILTER (WHERE "feedback_responses"."state" = 'given'::text), 2) FROM "feedback_responses" WHERE "trainer_id" = "trainers".id) WHERE "ratings_count" IS DISTINCT FROM (SELECT count("trainer_rating") FILTER (WHERE "feedback_responses"."state" = 'given'::text) FROM "feedback_responses" WHERE "trainer_id" = "trainers".id) OR "rating" IS DISTINCT FROM (SELECT round(avg("trainer_rating") FILTER (WHERE "feedback_responses"."state" = 'given'::text), 2) FROM "feedback_responses" WHERE "trainer_id" = "trainers".id)`);
  await knex.raw(`UPDATE "training_templates" SET "feedback_count" = (SELECT count(*) FILTER (WHERE "feedback_responses"."state" = 'given'::text) FROM "feedback_responses" WHERE "template_id" = "training_templates".id), "content_rating" = (SELECT round(avg("content_rating") FILTER (WHERE "feedback_responses"."state" = 'given'::text), 2) FROM "feedback_responses" WHERE "template_id" = "training_templates".id), "trainer_rating" = (SELECT round(avg("trainer_rating") FILTER (WHERE "feedback_responses"."state" = 'given'::text), 2) FROM "feedback_responses" WHERE "template_id" = "training_templates".id), "organisation_rating" = (SELECT round(avg("organisation_rating") FILTER (WHERE "feedback_responses"."state" = 'given'::text), 2) FROM "feedback_responses" WHERE "template_id" = "training_templates".id), "recommend_rating" = (SELECT round(avg("recommend") FILTER (WHERE "feedback_responses"."state" = 'given'::text), 2) FROM "feedback_responses" WHERE "template_id" = "training_templates".id) WHERE "feedback_count" IS DISTINCT FROM (SELECT count(*) FILTER (WHERE "feedback_responses"."state" = 'given'::text) FROM "feedback_responses" WHERE "template_id" = "training_templates".id) OR "content_rating" IS DISTINCT FROM (SELECT round(avg("content_rating") FILTER (WHERE "feedback_responses"."state" = 'given'::text), 2) FROM "feedback_responses" WHERE "template_id" = "training_templates".id) OR "trainer_rating" IS DISTINCT FROM (SELECT round(avg("trainer_rating") FILTER (WHERE "feedback_responses"."state" = 'given'::text), 2) FROM "feedback_responses" WHERE "template_id" = "training_templates".id) OR "organisation_rating" IS DISTINCT FROM (SELECT round(avg("organisation_rating") FILTER (WHERE "feedback_responses"."state" = 'given'::text), 2) FROM "feedback_responses" WHERE "template_id" = "training_templates".id) OR "recommend_rating" IS DISTINCT FROM (SELECT round(avg("recommend") FILTER (WHERE "feedback_responses"."state" = 'given'::text), 2) FROM "feedback_responses" WHERE "template_id" = "training_templates".id)`);
}

export async function down(knex) {
  await knex.raw(`DROP TRIGGER "rollup_enrolments_attendance_records_enrolment_id" ON "attendance_records"`);
  await knex.raw(`DROP TRIGGER "rollup_enrolments_attendance_records_enrolment_id_added" ON "attendance_records"`);
  await knex.raw(`DROP TRIGGER "rollup_training_sessions_attendance_records_session_id" ON "attendance_records"`);
  await knex.raw(`DROP TRIGGER "rollup_training_sessions_attendance_records_session_id_added" ON "attendance_records"`);
  await knex.raw(`DROP TRIGGER "rollup_checklists_checklist_items_checklist_id" ON "checklist_items"`);
  await knex.raw(`DROP TRIGGER "rollup_checklists_checklist_items_checklist_id_added" ON "checklist_items"`);
  await knex.raw(`DROP TRIGGER "rollup_trainings_checklist_items_subject" ON "checklist_items"`);
  await knex.raw(`DROP TRIGGER "rollup_trainings_checklist_items_subject_added" ON "checklist_items"`);
  await knex.raw(`DROP TRIGGER "rollup_checklist_templates_checklist_template_items_te_50e23fb7" ON "checklist_template_items"`);
  await knex.raw(`DROP TRIGGER "rollup_checklist_templates_checklist_template_items_template_id" ON "checklist_template_items"`);
  await knex.raw(`DROP TRIGGER "rollup_customers_contacts_customer_id" ON "contacts"`);
  await knex.raw(`DROP TRIGGER "rollup_customers_contacts_customer_id_added" ON "contacts"`);
  await knex.raw(`DROP TRIGGER "rollup_trainings_enrolments_training_id" ON "enrolments"`);
  await knex.raw(`DROP TRIGGER "rollup_trainings_enrolments_training_id_added" ON "enrolments"`);
  await knex.raw(`DROP TRIGGER "rollup_enrolments_feedback_responses_enrolment_id" ON "feedback_responses"`);
  await knex.raw(`DROP TRIGGER "rollup_enrolments_feedback_responses_enrolment_id_added" ON "feedback_responses"`);
  await knex.raw(`DROP TRIGGER "rollup_trainers_feedback_responses_trainer_id" ON "feedback_responses"`);
  await knex.raw(`DROP TRIGGER "rollup_trainers_feedback_responses_trainer_id_added" ON "feedback_responses"`);
  await knex.raw(`DROP TRIGGER "rollup_training_templates_feedback_responses_template_id" ON "feedback_responses"`);
  await knex.raw(`DROP TRIGGER "rollup_training_templates_feedback_responses_template_id_added" ON "feedback_responses"`);
  await knex.raw(`DROP TRIGGER "rollup_trainings_feedback_responses_training_id" ON "feedback_responses"`);
  await knex.raw(`DROP TRIGGER "rollup_trainings_feedback_responses_training_id_added" ON "feedback_responses"`);
  await knex.raw(`DROP TRIGGER "resource_bookings_alone_turn" ON "resource_bookings"`);
  await knex.raw(`DROP TRIGGER "rollup_customers_tasks_subject" ON "tasks"`);
  await knex.raw(`DROP TRIGGER "rollup_customers_tasks_subject_added" ON "tasks"`);
  await knex.raw(`DROP TRIGGER "trainer_assignments_trainer_turn" ON "trainer_assignments"`);
  await knex.raw(`DROP TRIGGER "rollup_training_sessions_trainer_assignments_session_id" ON "trainer_assignments"`);
  await knex.raw(`DROP TRIGGER "rollup_training_sessions_trainer_assignments_session_id_added" ON "trainer_assignments"`);
  await knex.raw(`DROP TRIGGER "rollup_trainings_trainer_assignments_training_id" ON "trainer_assignments"`);
  await knex.raw(`DROP TRIGGER "rollup_trainings_trainer_assignments_training_id_added" ON "trainer_assignments"`);
  await knex.raw(`DROP TRIGGER "rollup_trainings_training_sessions_training_id" ON "training_sessions"`);
  await knex.raw(`DROP TRIGGER "rollup_trainings_training_sessions_training_id_added" ON "training_sessions"`);
  await knex.raw(`DROP TRIGGER "rollup_training_templates_training_template_days_templ_5b213140" ON "training_template_days"`);
  await knex.raw(`DROP TRIGGER "rollup_training_templates_training_template_days_template_id" ON "training_template_days"`);
  await knex.raw(`ALTER TABLE "attendance_records" DROP CONSTRAINT "attendance_records_enrolment_id_same"`);
  await knex.raw(`ALTER TABLE "enrolments" DROP CONSTRAINT "enrolments_training_id_key"`);
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
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_enrolments_feedback_asked()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parent uuid;
BEGIN
  FOR parent IN SELECT DISTINCT p FROM unnest(ARRAY[
    CASE WHEN true THEN OLD."enrolment_id" END,
    CASE WHEN TG_OP <> 'DELETE' AND true THEN NEW."enrolment_id" END]) AS p WHERE p IS NOT NULL ORDER BY p LOOP
    PERFORM 1 FROM "enrolments" WHERE id = parent FOR NO KEY UPDATE;
    UPDATE "enrolments" SET "feedback_asked" = now.value FROM (SELECT (SELECT count(*) FROM "feedback_responses" WHERE "enrolment_id" = parent) AS value) now WHERE id = parent AND "feedback_asked" IS DISTINCT FROM now.value;
  END LOOP;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.rollup_enrolments_feedback_asked_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE parents uuid[] := ARRAY(SELECT DISTINCT a."enrolment_id" FROM added a WHERE a."enrolment_id" IS NOT NULL AND true ORDER BY 1);
BEGIN
  IF parents = '{}' THEN RETURN NULL; END IF;
  PERFORM 1 FROM "enrolments" WHERE id = ANY(parents) ORDER BY id FOR NO KEY UPDATE;
  UPDATE "enrolments" SET "feedback_asked" = now.value FROM (SELECT p.id, (SELECT count(*) FROM "feedback_responses" WHERE "enrolment_id" = p.id) AS value FROM unnest(parents) AS p(id)) now WHERE "enrolments".id = now.id AND "enrolments".id = ANY(parents) AND "feedback_asked" IS DISTINCT FROM now.value;
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
  await knex.raw(`ALTER TABLE "trainers" DROP COLUMN "rating"`);
  await knex.raw(`ALTER TABLE "training_templates" DROP COLUMN "content_rating"`);
  await knex.raw(`ALTER TABLE "training_templates" DROP COLUMN "trainer_rating"`);
  await knex.raw(`ALTER TABLE "training_templates" DROP COLUMN "organisation_rating"`);
  await knex.raw(`ALTER TABLE "training_templates" DROP COLUMN "recommend_rating"`);
  await knex.raw(`ALTER TABLE "trainings" DROP COLUMN "content_rating"`);
  await knex.raw(`ALTER TABLE "trainings" DROP COLUMN "trainer_rating"`);
  await knex.raw(`ALTER TABLE "trainings" DROP COLUMN "organisation_rating"`);
  await knex.raw(`ALTER TABLE "trainings" DROP COLUMN "recommend_rating"`);
  await knex.raw(`ALTER TABLE "trainers" ADD COLUMN "ratings_sum" numeric(20,2) DEFAULT 0 NOT NULL`);
  await knex.raw(`ALTER TABLE "training_templates" ADD COLUMN "content_sum" numeric(20,2) DEFAULT 0 NOT NULL`);
  await knex.raw(`ALTER TABLE "training_templates" ADD COLUMN "organisation_sum" numeric(20,2) DEFAULT 0 NOT NULL`);
  await knex.raw(`ALTER TABLE "training_templates" ADD COLUMN "trainer_sum" numeric(20,2) DEFAULT 0 NOT NULL`);
  await knex.raw(`ALTER TABLE "training_templates" ADD COLUMN "recommend_sum" numeric(20,2) DEFAULT 0 NOT NULL`);
  await knex.raw(`ALTER TABLE "trainings" ADD COLUMN "content_sum" numeric(20,2) DEFAULT 0 NOT NULL`);
  await knex.raw(`ALTER TABLE "trainings" ADD COLUMN "organisation_sum" numeric(20,2) DEFAULT 0 NOT NULL`);
  await knex.raw(`ALTER TABLE "trainings" ADD COLUMN "trainer_sum" numeric(20,2) DEFAULT 0 NOT NULL`);
  await knex.raw(`ALTER TABLE "trainings" ADD COLUMN "recommend_sum" numeric(20,2) DEFAULT 0 NOT NULL`);
  await knex.raw(`ALTER TABLE "trainers" ADD COLUMN "rating" numeric(20,2) GENERATED ALWAYS AS (round(((ratings_sum)::numeric / (NULLIF(ratings_count, 0))::numeric), 2)) STORED`);
  await knex.raw(`ALTER TABLE "training_templates" ADD COLUMN "content_rating" numeric(20,2) GENERATED ALWAYS AS (round(((content_sum)::numeric / (NULLIF(feedback_count, 0))::numeric), 2)) STORED`);
  await knex.raw(`ALTER TABLE "training_templates" ADD COLUMN "trainer_rating" numeric(20,2) GENERATED ALWAYS AS (round(((trainer_sum)::numeric / (NULLIF(feedback_count, 0))::numeric), 2)) STORED`);
  await knex.raw(`ALTER TABLE "training_templates" ADD COLUMN "organisation_rating" numeric(20,2) GENERATED ALWAYS AS (round(((organisation_sum)::numeric / (NULLIF(feedback_count, 0))::numeric), 2)) STORED`);
  await knex.raw(`ALTER TABLE "training_templates" ADD COLUMN "recommend_rating" numeric(20,2) GENERATED ALWAYS AS (round(((recommend_sum)::numeric / (NULLIF(feedback_count, 0))::numeric), 2)) STORED`);
  await knex.raw(`ALTER TABLE "trainings" ADD COLUMN "content_rating" numeric(20,2) GENERATED ALWAYS AS (round(((content_sum)::numeric / (NULLIF(feedback_count, 0))::numeric), 2)) STORED`);
  await knex.raw(`ALTER TABLE "trainings" ADD COLUMN "trainer_rating" numeric(20,2) GENERATED ALWAYS AS (round(((trainer_sum)::numeric / (NULLIF(feedback_count, 0))::numeric), 2)) STORED`);
  await knex.raw(`ALTER TABLE "trainings" ADD COLUMN "organisation_rating" numeric(20,2) GENERATED ALWAYS AS (round(((organisation_sum)::numeric / (NULLIF(feedback_count, 0))::numeric), 2)) STORED`);
  await knex.raw(`ALTER TABLE "trainings" ADD COLUMN "recommend_rating" numeric(20,2) GENERATED ALWAYS AS (round(((recommend_sum)::numeric / (NULLIF(feedback_count, 0))::numeric), 2)) STORED`);
  await knex.raw(`CREATE INDEX api_key_usages_key_id_index ON public.api_key_usages USING btree (key_id)`);
  await knex.raw(`CREATE INDEX attendance_records_session_id_index ON public.attendance_records USING btree (session_id)`);
  await knex.raw(`CREATE INDEX automation_runs_rule_id_index ON public.automation_runs USING btree (rule_id)`);
  await knex.raw(`CREATE INDEX document_versions_document_id_index ON public.document_versions USING btree (document_id)`);
  await knex.raw(`CREATE INDEX enrolments_contact_id_index ON public.enrolments USING btree (contact_id)`);
  await knex.raw(`CREATE INDEX holidays_on_index ON public.holidays USING btree ("on")`);
  await knex.raw(`CREATE INDEX number_allocations_sequence_id_index ON public.number_allocations USING btree (sequence_id)`);
  await knex.raw(`CREATE INDEX recovery_codes_user_id_index ON public.recovery_codes USING btree (user_id)`);
  await knex.raw(`CREATE INDEX trainer_assignments_session_id_index ON public.trainer_assignments USING btree (session_id)`);
  await knex.raw(`CREATE INDEX trainer_qualifications_trainer_id_index ON public.trainer_qualifications USING btree (trainer_id)`);
  await knex.raw(`CREATE INDEX trainer_regions_trainer_id_index ON public.trainer_regions USING btree (trainer_id)`);
  await knex.raw(`CREATE INDEX user_identities_provider_index ON public.user_identities USING btree (provider)`);
  await knex.raw(`CREATE INDEX user_roles_user_id_index ON public.user_roles USING btree (user_id)`);
  await knex.raw(`CREATE TRIGGER rollup_enrolments_attended_units AFTER DELETE OR UPDATE OF enrolment_id, status, units ON public.attendance_records FOR EACH ROW EXECUTE FUNCTION rollup_enrolments_attended_units()`);
  await knex.raw(`CREATE TRIGGER rollup_enrolments_attended_units_added AFTER INSERT ON public.attendance_records REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_enrolments_attended_units_added()`);
  await knex.raw(`CREATE TRIGGER rollup_training_sessions_recorded_count AFTER DELETE OR UPDATE OF session_id ON public.attendance_records FOR EACH ROW EXECUTE FUNCTION rollup_training_sessions_recorded_count()`);
  await knex.raw(`CREATE TRIGGER rollup_training_sessions_recorded_count_added AFTER INSERT ON public.attendance_records REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_training_sessions_recorded_count_added()`);
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
  await knex.raw(`CREATE TRIGGER rollup_customers_contacts_count AFTER DELETE OR UPDATE OF customer_id, deleted_at ON public.contacts FOR EACH ROW EXECUTE FUNCTION rollup_customers_contacts_count()`);
  await knex.raw(`CREATE TRIGGER rollup_customers_contacts_count_added AFTER INSERT ON public.contacts REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_customers_contacts_count_added()`);
  await knex.raw(`CREATE TRIGGER rollup_trainings_enrolment_revenue AFTER DELETE OR UPDATE OF training_id, status, price ON public.enrolments FOR EACH ROW EXECUTE FUNCTION rollup_trainings_enrolment_revenue()`);
  await knex.raw(`CREATE TRIGGER rollup_trainings_enrolment_revenue_added AFTER INSERT ON public.enrolments REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_trainings_enrolment_revenue_added()`);
  await knex.raw(`CREATE TRIGGER rollup_trainings_seats_taken AFTER DELETE OR UPDATE OF training_id, status ON public.enrolments FOR EACH ROW EXECUTE FUNCTION rollup_trainings_seats_taken()`);
  await knex.raw(`CREATE TRIGGER rollup_trainings_seats_taken_added AFTER INSERT ON public.enrolments REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_trainings_seats_taken_added()`);
  await knex.raw(`CREATE TRIGGER rollup_trainings_waiting_count AFTER DELETE OR UPDATE OF training_id, status ON public.enrolments FOR EACH ROW EXECUTE FUNCTION rollup_trainings_waiting_count()`);
  await knex.raw(`CREATE TRIGGER rollup_trainings_waiting_count_added AFTER INSERT ON public.enrolments REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_trainings_waiting_count_added()`);
  await knex.raw(`CREATE TRIGGER rollup_enrolments_feedback_asked AFTER DELETE OR UPDATE OF enrolment_id ON public.feedback_responses FOR EACH ROW EXECUTE FUNCTION rollup_enrolments_feedback_asked()`);
  await knex.raw(`CREATE TRIGGER rollup_enrolments_feedback_asked_added AFTER INSERT ON public.feedback_responses REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_enrolments_feedback_asked_added()`);
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
  await knex.raw(`CREATE TRIGGER resource_bookings_alone_turn BEFORE INSERT OR UPDATE OF what_id, starts_at, ends_at ON public.resource_bookings FOR EACH ROW EXECUTE FUNCTION kontor_in_turn('what_id')`);
  await knex.raw(`CREATE TRIGGER rollup_customers_open_tasks AFTER DELETE OR UPDATE OF subject_id, subject_resource, deleted_at, status ON public.tasks FOR EACH ROW EXECUTE FUNCTION rollup_customers_open_tasks()`);
  await knex.raw(`CREATE TRIGGER rollup_customers_open_tasks_added AFTER INSERT ON public.tasks REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_customers_open_tasks_added()`);
  await knex.raw(`CREATE TRIGGER rollup_training_sessions_confirmed_trainers AFTER DELETE OR UPDATE OF session_id, status ON public.trainer_assignments FOR EACH ROW EXECUTE FUNCTION rollup_training_sessions_confirmed_trainers()`);
  await knex.raw(`CREATE TRIGGER rollup_training_sessions_confirmed_trainers_added AFTER INSERT ON public.trainer_assignments REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_training_sessions_confirmed_trainers_added()`);
  await knex.raw(`CREATE TRIGGER rollup_trainings_trainer_cost AFTER DELETE OR UPDATE OF training_id, status, cost ON public.trainer_assignments FOR EACH ROW EXECUTE FUNCTION rollup_trainings_trainer_cost()`);
  await knex.raw(`CREATE TRIGGER rollup_trainings_trainer_cost_added AFTER INSERT ON public.trainer_assignments REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_trainings_trainer_cost_added()`);
  await knex.raw(`CREATE TRIGGER trainer_assignments_trainer_turn BEFORE INSERT OR UPDATE OF trainer_id, starts_at, ends_at ON public.trainer_assignments FOR EACH ROW EXECUTE FUNCTION kontor_in_turn('trainer_id')`);
  await knex.raw(`CREATE TRIGGER rollup_trainings_first_session_at AFTER DELETE OR UPDATE OF training_id, starts_at ON public.training_sessions FOR EACH ROW EXECUTE FUNCTION rollup_trainings_first_session_at()`);
  await knex.raw(`CREATE TRIGGER rollup_trainings_first_session_at_added AFTER INSERT ON public.training_sessions REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_trainings_first_session_at_added()`);
  await knex.raw(`CREATE TRIGGER rollup_trainings_last_session_at AFTER DELETE OR UPDATE OF training_id, ends_at ON public.training_sessions FOR EACH ROW EXECUTE FUNCTION rollup_trainings_last_session_at()`);
  await knex.raw(`CREATE TRIGGER rollup_trainings_last_session_at_added AFTER INSERT ON public.training_sessions REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_trainings_last_session_at_added()`);
  await knex.raw(`CREATE TRIGGER rollup_trainings_sessions_count AFTER DELETE OR UPDATE OF training_id ON public.training_sessions FOR EACH ROW EXECUTE FUNCTION rollup_trainings_sessions_count()`);
  await knex.raw(`CREATE TRIGGER rollup_trainings_sessions_count_added AFTER INSERT ON public.training_sessions REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_trainings_sessions_count_added()`);
  await knex.raw(`CREATE TRIGGER rollup_training_templates_days_count AFTER DELETE OR UPDATE OF template_id ON public.training_template_days FOR EACH ROW EXECUTE FUNCTION rollup_training_templates_days_count()`);
  await knex.raw(`CREATE TRIGGER rollup_training_templates_days_count_added AFTER INSERT ON public.training_template_days REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_training_templates_days_count_added()`);
  await knex.raw(`CREATE TRIGGER rollup_training_templates_units AFTER DELETE OR UPDATE OF template_id, units ON public.training_template_days FOR EACH ROW EXECUTE FUNCTION rollup_training_templates_units()`);
  await knex.raw(`CREATE TRIGGER rollup_training_templates_units_added AFTER INSERT ON public.training_template_days REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_training_templates_units_added()`);
  await knex.raw(`DROP FUNCTION "rollup_checklist_templates_checklist_template_items_te_50e23fb7"`);
  await knex.raw(`DROP FUNCTION "rollup_checklist_templates_checklist_template_items_template_id"`);
  await knex.raw(`DROP FUNCTION "rollup_checklists_checklist_items_checklist_id"`);
  await knex.raw(`DROP FUNCTION "rollup_checklists_checklist_items_checklist_id_added"`);
  await knex.raw(`DROP FUNCTION "rollup_customers_contacts_customer_id"`);
  await knex.raw(`DROP FUNCTION "rollup_customers_contacts_customer_id_added"`);
  await knex.raw(`DROP FUNCTION "rollup_customers_tasks_subject"`);
  await knex.raw(`DROP FUNCTION "rollup_customers_tasks_subject_added"`);
  await knex.raw(`DROP FUNCTION "rollup_enrolments_attendance_records_enrolment_id"`);
  await knex.raw(`DROP FUNCTION "rollup_enrolments_attendance_records_enrolment_id_added"`);
  await knex.raw(`DROP FUNCTION "rollup_enrolments_feedback_responses_enrolment_id"`);
  await knex.raw(`DROP FUNCTION "rollup_enrolments_feedback_responses_enrolment_id_added"`);
  await knex.raw(`DROP FUNCTION "rollup_trainers_feedback_responses_trainer_id"`);
  await knex.raw(`DROP FUNCTION "rollup_trainers_feedback_responses_trainer_id_added"`);
  await knex.raw(`DROP FUNCTION "rollup_training_sessions_attendance_records_session_id"`);
  await knex.raw(`DROP FUNCTION "rollup_training_sessions_attendance_records_session_id_added"`);
  await knex.raw(`DROP FUNCTION "rollup_training_sessions_trainer_assignments_session_id"`);
  await knex.raw(`DROP FUNCTION "rollup_training_sessions_trainer_assignments_session_id_added"`);
  await knex.raw(`DROP FUNCTION "rollup_training_templates_feedback_responses_template_id"`);
  await knex.raw(`DROP FUNCTION "rollup_training_templates_feedback_responses_template_id_added"`);
  await knex.raw(`DROP FUNCTION "rollup_training_templates_training_template_days_templ_5b213140"`);
  await knex.raw(`DROP FUNCTION "rollup_training_templates_training_template_days_template_id"`);
  await knex.raw(`DROP FUNCTION "rollup_trainings_checklist_items_subject"`);
  await knex.raw(`DROP FUNCTION "rollup_trainings_checklist_items_subject_added"`);
  await knex.raw(`DROP FUNCTION "rollup_trainings_enrolments_training_id"`);
  await knex.raw(`DROP FUNCTION "rollup_trainings_enrolments_training_id_added"`);
  await knex.raw(`DROP FUNCTION "rollup_trainings_feedback_responses_training_id"`);
  await knex.raw(`DROP FUNCTION "rollup_trainings_feedback_responses_training_id_added"`);
  await knex.raw(`DROP FUNCTION "rollup_trainings_trainer_assignments_training_id"`);
  await knex.raw(`DROP FUNCTION "rollup_trainings_trainer_assignments_training_id_added"`);
  await knex.raw(`DROP FUNCTION "rollup_trainings_training_sessions_training_id"`);
  await knex.raw(`DROP FUNCTION "rollup_trainings_training_sessions_training_id_added"`);
}
