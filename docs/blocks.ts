import { readFileSync } from 'node:fs';

/** A code block of a document: its language, what stands behind it, and its text. */
export interface Block {
  readonly language: string;
  readonly note: string;
  readonly text: string;
}

/** The code blocks of a document, in order. */
export const blocksOf = (file: string): Block[] =>
  [...readFileSync(file, 'utf8').matchAll(/^```(\w+) ?(.*)\n([\s\S]*?)^```$/gm)].map(([, language, note, text]) => ({
    language: language!,
    note: note!,
    text: text!,
  }));

/** A request and the answer that a document shows for it. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly status: number;
  readonly answer: unknown;
}

/** Reads `POST /path`, a body, an empty line, a status and an answer. `{name}` is filled in by `fill`. */
export function exchangeOf({ text }: Block, fill: (text: string) => string): Exchange {
  const [question = '', answer = ''] = text.split(/\n\s*\n/);
  const [first = '', ...body] = question.split('\n');
  const [method = '', path = ''] = first.split(' ');
  const [status = '', ...rest] = answer.trim().split('\n');
  const json = (lines: string[]) => (lines.join('').trim() ? JSON.parse(fill(lines.join('\n'))) : undefined);
  return { method, path: fill(path), body: json(body), status: Number(status), answer: json(rest) };
}
