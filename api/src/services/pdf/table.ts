import type { TableRow } from './blocks.ts';
import type { Flow } from './flow.ts';
import type { Line } from './lines.ts';

const style = { size: 9.5, leading: 1.3 };
const height = style.size * style.leading;
const padding = { x: 4, y: 3 };
const line = '#c9ced6';

interface Measured {
  readonly row: TableRow;
  readonly cells: readonly {
    readonly lines: readonly Line[];
    readonly left: number;
    readonly width: number;
    readonly right: boolean;
  }[];
  readonly lines: number;
}

/** Points for each column: what its longest word and its text need, the rest shared out by how much text there is. */
function columnWidths(flow: Flow, rows: readonly TableRow[], count: number, width: number): number[] {
  const least = new Array<number>(count).fill(12);
  const whole = new Array<number>(count).fill(12);
  for (const { cells } of rows.slice(0, 200)) {
    let column = 0;
    for (const cell of cells) {
      if (cell.span === 1 && column < count) {
        const text = flow.lines(cell.runs, 1e6, style).reduce((most, one) => Math.max(most, one.width), 0);
        const words = cell.runs.flatMap((run) => run.text.split(/[ \n]/).map((part) => ({ ...run, text: part })));
        const word = words.reduce((most, run) => Math.max(most, flow.lines([run], 1e6, style)[0]!.width), 0);
        least[column] = Math.max(least[column]!, Math.min(cell.right ? text : word, width / 2));
        whole[column] = Math.max(whole[column]!, text);
      }
      column += cell.span;
    }
  }
  const air = 2 * padding.x;
  const sum = (all: readonly number[]) => all.reduce((total, one) => total + one + air, 0);
  const small = sum(least);
  if (small >= width) return least.map((one) => ((one + air) * width) / small);
  const spare = width - small;
  const wish = whole.map((one, at) => one - least[at]!);
  const wished = wish.reduce((total, one) => total + one, 0);
  // everything fits on one line: what is over goes to the columns that begin on the left, numbers stay at their edge
  return least.map((one, at) => one + air + (wished > 0 ? (spare * wish[at]!) / wished : spare / count));
}

function measure(flow: Flow, row: TableRow, widths: readonly number[]): Measured {
  let column = 0;
  let left = flow.area.left;
  let most = 1;
  const cells = row.cells.map(({ runs, span, right }) => {
    const width = widths.slice(column, column + span).reduce((sum, one) => sum + one, 0);
    const lines = flow.lines(runs, Math.max(width - 2 * padding.x, 6), style);
    const cell = { lines, left: left + padding.x, width: width - 2 * padding.x, right };
    most = Math.max(most, lines.length);
    column += span;
    left += width;
    return cell;
  });
  return { row, cells, lines: most };
}

/**
 * A table over as many pages as it takes. The heading is repeated; where a column is summed, what it came to stands at the end
 * of the page and at the beginning of the next one ("Übertrag"). A row stays together unless it is higher than a page; a sum
 * stays with the row above it.
 */
export function drawTable(flow: Flow, rows: readonly TableRow[], carried: string): void {
  const count = Math.max(...rows.map(({ cells }) => cells.reduce((sum, { span }) => sum + span, 0)));
  const carries = rows.some(({ cells }) => cells.some(({ carry }) => carry !== undefined));
  const widths = columnWidths(flow, rows, count, flow.area.width);
  const measured = rows.map((row) => measure(flow, row, widths));
  const heads = measured.filter(({ row }) => row.part === 'head');
  const rest = measured.filter(({ row }) => row.part !== 'head');
  const rowHeight = ({ lines }: Measured) => lines * height + 2 * padding.y;
  const headHeight = heads.reduce((sum, row) => sum + rowHeight(row), 0);
  const carryHeight = carries ? height + 2 * padding.y : 0;

  const rule = (width = 0.5, colour = line) =>
    flow.artifact(() => {
      const { left, width: wide } = flow.area;
      flow.doc
        .moveTo(left, flow.y)
        .lineTo(left + wide, flow.y)
        .lineWidth(width)
        .strokeColor(colour)
        .stroke();
    }, 'Layout');
  const put = ({ cells, row }: Measured, from: number, to: number) =>
    flow.tag('TR', () => {
      for (const cell of cells) {
        const name = row.part === 'head' ? 'TH' : 'TD';
        flow.tag(name, () =>
          flow.content(name, () =>
            flow.draw(cell.lines.slice(from, to), cell.left, cell.width, flow.y + padding.y, {
              ...style,
              align: cell.right ? 'right' : 'left',
            }),
          ),
        );
      }
      flow.y += (to - from) * height + 2 * padding.y;
    });
  const putHeads = (again: boolean) => {
    for (const head of heads)
      if (again) flow.artifact(() => drawHead(flow, head));
      else put(head, 0, head.lines);
    if (heads.length) rule(0.8, '#59636e');
  };
  /** Says what the summed columns have come to, at the edge of a page. */
  const carry = (last: Measured | undefined) => {
    if (!carries || !last) return;
    const { cells: summed } = last.row;
    const first = summed.findIndex((cell) => cell.carry !== undefined);
    const label = { runs: [{ text: carried, italic: true }], right: false };
    const span = summed.slice(0, first).reduce((sum, cell) => sum + cell.span, 0);
    const cells = [
      ...(span ? [{ ...label, span }] : []),
      ...summed.slice(first).map((cell) => ({ ...cell, runs: [{ text: cell.carry ?? '', italic: true }] })),
    ];
    const row = measure(flow, { cells, part: 'body' }, widths);
    flow.artifact(() => drawHead(flow, row));
    rule();
  };

  flow.tag('Table', () => {
    flow.need(headHeight + (rest[0] ? rowHeight(rest[0]) : 0) + carryHeight);
    putHeads(false);
    let last: Measured | undefined;
    const next = () => {
      carry(last);
      flow.newPage();
      putHeads(true);
      carry(last);
    };
    rest.forEach((row, index) => {
      const following = rest[index + 1];
      const withSum = following?.row.part === 'foot' && row.row.part !== 'foot' ? rowHeight(following) : 0;
      // room for the sum that is carried over is kept as long as rows follow
      const room = () => flow.left - (following && !withSum ? carryHeight : 0);
      const page = flow.area.bottom - flow.area.top - headHeight - 2 * carryHeight;
      if (row.row.part === 'foot' && rest[index - 1]?.row.part !== 'foot') rule(0.8, '#59636e');
      if (rowHeight(row) > page) {
        // higher than a page: it goes on line by line
        let from = 0;
        while (from < row.lines) {
          let fit = Math.floor((room() - 2 * padding.y) / height);
          if (fit < 1) {
            next();
            fit = Math.max(Math.floor((room() - 2 * padding.y) / height), 1);
          }
          const to = Math.min(row.lines, from + fit);
          put(row, from, to);
          from = to;
          if (from < row.lines) next();
        }
      } else {
        if (room() < rowHeight(row) + withSum) next();
        put(row, 0, row.lines);
      }
      if (row.row.part === 'body') {
        rule();
        last = row;
      }
    });
  });
}

/** A row that is no content of its own: a repeated heading, a sum carried over. */
function drawHead(flow: Flow, { cells, lines }: Measured): void {
  for (const cell of cells)
    flow.draw(cell.lines, cell.left, cell.width, flow.y + padding.y, {
      ...style,
      align: cell.right ? 'right' : 'left',
    });
  flow.y += lines * height + 2 * padding.y;
}
