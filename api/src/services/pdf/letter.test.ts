import fc from 'fast-check';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { textsOf, wordsOf } from '../../testing/pdf.ts';
import { blocksFrom } from './blocks.ts';
import { certificatePdf } from './certificate.ts';
import { type Letter, letterPdf } from './letter.ts';

const letterhead: Letter['letterhead'] = {
  form: 'b',
  colour: '#1f6feb',
  name: 'Müller & Söhne <Köln>',
  logoSide: 'right',
  sender: 'Müller & Söhne GmbH · Hafen 12 · 50678 Köln',
  footer: [['Müller & Söhne GmbH'], ['Tel. 0221 4710'], ['Amtsgericht Köln, HRB 1'], ['IBAN DE89 3704']],
};
const letter = (html: string, more: Partial<Letter> = {}): Letter => ({
  locale: 'de',
  letterhead,
  recipient: ['Genossenschaft eG', 'Frau Dr. Ayşe Öztürk', 'Lange Straße 1', '50667 Köln'],
  info: [
    ['Datum', '29.11.2026'],
    ['Bearbeitung', 'Anna Berger'],
  ],
  subject: 'Ihre Anfrage',
  body: blocksFrom(html),
  ...more,
});

const row = (at: number, cells = 1) =>
  `<tr><td>${at}</td><td>${`Leistung ${at} `.repeat(cells)}</td><td data-align="right" data-carry="${at * 10},00 €">10,00 €</td></tr>`;
const table = (count: number, cells = 1) =>
  `<table><thead><tr><th>Nr.</th><th>Leistung</th><th data-align="right">Betrag</th></tr></thead><tbody>${Array.from({ length: count }, (_, at) => row(at + 1, cells)).join('')}</tbody><tfoot><tr><td></td><td>Summe</td><td data-align="right">${count * 10},00 €</td></tr></tfoot></table>`;

describe('a letter', () => {
  let pdf: Buffer;
  let source: string;
  beforeAll(async () => {
    pdf = await letterPdf(
      letter(
        '<p>Guten Tag,</p><p><strong>fett</strong>, <em>schräg</em> und <a href="https://newoa.example/?a=1&amp;b=2">ein Verweis</a></p>',
      ),
    );
    source = pdf.toString('latin1');
  });

  test('is PDF/A-3 with tags: metadata, colours and all fonts in it (ISO 19005-3)', () => {
    expect(source.startsWith('%PDF-1.7')).toBe(true);
    const xmp = /<x:xmpmeta[\s\S]*<\/x:xmpmeta>/.exec(source)?.[0] ?? '';
    expect(xmp).toMatch(/pdfaid:part>3</);
    expect(xmp).toMatch(/pdfaid:conformance>B</);
    // pdfkit would write these signs as they are, and the metadata were none
    expect(xmp).not.toMatch(/&(?!amp;|lt;|gt;|quot;|apos;|#)/);
    expect(xmp).toContain('Ihre Anfrage');
    expect(source).toMatch(/\/OutputIntents/);
    expect(source).toMatch(/\/MarkInfo/);
    expect(source).toMatch(/\/Lang \(de-DE\)/);
    expect(source).not.toMatch(/\/Subtype \/Type1\b/);
    const fonts = source.match(/\/FontName \/\w+\+SourceSans3/g) ?? [];
    expect(fonts.length).toBeGreaterThanOrEqual(3);
    expect((source.match(/\/FontFile2 /g) ?? []).length).toBe(fonts.length);
    expect(source).not.toMatch(/\/SMask|\/JavaScript|\/Launch/);
    expect(source).toContain('/URI (https://newoa.example/?a=1&b=2)');
  });

  test('has its parts where the envelope and DIN 5008 want them (form B)', async () => {
    const [page] = await textsOf(pdf);
    const at = (text: string) => page!.find((one) => one.text.startsWith(text))!;
    const lines = ['Genossenschaft eG', 'Frau Dr.', 'Lange Straße', '50667'].map(at);
    for (const { x, y } of lines) {
      expect(x).toBeCloseTo(25, 0);
      expect(y).toBeGreaterThan(45 + 17.7);
      expect(y).toBeLessThan(90);
    }
    expect(lines.map(({ y }) => y)).toEqual(lines.map(({ y }) => y).toSorted((a, b) => a - b));
    const sender = at('Müller & Söhne GmbH · Hafen');
    expect(sender.y).toBeGreaterThan(45);
    expect(sender.y).toBeLessThan(45 + 17.7);
    expect(at('Datum').x).toBeCloseTo(125, 0);
    expect(at('Datum').y).toBeGreaterThan(50);
    expect(at('Ihre Anfrage').y).toBeGreaterThanOrEqual(98.4);
    expect(at('Ihre Anfrage').y).toBeLessThan(106);
    for (const { x, width, y } of page!) {
      expect(x + width).toBeLessThan(210 - 19);
      expect(y).toBeLessThan(297 - 5);
    }
    const [low] = await textsOf(await letterPdf(letter('<p>Text</p>', { letterhead: { ...letterhead, form: 'a' } })));
    expect(low!.find(({ text }) => text === 'Genossenschaft eG')!.y).toBeLessThan(27 + 27);
  });

  test('keeps to the window, however much stands in the address', async () => {
    const recipient = Array.from({ length: 12 }, (_, at) => `Zeile ${at} ${'x'.repeat(60)}`);
    const [page] = await textsOf(await letterPdf(letter('<p>Text</p>', { recipient })));
    const address = page!.filter(({ x, y }) => x < 100 && y > 62 && y < 97);
    expect(address.length).toBeGreaterThan(3);
    for (const { y, x, width } of address) {
      expect(y).toBeLessThan(90);
      expect(x + width).toBeLessThan(106);
    }
  });

  test('numbers its pages when there are several', async () => {
    expect(await wordsOf(pdf)).not.toContain('Seite 1');
    const pages = await textsOf(await letterPdf(letter(`<p>${'Ein Satz steht hier. '.repeat(600)}</p>`)));
    expect(pages.length).toBe(3);
    pages.forEach((page, at) => {
      expect(page.some(({ text }) => text === `Seite ${at + 1} von 3`)).toBe(true);
    });
  });

  test('shows what has no letter in the font as a question mark, and nothing that can not be seen', async () => {
    const words = await wordsOf(await letterPdf(letter('<p>A\u200bB \u202eC 漢 Ελλάδα Ł ş 1\u00ad2 €</p>')));
    expect(words).toContain('AB C ? Ελλάδα Ł ş 12 €');
  });

  test('takes a logo that shines through, without shining through', async () => {
    const content = await sharp({ create: { width: 300, height: 100, channels: 3, background: '#00f' } })
      .png()
      .toBuffer();
    const made = await letterPdf(
      letter('<p>Text</p>', { letterhead: { ...letterhead, logo: { content, width: 300, height: 100 } } }),
    );
    expect(made.toString('latin1')).not.toContain('/SMask');
    expect(await wordsOf(made)).not.toMatch(/^Müller & Söhne <Köln> /);
  });
});

describe('a table', () => {
  test('goes on over pages: its heading again, and what the column has come to', async () => {
    const pages = await textsOf(await letterPdf(letter(`<p>Davor</p>${table(80)}<p>Danach</p>`)));
    expect(pages.length).toBeGreaterThan(2);
    let rows = 0;
    pages.forEach((page, at) => {
      const texts = page.map(({ text }) => text.trim());
      expect(texts).toContain('Betrag');
      const here = texts.filter((text) => /^Leistung \d+$/.test(text)).length;
      const carried = page.filter(({ text }) => text.trim() === 'Übertrag');
      const sums = carried.map(({ y }) => page.find((one) => one.y === y && one.x > 150)!.text.trim());
      const before = at > 0 ? [`${rows * 10},00 €`] : [];
      rows += here;
      const after = at < pages.length - 1 ? [`${rows * 10},00 €`] : [];
      expect(sums).toEqual([...before, ...after]);
    });
    expect(rows).toBe(80);
    expect(pages.at(-1)!.some(({ text }) => text.trim() === '800,00 €')).toBe(true);
  });

  test('its sum is never alone at the top of a page', async () => {
    for (const count of [18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 56, 57, 58, 59, 60, 61, 62, 63]) {
      const pages = await textsOf(await letterPdf(letter(table(count))));
      const last = pages.find((page) => page.some(({ text }) => text.trim() === 'Summe'))!;
      expect(last.some(({ text }) => text.trim() === `Leistung ${count}`)).toBe(true);
    }
  });

  test('a row that is higher than a page goes on on the next one', async () => {
    const words = await wordsOf(await letterPdf(letter(table(2, 900))));
    expect(words.match(/Leistung 1\b/g)!.length).toBe(900);
    expect(words.match(/Leistung 2\b/g)!.length).toBe(900);
  });
});

test('whatever is written, every word is there once, in its order, within the text', async () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcxyzÄÖÜß019-'), minLength: 1, maxLength: 60 });
  const text = fc.array(word, { minLength: 1, maxLength: 90 }).map((words) => words.join(' '));
  const piece = fc.oneof(
    text.map((one) => `<p>${one}</p>`),
    text.map((one) => `<h2>${one}</h2>`),
    text.map((one) => `<p><strong>${one}</strong></p>`),
    fc
      .array(text, { minLength: 1, maxLength: 4 })
      .map((items) => `<ul>${items.map((one) => `<li>${one}</li>`).join('')}</ul>`),
    fc
      .array(fc.tuple(text, text), { minLength: 1, maxLength: 6 })
      .map(
        (rows) =>
          `<table>${rows.map((cells) => `<tr>${cells.map((one) => `<td>${one}</td>`).join('')}</tr>`).join('')}</table>`,
      ),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 12 }), async (pieces) => {
      const html = pieces.join('');
      const pages = await textsOf(await letterPdf(letter(html, { letterhead: { ...letterhead, footer: [] } })));
      const bare = (some: string) => some.replace(/[\s•]/g, '');
      // above the number of the page: the text ends 16 mm above the edge of the first page, 20 mm above that of the others
      const body = pages.map((page, at) =>
        page.filter(({ y }) => y > (at === 0 ? 108 : 25) && y < (at === 0 ? 297 - 16 : 297 - 20)),
      );
      const drawn = bare(
        body
          .flat()
          .map(({ text }) => text)
          .join(''),
      );
      expect(drawn).toBe(bare(html.replace(/<[^>]*>/g, '')));
      for (const { x, width } of body.flat()) {
        expect(x).toBeGreaterThan(24.5);
        expect(x + width).toBeLessThan(190.5);
      }
    }),
    { numRuns: 25 },
  );
});

test('a certificate has its title in the middle of a page of its own', async () => {
  const pages = await textsOf(
    await certificatePdf({
      locale: 'de',
      letterhead,
      title: 'Teilnahmebescheinigung',
      body: blocksFrom('<h2>Ayşe Öztürk</h2><p>hat teilgenommen</p>'),
    }),
  );
  expect(pages.length).toBe(1);
  const title = pages[0]!.find(({ text }) => text === 'Teilnahmebescheinigung')!;
  expect(title.x + title.width / 2).toBeCloseTo(105, 0);
});
