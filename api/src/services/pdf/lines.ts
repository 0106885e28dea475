import type { Run } from './blocks.ts';
import type { Face } from './fonts.ts';

/** Part of a line that is drawn in one go. */
export interface Piece extends Run {
  readonly face: Face;
  readonly width: number;
}

export interface Line {
  readonly pieces: readonly Piece[];
  readonly width: number;
}

/** Points that a text is wide in a face. */
export type Measure = (text: string, face: Face) => number;

export const faceOf = ({ bold, italic }: Run): Face =>
  bold ? (italic ? 'bold_italic' : 'bold') : italic ? 'italic' : 'regular';

const graphemes = new Intl.Segmenter('de', { granularity: 'grapheme' });

/** A word that is wider than the line, in parts that are not. */
function split(word: string, fits: (part: string) => boolean): string[] {
  const parts: string[] = [];
  let part = '';
  for (const { segment } of graphemes.segment(word)) {
    if (part && !fits(part + segment)) {
      parts.push(part);
      part = '';
    }
    part += segment;
  }
  return [...parts, part];
}

/** Breaks a text into lines of at most this width: between words, and within a word only where it is wider than a line. */
export function breakLines(runs: readonly Run[], width: number, measure: Measure): Line[] {
  const lines: Line[] = [];
  let pieces: Piece[] = [];
  let used = 0;
  /** Blank space counts once something follows it on the line. */
  let space: Run | undefined;

  const close = () => {
    lines.push({ pieces, width: used });
    pieces = [];
    used = 0;
    space = undefined;
  };
  const add = (run: Run, text: string) => {
    const face = faceOf(run);
    const last = pieces.at(-1);
    const same =
      last &&
      last.face === face &&
      last.link === run.link &&
      last.underline === run.underline &&
      last.strike === run.strike;
    if (same) {
      const joined = last.text + text;
      const wide = measure(joined, face);
      used += wide - last.width;
      pieces[pieces.length - 1] = { ...last, text: joined, width: wide };
    } else {
      const wide = measure(text, face);
      used += wide;
      pieces.push({ ...run, text, face, width: wide });
    }
  };
  /** Words of several looks that no space divides stay together. */
  let word: { run: Run; text: string }[] = [];
  const flush = () => {
    if (!word.length) return;
    const wide = word.reduce((sum, { run, text }) => sum + measure(text, faceOf(run)), 0);
    const gap = space && pieces.length ? measure(' ', faceOf(space)) : 0;
    if (pieces.length && used + gap + wide > width) {
      // the space at the end of a line is not seen, and still divides the words for who copies or hears them
      const last = pieces.at(-1)!;
      if (space) pieces[pieces.length - 1] = { ...last, text: `${last.text} ` };
      close();
    }
    if (space && pieces.length) add(space, ' ');
    space = undefined;
    if (wide <= width) for (const { run, text } of word) add(run, text);
    else
      for (const { run, text } of word)
        for (const part of split(text, (some) => measure(some, faceOf(run)) <= width)) {
          if (pieces.length && used + measure(part, faceOf(run)) > width) close();
          add(run, part);
        }
    word = [];
  };
  for (const run of runs)
    for (const token of run.text.match(/\n|[ \t]+|[^ \t\n]+/g) ?? [])
      if (token === '\n') {
        flush();
        close();
      } else if (/^[ \t]/.test(token)) {
        flush();
        space = run;
      } else
        for (const text of token.split(/(?<=[\p{L}\p{N}][-\u2010\u2013/])(?=\p{L})/u)) {
          word.push({ run, text });
          if (/[-\u2010\u2013/]$/.test(text)) flush();
        }
  flush();
  if (pieces.length || lines.length === 0) close();
  return lines;
}
