import { Exact } from '@kontor/shared';
import { type Context, type Emitter, type Liquid, Tag, type TagToken, type TopLevelToken, Value } from 'liquidjs';
import { escaped } from '../escaped.ts';

/** What a table has to know of a column. */
export interface RowColumn {
  readonly label: string;
  /** Numbers stand at the right edge. */
  readonly right: boolean;
  /** The exact values of a column that can be summed, and how a sum is shown. */
  readonly values?: readonly (string | number | null)[];
  readonly format?: (value: string) => string;
}

/** Where rows keep what a table of them needs; a template does not see it. */
export const tableOf = Symbol('table');

/** Rows of a record: their columns as text. */
export type Rows = readonly Readonly<Record<string, string | null>>[] & {
  readonly [tableOf]: Readonly<Record<string, RowColumn>>;
};

const form = /^\s*([\w.]+)\s*:\s*([\w\s,]+?)\s*(?:;\s*sum\s*:\s*([\w\s,]+?)\s*)?$/;
const names = (text: string | undefined) => (text ?? '').split(',').flatMap((name) => name.trim() || []);

/**
 * Rows of a record as a table: `{% table invoice.items: description, quantity, amount; sum: amount %}`. Summed columns get a
 * last row with their sum, and carry what they have come to from page to page in printed documents.
 */
export class TableTag extends Tag {
  /** The rows, as templates name them. */
  readonly path: string;
  readonly columns: readonly string[];
  readonly summed: readonly string[];
  readonly #rows: Value;

  constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid) {
    super(token, rest, liquid);
    const [, path = '', columns, summed] = form.exec(token.args) ?? [];
    if (!path) throw new Error('table: {% table customer.addresses: street, city %}');
    this.path = path;
    this.columns = names(columns);
    this.summed = names(summed);
    this.#rows = new Value(path, liquid);
  }

  render(context: Context, emitter: Emitter): unknown {
    return this.#draw(context, emitter);
  }

  *#draw(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
    const rows = (yield this.#rows.value(context)) as Rows | undefined;
    if (rows?.[tableOf] && rows.length) emitter.write(html(rows, this.columns, this.summed));
  }

  /** What it asks for. */
  *arguments(): Generator<Value> {
    yield this.#rows;
  }
}

function html(rows: Rows, columns: readonly string[], summed: readonly string[]): string {
  const about = rows[tableOf];
  const shown = columns.filter((name) => about[name]);
  const right = (name: string) => (about[name]!.right ? ' data-align="right"' : '');
  const sums = new Map(summed.flatMap((name) => (about[name]?.values ? [[name, new Exact(0)] as const] : [])));
  const head = shown.map((name) => `<th${right(name)}>${escaped(about[name]!.label)}</th>`).join('');
  const body = rows
    .map((row, at) => {
      const cells = shown.map((name) => {
        const sum = sums.get(name)?.add(about[name]!.values![at] ?? 0);
        if (sum) sums.set(name, sum);
        const carry = sum ? ` data-carry="${escaped(about[name]!.format!(sum.toFixed()))}"` : '';
        return `<td${right(name)}${carry}>${escaped(row[name] ?? '')}</td>`;
      });
      return `<tr>${cells.join('')}</tr>`;
    })
    .join('');
  const foot = shown.map((name) => {
    const sum = sums.get(name);
    return `<td${right(name)}>${sum ? `<strong>${escaped(about[name]!.format!(sum.toFixed()))}</strong>` : ''}</td>`;
  });
  const last = sums.size ? `<tfoot><tr>${foot.join('')}</tr></tfoot>` : '';
  return `<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody>${last}</table>`;
}
