import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkModel, type Resource } from '@kontor/shared';
import { model } from '@kontor/shared/modules/index';
import { root } from '../config.ts';
import { explain } from '../explain/index.ts';
import { printable, screenSource, screensOf } from '../explain/source.ts';
import { suggest } from '../explain/suggest.ts';
import { plain, terminal } from '../explain/text.ts';

const usage = `npm run explain -- <resource>
npm run --silent explain -- <resource> --screen ${printable.join('|')}`;

/** The text as Biome would write it, so that it can be committed as it is. */
function formatted(file: string, source: string): string {
  try {
    const program = join(root, 'node_modules/.bin/biome');
    return execFileSync(program, ['check', '--write', `--stdin-file-path=${join(root, file)}`], {
      cwd: root,
      input: source,
      stdio: ['pipe', 'pipe', 'ignore'],
    }).toString();
  } catch {
    return source;
  }
}

/** Words to choose from, the likely ones first. */
const offer = (wanted: string, names: readonly string[]) => {
  const meant = suggest(wanted, names);
  return meant.length ? `Did you mean ${meant.join(' or ')}?` : `There are: ${names.join(', ')}.`;
};

function printScreen(resource: Resource, wanted: string): number {
  const screens = screensOf(resource);
  const screen = screens.find((name) => name === wanted);
  if (!screen) {
    console.error(`${resource.name} has no generated screen "${wanted}". ${offer(wanted, screens)}`);
    return 1;
  }
  const { file, source } = screenSource(model, resource, screen);
  process.stdout.write(formatted(file, source));
  return 0;
}

/** Shows what follows from a declaration. */
function main(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { screen: { type: 'string' } },
  });
  const [name] = positionals;
  if (!name) {
    const modules = model.modules.map((m) => `${m.name}: ${m.resources.map((r) => r.name).join(', ')}`);
    console.error(`${usage}\n\n${modules.join('\n')}`);
    return 2;
  }
  const resource = model.resources.get(name);
  if (!resource) {
    console.error(`There is no resource "${name}". ${offer(name, [...model.resources.keys()])}`);
    return 1;
  }
  if (values.screen !== undefined) return printScreen(resource, values.screen);
  for (const mistake of checkModel(model).filter((text) => /^\w+/.exec(text)?.[0] === name)) console.error(mistake);
  console.log(explain(model, resource, process.stdout.isTTY ? terminal(process.stdout.columns) : plain));
  return 0;
}

try {
  process.exitCode = main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
