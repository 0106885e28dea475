/** Millimetres as points of a PDF (72 to the inch). */
export const mm = (millimetres: number): number => (millimetres * 72) / 25.4;

/** A4. */
export const paper = { width: mm(210), height: mm(297) };

/** Edges of the text of letters (DIN 5008:2020): 25 mm for filing, 20 mm on the other side. */
export const margins = { left: mm(25), right: mm(20) };

/** Width of the text. */
export const textWidth = paper.width - margins.left - margins.right;

/** Where a letter has its parts. */
export interface LetterForm {
  /** Upper edge of the field for the address, which stands in the window of the envelope. */
  readonly address: number;
  /** Upper edge of the block with who writes, and when. */
  readonly info: number;
  readonly folds: readonly number[];
}

/**
 * The two forms of DIN 5008:2020: A has a low letterhead (27 mm), B a high one (45 mm). The field for the address is 45 mm
 * high and 85 mm wide from 20 mm on, its upper 17.7 mm are for the sender and marks, the lower 27.3 mm for six lines of
 * address; folded at the marks it stands in the window of an envelope DL or C6/5.
 */
export const forms: Readonly<Record<'a' | 'b', LetterForm>> = {
  a: { address: mm(27), info: mm(32), folds: [mm(87), mm(192)] },
  b: { address: mm(45), info: mm(50), folds: [mm(105), mm(210)] },
};

/** Parts that lie the same way in both forms. */
export const letter = {
  addressHeight: mm(45),
  addressWidth: mm(80),
  /** Height of the zone for the sender and marks, above the address. */
  marks: mm(17.7),
  infoLeft: mm(125),
  infoWidth: mm(65),
  /** Between the field for the address and the subject. */
  subjectGap: mm(8.46),
  hole: mm(148.5),
  /** Upper edge of the text on the pages after the first. */
  nextTop: mm(32),
} as const;
