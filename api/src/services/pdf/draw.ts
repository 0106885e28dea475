import type { Locale } from '@kontor/shared';
import type { Block, Run } from './blocks.ts';
import type { Flow } from './flow.ts';
import { mm } from './measures.ts';
import { drawTable } from './table.ts';

const carried: Readonly<Record<Locale, string>> = { de: 'Übertrag', en: 'Carried over' };
const sizes = { 1: 15, 2: 12.5, 3: 11 } as const;
const body = 10.5;
/** Height of a line of the text. */
const line = body * 1.32;
const gap = 7;
/** Height of a place to sign. */
const signing = mm(24);

const bold = (runs: readonly Run[]): Run[] => runs.map((run) => ({ ...run, bold: true }));

interface Look {
  readonly locale: Locale;
  readonly indent: number;
}

function list(flow: Flow, { items, ordered }: Extract<Block, { type: 'list' }>, look: Look): void {
  const step = ordered && items.length > 9 ? 22 : 16;
  flow.tag('L', () => {
    items.forEach((blocks, at) => {
      flow.tag('LI', () => {
        flow.need(2 * line);
        const { y } = flow;
        const mark = flow.lines([{ text: ordered ? `${at + 1}.` : '•' }], step, { size: body });
        flow.tag('Lbl', () =>
          flow.content('Lbl', () => flow.draw(mark, flow.area.left + look.indent + 2, step, y, { size: body })),
        );
        flow.tag('LBody', () => drawBlocks(flow, blocks, { ...look, indent: look.indent + step }, 3));
      });
    });
  });
  flow.y += gap - 3;
}

/** Two lines to be signed on stand beside each other. */
function signature(flow: Flow, names: readonly string[]): void {
  const { left, width } = flow.area;
  const room = Math.min(mm(75), (width - mm(10)) / 2);
  flow.need(signing);
  flow.y += mm(15);
  names.slice(0, 2).forEach((name, at) => {
    const x = at === 0 ? left : left + width - room;
    flow.artifact(() => {
      flow.doc
        .moveTo(x, flow.y)
        .lineTo(x + room, flow.y)
        .lineWidth(0.6)
        .strokeColor('#59636e')
        .stroke();
    }, 'Layout');
    flow.tag('P', () =>
      flow.content('P', () =>
        flow.draw(flow.lines([{ text: name }], room, { size: 9 }), x, room, flow.y + 3, { size: 9 }),
      ),
    );
  });
  flow.y += mm(8);
}

function block(flow: Flow, one: Block, look: Look, after: number): void {
  const { indent } = look;
  switch (one.type) {
    case 'paragraph': {
      // an empty paragraph is how people make room
      if (one.runs.length === 0) flow.y += line;
      else flow.text('P', one.runs, { size: body, indent, ...(one.align ? { align: one.align } : {}) });
      flow.y += after;
      return;
    }
    case 'heading': {
      const size = sizes[one.level];
      flow.need(size * 1.3 + 3 * line); // a heading is followed by text
      if (flow.y > flow.area.top) flow.y += 4;
      flow.text(`H${one.level}`, bold(one.runs), {
        size,
        leading: 1.25,
        indent,
        ...(one.align ? { align: one.align } : {}),
      });
      flow.y += 4;
      return;
    }
    case 'list':
      list(flow, one, look);
      return;
    case 'quote':
      flow.tag('BlockQuote', () => drawBlocks(flow, one.blocks, { ...look, indent: indent + 14 }));
      return;
    case 'table':
      drawTable(flow, one.rows, carried[look.locale]);
      flow.y += gap + 3;
      return;
    case 'rule':
      flow.need(10);
      flow.artifact(() => {
        const { left, width } = flow.area;
        flow.doc
          .moveTo(left, flow.y + 3)
          .lineTo(left + width, flow.y + 3)
          .lineWidth(0.5)
          .strokeColor('#c9ced6')
          .stroke();
      }, 'Layout');
      flow.y += 10;
      return;
    case 'page_break':
      flow.newPage();
      return;
    case 'signature':
      signature(flow, one.names);
  }
}

/** Draws blocks one below the other from the place reached. */
export function drawBlocks(flow: Flow, blocks: readonly Block[], look: Look, after = gap): void {
  blocks.forEach((one, at) => {
    // nobody signs a page with nothing else on it
    if (one.type === 'paragraph' && blocks[at + 1]?.type === 'signature')
      flow.need(flow.lines(one.runs, flow.area.width - look.indent, { size: body }).length * line + after + signing);
    block(flow, one, look, after);
  });
}
