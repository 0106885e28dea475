import { type FieldErrors, message, slotPath, type TemplateSlot } from '@kontor/shared';
import { Liquid, type LiquidError, type LiquidOptions, type Template } from 'liquidjs';

/**
 * Fills templates. They see values that are given to them and nothing else: no properties that values inherit, no files, no
 * other templates; what takes too long or grows too large is given up.
 */
function engineOf(more: LiquidOptions): Liquid {
  const engine = new Liquid({
    ownPropertyOnly: true,
    strictVariables: true,
    strictFilters: true,
    parseLimit: 250_000,
    renderLimit: 300,
    memoryLimit: 1_000_000,
    templates: {},
    ...more,
  });
  for (const tag of ['include', 'render', 'layout', 'block']) delete engine.tags[tag];
  return engine;
}
const liquid = engineOf({});
/** For the body, where every value is text. */
const escaping = engineOf({ outputEscape: 'escape' });

/** What templates are filled with. */
export type TemplateValues = Readonly<Record<string, unknown>>;

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'", nbsp: ' ' };

/** A formatted text as a template: what stands in braces is what people typed, without the marks of the editor. */
const asTemplate = (html: string): string =>
  html.replace(/\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g, (tag) =>
    tag
      .replace(/<[^>]*>/g, '')
      .replace(/&(lt|gt|amp|quot|#39|nbsp);/g, (_, name: string) => entities[name]!)
      .replaceAll('\u00a0', ' '),
  );

/** The line in which people see a place of a formatted text: each paragraph is one. */
const lineOf = (text: string, at: number): number =>
  (text.slice(0, at).match(/<\/(?:p|li|h\d|tr|pre|blockquote)>|<br\s*\/?>|\n/g)?.length ?? 0) + 1;

/** What the parser has against a template, in words of the house. */
function mistake(text: string, error: LiquidError): string {
  const line = lineOf(text, error.token?.begin ?? 0);
  const words = (error.originalError ?? error).message.replace(/, (?:file|line):.*$/s, '');
  const found = (pattern: RegExp) => pattern.exec(words)?.[1]?.slice(0, 60);
  const unclosed = found(/^(?:tag|output) "?(.*?)"? not closed/s);
  if (unclosed) return message('template_unclosed', { line, what: unclosed });
  const tag = found(/^tag "(.*)" not found/s);
  if (tag) return message('template_tag', { line, what: tag });
  const filter = found(/^undefined filter: (.*)/s);
  if (filter) return message('template_filter', { line, what: filter });
  return message('template_mistake', { line, what: words.slice(0, 200) });
}

/** The values that a template asks for, as it names them: `customer.name`. */
const asked = (template: Template[]): string[] => [
  ...new Set(
    liquid
      .globalVariableSegmentsSync(template)
      .map((segments) => segments.filter((s) => typeof s === 'string').join('.')),
  ),
];

/** What is wrong with a template, as a message: it can not be read, or asks for what is not there. */
export function templateMistake(source: string, known: readonly TemplateSlot[]): string | undefined {
  const text = asTemplate(source);
  let template: Template[];
  try {
    template = liquid.parse(text);
  } catch (error) {
    return mistake(text, error as LiquidError);
  }
  const paths = known.map(slotPath);
  const possible = new Set([...paths, ...known.map(({ root }) => root)]);
  const unknown = asked(template).filter((path) => !possible.has(path));
  if (unknown.length === 0) return undefined;
  const near = paths.filter((path) => unknown.some((name) => path.startsWith(`${name.split('.')[0]}.`)));
  const examples = (near.length ? near : paths).slice(0, 12).join(', ');
  return message('template_unknown', { names: unknown.join(', '), examples });
}

/** Of the placeholders of a template those that are not among the values: fields that who fills it may not read. */
function withheld(template: Template[], values: TemplateValues): string[] {
  return asked(template).filter((path) => {
    const [root = '', name] = path.split('.');
    if (!Object.hasOwn(values, root)) return true;
    return name !== undefined && !Object.hasOwn(values[root] as object, name);
  });
}

function fill(engine: Liquid, source: string, values: TemplateValues): { text: string } | { error: string } {
  const text = asTemplate(source);
  try {
    const template = engine.parse(text);
    const hidden = withheld(template, values);
    if (hidden.length) return { error: message('template_hidden', { names: hidden.join(', ') }) };
    return { text: engine.renderSync(template, values) as string };
  } catch (error) {
    const { originalError, message: own } = error as LiquidError;
    return { error: message('template_failed', { what: (originalError?.message ?? own).slice(0, 200) }) };
  }
}

export interface Filled {
  readonly subject: string;
  readonly html: string;
  readonly errors: FieldErrors;
}

/** Fills subject and body; what goes wrong is told at the field. In the body every value is text, never markup. */
export function fillTemplate(template: { subject: string; body: string }, values: TemplateValues): Filled {
  const subject = fill(liquid, template.subject, values);
  const body = fill(escaping, template.body, values);
  return {
    subject: 'text' in subject ? subject.text : '',
    html: 'text' in body ? body.text : '',
    errors: {
      ...('error' in subject ? { subject: subject.error } : {}),
      ...('error' in body ? { body: body.error } : {}),
    },
  };
}
