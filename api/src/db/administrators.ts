/**
 * Who administers for good: active, with a role in all brands and without an end that allows everything, and with none that
 * takes users or roles out of it.
 */
const administrators = `BEGIN
  RETURN QUERY SELECT DISTINCT u.id FROM users u JOIN user_roles a ON a.user_id = u.id
    WHERE u.active AND u.deleted_at IS NULL AND a.brand_id IS NULL AND a.valid_to IS NULL AND coalesce(a.valid_from, current_date) <= current_date
    AND EXISTS (SELECT 1 FROM role_permissions p WHERE p.role_id = a.role_id AND p.effect = 'allow' AND p.pattern = '*' AND coalesce(p.scope, 'all') = 'all')
    AND NOT EXISTS (SELECT 1 FROM user_roles d JOIN role_permissions p ON p.role_id = d.role_id WHERE d.user_id = u.id AND p.effect = 'deny' AND split_part(p.pattern, '.', 1) IN ('*', 'users', 'roles'));
END`;

/**
 * Refuses what would leave nobody to administer, whatever way it comes. Run at the end of the transaction (deferred), one
 * transaction after the other (lock): two administrators who demote each other at once can not both succeed.
 */
const keepAdministrator = `DECLARE was jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END; becomes jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
BEGIN
  IF NOT (CASE TG_TABLE_NAME
    WHEN 'users' THEN EXISTS (SELECT 1 FROM user_roles a JOIN role_permissions p ON p.role_id = a.role_id WHERE a.user_id = (was ->> 'id')::uuid AND p.pattern = '*' AND p.effect = 'allow')
    WHEN 'user_roles' THEN EXISTS (SELECT 1 FROM role_permissions p WHERE p.role_id = (was ->> 'role_id')::uuid AND p.pattern = '*' AND p.effect = 'allow')
      OR EXISTS (SELECT 1 FROM user_roles a JOIN role_permissions p ON p.role_id = a.role_id WHERE a.user_id = (becomes ->> 'user_id')::uuid AND p.pattern = '*' AND p.effect = 'allow')
    ELSE coalesce(was ->> 'pattern' = '*', false) AND EXISTS (SELECT 1 FROM users)
      OR coalesce(becomes ->> 'effect' = 'deny', false) AND EXISTS (SELECT 1 FROM user_roles a WHERE a.role_id = (becomes ->> 'role_id')::uuid)
  END) THEN RETURN NULL; END IF;
  PERFORM pg_advisory_xact_lock(20261127);
  IF NOT EXISTS (SELECT 1 FROM kontor_administrators()) THEN
    RAISE EXCEPTION 'nobody would be left to administer' USING ERRCODE = 'KN004';
  END IF;
  RETURN NULL;
END`;

/** Functions that keep an installation from losing its last administrator, by name. `body` quotes what they do. */
export const administratorFunctions = (body: (text: string) => string): Record<string, string> => ({
  kontor_administrators: `CREATE OR REPLACE FUNCTION kontor_administrators() RETURNS SETOF uuid LANGUAGE plpgsql STABLE AS ${body(administrators)}`,
  kontor_keep_administrator: `CREATE OR REPLACE FUNCTION kontor_keep_administrator() RETURNS trigger LANGUAGE plpgsql AS ${body(keepAdministrator)}`,
});
