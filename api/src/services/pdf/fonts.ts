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
const read = new Map<Face, Buffer>();

/** A face for one document: what fontkit remembers of its letters belongs to the document that they were set for. */
export function openFont(face: Face): Font {
  let file = read.get(face);
  if (!file) {
    file = readFileSync(resolve(`@expo-google-fonts/source-sans-3/${files[face]}`));
    read.set(face, file);
  }
  return create(file) as Font;
}
