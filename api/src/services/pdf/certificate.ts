import type { Locale } from '@kontor/shared';
import type { Block } from './blocks.ts';
import { drawCode } from './code.ts';
import { drawBlocks } from './draw.ts';
import { Flow } from './flow.ts';
import type { Letterhead } from './letter.ts';
import { mm, paper } from './measures.ts';

export interface Certificate {
  readonly locale: Locale;
  readonly letterhead: Pick<Letterhead, 'name' | 'colour' | 'logo'>;
  readonly title: string;
  readonly body: readonly Block[];
  /** An address as a code to photograph, with words below it. */
  readonly code?: { readonly address: string; readonly words: string };
}

const side = mm(32);
const width = paper.width - 2 * side;

/** A page with a frame in the colour of the brand, everything in its middle. */
export async function certificatePdf({ locale, letterhead, title, body, code }: Certificate): Promise<Buffer> {
  const { name, colour, logo } = letterhead;
  const flow = new Flow({
    title,
    author: name,
    language: locale,
    size: [paper.width, paper.height],
    area: () => ({ left: side, width, top: mm(38), bottom: paper.height - mm(code ? 60 : 28) }),
  });
  const { doc } = flow;
  const wide = { size: 15, colour, align: 'center' } as const;
  flow.artifact(() => {
    if (logo) {
      const scale = Math.min(mm(28) / logo.height, mm(90) / logo.width);
      doc.image(logo.content, (paper.width - logo.width * scale) / 2, mm(32), { width: logo.width * scale });
    } else flow.draw(flow.lines([{ text: name, bold: true }], width, wide), side, width, mm(38), wide);
  });
  flow.y = mm(72);
  flow.text('H1', [{ text: title, bold: true }], { size: 26, leading: 1.2, align: 'center', colour });
  flow.y += mm(10);
  const centred = body.map(
    (block): Block => (block.type === 'paragraph' || block.type === 'heading' ? { ...block, align: 'center' } : block),
  );
  drawBlocks(flow, centred, { locale, indent: 0 });
  if (code) drawCode(flow, code.address, code.words, { top: paper.height - mm(54), size: mm(26) });
  flow.eachPage(() =>
    flow.artifact(() => {
      for (const [edge, line] of [
        [mm(10), 2.4],
        [mm(12.2), 0.6],
      ] as const)
        doc
          .rect(edge, edge, paper.width - 2 * edge, paper.height - 2 * edge)
          .lineWidth(line)
          .strokeColor(colour)
          .stroke();
    }, 'Layout'),
  );
  return flow.end();
}
