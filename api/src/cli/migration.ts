import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkModel } from '@kontor/shared';
import { model } from '@kontor/shared/modules/index';
import { readConfig } from '../config.ts';
import type { Change } from '../db/diff.ts';
import { drift } from '../db/drift.ts';
import { migrationsFolder } from '../db/migrate.ts';
import { quote } from '../db/quote.ts';
import { openServer } from '../db/server.ts';
import { losesData, needsFill, writeMigration } from '../db/writer.ts';

const usage = `npm run migration -- <name> [--rename table.old=new] [--rename old_table=new_table] [--fill table.column="'value'"] [--drop]
npm run migration -- --check`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    check: { type: 'boolean' },
    drop: { type: 'boolean' },
    rename: { type: 'string', multiple: true },
    fill: { type: 'string', multiple: true },
    folder: { type: 'string' },
  },
});

/** `customers.old=new` or `old=new` as statements. */
function rename(text: string): { up: string; down: string } {
  const match = /^(?:(\w+)\.)?(\w+)=(\w+)$/.exec(text);
  if (!match) throw new Error(`--rename ${text}: expected table.old=new or old=new`);
  const [, table, from, to] = match as unknown as [string, string | undefined, string, string];
  const statement = (a: string, b: string) =>
    table
      ? `ALTER TABLE ${quote(table)} RENAME COLUMN ${quote(a)} TO ${quote(b)}`
      : `ALTER TABLE ${quote(a)} RENAME TO ${quote(b)}`;
  return { up: statement(from, to), down: statement(to, from) };
}

const describe = (change: Change) =>
  `${change.to === undefined ? 'drop' : change.from === undefined ? 'add' : 'change'} ${change.part} ${change.table && change.table !== change.name ? `${change.table}.` : ''}${change.name}`;

async function main(): Promise<number> {
  const mistakes = checkModel(model);
  if (mistakes.length) {
    console.error(mistakes.join('\n'));
    return 1;
  }
  const name = positionals[0];
  if (!values.check && !(name && /^[a-z][a-z0-9_]*$/.test(name))) {
    console.error(usage);
    return 2;
  }
  const folder = values.folder ?? migrationsFolder;
  const server = await openServer(readConfig());
  try {
    const renames = (values.rename ?? []).map(rename);
    const changes = await drift(
      server.ownerUrl,
      model,
      folder,
      renames.map(({ up }) => up),
    );
    if (values.check) {
      for (const change of changes) console.error(`missing in migrations: ${describe(change)}`);
      console.log(
        changes.length ? `${changes.length} differences` : 'The migrations produce what the declarations demand.',
      );
      return changes.length ? 1 : 0;
    }
    if (changes.length === 0 && renames.length === 0) {
      console.log('Nothing to do: the migrations produce what the declarations demand.');
      return 0;
    }
    const losses = changes.filter(losesData);
    if (losses.length && !values.drop) {
      console.error(
        `Data would be lost; say --rename if it moves, or --drop if it may go:\n${losses.map((c) => `  ${describe(c)}`).join('\n')}`,
      );
      return 1;
    }
    const fill = Object.fromEntries(
      (values.fill ?? []).map((text) => [text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1)]),
    );
    const missing = needsFill(changes).filter((column) => fill[column] === undefined);
    if (missing.length) {
      console.error(
        `Existing rows need a value for a required field:\n${missing.map((column) => `  --fill ${column}="'…'"`).join('\n')}`,
      );
      return 1;
    }
    mkdirSync(folder, { recursive: true });
    const number = readdirSync(folder).filter((file) => file.endsWith('.mjs')).length + 1;
    const file = join(folder, `${String(number).padStart(4, '0')}_${name}.mjs`);
    writeFileSync(file, writeMigration(name!.replaceAll('_', ' '), changes, { fill, renames }));
    console.log(`${file}\n${changes.map((c) => `  ${describe(c)}`).join('\n')}\nRead it before you commit it.`);
    return 0;
  } finally {
    await server.stop();
  }
}

main().then(
  (code) => process.exit(code),
  (error: Error) => {
    console.error(error.message);
    process.exit(1);
  },
);
