import PDFDocument from 'pdfkit';
import type { Run } from './blocks.ts';
import { type Face, openFont } from './fonts.ts';
import { breakLines, type Line } from './lines.ts';

/** Where text may stand on a page, in points from its upper edge. */
export interface Area {
  readonly left: number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
}

export interface TextStyle {
  readonly size: number;
  /** Height of a line as a multiple of the size. */
  readonly leading?: number;
  readonly colour?: string;
  readonly align?: 'left' | 'right' | 'center';
}

export interface FlowOptions {
  readonly title: string;
  readonly author: string;
  readonly language: 'de' | 'en';
  readonly size: readonly [number, number];
  /** Area of a page; the first one is 0. */
  readonly area: (page: number) => Area;
}

type Element = ReturnType<PDFKit.PDFDocument['struct']>;

const linkColour = '#0b57a4';

/** The metadata of PDF/A say the same thing twice, and once without protection of these signs. */
const plain = (text: string) => text.replace(/&/g, '+').replace(/[<>]/g, ' ').slice(0, 250);

/** Characters that have no look: controls, and marks of direction that a font would show as a box. */
const invisible = /(?!\n)\p{C}/gu;

/** Text as the fonts can show it: composed, without controls; what no face has becomes a question mark. */
function showable(text: string, has: (code: number) => boolean): string {
  let shown = '';
  for (const sign of text.normalize('NFC').replaceAll('\t', ' ').replace(invisible, ''))
    shown += sign === '\n' || has(sign.codePointAt(0)!) ? sign : '?';
  return shown;
}

/**
 * A document that text flows into: PDF/A-3 with embedded fonts and tags (ISO 19005-3, level b). Text is broken and measured
 * before it is drawn, so that what belongs together can stay together; where a page ends, the tag goes on with the text.
 */
export class Flow {
  readonly doc: PDFKit.PDFDocument;
  /** Where the next text begins, in points from the upper edge of the page. */
  y: number;
  page = 0;
  readonly #options: FlowOptions;
  readonly #regular = openFont('regular');
  /** The tags that are open, outermost first. */
  readonly #open: Element[] = [];
  /** The tag whose content is being drawn; it is interrupted by the end of a page. */
  #marked: string | undefined;

  constructor(options: FlowOptions) {
    const { title, author, language, size } = options;
    this.#options = options;
    this.doc = new PDFDocument({
      subset: 'PDF/A-3b',
      pdfVersion: '1.7',
      tagged: true,
      lang: language === 'de' ? 'de-DE' : 'en-GB',
      displayTitle: true,
      bufferPages: true,
      autoFirstPage: false,
      font: null, // none of the fonts that a PDF can name without holding them
      info: { Title: plain(title), Author: plain(author), Creator: 'Kontor', Producer: 'Kontor' },
      size: [...size],
      margin: 0,
    } as unknown as PDFKit.PDFDocumentOptions);
    // opened fonts are taken as well, which the types do not know
    for (const face of ['regular', 'italic', 'bold', 'bold_italic'] as const)
      this.doc.registerFont(face, (face === 'regular' ? this.#regular : openFont(face)) as unknown as string);
    this.doc.addPage();
    const root = this.doc.struct('Document');
    this.doc.addStructure(root);
    this.#open.push(root);
    this.y = this.area.top;
  }

  get area(): Area {
    return this.#options.area(this.page);
  }

  /** Points that are left on the page. */
  get left(): number {
    return this.area.bottom - this.y;
  }

  #shown(runs: readonly Run[]): Run[] {
    const has = (code: number) => this.#regular.hasGlyphForCodePoint(code);
    return runs.map((run) => ({ ...run, text: showable(run.text, has) }));
  }

  /** The lines of a text in a width. */
  lines(runs: readonly Run[], width: number, { size }: TextStyle): Line[] {
    const measure = (text: string, face: Face) => this.doc.font(face).fontSize(size).widthOfString(text);
    return breakLines(this.#shown(runs), width, measure);
  }

  /** Draws lines from `y` on, without looking for the end of the page. */
  draw(lines: readonly Line[], left: number, width: number, y: number, style: TextStyle): void {
    const { size, leading = 1.32, colour = '#1f2328', align = 'left' } = style;
    const { doc } = this;
    lines.forEach((line, at) => {
      const spare = width - line.width;
      let x = left + (align === 'right' ? spare : align === 'center' ? spare / 2 : 0);
      // the letters stand in the middle of their line
      const top = y + at * size * leading;
      const base = top + (size * leading - size) / 2 + size * 0.82;
      for (const piece of line.pieces) {
        doc
          .font(piece.face)
          .fontSize(size)
          .fillColor(piece.link ? linkColour : colour);
        doc.text(piece.text, x, base, { lineBreak: false, baseline: 'alphabetic' });
        // pdfkit would draw these lines for another base line
        const through = [piece.underline || piece.link ? 0.11 : 0, piece.strike ? -0.24 : 0].filter(Boolean);
        for (const share of through)
          doc
            .moveTo(x, base + share * size)
            .lineTo(x + piece.width, base + share * size)
            .lineWidth(size * 0.05)
            .strokeColor(piece.link ? linkColour : colour)
            .stroke();
        if (piece.link && /^(https?|mailto|tel):/.test(piece.link)) {
          const options: object = { structParent: this.#open.at(-1) };
          doc.link(x, top, piece.width, size * leading, piece.link, options);
        }
        x += piece.width;
      }
    });
  }

  /** What is drawn in here has a tag (ISO 32000-1, 14.8.4). Tags may hold tags. */
  tag(name: string, fill: () => void, options: object = {}): void {
    const element = this.doc.struct(name, options as PDFKit.Mixins.StructureElementOptions);
    this.#open.at(-1)!.add(element);
    this.#open.push(element);
    fill();
    this.#open.pop();
    element.end();
  }

  /** Content of the innermost tag; it goes on where a page ends within it. */
  content(name: string, fill: () => void): void {
    this.#begin(name);
    fill();
    this.#end();
  }

  #begin(name: string): void {
    this.#marked = name;
    this.#open.at(-1)!.add(this.doc.markStructureContent(name));
  }

  #end(): void {
    this.#marked = undefined;
    this.doc.endMarkedContent();
  }

  /** What belongs to the paper and not to the text: is not read aloud. */
  artifact(fill: () => void, type: 'Pagination' | 'Layout' = 'Pagination'): void {
    this.doc.markContent('Artifact', { type });
    fill();
    this.doc.endMarkedContent();
  }

  newPage(): void {
    const marked = this.#marked;
    if (marked) this.#end();
    this.doc.addPage();
    this.page++;
    this.y = this.area.top;
    if (marked) this.#begin(marked);
  }

  /** Begins a new page unless this much room is left on this one. */
  need(height: number): void {
    if (this.left < height && this.y > this.area.top) this.newPage();
  }

  /**
   * A text at the place reached, over as many pages as it takes: no line of a paragraph is left alone at the end or at the
   * beginning of a page.
   */
  text(
    name: string,
    runs: readonly Run[],
    style: TextStyle & { indent?: number; keep?: number } = { size: 10.5 },
  ): void {
    const { size, leading = 1.32, indent = 0, keep = 0 } = style;
    const height = size * leading;
    const width = this.area.width - indent;
    const lines = this.lines(runs, width, style);
    this.tag(name, () => {
      let at = 0;
      while (at < lines.length) {
        const rest = lines.length - at;
        const fit = Math.max(Math.floor((this.left - (rest * height <= this.left ? keep : 0)) / height + 1e-6), 0);
        let count = Math.min(rest, fit);
        if (count < rest) {
          if (rest - count < 2) count = rest - 2; // nothing alone at the top of the next page
          if (at === 0 && count < 2) count = 0; // nor at the end of this one
        }
        if (count <= 0 && this.y <= this.area.top) count = Math.max(Math.min(rest, fit), 1);
        if (count > 0) {
          const some = lines.slice(at, at + count);
          this.content(name, () => this.draw(some, this.area.left + indent, width, this.y, style));
          this.y += count * height;
          at += count;
        }
        if (at < lines.length) this.newPage();
      }
    });
  }

  /** Draws on every page that there is, after everything else. */
  eachPage(fill: (page: number, count: number) => void): void {
    const { start, count } = this.doc.bufferedPageRange();
    for (let page = start; page < start + count; page++) {
      this.doc.switchToPage(page);
      fill(page, count);
    }
  }

  /** The finished file. */
  async end(): Promise<Buffer> {
    const chunks: Buffer[] = [];
    const done = new Promise<Buffer>((resolve, reject) => {
      this.doc.on('data', (chunk: Buffer) => chunks.push(chunk));
      this.doc.on('end', () => resolve(Buffer.concat(chunks)));
      this.doc.on('error', reject);
    });
    this.#open[0]!.end();
    this.doc.end();
    return done;
  }
}
