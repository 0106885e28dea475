import { create } from 'qrcode';
import type { Flow } from './flow.ts';
import { mm, paper } from './measures.ts';

/**
 * An address as a QR code in the middle of the page, drawn as areas (sharp at any size), with words below it; both lead there
 * when the document is read on a screen. `top` and `size` in points; the code has its quiet zone within.
 */
export function drawCode(
  flow: Flow,
  address: string,
  words: string,
  { top, size }: { readonly top: number; readonly size: number },
): void {
  const { modules } = create(address, { errorCorrectionLevel: 'M' });
  const quiet = 4;
  const step = size / (modules.size + 2 * quiet);
  const left = (paper.width - size) / 2;
  const { doc } = flow;
  flow.tag(
    'Figure',
    () =>
      flow.content('Figure', () => {
        for (let row = 0; row < modules.size; row++)
          for (let column = 0; column < modules.size; column++)
            if (modules.data[row * modules.size + column])
              doc.rect(left + (column + quiet) * step, top + (row + quiet) * step, step, step);
        doc.fill('#000000');
      }),
    { alt: `${words}: ${address}` },
  );
  const style = { size: 7.5, colour: '#59636e', align: 'center' } as const;
  const width = paper.width - mm(40);
  flow.tag('P', () =>
    flow.content('P', () =>
      flow.draw(flow.lines([{ text: words, link: address }], width, style), mm(20), width, top + size, style),
    ),
  );
}
