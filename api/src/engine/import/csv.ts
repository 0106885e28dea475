import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import iconv from 'iconv-lite';
import { type RawTable, Rows, unreadable } from './table.ts';

/** The text of a file in the encodings that spreadsheets write. Without a mark: UTF-8 if it is valid, else Windows-1252. */
export function decode(content: Buffer): { text: string; encoding: string } {
  const as = (encoding: string, bytes: Uint8Array = content) =>
    new TextDecoder(encoding, { fatal: encoding === 'utf-8' }).decode(bytes);
  if (content[0] === 0xff && content[1] === 0xfe) return { text: as('utf-16le'), encoding: 'UTF-16' };
  if (content[0] === 0xfe && content[1] === 0xff) return { text: as('utf-16be'), encoding: 'UTF-16' };
  const start = content.subarray(0, 2000);
  const zeros = (from: number) => start.filter((byte, i) => i % 2 === from && byte === 0).length * 4 > start.length;
  if (zeros(1)) return { text: as('utf-16le'), encoding: 'UTF-16' };
  if (zeros(0)) return { text: as('utf-16be'), encoding: 'UTF-16' };
  if (content.includes(0)) throw unreadable();
  try {
    return { text: as('utf-8'), encoding: 'UTF-8' };
  } catch {
    // not by TextDecoder: some versions of Node take Windows-1252 for Latin-1, and lose the € and the quotation marks
    return { text: iconv.decode(content, 'windows-1252'), encoding: 'Windows-1252' };
  }
}

const delimiters = [';', ',', '\t', '|'];

/** The sign that divides the first lines most evenly, quoted text left out. */
export function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\n|\r/)
    .filter(Boolean)
    .slice(0, 20);
  const score = (sign: string) => {
    const counts = lines.map((line) => line.split(sign).length - 1);
    const usual = counts[0] ?? 0;
    return usual === 0 ? 0 : usual * (counts.filter((count) => count === usual).length / counts.length) ** 2;
  };
  return delimiters.toSorted((a, b) => score(b) - score(a))[0]!;
}

/** A spreadsheet's apostrophe in front of a sign says "this is text"; it is none of the value. */
const unmarked = (text: string) => (/^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text);

/** Reads text divided by semicolons, commas or tabs. */
export async function readCsv(content: Buffer): Promise<RawTable> {
  const { text, encoding } = decode(content);
  const told = /^sep=(.)\r?\n/.exec(text);
  const body = told ? text.slice(told[0].length) : text;
  const delimiter = told?.[1] ?? delimiterOf(body);
  const rows = new Rows();
  const bytes = Buffer.from(body);
  const pieces = function* () {
    for (let i = 0; i < bytes.length; i += 65_536) yield bytes.subarray(i, i + 65_536);
  };
  const records = Readable.from(pieces()).pipe(
    parse({
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      max_record_size: 1_000_000,
    }),
  );
  let number = 0;
  try {
    for await (const record of records)
      rows.add(
        ++number,
        (record as string[]).map((cell) => unmarked(cell.trim())),
      );
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('CSV_')) throw unreadable();
    throw error;
  }
  return { rows: rows.list, encoding, delimiter, sheet: null };
}
