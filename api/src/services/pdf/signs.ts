import type { SheetContent, Sign } from '../sheets/content.ts';
import { Flow } from './flow.ts';
import type { Letterhead } from './letter.ts';
import { mm, paper } from './measures.ts';

/** Signs for common holders: 90 × 55 mm, ten on a page. */
const sign = { width: mm(90), height: mm(55) };
const across = 2;
const down = 5;
const left = (paper.width - across * sign.width) / 2;
const top = (paper.height - down * sign.height) / 2;
const inside = sign.width - mm(12);
const sizes = [26, 23, 20, 17, 14, 12, 10];

/** The largest letters in which a name takes at most two lines and no word is broken. */
function nameOf(flow: Flow, name: string) {
  const longest = Math.max(...name.split(/\s+/).map((word) => word.length));
  for (const size of sizes) {
    const lines = flow.lines([{ text: name, bold: true }], inside, { size });
    const whole = lines.every(({ pieces }) => pieces.length > 0) && longest * size * 0.62 < inside;
    if (lines.length <= 2 && whole) return { lines, size };
  }
  const size = sizes.at(-1)!;
  return { lines: flow.lines([{ text: name, bold: true }], inside, { size }).slice(0, 3), size };
}

function draw(flow: Flow, { name, above, below }: Sign, x: number, y: number, colour: string): void {
  const small = { size: 8.5, align: 'center' } as const;
  const one = (words: string) => flow.lines([{ text: words }], inside, small).slice(0, 2);
  flow.artifact(() => {
    flow.doc.rect(x, y, sign.width, sign.height).lineWidth(0.3).dash(2, { space: 2 }).strokeColor('#8b949e').stroke();
    flow.doc.undash();
    flow.doc.rect(x, y, sign.width, mm(2.5)).fill(colour);
    flow.draw(one(above), x + mm(6), inside, y + mm(6), { ...small, colour });
  }, 'Layout');
  const { lines, size } = nameOf(flow, name);
  const style = { size, leading: 1.2, align: 'center' } as const;
  const middle = y + sign.height / 2 + mm(1) - (lines.length * size * 1.2) / 2;
  flow.tag('P', () => flow.content('P', () => flow.draw(lines, x + mm(6), inside, middle, style)));
  const bottom = one(below);
  flow.tag('P', () =>
    flow.content('P', () =>
      flow.draw(bottom, x + mm(6), inside, y + sign.height - mm(5) - bottom.length * 8.5 * 1.32, small),
    ),
  );
}

/** Name signs to be cut out, ten on a page; a page that says so where there are none. */
export async function signsPdf(
  { title, locale, signs = [], empty }: SheetContent,
  { name, colour }: Pick<Letterhead, 'name' | 'colour'>,
): Promise<Buffer> {
  const flow = new Flow({
    title,
    author: name,
    language: locale,
    size: [paper.width, paper.height],
    area: () => ({ left, width: across * sign.width, top, bottom: paper.height - top }),
  });
  if (signs.length === 0) {
    flow.text('H1', [{ text: title, bold: true }], { size: 15 });
    flow.y += 8;
    flow.text('P', [{ text: empty, italic: true }], { size: 11 });
  }
  signs.forEach((one, i) => {
    const at = i % (across * down);
    if (i > 0 && at === 0) flow.newPage();
    draw(flow, one, left + (at % across) * sign.width, top + Math.floor(at / across) * sign.height, colour);
  });
  return flow.end();
}
