import { type AnyField, type Model, type Resource, rollupOf } from '@kontor/shared';
import { changedBy } from './columns.ts';
import { body } from './functions.ts';
import { literal, quote } from './quote.ts';
import { constraintName } from './schema.ts';

type Where = (resource: string, condition: Record<string, unknown>) => string;

/** The figures of one resource over the records of another, by the same field there. */
interface Group {
  readonly parent: Resource;
  readonly child: Resource;
  readonly by: string;
  readonly figures: readonly (readonly [name: string, field: NonNullable<ReturnType<typeof rollupOf>>])[];
}

function groupsOf(model: Model): Group[] {
  return [...model.resources.values()].flatMap((parent) => {
    const figures = Object.entries(parent.fields as Record<string, AnyField>).flatMap(([name, declared]) => {
      const field = rollupOf(declared);
      return field ? [[name, field] as const] : [];
    });
    const groups = new Map(figures.map(([, { of, by }]) => [`${of} ${by}`, { of, by }]));
    return [...groups.values()].map(({ of, by }) => ({
      parent,
      child: model.get(of),
      by,
      figures: figures.filter(([, field]) => field.of === of && field.by === by),
    }));
  });
}

/** What is counted, summed or compared, as SQL over the records that belong together. */
function figureOf(child: Resource, field: Group['figures'][number][1], where: Where): string {
  const only = field.where ? ` FILTER (WHERE ${where(child.name, field.where)})` : '';
  if (field.count) return `count(${field.count === true ? '*' : quote(field.count)})${only}`;
  if (field.sum) return `coalesce(sum(${quote(field.sum)})${only}, 0)`;
  if (field.mean) return `round(avg(${quote(field.mean)})${only}, 2)`;
  return field.min ? `min(${quote(field.min)})${only}` : `max(${quote(field.max!)})${only}`;
}

/**
 * A pair of triggers for all figures over the same records: they lock the parent first, so that a concurrent writer's rows
 * are counted by whoever comes second. What is right already is not written. Rows that are inserted are looked at together
 * when their statement ends: of many of one parent it is counted once. (By an array, so that a plan made for many parents is
 * no plan to read all of them.)
 */
export function rollupFunctions(
  model: Model,
  where: Where,
): {
  functions: Record<string, string>;
  triggers: { table: string; name: string; definition: string }[];
  statements: { resource: string; field: string; value: string }[];
} {
  const functions: Record<string, string> = {};
  const triggers: { table: string; name: string; definition: string }[] = [];
  const statements: { resource: string; field: string; value: string }[] = [];
  const define = (name: string, text: string) => {
    functions[name] = `CREATE OR REPLACE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS ${body(text)}`;
  };
  for (const { parent, child, by, figures } of groupsOf(model)) {
    const [here, there] = [quote(parent.name), quote(child.name)];
    const subject = child.fields[by]?.kind === 'subject';
    const link = subject ? `${by}_id` : by;
    const kind = `${by}_resource`;
    const ofParent = (row: string) => (subject ? `${row}.${quote(kind)} = ${literal(parent.name)}` : 'true');
    const belonging = (id: string) =>
      [
        `${quote(link)} = ${id}`,
        child.trash ? 'deleted_at IS NULL' : '',
        subject ? `${quote(kind)} = ${literal(parent.name)}` : '',
      ]
        .filter(Boolean)
        .join(' AND ');
    const values = figures.map(([name, field]) => ({ name, value: figureOf(child, field, where) }));
    const counted = (id: string) =>
      `SELECT ${values.map(({ name, value }) => `${value} AS ${quote(name)}`).join(', ')} FROM ${there} WHERE ${belonging(id)}`;
    const set = values.map(({ name }) => `${quote(name)} = now.${quote(name)}`).join(', ');
    const differ = values.map(({ name }) => `${here}.${quote(name)} IS DISTINCT FROM now.${quote(name)}`).join(' OR ');
    const changed = constraintName('rollup', parent.name, child.name, by);
    define(
      changed,
      `DECLARE parent uuid;
BEGIN
  FOR parent IN SELECT DISTINCT p FROM unnest(ARRAY[
    CASE WHEN ${ofParent('OLD')} THEN OLD.${quote(link)} END,
    CASE WHEN TG_OP <> 'DELETE' AND ${ofParent('NEW')} THEN NEW.${quote(link)} END]) AS p WHERE p IS NOT NULL ORDER BY p LOOP
    PERFORM 1 FROM ${here} WHERE id = parent FOR NO KEY UPDATE;
    UPDATE ${here} SET ${set} FROM (${counted('parent')}) now WHERE id = parent AND (${differ});
  END LOOP;
  RETURN NULL;
END`,
    );
    const added = constraintName('rollup', parent.name, child.name, by, 'added');
    define(
      added,
      `DECLARE parents uuid[] := ARRAY(SELECT DISTINCT a.${quote(link)} FROM added a WHERE a.${quote(link)} IS NOT NULL AND ${ofParent('a')} ORDER BY 1);
BEGIN
  IF parents = '{}' THEN RETURN NULL; END IF;
  PERFORM 1 FROM ${here} WHERE id = ANY(parents) ORDER BY id FOR NO KEY UPDATE;
  UPDATE ${here} SET ${set} FROM (SELECT p.id AS parent, v.* FROM unnest(parents) AS p(id), LATERAL (${counted('p.id')}) v) now WHERE ${here}.id = now.parent AND ${here}.id = ANY(parents) AND (${differ});
  RETURN NULL;
END`,
    );
    triggers.push({
      table: child.name,
      name: added,
      definition: `CREATE TRIGGER ${added} AFTER INSERT ON ${there} REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION ${added}()`,
    });
    const columns = [
      link,
      ...(subject ? [kind] : []),
      ...(child.trash ? ['deleted_at'] : []),
      ...figures.flatMap(([, { where: only, count, sum, mean, min, max }]) => [
        ...Object.keys(only ?? {}),
        ...[count, sum, mean, min, max].filter((name) => typeof name === 'string'),
      ]),
    ];
    triggers.push({
      table: child.name,
      name: changed,
      definition: `CREATE TRIGGER ${changed} AFTER DELETE OR UPDATE OF ${changedBy(child, columns).map(quote).join(', ')} ON ${there} FOR EACH ROW EXECUTE FUNCTION ${changed}()`,
    });
    for (const { name, value } of values)
      statements.push({
        resource: parent.name,
        field: name,
        value: `(SELECT ${value} FROM ${there} WHERE ${belonging(`${here}.id`)})`,
      });
  }
  return { functions, triggers, statements };
}
