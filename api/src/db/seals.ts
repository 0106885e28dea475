import type { Resource } from '@kontor/shared';
import { body } from './functions.ts';
import { literal, quote } from './quote.ts';
import type { Table } from './schema.ts';

/**
 * What makes later changes of sealed rows show. A trigger gives each new row a random salt, the SHA-256 of salt and content,
 * and the number of its transaction, whoever inserts it. A sealing function then chains what has been committed, in order.
 * `docs/audit.md` defines every byte; `scripts/audit-verify-offline.mjs` proves it without Kontor.
 */

/** What a sealed row bears besides its declared columns. */
export const sealColumns: Record<string, string> = {
  xid: 'xid8 NOT NULL',
  salt: 'bytea',
  digest: 'bytea NOT NULL',
};

/** The content of a row in its canonical form: the text of a `jsonb` object, of which PostgreSQL orders and spaces the members. */
export const contentSql = (resource: Resource, row: string): string =>
  `jsonb_build_object(${resource.sealed!.content.map((name) => `${literal(name)}, ${row}.${quote(name)}`).join(', ')})::text`;

/** Everything else of a row in its canonical form, with its place in the chain; what is empty is left out. */
export const entrySql = (resource: Resource, row: string, position: string): string => {
  const hidden = [...resource.sealed!.content, 'xid', 'salt'].map(literal).join(', ');
  const at = `to_char(${row}.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
  return `jsonb_strip_nulls(to_jsonb(${row}) - ARRAY[${hidden}] || jsonb_build_object('position', ${position}, 'digest', encode(${row}.digest, 'hex'), 'created_at', ${at}))::text`;
};

/** Before the first link of the chain. */
const nothing = "decode(repeat('00', 32), 'hex')";

export function sealTable(resource: Resource): Table {
  const table = resource.sealed!.by;
  return {
    columns: {
      position: 'bigint NOT NULL',
      entry_id: 'uuid NOT NULL',
      entry_at: 'timestamp with time zone NOT NULL',
      chain: 'bytea NOT NULL',
      below: 'xid8 NOT NULL',
      sealed_at: 'timestamp with time zone DEFAULT now() NOT NULL',
    },
    constraints: { [`${table}_pkey`]: 'PRIMARY KEY ("position")' },
    indices: {
      [`${table}_entry_id_unique`]: `CREATE UNIQUE INDEX ${quote(`${table}_entry_id_unique`)} ON ${quote(table)} (entry_id, entry_at)`,
    },
    triggers: {
      [`${table}_append_only`]: `CREATE TRIGGER ${quote(`${table}_append_only`)} BEFORE UPDATE OR DELETE OR TRUNCATE ON ${quote(table)} FOR EACH STATEMENT EXECUTE FUNCTION kontor_append_only()`,
    },
  };
}

export function sealTriggers(resource: Resource): Record<string, string> {
  const table = resource.name;
  return {
    [`${table}_digest`]: `CREATE TRIGGER ${quote(`${table}_digest`)} BEFORE INSERT ON ${quote(table)} FOR EACH ROW EXECUTE FUNCTION ${quote(`${table}_digest`)}()`,
    [`${table}_unchanged`]: `CREATE TRIGGER ${quote(`${table}_unchanged`)} BEFORE UPDATE OR DELETE ON ${quote(table)} FOR EACH ROW EXECUTE FUNCTION ${quote(`${table}_unchanged`)}()`,
  };
}

const definer = "SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp'";

export function sealFunctions(resource: Resource): Record<string, string> {
  const table = resource.name;
  const { by, content } = resource.sealed!;
  const blank = content.map((name) => `NEW.${quote(name)} IS NULL`).join(' AND ');
  const hidden = [...content, 'salt'].map(literal).join(', ');
  return {
    [`${table}_digest`]: `CREATE OR REPLACE FUNCTION ${table}_digest() RETURNS trigger LANGUAGE plpgsql AS ${body(
      `BEGIN
  NEW.xid := pg_catalog.pg_current_xact_id();
  NEW.salt := pg_catalog.uuid_send(pg_catalog.gen_random_uuid());
  NEW.digest := pg_catalog.sha256(NEW.salt || pg_catalog.convert_to(pg_catalog.${contentSql(resource, 'NEW')}, 'UTF8'));
  RETURN NEW;
END`,
    )}`,
    // the one change there is: content and salt go, in a transaction that says so in the trail itself
    [`${table}_unchanged`]: `CREATE OR REPLACE FUNCTION ${table}_unchanged() RETURNS trigger LANGUAGE plpgsql SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS ${body(
      `BEGIN
  IF TG_OP = 'UPDATE' AND ${blank} AND NEW.salt IS NULL
    AND to_jsonb(NEW) - ARRAY[${hidden}] = to_jsonb(OLD) - ARRAY[${hidden}]
    AND EXISTS (SELECT 1 FROM public.${table} e WHERE e.xid = pg_current_xact_id() AND e.operation = 'erase' AND e.resource = OLD.resource AND e.record_id = OLD.record_id)
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME USING ERRCODE = 'KN001';
END`,
    )}`,
    /**
     * Seals what is committed for certain: rows of transactions below the oldest one that still runs, in the order of
     * transaction and id. Nothing can come in between later, and nobody waits. Rows beyond every transaction that is known
     * here come from another server (a restored backup); so do seals beyond, and then everything is looked at once. `below`
     * says below which transaction nothing is missing. Returns how many rows were sealed, -1 while another process seals.
     */
    [`${table}_seal`]: `CREATE OR REPLACE FUNCTION ${table}_seal(most integer) RETURNS integer LANGUAGE plpgsql ${definer} AS ${body(
      `DECLARE
  place bigint;
  link bytea;
  known xid8;
  oldest xid8;
  sealed integer := 0;
  e record;
BEGIN
  IF NOT pg_try_advisory_xact_lock(20261123, 'public.${table}'::regclass::oid::integer) THEN RETURN -1; END IF;
  oldest := pg_snapshot_xmin(pg_current_snapshot());
  SELECT s.position, s.chain, s.below INTO place, link, known FROM public.${by} s ORDER BY s.position DESC LIMIT 1;
  IF place IS NULL THEN place := 0; link := ${nothing}; END IF;
  IF known IS NULL OR known > oldest THEN known := '0'; END IF;
  FOR e IN
    SELECT t.* FROM public.${table} t
    WHERE t.xid >= known
      AND (t.xid < pg_snapshot_xmin(pg_current_snapshot()) OR t.xid >= pg_snapshot_xmax(pg_current_snapshot()))
      AND t.xid IS DISTINCT FROM pg_current_xact_id_if_assigned()
      AND NOT EXISTS (SELECT 1 FROM public.${by} s WHERE s.entry_id = t.id AND s.entry_at = t.created_at)
    ORDER BY t.xid, t.id LIMIT most
  LOOP
    place := place + 1;
    sealed := sealed + 1;
    link := sha256(link || convert_to(${entrySql(resource, 'e', 'place')}, 'UTF8'));
    INSERT INTO public.${by} (position, entry_id, entry_at, chain, below) VALUES (place, e.id, e.created_at, link, least(e.xid, oldest));
  END LOOP;
  RETURN sealed;
END`,
    )}`,
    /**
     * Blanks content and salt of all entries of one record, and enters who did so and why. The digests stay, so the chain
     * stays whole. Returns how many entries there were.
     */
    [`${table}_erase`]: `CREATE OR REPLACE FUNCTION ${table}_erase(entry uuid, of_resource text, of_record text, reason text, actor uuid, request text) RETURNS integer LANGUAGE plpgsql ${definer} AS ${body(
      `DECLARE
  found integer;
BEGIN
  IF coalesce(of_resource, '') = '' OR coalesce(of_record, '') = '' OR char_length(coalesce(trim(reason), '')) < 5 THEN
    RAISE EXCEPTION 'an erasure names its record and its reason' USING ERRCODE = 'KN005';
  END IF;
  SELECT count(*) INTO found FROM public.${table} t WHERE t.resource = of_resource AND t.record_id = of_record AND t.salt IS NOT NULL AND t.operation <> 'erase';
  IF found = 0 THEN RETURN 0; END IF;
  INSERT INTO public.${table} (id, created_by, request_id, resource, record_id, operation, after)
    VALUES (entry, actor, request, of_resource, of_record, 'erase', jsonb_build_object('reason', reason, 'entries', found));
  UPDATE public.${table} t SET ${content.map((name) => `${quote(name)} = NULL`).join(', ')}, salt = NULL
    WHERE t.resource = of_resource AND t.record_id = of_record AND t.salt IS NOT NULL AND t.operation <> 'erase';
  RETURN found;
END`,
    )}`,
  };
}
