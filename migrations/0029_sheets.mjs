/** Rules find the dates of a training at its enrolments, templates say what they are used for, and there is a day of delivery. */
export async function up(knex) {
  await knex.raw(`DROP TRIGGER "copy_certificates_enrolment_id" ON "certificates"`);
  await knex.raw(`DROP TRIGGER "copied_certificates_enrolment_id" ON "enrolments"`);
  await knex.raw(`DROP TRIGGER "copy_enrolments_training_id" ON "enrolments"`);
  await knex.raw(`DROP TRIGGER "copied_enrolments_training_id" ON "trainings"`);
  await knex.raw(`ALTER TABLE "email_templates" DROP CONSTRAINT "email_templates_used_for_check"`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.copied_certificates_enrolment_id()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN
  IF OLD."training_id" IS DISTINCT FROM NEW."training_id" OR OLD."brand_id" IS DISTINCT FROM NEW."brand_id" OR OLD."contact_id" IS DISTINCT FROM NEW."contact_id" OR OLD."language" IS DISTINCT FROM NEW."language" THEN UPDATE "certificates" SET "training_id" = NEW."training_id", "brand_id" = NEW."brand_id", "contact_id" = NEW."contact_id", "language" = NEW."language" WHERE "enrolment_id" = NEW.id; END IF;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.copied_enrolments_training_id()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN
  IF OLD."template_id" IS DISTINCT FROM NEW."template_id" OR OLD."brand_id" IS DISTINCT FROM NEW."brand_id" OR OLD."language" IS DISTINCT FROM NEW."language" OR OLD."first_session_at" IS DISTINCT FROM NEW."first_session_at" OR OLD."delivered_on" IS DISTINCT FROM NEW."delivered_on" THEN UPDATE "enrolments" SET "template_id" = NEW."template_id", "brand_id" = NEW."brand_id", "language" = NEW."language", "first_session_at" = NEW."first_session_at", "delivered_on" = NEW."delivered_on" WHERE "training_id" = NEW.id; END IF;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.copy_certificates_enrolment_id()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN
  IF NEW."enrolment_id" IS NULL THEN NEW."training_id" := NULL; NEW."brand_id" := NULL; NEW."contact_id" := NULL; NEW."language" := NULL;
  ELSE SELECT "training_id", "brand_id", "contact_id", "language" INTO NEW."training_id", NEW."brand_id", NEW."contact_id", NEW."language" FROM "enrolments" WHERE id = NEW."enrolment_id" FOR NO KEY UPDATE;
  END IF;
  RETURN NEW;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.copy_enrolments_training_id()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN
  IF NEW."training_id" IS NULL THEN NEW."template_id" := NULL; NEW."brand_id" := NULL; NEW."language" := NULL; NEW."first_session_at" := NULL; NEW."delivered_on" := NULL;
  ELSE SELECT "template_id", "brand_id", "language", "first_session_at", "delivered_on" INTO NEW."template_id", NEW."brand_id", NEW."language", NEW."first_session_at", NEW."delivered_on" FROM "trainings" WHERE id = NEW."training_id" FOR NO KEY UPDATE;
  END IF;
  RETURN NEW;
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
  await knex.raw(`ALTER TABLE "certificates" ADD COLUMN "contact_id" uuid`);
  await knex.raw(`ALTER TABLE "certificates" ADD COLUMN "language" text`);
  await knex.raw(`ALTER TABLE "enrolments" ADD COLUMN "language" text`);
  await knex.raw(`ALTER TABLE "enrolments" ADD COLUMN "first_session_at" timestamp with time zone`);
  await knex.raw(`ALTER TABLE "enrolments" ADD COLUMN "delivered_on" date`);
  await knex.raw(`ALTER TABLE "enrolments" ADD COLUMN "feedback_asked" integer DEFAULT 0 NOT NULL`);
  await knex.raw(`ALTER TABLE "trainings" ADD COLUMN "delivered_on" date`);
  await knex.raw(`ALTER TABLE "trainings" ADD COLUMN "cancellation_told_at" timestamp with time zone`);
  await knex.raw(`ALTER TABLE "trainings" ADD COLUMN "missing_participants" numeric(20,0) GENERATED ALWAYS AS ((COALESCE(min_participants, 0) - COALESCE(seats_taken, 0))) STORED`);
  await knex.raw(`ALTER TABLE "certificates" ADD CONSTRAINT "certificates_language_check" CHECK ((language = ANY (ARRAY['de'::text, 'en'::text])))`);
  await knex.raw(`ALTER TABLE "email_templates" ADD CONSTRAINT "email_templates_used_for_check" CHECK ((used_for = ANY (ARRAY['seat_offer'::text, 'feedback'::text, 'certificate'::text, 'confirmation'::text, 'invitation'::text, 'reminder'::text, 'cancellation'::text, 'trainer_invitation'::text, 'trainer_reminder'::text, 'trainer_cancellation'::text, 'trainer_request'::text])))`);
  await knex.raw(`ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_language_check" CHECK ((language = ANY (ARRAY['de'::text, 'en'::text])))`);
  await knex.raw(`ALTER TABLE "certificates" ADD CONSTRAINT "certificates_contact_id_fkey" FOREIGN KEY (contact_id) REFERENCES contacts(id) ON DELETE RESTRICT`);
  await knex.raw(`CREATE INDEX certificates_contact_id_index ON public.certificates USING btree (contact_id)`);
  await knex.raw(`CREATE TRIGGER copy_certificates_enrolment_id BEFORE INSERT OR UPDATE OF enrolment_id, training_id, brand_id, contact_id, language ON public.certificates FOR EACH ROW EXECUTE FUNCTION copy_certificates_enrolment_id()`);
  await knex.raw(`CREATE TRIGGER copied_certificates_enrolment_id AFTER UPDATE OF training_id, brand_id, contact_id, language ON public.enrolments FOR EACH ROW EXECUTE FUNCTION copied_certificates_enrolment_id()`);
  await knex.raw(`CREATE TRIGGER copy_enrolments_training_id BEFORE INSERT OR UPDATE OF training_id, template_id, brand_id, language, first_session_at, delivered_on ON public.enrolments FOR EACH ROW EXECUTE FUNCTION copy_enrolments_training_id()`);
  await knex.raw(`CREATE TRIGGER rollup_enrolments_feedback_asked AFTER DELETE OR UPDATE OF enrolment_id ON public.feedback_responses FOR EACH ROW EXECUTE FUNCTION rollup_enrolments_feedback_asked()`);
  await knex.raw(`CREATE TRIGGER rollup_enrolments_feedback_asked_added AFTER INSERT ON public.feedback_responses REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_enrolments_feedback_asked_added()`);
  await knex.raw(`CREATE TRIGGER copied_enrolments_training_id AFTER UPDATE OF template_id, brand_id, language, first_session_at, delivered_on ON public.trainings FOR EACH ROW EXECUTE FUNCTION copied_enrolments_training_id()`);
  // what is there already follows its training, and counts what it was asked; a delivered training was told so when that was written
  await knex.raw(`UPDATE "trainings" SET "delivered_on" = (SELECT max(a.created_at)::date FROM "audit_entries" a WHERE a.resource = 'trainings' AND a.record_id = "trainings".id::text AND a.operation = 'transition' AND a.after->>'status' = 'delivered') WHERE status IN ('delivered', 'invoiced', 'closed')`);
  await knex.raw(`UPDATE "enrolments" SET "training_id" = "training_id", "feedback_asked" = (SELECT count(*) FROM "feedback_responses" f WHERE f.enrolment_id = "enrolments".id)`);
  await knex.raw(`UPDATE "certificates" SET "enrolment_id" = "enrolment_id"`);
}

export async function down(knex) {
  await knex.raw(`DROP TRIGGER "copy_certificates_enrolment_id" ON "certificates"`);
  await knex.raw(`DROP TRIGGER "copied_certificates_enrolment_id" ON "enrolments"`);
  await knex.raw(`DROP TRIGGER "copy_enrolments_training_id" ON "enrolments"`);
  await knex.raw(`DROP TRIGGER "rollup_enrolments_feedback_asked" ON "feedback_responses"`);
  await knex.raw(`DROP TRIGGER "rollup_enrolments_feedback_asked_added" ON "feedback_responses"`);
  await knex.raw(`DROP TRIGGER "copied_enrolments_training_id" ON "trainings"`);
  await knex.raw(`DROP INDEX "certificates_contact_id_index"`);
  await knex.raw(`ALTER TABLE "certificates" DROP CONSTRAINT "certificates_contact_id_fkey"`);
  await knex.raw(`ALTER TABLE "certificates" DROP CONSTRAINT "certificates_language_check"`);
  await knex.raw(`ALTER TABLE "email_templates" DROP CONSTRAINT "email_templates_used_for_check"`);
  await knex.raw(`ALTER TABLE "enrolments" DROP CONSTRAINT "enrolments_language_check"`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.copied_certificates_enrolment_id()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN
  IF OLD."training_id" IS DISTINCT FROM NEW."training_id" OR OLD."brand_id" IS DISTINCT FROM NEW."brand_id" THEN UPDATE "certificates" SET "training_id" = NEW."training_id", "brand_id" = NEW."brand_id" WHERE "enrolment_id" = NEW.id; END IF;
  RETURN NULL;
END$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.copied_enrolments_training_id()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN
  IF OLD."template_id" IS DISTINCT FROM NEW."template_id" OR OLD."brand_id" IS DISTINCT FROM NEW."brand_id" THEN UPDATE "enrolments" SET "template_id" = NEW."template_id", "brand_id" = NEW."brand_id" WHERE "training_id" = NEW.id; END IF;
  RETURN NULL;
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
  await knex.raw(`CREATE OR REPLACE FUNCTION public.copy_enrolments_training_id()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN
  IF NEW."training_id" IS NULL THEN NEW."template_id" := NULL; NEW."brand_id" := NULL;
  ELSE SELECT "template_id", "brand_id" INTO NEW."template_id", NEW."brand_id" FROM "trainings" WHERE id = NEW."training_id" FOR NO KEY UPDATE;
  END IF;
  RETURN NEW;
END$function$`);
  await knex.raw(`ALTER TABLE "trainings" DROP COLUMN "missing_participants"`);
  await knex.raw(`ALTER TABLE "certificates" DROP COLUMN "contact_id"`);
  await knex.raw(`ALTER TABLE "certificates" DROP COLUMN "language"`);
  await knex.raw(`ALTER TABLE "enrolments" DROP COLUMN "language"`);
  await knex.raw(`ALTER TABLE "enrolments" DROP COLUMN "first_session_at"`);
  await knex.raw(`ALTER TABLE "enrolments" DROP COLUMN "delivered_on"`);
  await knex.raw(`ALTER TABLE "enrolments" DROP COLUMN "feedback_asked"`);
  await knex.raw(`ALTER TABLE "trainings" DROP COLUMN "delivered_on"`);
  await knex.raw(`ALTER TABLE "trainings" DROP COLUMN "cancellation_told_at"`);
  await knex.raw(`ALTER TABLE "email_templates" ADD CONSTRAINT "email_templates_used_for_check" CHECK ((used_for = ANY (ARRAY['seat_offer'::text, 'feedback'::text, 'trainer_request'::text])))`);
  await knex.raw(`CREATE TRIGGER copy_certificates_enrolment_id BEFORE INSERT OR UPDATE OF enrolment_id, training_id, brand_id ON public.certificates FOR EACH ROW EXECUTE FUNCTION copy_certificates_enrolment_id()`);
  await knex.raw(`CREATE TRIGGER copied_certificates_enrolment_id AFTER UPDATE OF training_id, brand_id ON public.enrolments FOR EACH ROW EXECUTE FUNCTION copied_certificates_enrolment_id()`);
  await knex.raw(`CREATE TRIGGER copy_enrolments_training_id BEFORE INSERT OR UPDATE OF training_id, template_id, brand_id ON public.enrolments FOR EACH ROW EXECUTE FUNCTION copy_enrolments_training_id()`);
  await knex.raw(`CREATE TRIGGER copied_enrolments_training_id AFTER UPDATE OF template_id, brand_id ON public.trainings FOR EACH ROW EXECUTE FUNCTION copied_enrolments_training_id()`);
  await knex.raw(`DROP FUNCTION "rollup_enrolments_feedback_asked"`);
  await knex.raw(`DROP FUNCTION "rollup_enrolments_feedback_asked_added"`);
}
