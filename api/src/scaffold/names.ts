import type { Model } from '@kontor/shared';

/** First parts of addresses that are not resources, in the API or in the admin. */
const taken = new Set(['session', 'search', 'tickets', 'login', 'dev', 'assets', 'api', 'health', 'constructor']);
/** Words that can be no constant in TypeScript. */
const keywords = new Set(
  'abstract arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof undefined var void while with yield'.split(
    ' ',
  ),
);
const form = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;

/** `number_sequences` to `numberSequences`, the constant of a declaration. */
export const constantOf = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

export interface Names {
  readonly module: string;
  readonly resource: string;
}

/** Reads `module/resource`; throws a sentence for what can be no name or is one already. */
export function readNames(text: string, model: Model): Names {
  const [module = '', resource = '', ...rest] = text.split('/');
  if (!module || !resource || rest.length)
    throw new Error(`"${text}" is not <module>/<resource>, for example crm/opportunities.`);
  for (const [what, name] of [
    ['module', module],
    ['resource', resource],
  ] as const) {
    if (!form.test(name) || name.length > 43)
      throw new Error(`"${name}" is no name of a ${what}: small letters, digits and single underscores, at most 43.`);
    if (keywords.has(constantOf(name))) throw new Error(`"${name}" is a word of TypeScript; choose another.`);
  }
  if (taken.has(resource)) throw new Error(`"${resource}" is an address of Kontor itself; choose another.`);
  if (model.resources.has(resource))
    throw new Error(`"${resource}" is declared already, in the module ${model.moduleOf(resource).name}.`);
  if (module === resource || [...model.resources.keys()].includes(module))
    throw new Error(`"${module}" is the name of a resource; a module needs a name of its own.`);
  return { module, resource };
}
