import { posix } from 'node:path';
import { type Cell, mostColumns, type RawTable, Rows, unreadable } from './table.ts';
import { attribute, walkXml } from './xml.ts';
import { type Archive, openZip } from './zip.ts';

/** How a number of a style is meant. */
type Meaning = 'number' | 'date' | 'percent';

const datesBuiltIn = (id: number) => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58);

function meaningOf(id: number, code: string | undefined): Meaning {
  if (code === undefined) return datesBuiltIn(id) ? 'date' : id === 9 || id === 10 ? 'percent' : 'number';
  const plain = code.replace(/"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  if (plain.includes('%')) return 'percent';
  return /[dmyhs]/i.test(plain.replace(/general/gi, '')) ? 'date' : 'number';
}

/** What the number of each cell style means. */
async function readStyles(zip: Archive): Promise<Meaning[]> {
  const codes = new Map<number, string>();
  const meanings: Meaning[] = [];
  if (!zip.has('xl/styles.xml')) return meanings;
  let inside = false;
  for (const event of walkXml(await zip.read('xl/styles.xml'))) {
    if ('close' in event && event.close === 'cellXfs') inside = false;
    if (!('open' in event)) continue;
    const id = Number(attribute(event.attributes, 'numFmtId') ?? 0);
    if (event.open === 'numFmt') codes.set(id, attribute(event.attributes, 'formatCode') ?? '');
    else if (event.open === 'cellXfs') inside = true;
    else if (event.open === 'xf' && inside) meanings.push(meaningOf(id, codes.get(id)));
  }
  return meanings;
}

/** Characters that XML can not hold are written as `_x000D_`. */
const unescaped = (text: string) =>
  text.replace(/_x([\da-f]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));

/** The texts that cells refer to by number; readings for Japanese (`rPh`) are left out. */
async function readTexts(zip: Archive): Promise<string[]> {
  const texts: string[] = [];
  if (!zip.has('xl/sharedStrings.xml')) return texts;
  let current = '';
  let inText = false;
  let phonetic = false;
  for (const event of walkXml(await zip.read('xl/sharedStrings.xml'))) {
    if ('text' in event) {
      if (inText && !phonetic) current += event.text;
    } else if ('open' in event) {
      if (event.open === 'si') current = '';
      if (event.open === 'si' && event.empty) texts.push('');
      if (event.open === 't') inText = !event.empty;
      if (event.open === 'rPh') phonetic = !event.empty;
    } else if (event.close === 't') inText = false;
    else if (event.close === 'rPh') phonetic = false;
    else if (event.close === 'si') texts.push(unescaped(current));
  }
  return texts;
}

interface Sheet {
  readonly name: string;
  readonly path: string;
  readonly from1904: boolean;
}

/** The first sheet that is not hidden. */
async function firstSheet(zip: Archive): Promise<Sheet> {
  let from1904 = false;
  let chosen: { name: string; relation: string } | undefined;
  for (const event of walkXml(await zip.read('xl/workbook.xml'))) {
    if (!('open' in event)) continue;
    const of = (name: string) => attribute(event.attributes, name);
    if (event.open === 'workbookPr') from1904 = ['1', 'true'].includes(of('date1904') ?? '');
    if (event.open === 'sheet' && !chosen && !of('state')?.match(/hidden/i))
      chosen = { name: of('name') ?? '', relation: of('id') ?? '' };
  }
  for (const event of walkXml(await zip.read('xl/_rels/workbook.xml.rels'))) {
    if (!('open' in event) || attribute(event.attributes, 'Id') !== chosen?.relation) continue;
    const target = attribute(event.attributes, 'Target') ?? '';
    const path = target.startsWith('/') ? target.slice(1) : posix.join('xl', target);
    return { name: chosen!.name, path, from1904 };
  }
  throw unreadable();
}

/** `BC12` to 54. */
function columnIndex(reference: string): number {
  let index = 0;
  for (const letter of /^[A-Z]+/.exec(reference)?.[0] ?? '') index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

const day = 86_400_000;
const dateOf = (serial: number, from1904: boolean) =>
  new Date(Math.round((serial + (from1904 ? 1462 : 0)) * 86_400) * 1000 + Date.UTC(1899, 11, 30));

/** Hours and minutes of a length of time; null when the cell holds a calendar date. */
export const clockOf = (date: Date): string | null => {
  const minutes = Math.round((date.getTime() - Date.UTC(1899, 11, 30)) / 60_000);
  return minutes < (59 * day) / 60_000 ? `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}` : null;
};

function cellOf(type: string | undefined, text: string, meaning: Meaning, sheet: Sheet, texts: string[]): Cell {
  if (text === '') return null;
  if (type === 's') return texts[Number(text)]?.trim() ?? null;
  if (type === 'b') return text === '1';
  if (type === 'd') return new Date(text.length > 10 ? `${text.replace(/Z$/, '')}Z` : text);
  if (type && type !== 'n') return unescaped(text).trim();
  const number = Number(text);
  if (!Number.isFinite(number)) return text;
  if (meaning === 'date' && number >= 0 && number < 2_958_466) return dateOf(number, sheet.from1904);
  return meaning === 'percent' ? Number((number * 100).toPrecision(15)) : number;
}

/** Reads the first visible sheet of an Excel workbook. */
export async function readXlsx(content: Buffer): Promise<RawTable> {
  const zip = await openZip(content);
  const sheet = await firstSheet(zip);
  const [styles, texts, xml] = [await readStyles(zip), await readTexts(zip), await zip.read(sheet.path)];
  const rows = new Rows();
  let number = 0;
  let cells: Cell[] = [];
  let column = -1;
  let type: string | undefined;
  let meaning: Meaning = 'number';
  let text = '';
  let reading = false;
  let steps = 0;
  for (const event of walkXml(xml)) {
    if (++steps % 100_000 === 0) await new Promise(setImmediate);
    if ('text' in event) {
      if (reading) text += event.text;
    } else if ('open' in event) {
      if (event.open === 'row') {
        number = Number(attribute(event.attributes, 'r') ?? number + 1);
        cells = [];
        column = -1;
      } else if (event.open === 'c') {
        const reference = attribute(event.attributes, 'r');
        column = reference ? columnIndex(reference) : column + 1;
        type = attribute(event.attributes, 't');
        meaning = styles[Number(attribute(event.attributes, 's') ?? 0)] ?? 'number';
        text = '';
      } else if (event.open === 'v' || event.open === 't') reading = !event.empty;
    } else if (event.close === 'v' || event.close === 't') reading = false;
    else if (event.close === 'c' && column >= 0 && column < mostColumns) {
      while (cells.length < column) cells.push(null);
      cells[column] = cellOf(type, text, meaning, sheet, texts);
    } else if (event.close === 'row') rows.add(number, cells);
  }
  return { rows: rows.list, encoding: null, delimiter: null, sheet: sheet.name };
}
