import type { Locale } from '@kontor/shared';
import type { Block } from './blocks.ts';
import { drawBlocks } from './draw.ts';
import { Flow } from './flow.ts';
import { forms, margins, mm, paper, letter as places, textWidth } from './measures.ts';

/** The paper of a brand: what stands around the text. */
export interface Letterhead {
  /** Of DIN 5008; see `forms`. */
  readonly form: 'a' | 'b';
  readonly colour: string;
  /** Name of the sender, where there is no logo, and on the pages after the first. */
  readonly name: string;
  /** PNG or JPEG. */
  readonly logo?: { readonly content: Buffer; readonly width: number; readonly height: number };
  readonly logoSide: 'left' | 'right';
  /** Above the address, in one line. */
  readonly sender: string;
  /** Columns at the foot of the first page. */
  readonly footer: readonly (readonly string[])[];
}

export interface Letter {
  readonly locale: Locale;
  readonly letterhead: Letterhead;
  /** At most six lines; none for a letter that names nobody. */
  readonly recipient: readonly string[];
  /** Who writes, and when: label and value, in their order. */
  readonly info: readonly (readonly [string, string])[];
  readonly subject: string;
  readonly body: readonly Block[];
}

const words: Readonly<Record<Locale, { page: (page: number, of: number) => string }>> = {
  de: { page: (page, of) => `Seite ${page} von ${of}` },
  en: { page: (page, of) => `Page ${page} of ${of}` },
};
const grey = '#59636e';
const footerSize = 7.5;
const footerLine = footerSize * 1.35;

/** The columns of the foot of the first page in lines, and how high it is, in points. */
function footerOf(flow: Flow, { footer }: Letterhead) {
  const width = textWidth / Math.max(footer.length, 1);
  const columns = footer.map((column) =>
    column.flatMap((text) => flow.lines([{ text }], width - mm(3), { size: footerSize })),
  );
  const most = Math.max(0, ...columns.map((column) => column.length));
  return { columns, width, height: most * footerLine + (footer.length ? mm(6) : 0) };
}

function drawHead(flow: Flow, { logo, logoSide, name, colour, form }: Letterhead): void {
  const { doc } = flow;
  const height = forms[form].address - mm(12);
  flow.artifact(() => {
    doc.rect(0, 0, paper.width, mm(2)).fill(colour);
    if (logo) {
      const scale = Math.min((height - mm(8)) / logo.height, mm(16) / logo.height, mm(70) / logo.width);
      const wide = logo.width * scale;
      const x = logoSide === 'left' ? margins.left : paper.width - margins.right - wide;
      doc.image(logo.content, x, mm(10), { width: wide });
    } else {
      const style = { size: 17, colour, align: logoSide } as const;
      const lines = flow.lines([{ text: name, bold: true }], textWidth, style).slice(0, 1);
      flow.draw(lines, margins.left, textWidth, mm(12), style);
    }
  });
}

function drawMarks(flow: Flow, form: Letterhead['form']): void {
  flow.artifact(() => {
    for (const [y, wide] of [...forms[form].folds.map((fold) => [fold, mm(4)] as const), [places.hole, mm(6)] as const])
      flow.doc
        .moveTo(mm(4), y)
        .lineTo(mm(4) + wide, y)
        .lineWidth(0.3)
        .strokeColor('#8b949e')
        .stroke();
  });
}

function drawAddress(flow: Flow, { letterhead, recipient }: Letter): void {
  const top = forms[letterhead.form].address;
  const size = 7;
  const line = flow.lines([{ text: letterhead.sender }], places.addressWidth, { size }).slice(0, 1);
  flow.artifact(() => {
    const y = top + places.marks - mm(5);
    flow.draw(line, margins.left, places.addressWidth, y, { size, colour: grey });
    flow.doc
      .moveTo(margins.left, y + mm(3.8))
      .lineTo(margins.left + (line[0]?.width ?? 0), y + mm(3.8))
      .lineWidth(0.3)
      .strokeColor(grey)
      .stroke();
  });
  const style = { size: 10.5, leading: 1.22 };
  const lines = recipient.flatMap((text) => flow.lines([{ text }], places.addressWidth, style)).slice(0, 6);
  flow.tag('P', () =>
    flow.content('P', () => flow.draw(lines, margins.left, places.addressWidth, top + places.marks, style)),
  );
}

/** Answers where the block ends. */
function drawInfo(flow: Flow, { letterhead, info }: Letter): number {
  const style = { size: 9, leading: 1.4 };
  const label = mm(23);
  let y = forms[letterhead.form].info;
  for (const [name, value] of info) {
    const lines = flow.lines([{ text: value }], places.infoWidth - label, style);
    flow.tag('P', () =>
      flow.content('P', () => {
        flow.draw(flow.lines([{ text: name }], label, style), places.infoLeft, label, y, { ...style, colour: grey });
        flow.draw(lines, places.infoLeft + label, places.infoWidth - label, y, style);
      }),
    );
    y += lines.length * style.size * style.leading;
  }
  return y;
}

function drawFooter(flow: Flow, { columns, width, height }: ReturnType<typeof footerOf>, colour: string): void {
  if (!columns.length) return;
  const top = paper.height - mm(9) - (height - mm(6));
  flow.artifact(() => {
    flow.doc
      .moveTo(margins.left, top - mm(2))
      .lineTo(margins.left + textWidth, top - mm(2))
      .lineWidth(0.8)
      .strokeColor(colour)
      .stroke();
    columns.forEach((lines, at) => {
      flow.draw(lines, margins.left + at * width, width - mm(3), top, {
        size: footerSize,
        leading: 1.35,
        colour: grey,
      });
    });
  });
}

/** On the pages after the first: whose letter about what it is. */
function drawNextHead(flow: Flow, { letterhead, subject }: Letter): void {
  const style = { size: 8.5, colour: grey };
  flow.artifact(() => {
    flow.doc.rect(0, 0, paper.width, mm(2)).fill(letterhead.colour);
    const name = flow.lines([{ text: letterhead.name, bold: true }], textWidth / 2, style).slice(0, 1);
    flow.draw(name, margins.left, textWidth / 2, mm(15), style);
    const right = flow.lines([{ text: subject }], textWidth / 2, style).slice(0, 1);
    flow.draw(right, margins.left + textWidth / 2, textWidth / 2, mm(15), { ...style, align: 'right' });
  });
}

/**
 * A letter after DIN 5008:2020 on the paper of a brand, as PDF/A-3: address in the window of the envelope, fold marks, block
 * with date and who writes, subject, text, the number of the page and, at the foot of the first one, the particulars that
 * business letters have to carry (§ 35a GmbHG, § 37a HGB).
 */
export async function letterPdf(letter: Letter): Promise<Buffer> {
  const { letterhead, locale } = letter;
  let foot = 0;
  const flow = new Flow({
    title: letter.subject,
    author: letterhead.name,
    language: locale,
    size: [paper.width, paper.height],
    area: (page) => ({
      left: margins.left,
      width: textWidth,
      top: page === 0 ? forms[letterhead.form].address : places.nextTop,
      bottom: paper.height - mm(page === 0 ? 16 : 20) - (page === 0 ? foot : 0),
    }),
  });
  const footer = footerOf(flow, letterhead);
  foot = footer.height;
  drawHead(flow, letterhead);
  drawMarks(flow, letterhead.form);
  drawAddress(flow, letter);
  const info = drawInfo(flow, letter);
  flow.y = Math.max(forms[letterhead.form].address + places.addressHeight, info) + places.subjectGap;
  flow.text('H1', [{ text: letter.subject, bold: true }], { size: 11.5 });
  flow.y += 12;
  drawBlocks(flow, letter.body, { locale, indent: 0 });
  flow.eachPage((page, count) => {
    if (page === 0) drawFooter(flow, footer, letterhead.colour);
    else drawNextHead(flow, letter);
    if (count === 1) return;
    const style = { size: 8.5, colour: grey, align: 'right' } as const;
    const lines = flow.lines([{ text: words[locale].page(page + 1, count) }], textWidth, style);
    const y = paper.height - mm(page === 0 ? 14 : 15) - (page === 0 ? foot : 0);
    flow.artifact(() => flow.draw(lines, margins.left, textWidth, y, style));
  });
  return flow.end();
}
