import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';

/** The faces of the one type of the house: Source Sans 3 (SIL Open Font License), embedded in every document. */
export type Face = 'regular' | 'italic' | 'bold' | 'bold_italic';

const files: Readonly<Record<Face, string>> = {
  regular: '400Regular/SourceSans3_400Regular.ttf',
  italic: '400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
  bold: '600SemiBold/SourceSans3_600SemiBold.ttf',
  bold_italic: '600SemiBold_Italic/SourceSans3_600SemiBold_Italic.ttf',
};
const { resolve } = createRequire(import.meta.url);
const opened = new Map<Face, Font>();

/** A face, opened once: reading its tables takes longer than setting a page in it. */
export function fontOf(face: Face): Font {
  const known = opened.get(face);
  if (known) return known;
  const font = create(readFileSync(resolve(`@expo-google-fonts/source-sans-3/${files[face]}`))) as Font;
  opened.set(face, font);
  return font;
}
