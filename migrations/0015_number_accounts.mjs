/** number accounts */
export async function up(knex) {
  await knex.raw(`DROP INDEX "number_sequences_key_brand_id_unique"`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.kontor_account_numbers()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE first integer; at integer; part record;
BEGIN
  IF TG_OP = 'DELETE' THEN RETURN NULL; END IF; -- its numbers hold it
  first := CASE WHEN NEW.yearly AND OLD.year IS NOT NULL AND NEW.year IS DISTINCT FROM OLD.year THEN 1 ELSE OLD.next_value END;
  IF NOT (NEW.gapless OR OLD.gapless) THEN RETURN NULL; END IF;
  IF NOT NEW.gapless OR NEW.yearly <> OLD.yearly OR NEW.next_value < first OR (NEW.yearly AND NEW.year < OLD.year) THEN
    RAISE EXCEPTION 'numbers would be given twice' USING ERRCODE = 'KN006', TABLE = 'number_sequences';
  END IF;
  at := first;
  FOR part IN SELECT value, last_value FROM number_allocations a WHERE a.sequence_id = NEW.id AND a.year IS NOT DISTINCT FROM (CASE WHEN NEW.yearly THEN NEW.year END) AND a.value >= first AND a.value < NEW.next_value ORDER BY a.value LOOP
    EXIT WHEN part.value <> at;
    at := part.last_value + 1;
  END LOOP;
  IF at <> NEW.next_value THEN
    RAISE EXCEPTION 'number % is not accounted for', at USING ERRCODE = 'KN006', TABLE = 'number_sequences';
  END IF;
  RETURN NULL;
END$function$`);
  await knex.schema.createTable('number_allocations', (t) => {
    t.uuid('id').notNullable();
    t.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.raw(`now()`));
    t.uuid('created_by');
    t.uuid('sequence_id').notNullable();
    t.integer('year');
    t.integer('value').notNullable();
    t.integer('last_value').notNullable();
    t.specificType('number', `text COLLATE "de-x-icu"`).notNullable();
    t.specificType('resource', `text COLLATE "de-x-icu"`);
    t.specificType('record_id', `text COLLATE "de-x-icu"`);
    t.specificType('reason', `text COLLATE "de-x-icu"`);
    t.specificType('search_text', `text GENERATED ALWAYS AS (kontor_search(COALESCE(number, ''::text))) STORED`);
  });
  await knex.raw(`ALTER TABLE "number_sequences" ADD COLUMN "company_id" uuid`);
  await knex.raw(`ALTER TABLE "number_sequences" ADD COLUMN "gapless" boolean DEFAULT false NOT NULL`);
  await knex.raw(`ALTER TABLE "number_allocations" ADD CONSTRAINT "number_allocations_number_check" CHECK ((char_length(number) <= 130))`);
  await knex.raw(`ALTER TABLE "number_allocations" ADD CONSTRAINT "number_allocations_pkey" PRIMARY KEY (id)`);
  await knex.raw(`ALTER TABLE "number_allocations" ADD CONSTRAINT "number_allocations_reason_check" CHECK ((char_length(reason) <= 200))`);
  await knex.raw(`ALTER TABLE "number_allocations" ADD CONSTRAINT "number_allocations_record_id_check" CHECK ((char_length(record_id) <= 36))`);
  await knex.raw(`ALTER TABLE "number_allocations" ADD CONSTRAINT "number_allocations_resource_check" CHECK ((char_length(resource) <= 60))`);
  await knex.raw(`ALTER TABLE "number_allocations" ADD CONSTRAINT "number_allocations_whole_check" CHECK ((last_value >= value))`);
  await knex.raw(`ALTER TABLE "number_allocations" ADD CONSTRAINT "number_allocations_sequence_id_fkey" FOREIGN KEY (sequence_id) REFERENCES number_sequences(id) ON DELETE RESTRICT`);
  await knex.raw(`ALTER TABLE "number_sequences" ADD CONSTRAINT "number_sequences_company_id_fkey" FOREIGN KEY (company_id) REFERENCES companies(id) ON DELETE RESTRICT`);
  await knex.raw(`CREATE INDEX number_allocations_created_at_id_index ON public.number_allocations USING btree (created_at, id)`);
  await knex.raw(`CREATE INDEX number_allocations_resource_record_id_index ON public.number_allocations USING btree (resource, record_id)`);
  await knex.raw(`CREATE INDEX number_allocations_search_text_index ON public.number_allocations USING gin (search_text gin_trgm_ops)`);
  await knex.raw(`CREATE INDEX number_allocations_sequence_id_index ON public.number_allocations USING btree (sequence_id)`);
  await knex.raw(`CREATE UNIQUE INDEX number_allocations_sequence_id_year_value_unique ON public.number_allocations USING btree (sequence_id, year, value) NULLS NOT DISTINCT`);
  await knex.raw(`CREATE INDEX number_allocations_year_index ON public.number_allocations USING btree (year)`);
  await knex.raw(`CREATE INDEX number_sequences_company_id_index ON public.number_sequences USING btree (company_id)`);
  await knex.raw(`CREATE UNIQUE INDEX number_sequences_key_brand_id_company_id_unique ON public.number_sequences USING btree (key, brand_id, company_id) NULLS NOT DISTINCT`);
  await knex.raw(`CREATE UNIQUE INDEX number_sequences_pattern_key_unique ON public.number_sequences USING btree (pattern, key) NULLS NOT DISTINCT`);
  await knex.raw(`CREATE TRIGGER number_allocations_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.number_allocations FOR EACH STATEMENT EXECUTE FUNCTION kontor_append_only()`);
  await knex.raw(`CREATE CONSTRAINT TRIGGER number_sequences_kontor_account_numbers AFTER DELETE OR UPDATE OF next_value, year, yearly, gapless ON public.number_sequences DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION kontor_account_numbers()`);
}

export async function down(knex) {
  await knex.raw(`DROP TRIGGER "number_sequences_kontor_account_numbers" ON "number_sequences"`);
  await knex.raw(`DROP INDEX "number_sequences_company_id_index"`);
  await knex.raw(`DROP INDEX "number_sequences_key_brand_id_company_id_unique"`);
  await knex.raw(`DROP INDEX "number_sequences_pattern_key_unique"`);
  await knex.raw(`ALTER TABLE "number_allocations" DROP CONSTRAINT "number_allocations_sequence_id_fkey"`);
  await knex.raw(`ALTER TABLE "number_sequences" DROP CONSTRAINT "number_sequences_company_id_fkey"`);
  await knex.schema.dropTable('number_allocations');
  await knex.raw(`ALTER TABLE "number_sequences" DROP COLUMN "company_id"`);
  await knex.raw(`ALTER TABLE "number_sequences" DROP COLUMN "gapless"`);
  await knex.raw(`CREATE UNIQUE INDEX number_sequences_key_brand_id_unique ON public.number_sequences USING btree (key, brand_id) NULLS NOT DISTINCT`);
  await knex.raw(`DROP FUNCTION "kontor_account_numbers"`);
}
