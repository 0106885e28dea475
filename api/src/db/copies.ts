import type { Model } from '@kontor/shared';
import { changedBy } from './columns.ts';
import { body } from './functions.ts';
import { quote } from './quote.ts';

/** What of a record follows one reference: pairs of a column here and one there. */
interface Copied {
  readonly table: string;
  readonly by: string;
  readonly from: string;
  readonly pairs: readonly (readonly [here: string, there: string])[];
}

function copiedOf(model: Model): Copied[] {
  return [...model.resources.values()].flatMap((resource) => {
    const fields = Object.entries(resource.fields).filter(([, field]) => field.copies);
    return [...new Set(fields.map(([, field]) => field.copies![0]))].map((by) => ({
      table: resource.name,
      by,
      from: resource.fields[by]!.to as string,
      pairs: fields
        .filter(([, field]) => field.copies![0] === by)
        .map(([name, field]) => [name, field.copies![1]] as const),
    }));
  });
}

/**
 * Triggers that keep copies the same as what they are copies of. A row that comes takes the record it refers to for itself
 * before it reads: a change to that record which is under way is waited for, and one that comes later finds the row.
 */
export function copyFunctions(model: Model): {
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
  for (const { table, by, from, pairs } of copiedOf(model)) {
    const here = pairs.map(([name]) => name);
    const there = pairs.map(([, name]) => name);
    const take = `copy_${table}_${by}`;
    define(
      take,
      `BEGIN
  IF NEW.${quote(by)} IS NULL THEN ${here.map((name) => `NEW.${quote(name)} := NULL;`).join(' ')}
  ELSE SELECT ${there.map(quote).join(', ')} INTO ${here.map((name) => `NEW.${quote(name)}`).join(', ')} FROM ${quote(from)} WHERE id = NEW.${quote(by)} FOR NO KEY UPDATE;
  END IF;
  RETURN NEW;
END`,
    );
    triggers.push({
      table,
      name: take,
      definition: `CREATE TRIGGER ${take} BEFORE INSERT OR UPDATE OF ${[by, ...here].map(quote).join(', ')} ON ${quote(table)} FOR EACH ROW EXECUTE FUNCTION ${take}()`,
    });
    const give = `copied_${table}_${by}`;
    const sets = pairs.map(([name, source]) => `${quote(name)} = NEW.${quote(source)}`);
    const differ = there.map((name) => `OLD.${quote(name)} IS DISTINCT FROM NEW.${quote(name)}`);
    define(
      give,
      `BEGIN
  IF ${differ.join(' OR ')} THEN UPDATE ${quote(table)} SET ${sets.join(', ')} WHERE ${quote(by)} = NEW.id; END IF;
  RETURN NULL;
END`,
    );
    triggers.push({
      table: from,
      name: give,
      definition: `CREATE TRIGGER ${give} AFTER UPDATE OF ${changedBy(model.get(from), there).map(quote).join(', ')} ON ${quote(from)} FOR EACH ROW EXECUTE FUNCTION ${give}()`,
    });
    for (const [name, source] of pairs)
      statements.push({
        resource: table,
        field: name,
        value: `(SELECT ${quote(source)} FROM ${quote(from)} WHERE id = ${quote(table)}.${quote(by)})`,
      });
  }
  return { functions, triggers, statements };
}
