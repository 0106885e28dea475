/**
 * Refuses to move a series without gaps on unless each number that it passed is accounted for, exactly once. Run at the end of
 * the transaction (deferred), for each change of the series by itself. A new year begins a yearly series anew.
 */
const account = `DECLARE first integer; at integer; part record;
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
END`;

/** The function that keeps account of numbers, by name. `body` quotes what it does. */
export const numberFunctions = (body: (text: string) => string): Record<string, string> => ({
  kontor_account_numbers: `CREATE OR REPLACE FUNCTION kontor_account_numbers() RETURNS trigger LANGUAGE plpgsql AS ${body(account)}`,
});
