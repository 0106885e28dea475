import { type ChildNode, type Element, isTag, isText } from 'domhandler';
import { parseDocument } from 'htmlparser2';

/** A piece of text that looks the same throughout. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strike?: boolean;
  /** Where it leads to. */
  readonly link?: string;
}

export interface Cell {
  readonly runs: readonly Run[];
  readonly span: number;
  readonly right: boolean;
  /** What the column comes to, this row included; carried over where the table goes on to another page. */
  readonly carry?: string;
}

export interface TableRow {
  readonly cells: readonly Cell[];
  /** A heading is repeated on every page, a sum stands with the row before it. */
  readonly part: 'head' | 'body' | 'foot';
}

/** What a document consists of, from top to bottom. */
export type Block =
  | { readonly type: 'paragraph'; readonly runs: readonly Run[]; readonly align?: 'center' }
  | { readonly type: 'heading'; readonly level: 1 | 2 | 3; readonly runs: readonly Run[]; readonly align?: 'center' }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }
  | { readonly type: 'quote'; readonly blocks: readonly Block[] }
  | { readonly type: 'table'; readonly rows: readonly TableRow[] }
  | { readonly type: 'rule' }
  | { readonly type: 'page_break' }
  /** Lines to be signed on, each with what stands below it. */
  | { readonly type: 'signature'; readonly names: readonly string[] };

type Style = Omit<Run, 'text'>;
const styles: Readonly<Record<string, Style>> = {
  strong: { bold: true },
  b: { bold: true },
  th: { bold: true },
  em: { italic: true },
  i: { italic: true },
  u: { underline: true },
  s: { strike: true },
};
const blocksOf = new Set(['p', 'h2', 'h3', 'h4', 'ul', 'ol', 'blockquote', 'table', 'hr', 'pre', 'div', 'signature']);

/** The text of nodes with its looks; blank space counts once, as in every HTML. */
function runsOf(nodes: readonly ChildNode[], style: Style = {}, verbatim = false): Run[] {
  const runs = nodes.flatMap((node): Run[] => {
    if (isText(node)) return [{ ...style, text: verbatim ? node.data : node.data.replace(/[ \t\r\n]+/g, ' ') }];
    if (!isTag(node)) return [];
    if (node.name === 'br') return [{ ...style, text: '\n' }];
    const link = node.name === 'a' && node.attribs.href ? { link: node.attribs.href } : {};
    return runsOf(node.children, { ...style, ...styles[node.name], ...link }, verbatim || node.name === 'pre');
  });
  return runs.filter(({ text }) => text !== '');
}

/** Without blank space at its edges. */
function trimmed(runs: Run[]): Run[] {
  const result = [...runs];
  const first = result[0];
  if (first) result[0] = { ...first, text: first.text.replace(/^[ \t]+/, '') };
  const last = result.at(-1);
  if (last) result[result.length - 1] = { ...last, text: last.text.replace(/[ \t\n]+$/, '') };
  return result.filter(({ text }) => text !== '');
}

const children = (element: Element, ...names: string[]): Element[] =>
  element.children.filter((node): node is Element => isTag(node) && names.includes(node.name));

function cellOf(cell: Element): Cell {
  const inner = cell.children.flatMap((node, at): ChildNode[] =>
    // a cell holds one text: paragraphs in it become lines
    isTag(node) && node.name === 'p' && at > 0 ? [...parseDocument('<br>').children, node] : [node],
  );
  const { 'data-align': align, 'data-carry': carry, colspan } = cell.attribs;
  return {
    runs: trimmed(runsOf(inner, styles[cell.name])),
    span: Math.min(Math.max(Number.parseInt(colspan ?? '1', 10) || 1, 1), 20),
    right: align === 'right',
    ...(carry === undefined ? {} : { carry }),
  };
}

function tableRows(table: Element): TableRow[] {
  const parts = { thead: 'head', tbody: 'body', tfoot: 'foot' } as const;
  return children(table, 'thead', 'tbody', 'tfoot', 'tr').flatMap((part): TableRow[] => {
    const rows = part.name === 'tr' ? [part] : children(part, 'tr');
    return rows.map((row, at) => {
      const cells = children(row, 'td', 'th');
      const heads = at === 0 && part.name !== 'tfoot' && cells.length > 0 && cells.every(({ name }) => name === 'th');
      const named = parts[part.name as keyof typeof parts] ?? 'body';
      return { cells: cells.map(cellOf), part: heads ? 'head' : named };
    });
  });
}

/** Items of a list: what stands free in them is a paragraph. */
const itemsOf = (list: Element): Block[][] => children(list, 'li').map(({ children: nodes }) => blocks(nodes));

function blockOf(element: Element): Block[] {
  const align = element.attribs['data-align'] === 'center' ? ({ align: 'center' } as const) : {};
  switch (element.name) {
    case 'h2':
    case 'h3':
    case 'h4': {
      const level = (Number(element.name[1]) - 1) as 1 | 2 | 3;
      return [{ type: 'heading', level, runs: trimmed(runsOf(element.children)), ...align }];
    }
    case 'ul':
    case 'ol':
      return [{ type: 'list', ordered: element.name === 'ol', items: itemsOf(element) }];
    case 'blockquote':
      return [{ type: 'quote', blocks: blocks(element.children) }];
    case 'table': {
      const rows = tableRows(element).filter(({ cells }) => cells.length);
      return rows.length ? [{ type: 'table', rows }] : [];
    }
    case 'hr':
      return [element.attribs['data-page'] === 'break' ? { type: 'page_break' } : { type: 'rule' }];
    case 'signature':
      return [{ type: 'signature', names: (element.attribs['data-names'] ?? '').split('|') }];
    case 'div':
      return blocks(element.children);
    default: {
      // a block that a placeholder has put into a paragraph stands for itself
      if (element.children.some((node) => isTag(node) && blocksOf.has(node.name))) return blocks(element.children);
      const runs = trimmed(runsOf(element.children, {}, element.name === 'pre'));
      return [{ type: 'paragraph', runs, ...align }];
    }
  }
}

function blocks(nodes: readonly ChildNode[]): Block[] {
  const result: Block[] = [];
  let free: ChildNode[] = [];
  const close = () => {
    const runs = trimmed(runsOf(free));
    if (runs.length) result.push({ type: 'paragraph', runs });
    free = [];
  };
  for (const node of nodes)
    if (isTag(node) && blocksOf.has(node.name)) {
      close();
      result.push(...blockOf(node));
    } else free.push(node);
  close();
  return result;
}

/**
 * A formatted text as blocks of a document. It knows the tags that formatted texts of the house have, and what filled
 * templates add: `data-align`, `data-carry`, `<hr data-page="break">` and `<signature data-names="A|B">`.
 */
export const blocksFrom = (html: string): Block[] => blocks(parseDocument(html).children);
