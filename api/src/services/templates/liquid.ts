import { type FieldErrors, message, slotPath, type TemplateSlot } from '@kontor/shared';
import { Liquid, type LiquidError, type LiquidOptions, type Template, toValueSync } from 'liquidjs';
import { keptTags } from './kept_tags.ts';
import { PageBreakTag } from './page_break_tag.ts';
import { SignatureTag } from './signature_tag.ts';
import { TableTag } from './table_tag.ts';

/**
 * Fills templates. They see values that are given to them and nothing else: no properties that values inherit, no files, no
 * other templates; what takes too long or grows too large is given up.
 */
function engineOf(
  more: LiquidOptions,
  tags: Readonly<Record<string, Parameters<Liquid['registerTag']>[1]>> = blockTags,
): Liquid {
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
  for (const [name, tag] of Object.entries(tags)) engine.registerTag(name, tag);
  return engine;
}
/** What stands between paragraphs and is more than text. */
const blockTags = { table: TableTag, signature: SignatureTag, page_break: PageBreakTag };
const liquid = engineOf({});
/** For the body, where every value is text. */
const escaping = engineOf({ outputEscape: 'escape' });
/** For a body that somebody writes on. */
const keeping = engineOf({ outputEscape: 'escape' }, keptTags);
/** For a body that is filled but for its blocks: what else stands in braces there are words that somebody has written. */
const finishing = engineOf({ outputDelimiterLeft: '\u0001{', outputDelimiterRight: '}\u0001' });
for (const tag of Object.keys(finishing.tags)) if (!Object.hasOwn(blockTags, tag)) delete finishing.tags[tag];

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

/** The tables of a template, also those within conditions and loops. */
function tablesIn(templates: readonly unknown[]): TableTag[] {
  return templates.flatMap((one) => {
    if (one instanceof TableTag) return [one];
    return (one as Template).children
      ? tablesIn(toValueSync((one as Template).children!(false, true)) as unknown[])
      : [];
  });
}

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
  const columns = tablesIn(template).flatMap((table) => {
    const rows = known.find((slot) => slotPath(slot) === table.path);
    if (!rows) return []; // told below
    return rows.columns
      ? table.columns.filter((name) => !rows.columns!.includes(name)).map((name) => ({ name, rows }))
      : [];
  });
  if (columns[0])
    return message('template_columns', {
      names: columns.map(({ name }) => name).join(', '),
      examples: columns[0].rows.columns!.slice(0, 12).join(', '),
    });
  const noRows = tablesIn(template).find(({ path }) => known.some((slot) => slotPath(slot) === path && !slot.columns));
  if (noRows) return message('template_no_rows', { name: noRows.path });
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

/**
 * Fills subject and body to be written on: tables, signatures and page breaks stay as they are until `finishText` sets them.
 */
export function fillToWrite(template: { subject: string; body: string }, values: TemplateValues): Filled {
  return filled(template, values, keeping);
}

/** Sets the tables, signatures and page breaks of a text that is filled otherwise, or says what is wrong. */
export function finishText(html: string, values: TemplateValues): { text: string } | { error: string } {
  // an editor puts into a paragraph what stands for itself
  const blocks = html.replace(/<p>((?:<[^>]*>|\s|&nbsp;)*\{%(?:(?!%\}).)*%\}(?:<[^>]*>|\s|&nbsp;)*)<\/p>/gs, '$1');
  return fill(finishing, blocks, values);
}

/** Fills subject and body; what goes wrong is told at the field. In the body every value is text, never markup. */
export function fillTemplate(template: { subject: string; body: string }, values: TemplateValues): Filled {
  return filled(template, values, escaping);
}

function filled(template: { subject: string; body: string }, values: TemplateValues, engine: Liquid): Filled {
  const subject = fill(liquid, template.subject, values);
  const body = fill(engine, template.body, values);
  return {
    subject: 'text' in subject ? subject.text : '',
    html: 'text' in body ? body.text : '',
    errors: {
      ...('error' in subject ? { subject: subject.error } : {}),
      ...('error' in body ? { body: body.error } : {}),
    },
  };
}
