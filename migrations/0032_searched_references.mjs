/** A training is found by its customer through the reference, by who may see the customer: its name is no part of the search any more. */
export async function up(knex) {
  await knex.raw(`DROP TRIGGER "copied_trainings_customer_id" ON "customers"`);
  await knex.raw(`DROP TRIGGER "copy_trainings_customer_id" ON "trainings"`);
  await knex.raw(`DROP INDEX "trainings_search_text_index"`);
  await knex.raw(`ALTER TABLE "trainings" DROP CONSTRAINT "trainings_customer_name_check"`);
  await knex.raw(`ALTER TABLE "trainings" DROP COLUMN "search_text"`);
  await knex.raw(`ALTER TABLE "trainings" DROP COLUMN "customer_name"`);
  await knex.raw(`ALTER TABLE "trainings" ADD COLUMN "search_text" text GENERATED ALWAYS AS (kontor_search(((COALESCE(number, ''::text) || ' '::text) || COALESCE(name, ''::text)))) STORED`);
  await knex.raw(`CREATE INDEX trainings_search_text_index ON public.trainings USING gin (search_text gin_trgm_ops)`);
  await knex.raw(`DROP FUNCTION "copied_trainings_customer_id"`);
  await knex.raw(`DROP FUNCTION "copy_trainings_customer_id"`);
}

export async function down(knex) {
  await knex.raw(`DROP INDEX "trainings_search_text_index"`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.copied_trainings_customer_id()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN
  IF OLD."name" IS DISTINCT FROM NEW."name" THEN UPDATE "trainings" SET "customer_name" = NEW."name" WHERE "customer_id" = NEW.id; END IF;
  RETURN NULL;
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
  await knex.raw(`ALTER TABLE "trainings" DROP COLUMN "search_text"`);
  await knex.raw(`ALTER TABLE "trainings" ADD COLUMN "customer_name" text COLLATE "de-x-icu"`);
  await knex.raw(`ALTER TABLE "trainings" ADD COLUMN "search_text" text GENERATED ALWAYS AS (kontor_search(((((COALESCE(number, ''::text) || ' '::text) || COALESCE(name, ''::text)) || ' '::text) || COALESCE(customer_name, ''::text)))) STORED`);
  await knex.raw(`ALTER TABLE "trainings" ADD CONSTRAINT "trainings_customer_name_check" CHECK ((char_length(customer_name) <= 200))`);
  await knex.raw(`CREATE INDEX trainings_search_text_index ON public.trainings USING gin (search_text gin_trgm_ops)`);
  await knex.raw(`CREATE TRIGGER copied_trainings_customer_id AFTER UPDATE OF name ON public.customers FOR EACH ROW EXECUTE FUNCTION copied_trainings_customer_id()`);
  await knex.raw(`CREATE TRIGGER copy_trainings_customer_id BEFORE INSERT OR UPDATE OF customer_id, customer_name ON public.trainings FOR EACH ROW EXECUTE FUNCTION copy_trainings_customer_id()`);
  await knex.raw(`UPDATE "trainings" SET "customer_id" = "customer_id" WHERE "customer_id" IS NOT NULL`);
}
