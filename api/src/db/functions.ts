import { foldFrom, foldTo } from '@kontor/shared';
import { administratorFunctions } from './administrators.ts';
import { numberFunctions } from './number_accounts.ts';
import { literal } from './quote.ts';

/** A function's text between quotes that do not occur in it. */
export const body = (text: string): string => `$kontor$${text}$kontor$`;

/** SQL of a text in small letters, some of them written otherwise. */
const replaced = (text: string, letters: Record<string, string>): string =>
  Object.entries(letters).reduce(
    (sql, [letter, other]) => `replace(${sql}, ${literal(letter)}, ${literal(other)})`,
    `lower(${text} COLLATE "de-x-icu")`,
  );

/**
 * Functions every installation has, by name and full definition.
 * Folding keeps both ways of writing an umlaut, so that "Muller" and "Mueller" find "Müller". Of a long text each word is kept
 * once, at most a hundred letters of it: the likeness of a word to a text takes time by the square of how often its letters
 * occur there (20,000 times "ß" took four seconds of everybody's search).
 * What German texts hold is replaced one by one, because `translate` looks through its whole list for each letter; and
 * `OFFSET 0` keeps the planner from writing (and so computing) the inner text wherever it is mentioned. Together: seven
 * times faster, which is half the time of inserting a text.
 */
export function baseFunctions(): Record<string, string> {
  return {
    ...administratorFunctions(body),
    ...numberFunctions(body),
    kontor_fold: `CREATE OR REPLACE FUNCTION kontor_fold(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURNS NULL ON NULL INPUT AS ${body(
      `SELECT CASE WHEN octet_length(plain) = length(plain) THEN plain ELSE translate(plain, ${literal(foldFrom)}, ${literal(foldTo)}) END
FROM (SELECT ${replaced('$1', { ß: 'ss', ä: 'a', ö: 'o', ü: 'u' })} AS plain OFFSET 0) lowered`,
    )}`,
    kontor_search: `CREATE OR REPLACE FUNCTION kontor_search(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURNS NULL ON NULL INPUT AS ${body(
      `SELECT CASE WHEN length(folded) <= 1000 THEN folded ELSE (SELECT coalesce(string_agg(word, ' ' ORDER BY place), '') FROM (SELECT left(word, 100) AS word, min(place) AS place FROM regexp_split_to_table(folded, '\\s+') WITH ORDINALITY AS split(word, place) GROUP BY 1) words) END
FROM (SELECT CASE WHEN $1 ~* '[äöü]' THEN kontor_fold($1) || ' ' || kontor_fold(${replaced('$1', { ä: 'ae', ö: 'oe', ü: 'ue' })}) ELSE kontor_fold($1) END AS folded OFFSET 0) text`,
    )}`,
    kontor_append_only: `CREATE OR REPLACE FUNCTION kontor_append_only() RETURNS trigger LANGUAGE plpgsql AS ${body(
      `BEGIN RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME USING ERRCODE = 'KN001'; END`,
    )}`,
    kontor_subject_exists: `CREATE OR REPLACE FUNCTION kontor_subject_exists() RETURNS trigger LANGUAGE plpgsql AS ${body(
      `DECLARE target text := to_jsonb(NEW) ->> (TG_ARGV[0] || '_resource'); found_id uuid;
BEGIN
  IF target IS NULL THEN RETURN NEW; END IF;
  EXECUTE format('SELECT id FROM %I WHERE id = $1 FOR KEY SHARE', target) INTO found_id USING (to_jsonb(NEW) ->> (TG_ARGV[0] || '_id'))::uuid;
  IF found_id IS NULL THEN RAISE EXCEPTION 'subject does not exist' USING ERRCODE = 'KN002', COLUMN = TG_ARGV[0] || '_id', TABLE = TG_TABLE_NAME; END IF;
  RETURN NEW;
END`,
    )}`,
    kontor_subject_in_use: `CREATE OR REPLACE FUNCTION kontor_subject_in_use() RETURNS trigger LANGUAGE plpgsql AS ${body(
      `DECLARE place text; used boolean;
BEGIN
  FOREACH place IN ARRAY TG_ARGV LOOP
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I WHERE %I = $1 AND %I = $2)', split_part(place, '.', 1), split_part(place, '.', 2) || '_resource', split_part(place, '.', 2) || '_id') INTO used USING TG_TABLE_NAME, OLD.id;
    IF used THEN RAISE EXCEPTION 'record is a subject of %', place USING ERRCODE = 'KN003', TABLE = split_part(place, '.', 1); END IF;
  END LOOP;
  RETURN OLD;
END`,
    )}`,
    kontor_subject_gone: `CREATE OR REPLACE FUNCTION kontor_subject_gone() RETURNS trigger LANGUAGE plpgsql AS ${body(
      `DECLARE place text;
BEGIN
  FOREACH place IN ARRAY TG_ARGV LOOP
    EXECUTE format('DELETE FROM %I WHERE %I = $1 AND %I = $2', split_part(place, '.', 1), split_part(place, '.', 2) || '_resource', split_part(place, '.', 2) || '_id') USING TG_TABLE_NAME, OLD.id;
  END LOOP;
  RETURN OLD;
END`,
    )}`,
    kontor_in_turn: `CREATE OR REPLACE FUNCTION kontor_in_turn() RETURNS trigger LANGUAGE plpgsql AS ${body(
      `DECLARE place text := TG_TABLE_NAME; part text;
BEGIN
  FOR i IN 0 .. TG_NARGS - 1 LOOP
    part := to_jsonb(NEW) ->> TG_ARGV[i];
    IF part IS NULL THEN RETURN NEW; END IF;
    place := place || ' ' || part;
  END LOOP;
  PERFORM pg_advisory_xact_lock(hashtextextended(place, 0));
  RETURN NEW;
END`,
    )}`,
    kontor_tree: `CREATE OR REPLACE FUNCTION kontor_tree() RETURNS trigger LANGUAGE plpgsql AS ${body(
      `DECLARE above uuid := NEW.id;
BEGIN
  IF to_jsonb(NEW) ->> TG_ARGV[0] IS NULL THEN RETURN NULL; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended(TG_TABLE_NAME || ' tree', 0));
  FOR step IN 1 .. 1000 LOOP
    EXECUTE format('SELECT %I FROM %I WHERE id = $1', TG_ARGV[0], TG_TABLE_NAME) INTO above USING above;
    IF above IS NULL THEN RETURN NULL; END IF;
    EXIT WHEN above = NEW.id;
  END LOOP;
  RAISE EXCEPTION 'a circle' USING ERRCODE = 'KN007', COLUMN = TG_ARGV[0], TABLE = TG_TABLE_NAME;
END`,
    )}`,
    kontor_announce: `CREATE OR REPLACE FUNCTION kontor_announce() RETURNS trigger LANGUAGE plpgsql AS ${body(
      `BEGIN PERFORM pg_notify('kontor', TG_ARGV[0]); RETURN NULL; END`,
    )}`,
  };
}
