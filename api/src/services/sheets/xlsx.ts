import type { Writable } from 'node:stream';
import type { SheetContent } from './content.ts';

const lineLength = (text: string) => Math.max(...text.split('\n').map((line) => line.length));

/** How wide a column is, in characters: as its texts are, with room for a signature where nothing stands. */
const widthOf = (label: string, cells: readonly string[], isNumber: boolean) =>
  Math.min(60, Math.max(isNumber ? 5 : 20, lineLength(label), ...cells.map(lineLength)) + 2);

/** What stands at the top and the foot of each printed page; `&` begins a code there. */
const printed = ({ title, facts, locale }: SheetContent) => {
  const [of] = facts;
  const about = (of ? `${title}: ${of[1]}` : title).replaceAll('&', '&&').slice(0, 200);
  return { oddHeader: `&L${about}`, oddFooter: `&R${locale === 'en' ? 'Page &P of &N' : 'Seite &P von &N'}` };
};

/**
 * The lists of a paper as a workbook: one sheet, bold heads that stay in view, long texts whole; printed it fits the width of
 * A4 and says what it is of. Ends the stream.
 */
export async function sheetXlsx(stream: Writable, content: SheetContent): Promise<void> {
  const { title, tables, empty, rowHeight, landscape } = content;
  const { default: excel } = await import('exceljs'); // a start does not need it
  const workbook = new excel.Workbook();
  const sheet = workbook.addWorksheet(title.replace(/[\\/*?:[\]]/g, ' ').slice(0, 31), {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: {
      paperSize: 9, // A4
      orientation: landscape ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:1',
    },
    headerFooter: printed(content),
  });
  const [first, ...more] = tables;
  // tables that stand on several pages are one list here: what they share stands once
  const shared =
    first?.columns.filter(({ label }, at) => more.every(({ columns }) => columns[at]?.label === label)) ?? [];
  const own = more.map(({ columns }) => columns.slice(shared.length));
  const columns = [...(first?.columns ?? []), ...own.flat()];
  const lines = (first?.rows ?? []).map((cells, at) => [
    ...cells,
    ...more.flatMap(({ rows }) => rows[at]?.slice(shared.length) ?? []),
  ]);
  sheet.columns = columns.map(({ label, right }, i) => ({
    width: widthOf(
      label,
      lines.map((cells) => cells[i] ?? ''),
      right === true,
    ),
  }));
  const head = sheet.addRow(columns.map(({ label }) => label));
  head.font = { bold: true };
  head.alignment = { wrapText: true, vertical: 'top' };
  for (const cells of lines) {
    // the number of a row is a number
    const row = sheet.addRow(cells.map((one, i) => (columns[i]!.right && /^\d+$/.test(one) ? Number(one) : one)));
    row.alignment = { wrapText: true, vertical: 'top' };
    if (rowHeight) row.height = (rowHeight / 25.4) * 72;
  }
  if (!first?.rows.length) sheet.addRow([empty]);
  await workbook.xlsx.write(stream);
  stream.end();
}
