import type { SheetColumn, SheetContent, SheetTable } from '../sheets/content.ts';
import { Flow } from './flow.ts';
import type { Letterhead } from './letter.ts';
import { mm, paper } from './measures.ts';

type Paper = Pick<Letterhead, 'name' | 'colour' | 'logo'>;

const edge = { left: mm(18), right: mm(14), top: mm(24), bottom: mm(16) };
const text = { size: 9.5, leading: 1.25 } as const;
const head = { size: 8.5, leading: 1.25 } as const;
const pad = { x: 4, y: 4 };
const grey = '#59636e';
const grid = '#8b949e';
const words = {
  de: (page: number, of: number) => `Seite ${page} von ${of}`,
  en: (page: number, of: number) => `Page ${page} of ${of}`,
};

/** A row with its cells broken into lines, and how high it is. */
function measure(flow: Flow, cells: readonly string[], widths: readonly number[], bold: boolean, least: number) {
  const style = bold ? head : text;
  const lines = cells.map((one, at) => flow.lines([{ text: one, bold }], Math.max(widths[at]! - 2 * pad.x, 6), style));
  const most = Math.max(1, ...lines.map((one) => one.length));
  return { lines, style, height: Math.max(most * style.size * style.leading + 2 * pad.y, least) };
}

function drawTable(flow: Flow, { columns, rows }: SheetTable, least: number): void {
  const { left, width } = flow.area;
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => (share / shares) * width);
  const put = (row: ReturnType<typeof measure>, kind: 'TH' | 'TD', again = false) => {
    const cell = (column: SheetColumn, at: number, x: number) => {
      const style = { ...row.style, align: column.right ? 'right' : 'left' } as const;
      const draw = () => flow.draw(row.lines[at]!, x + pad.x, widths[at]! - 2 * pad.x, flow.y + pad.y, style);
      if (again) flow.artifact(draw);
      else flow.tag(kind, () => flow.content(kind, draw));
    };
    const all = () => {
      let x = left;
      columns.forEach((column, at) => {
        cell(column, at, x);
        x += widths[at]!;
      });
    };
    if (again) all();
    else flow.tag('TR', all);
    flow.artifact(() => {
      let x = left;
      for (const wide of widths) {
        flow.doc.rect(x, flow.y, wide, row.height).lineWidth(0.5).strokeColor(grid).stroke();
        x += wide;
      }
    }, 'Layout');
    flow.y += row.height;
  };
  const heads = measure(
    flow,
    columns.map(({ label }) => label),
    widths,
    true,
    0,
  );
  flow.tag('Table', () => {
    put(heads, 'TH');
    for (const cells of rows) {
      const row = measure(flow, cells, widths, false, least);
      if (flow.left < row.height) {
        flow.newPage();
        put(heads, 'TH', true);
      }
      put(row, 'TD');
    }
  });
}

function drawHead(flow: Flow, { name, colour, logo }: Paper, wide: number): void {
  const width = wide - edge.left - edge.right;
  flow.artifact(() => {
    flow.doc.rect(0, 0, wide, mm(2)).fill(colour);
    if (logo) {
      const scale = Math.min(mm(12) / logo.height, mm(55) / logo.width);
      flow.doc.image(logo.content, wide - edge.right - logo.width * scale, mm(7), { width: logo.width * scale });
    } else {
      const style = { size: 13, colour, align: 'right' } as const;
      flow.draw(flow.lines([{ text: name, bold: true }], width, style).slice(0, 1), edge.left, width, mm(9), style);
    }
  });
}

/** A list on the paper of a brand, as PDF/A: its heads on every page, rows that never break in two. */
export async function sheetPdf(content: SheetContent, letterhead: Paper): Promise<Buffer> {
  const { locale, title, facts, tables, landscape, empty, rowHeight = 0 } = content;
  const [wide, high] = landscape ? [paper.height, paper.width] : [paper.width, paper.height];
  const width = wide - edge.left - edge.right;
  const flow = new Flow({
    title,
    author: letterhead.name,
    language: locale,
    size: [wide, high],
    area: () => ({ left: edge.left, width, top: edge.top, bottom: high - edge.bottom }),
  });
  const full = tables.filter(({ rows }) => rows.length);
  flow.text('H1', [{ text: title, bold: true }], { size: 15, leading: 1.25 });
  flow.y += 4;
  for (const [label, value] of facts)
    flow.text('P', [{ text: `${label}: ` }, { text: value, bold: true }], { size: 9.5, leading: 1.35 });
  flow.y += 8;
  if (full.length === 0) flow.text('P', [{ text: empty, italic: true }], { size: 11 });
  full.forEach((table, at) => {
    if (at > 0) flow.newPage();
    drawTable(flow, table, mm(rowHeight));
  });
  flow.eachPage((page, count) => {
    drawHead(flow, letterhead, wide);
    const style = { size: 8, colour: grey } as const;
    flow.artifact(() => {
      const y = high - mm(11);
      flow.draw(flow.lines([{ text: title }], width * 0.75, style).slice(0, 1), edge.left, width * 0.75, y, style);
      const right = flow.lines([{ text: words[locale](page + 1, count) }], width / 4, style);
      flow.draw(right, edge.left + (width * 3) / 4, width / 4, y, { ...style, align: 'right' });
    });
  });
  return flow.end();
}
