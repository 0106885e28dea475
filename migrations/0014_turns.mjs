/** turns */
export async function up(knex) {
  await knex.raw(`CREATE OR REPLACE FUNCTION public.kontor_in_turn()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$DECLARE place text := TG_TABLE_NAME; part text;
BEGIN
  FOR i IN 0 .. TG_NARGS - 1 LOOP
    part := to_jsonb(NEW) ->> TG_ARGV[i];
    IF part IS NULL THEN RETURN NEW; END IF;
    place := place || ' ' || part;
  END LOOP;
  PERFORM pg_advisory_xact_lock(hashtextextended(place, 0));
  RETURN NEW;
END$function$`);
}

export async function down(knex) {
  await knex.raw(`DROP FUNCTION "kontor_in_turn"`);
}
