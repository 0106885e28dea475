import type { Writable } from 'node:stream';
import { kindOf, type Locale } from '@kontor/shared';
import { stringify } from 'csv-stringify/sync';
import type { Row } from '../context.ts';
import type { ExportColumn, ExportTarget } from '../export.ts';
import { room } from './sink.ts';
import type { TitleOf } from './titles.ts';

/** Digits with signs and separators, with a unit at either end: nothing that a spreadsheet would compute. */
const numeric = /^[+-]?(?:(?:€|CHF) ?)?[+-]?\d[\d\s.,]*(?: ?(?:€|CHF|%|h))?$/;

/** Text that a spreadsheet would run as a formula gets an apostrophe in front. */
export const harmless = (text: string): string =>
  /^[=+\-@\t\r]/.test(text) && !numeric.test(text) ? `'${text}` : text;

/** A cell as people read it, with the plain signs and spaces that spreadsheets understand. */
function cellText(column: ExportColumn, row: Row, titleOf: TitleOf, locale: Locale): string {
  const title = titleOf(column, row);
  if (title !== undefined) return harmless(title);
  const value = row[column.name];
  if (value === null || value === undefined) return '';
  return harmless(
    kindOf(column.field).format(value, column.field, locale).replaceAll('\u00a0', ' ').replaceAll('\u2212', '-'),
  );
}

const format = { delimiter: ';', record_delimiter: '\r\n', quoted_match: /[\r\n]/ };

/** CSV as spreadsheets in German-speaking countries open it: UTF-8 with mark, semicolons, CRLF. */
export function csvTarget(stream: Writable, locale: Locale): ExportTarget {
  let columns: readonly ExportColumn[] = [];
  const send = async (records: readonly (readonly string[])[], start = '') => {
    stream.write(start + stringify(records as string[][], format));
    await room(stream);
  };
  return {
    begin: (wanted) => {
      columns = wanted;
      return send([columns.map((column) => harmless(column.label))], '\ufeff');
    },
    write: (rows, titleOf) => send(rows.map((row) => columns.map((column) => cellText(column, row, titleOf, locale)))),
    end: async () => {
      stream.end();
    },
  };
}
