import { foldFrom, foldTo, type Model } from '@kontor/shared';
import { administratorFunctions } from './administrators.ts';
import { literal, quote } from './quote.ts';

/** A function's text between quotes that do not occur in it. */
export const body = (text: string): string => `$kontor$${text}$kontor$`;

/**
 * Functions every installation has, by name and full definition.
 * Folding keeps both ways of writing an umlaut, so that "Muller" and "Mueller" find "Müller".
 */
export function baseFunctions(): Record<string, string> {
  return {
    ...administratorFunctions(body),
    kontor_fold: `CREATE OR REPLACE FUNCTION kontor_fold(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURNS NULL ON NULL INPUT AS ${body(
      `SELECT translate(replace(lower($1 COLLATE "de-x-icu"), 'ß', 'ss'), ${literal(foldFrom)}, ${literal(foldTo)})`,
    )}`,
    kontor_search: `CREATE OR REPLACE FUNCTION kontor_search(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURNS NULL ON NULL INPUT AS ${body(
      `SELECT CASE WHEN $1 ~* '[äöü]' THEN kontor_fold($1) || ' ' || kontor_fold(replace(replace(replace(lower($1 COLLATE "de-x-icu"), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue')) ELSE kontor_fold($1) END`,
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
    kontor_announce: `CREATE OR REPLACE FUNCTION kontor_announce() RETURNS trigger LANGUAGE plpgsql AS ${body(
      `BEGIN PERFORM pg_notify('kontor', TG_ARGV[0]); RETURN NULL; END`,
    )}`,
  };
}

/** One trigger function per rollup: locks the parent first, so that a concurrent writer's rows are counted by whoever comes second. */
export function rollupFunctions(
  model: Model,
  where: (resource: string, condition: Record<string, unknown>) => string,
): {
  functions: Record<string, string>;
  triggers: { table: string; name: string; definition: string }[];
  statements: { resource: string; field: string; value: string }[];
} {
  const functions: Record<string, string> = {};
  const triggers: { table: string; name: string; definition: string }[] = [];
  const statements: { resource: string; field: string; value: string }[] = [];
  for (const parent of model.resources.values())
    for (const [name, field] of Object.entries(parent.fields)) {
      if (field.kind !== 'rollup') continue;
      const child = model.get(field.of as string);
      const subject = child.fields[field.by as string]?.kind === 'subject';
      const link = subject ? `${field.by}_id` : (field.by as string);
      const conditions = [
        child.trash ? 'deleted_at IS NULL' : '',
        subject ? `${quote(`${field.by}_resource`)} = ${literal(parent.name)}` : '',
        field.where ? where(child.name, field.where) : '',
      ].filter(Boolean);
      const what = field.count
        ? 'count(*)'
        : field.sum
          ? `coalesce(sum(${quote(field.sum)}), 0)`
          : field.min
            ? `min(${quote(field.min)})`
            : `max(${quote(field.max)})`;
      const value = (id: string) =>
        `(SELECT ${what} FROM ${quote(child.name)} WHERE ${[`${quote(link)} = ${id}`, ...conditions].join(' AND ')})`;
      const fn = `rollup_${parent.name}_${name}`;
      const applies = (row: string) =>
        subject ? `${row}.${quote(`${field.by}_resource`)} = ${literal(parent.name)}` : 'true';
      functions[fn] = `CREATE OR REPLACE FUNCTION ${fn}() RETURNS trigger LANGUAGE plpgsql AS ${body(
        `DECLARE parent uuid;
BEGIN
  FOR parent IN SELECT DISTINCT p FROM unnest(ARRAY[
    CASE WHEN TG_OP <> 'INSERT' AND ${applies('OLD')} THEN OLD.${quote(link)} END,
    CASE WHEN TG_OP <> 'DELETE' AND ${applies('NEW')} THEN NEW.${quote(link)} END]) AS p WHERE p IS NOT NULL ORDER BY p LOOP
    PERFORM 1 FROM ${quote(parent.name)} WHERE id = parent FOR NO KEY UPDATE;
    UPDATE ${quote(parent.name)} SET ${quote(name)} = ${value('parent')} WHERE id = parent;
  END LOOP;
  RETURN NULL;
END`,
      )}`;
      const columns = [
        link,
        subject ? `${field.by}_resource` : '',
        child.trash ? 'deleted_at' : '',
        ...Object.keys(field.where ?? {}),
        field.sum ?? field.min ?? field.max ?? '',
      ].filter(Boolean);
      triggers.push({
        table: child.name,
        name: fn,
        definition: `CREATE TRIGGER ${fn} AFTER INSERT OR DELETE OR UPDATE OF ${[...new Set(columns)].map(quote).join(', ')} ON ${quote(child.name)} FOR EACH ROW EXECUTE FUNCTION ${fn}()`,
      });
      statements.push({ resource: parent.name, field: name, value: value(`${quote(parent.name)}.id`) });
    }
  return { functions, triggers, statements };
}
