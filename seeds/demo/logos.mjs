import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkit';
import sharp from 'sharp';
import { brands } from './company.mjs';
import { logoId } from './ids.mjs';

const file = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
);

/** Letters as outlines: the machine that draws the picture need not have the font. */
function outlines(text, size) {
  const font = create(readFileSync(file));
  const scale = size / font.unitsPerEm;
  const { glyphs, positions } = font.layout(text);
  let x = 0;
  const paths = glyphs.map(({ path }, i) => {
    const at = x;
    x += positions[i].xAdvance;
    return `<path transform="translate(${at} 0)" d="${path.toSVG()}"/>`;
  });
  return { width: x * scale, svg: `<g transform="scale(${scale} ${-scale})">${paths.join('')}</g>` };
}

const marks = {
  NeWoa:
    '<path d="M10 110 V10 L110 110 V10" fill="none" stroke-width="22" stroke-linejoin="round" stroke-linecap="round"/>',
  'Yellow-Boat':
    '<path d="M4 78 H116 L96 112 H24 Z" stroke="none"/><path d="M56 68 V6 L104 68 Z" stroke="none"/><path d="M46 68 V26 L14 68 Z" stroke="none"/>',
  'copilotenschule.de':
    '<circle cx="60" cy="60" r="46" fill="none" stroke-width="16"/><path d="M42 60 l14 14 l26 -30" fill="none" stroke-width="14" stroke-linecap="round" stroke-linejoin="round"/>',
};

/** The logo of a brand: its mark beside its name. */
async function logo({ name, colour }) {
  const { width, svg } = outlines(name, 88);
  const wide = Math.ceil(150 + width + 10);
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="120"><g fill="${colour}" stroke="${colour}">${marks[name]}</g><g transform="translate(146 90)" fill="#1f2328">${svg}</g></svg>`;
  return sharp(Buffer.from(picture)).png({ compressionLevel: 9 }).toBuffer();
}

/** Stores the logos and tells the brands which is theirs. */
export async function brandsWithLogos(seeder) {
  const files = await Promise.all(
    brands.map(async (brand, i) => {
      const name = `Logo ${brand.name}.png`;
      return { id: logoId(i + 1), name, ...(await seeder.keep(name, await logo(brand))) };
    }),
  );
  await seeder.insert('files', files);
  return brands.map((brand, i) => ({ ...brand, logo: files[i].id }));
}
