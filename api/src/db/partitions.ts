import { body } from './functions.ts';

/** Names of the tables with parts. */
export const partitionedTables =
  "SELECT c.relname AS name FROM pg_partitioned_table p JOIN pg_class c ON c.oid = p.partrelid WHERE c.relnamespace = 'public'::regnamespace";

/**
 * `kontor_make_partitions(table, first, last)`: the parts of a table from the month of one day to the month of another (in
 * UTC), and the part for what fits in none, as far as they are missing. The application may call it: it runs with the rights
 * of the owner, and makes nothing but parts of tables that are declared with them. Rows of a month that lie in the part for
 * the rest already stay there, and so do those to come: no write ever fails. Returns how many it has made.
 */
export const partitionFunctions = (): Record<string, string> => ({
  kontor_make_partitions: `CREATE OR REPLACE FUNCTION kontor_make_partitions(target text, first date, last date) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' SET lock_timeout TO '3s' AS ${body(
    `DECLARE
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
END`,
  )}`,
});
