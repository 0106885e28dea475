import { message, PublicError } from '@kontor/shared';
import { readCsv } from './csv.ts';
import { readXlsx } from './xlsx.ts';

/** A cell as the file has it: text from CSV, typed from a sheet. */
export type Cell = string | number | boolean | Date | null;

export interface TableRow {
  /** The row's number as a spreadsheet shows it. */
  readonly number: number;
  readonly cells: readonly Cell[];
}

/** What a file holds: named columns and rows that are not empty. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly sheet: string | null;
}

/** What a reader finds: all rows that are not empty, heads included. */
export type RawTable = Omit<Table, 'columns'>;

/** Larger files are refused, packed or not. */
export const mostBytes = 50 * 1024 * 1024;
export const mostRows = 200_000;
/** Cells further to the right are left out. */
export const mostColumns = 500;

export const unreadable = () => new PublicError('invalid', { file: message('file_unreadable') });

/** Collects rows that are not empty and refuses too many. */
export class Rows {
  readonly list: TableRow[] = [];
  add(number: number, all: readonly Cell[]): void {
    const cells = all.length > mostColumns ? all.slice(0, mostColumns) : all;
    if (cells.every((cell) => cell === null || cell === '')) return;
    this.list.push({ number, cells });
    if (this.list.length > mostRows + 20)
      throw new PublicError('invalid', { file: message('file_rows', { max: mostRows }) });
  }
}

const letters = (index: number): string =>
  (index >= 26 ? letters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

/** Heads as unique names: an empty one goes by its letter, a second one of a name gets a number. */
function namesOf(cells: readonly Cell[], width: number): string[] {
  const taken = new Map<string, number>();
  return Array.from({ length: width }, (_, i) => {
    const name =
      String(cells[i] ?? '')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, 200) || letters(i);
    const count = (taken.get(name) ?? 0) + 1;
    taken.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

/** The row with the heads: a title or a date above the table has far fewer cells than the rows below. */
function headIndex(rows: readonly TableRow[]): number {
  const filled = rows.slice(0, 10).map((row) => row.cells.filter((cell) => cell !== null && cell !== '').length);
  return filled.findIndex((count) => count * 2 >= Math.max(...filled));
}

/** Reads CSV or an Excel workbook, whatever the file is called. */
export async function readTable(content: Buffer): Promise<Table> {
  if (content.length > mostBytes) throw new PublicError('too_large');
  const zip = content.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'));
  const found = zip ? await readXlsx(content) : await readCsv(content);
  const head = headIndex(found.rows);
  const rows = found.rows.slice(head + 1);
  if (head < 0 || rows.length === 0) throw new PublicError('invalid', { file: message('file_empty') });
  if (rows.length > mostRows) throw new PublicError('invalid', { file: message('file_rows', { max: mostRows }) });
  const heads = found.rows[head]!.cells;
  return { ...found, rows, columns: namesOf(heads, heads.findLastIndex((cell) => cell !== null && cell !== '') + 1) };
}
