import { parseArgs } from 'node:util';
import { model } from '@kontor/shared/modules/index';
import { root } from '../config.ts';
import { scaffold } from '../scaffold/index.ts';

const usage = 'npm run new -- <module>/<resource> [--label "<one>/<many>"]';

/** Makes a resource to start from. */
function main(): number {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { label: { type: 'string' } } });
  const [name] = positionals;
  if (!name || positionals.length > 1) {
    console.error(`${usage}\nModules: ${model.modules.map((module) => module.name).join(', ')}, or a new one.`);
    return 2;
  }
  const files = scaffold(name, { root, model, label: values.label });
  const resource = name.split('/')[1];
  console.log(`${files.map(([file, what]) => `${file}  (${what})`).join('\n')}

Next:
  1. Say what it is: ${files[0]![0]}
  2. npm run migration -- ${resource}
  3. npm run dev
  What follows from the declaration: npm run explain -- ${resource}`);
  return 0;
}

try {
  process.exitCode = main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
