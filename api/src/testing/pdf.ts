import { getDocumentProxy } from 'unpdf';

/** A text of a page and where it begins, in millimetres from the upper left edge. */
export interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** The texts of a PDF by page, as any reader finds them. For tests. */
export async function textsOf(pdf: Buffer): Promise<Placed[][]> {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const pages: Placed[][] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const texts: Placed[] = [];
    for (const item of items) {
      if (!('str' in item)) continue;
      const [, , , , left, base] = item.transform as number[];
      const [x, y, width] = [left!, height - base!, item.width].map((points) => (points / 72) * 25.4) as [
        number,
        number,
        number,
      ];
      const last = texts.at(-1);
      // a gap between columns is told as a wide space; letters that stand closer than usual are told one by one
      if (!item.str.trim() && width > 2) texts.push({ text: '', x: -1, y: -1, width: 0 });
      else if (last && last.y === y && Math.abs(x - last.x - last.width) < 0.4)
        texts[texts.length - 1] = { ...last, text: last.text + item.str, width: x + width - last.x };
      else texts.push({ text: item.str, x, y, width });
    }
    pages.push(texts.map((one) => ({ ...one, text: one.text.trim() })).filter(({ text }) => text));
  }
  return pages;
}

/** All text of a PDF in the order of its tags, blanks counted once. */
export const wordsOf = async (pdf: Buffer): Promise<string> =>
  (await textsOf(pdf))
    .flat()
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
