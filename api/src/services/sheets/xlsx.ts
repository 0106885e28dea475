import type { Writable } from 'node:stream';
import type { SheetContent } from './content.ts';

/** The lists of a paper as a workbook: one sheet, bold heads that stay in view, long texts whole. Ends the stream. */
export async function sheetXlsx(stream: Writable, { title, tables, empty }: SheetContent): Promise<void> {
  const { default: excel } = await import('exceljs'); // a start does not need it
  const workbook = new excel.Workbook();
  const sheet = workbook.addWorksheet(title.replace(/[\\/*?:[\]]/g, ' ').slice(0, 31), {
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  const [first, ...more] = tables;
  // tables that stand on several pages are one list here: what they share stands once
  const shared =
    first?.columns.filter(({ label }, at) => more.every(({ columns }) => columns[at]?.label === label)) ?? [];
  const own = more.map(({ columns }) => columns.slice(shared.length));
  const columns = [...(first?.columns ?? []), ...own.flat()];
  sheet.columns = columns.map(({ label, share }) => ({ width: Math.max(share * 3, label.length + 4) }));
  sheet.addRow(columns.map(({ label }) => label)).font = { bold: true };
  first?.rows.forEach((cells, at) => {
    const rest = more.flatMap(({ rows }) => rows[at]?.slice(shared.length) ?? []);
    // the number of a row is a number
    sheet.addRow([...cells, ...rest].map((one, i) => (columns[i]!.right && /^\d+$/.test(one) ? Number(one) : one)));
  });
  if (!first?.rows.length) sheet.addRow([empty]);
  await workbook.xlsx.write(stream);
  stream.end();
}
