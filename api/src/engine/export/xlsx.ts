import { PassThrough, type Writable } from 'node:stream';
import { type Column, inZone, kindOf, type Locale } from '@kontor/shared';
import type ExcelJS from 'exceljs';
import type { ExportColumn, ExportTarget } from '../export.ts';
import { room, unlessClosed } from './sink.ts';

/** How values appear in a sheet: width of the column, number format, and the typed cell. */
interface Look {
  readonly width: number;
  readonly numFmt?: string;
  readonly cell: (value: any) => ExcelJS.CellValue;
}

/** A sheet keeps 15 digits; longer numbers stay text. */
const exact = (value: string) => (value.replace(/\D/g, '').length <= 15 ? Number(value) : value);
/** A cell holds so many characters. */
const short = (text: string) => text.slice(0, 32_767);

/** A sheet knows no time zones: it gets the wall clock of the installation. */
const wallClock = (zone: string) => (value: string) => {
  const shown = inZone(new Date(value), zone);
  return new Date(`${shown.date}T${shown.time}:00Z`);
};

/** Kinds that a sheet shows otherwise than their column type says. */
const looksOfKinds: { readonly [kind: string]: Look | undefined } = {
  percent: { width: 12, numFmt: '0.00%', cell: (value: string) => Number(value) / 100 },
  duration: { width: 12, numFmt: '[h]:mm', cell: (minutes: number) => minutes / 1440 },
};

function lookOf(column: ExportColumn, locale: Locale, zone: string): Look {
  const { field, name } = column;
  const [stored, second] = kindOf(field).columns(field, name);
  if (second || !stored || stored.references || field.to) return { width: 28, cell: (title: string) => short(title) };
  const looks: { readonly [type in Column['type']]?: Look } = {
    integer: { width: 12, numFmt: '#,##0', cell: (value: number) => value },
    numeric: { width: 16, numFmt: stored.scale ? `#,##0.${'0'.repeat(stored.scale)}` : '#,##0', cell: exact },
    date: { width: 12, numFmt: 'dd.mm.yyyy', cell: (value: string) => new Date(`${value}T00:00:00Z`) },
    timestamptz: { width: 18, numFmt: 'dd.mm.yyyy hh:mm', cell: wallClock(zone) },
  };
  const text: Look = { width: 24, cell: (value) => short(kindOf(field).format(value, field, locale)) };
  return looksOfKinds[field.kind] ?? looks[stored.type] ?? text;
}

/** Opens the packing of a workbook into a stream; packing ends with the stream. */
async function packInto(stream: Writable): Promise<ExcelJS.stream.xlsx.WorkbookWriter> {
  const { default: excel } = await import('exceljs'); // a start does not need it
  const packed = new PassThrough();
  packed.pipe(stream);
  packed.on('error', () => {}); // the receiver went away: `room` tells
  stream.once('close', () => packed.destroy());
  return new excel.stream.xlsx.WorkbookWriter({ stream: packed, useStyles: true, useSharedStrings: false });
}

/** Where a sheet's rows go to be packed. The library writes on while those are full, and keeps what they can not take. */
const packersOf = (sheet: ExcelJS.Worksheet): readonly Writable[] =>
  (sheet as unknown as { readonly stream: { readonly pipes: readonly Writable[] } }).stream.pipes;

/**
 * A sheet with typed cells: bold heads that stay in view, a filter on each, widths that fit. Rows are written as they
 * come and packed while the next ones are read.
 */
export function xlsxTarget(stream: Writable, name: string, locale: Locale, zone: string): ExportTarget {
  let workbook: ExcelJS.stream.xlsx.WorkbookWriter;
  let sheet: ExcelJS.Worksheet;
  let columns: readonly ExportColumn[] = [];
  let looks: readonly Look[] = [];
  return {
    begin: async (wanted) => {
      columns = wanted;
      looks = columns.map((column) => lookOf(column, locale, zone));
      workbook = await packInto(stream);
      sheet = workbook.addWorksheet(name.replace(/[\\/*?:[\]]/g, ' ').slice(0, 31), {
        views: [{ state: 'frozen', ySplit: 1 }],
      });
      sheet.columns = columns.map(({ label }, i) => ({
        width: Math.max(looks[i]!.width, label.length + 4),
        ...(looks[i]!.numFmt ? { style: { numFmt: looks[i]!.numFmt } } : {}),
      }));
      const heads = sheet.addRow(columns.map((column) => column.label));
      heads.eachCell((cell) => {
        cell.font = { bold: true };
      });
      heads.commit();
      sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
    },
    write: async (rows, titleOf) => {
      for (const row of rows) {
        const cells = columns.map((column, i) => {
          const value = titleOf(column, row) ?? row[column.name];
          return value === null || value === undefined || value === '' ? null : looks[i]!.cell(value);
        });
        sheet.addRow(cells).commit();
      }
      await new Promise(setImmediate);
      for (const packer of packersOf(sheet)) await unlessClosed(stream, room(packer));
      await room(stream);
    },
    end: () => unlessClosed(stream, workbook.commit()),
  };
}
