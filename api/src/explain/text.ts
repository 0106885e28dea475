/** Looks of the terminal; plain when the output is no terminal, so that it can be piped and compared. */
export interface Look {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  /** Columns of the terminal. */
  readonly width: number;
}

export const plain: Look = { bold: (text) => text, dim: (text) => text, width: 120 };

/** The look of a terminal with that many columns. */
export const terminal = (width: number): Look => ({
  bold: (text) => `\u001b[1m${text}\u001b[22m`,
  dim: (text) => `\u001b[2m${text}\u001b[22m`,
  width,
});

/** Breaks a text between words, so that no line is longer than `width`. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line && line.length + word.length + 1 > width) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, line];
}

/** Names are at most this long in PostgreSQL. */
const widestColumn = 63;

/** Rows in columns as wide as their content; the last column is wrapped within its own column. */
export function columns(rows: readonly (readonly string[])[], look: Look): string[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: count - 1 }, (_, i) =>
    Math.min(widestColumn, Math.max(0, ...rows.map((row) => row[i]?.length ?? 0))),
  );
  const indent = widths.reduce((sum, width) => sum + width + 2, 2);
  return rows.flatMap((row) => {
    const head = widths.map((width, i) => (row[i] ?? '').padEnd(width)).join('  ');
    const tail = wrap(row[count - 1] ?? '', Math.max(24, look.width - indent));
    return tail.map((line, i) =>
      `  ${i === 0 ? `${head}${widths.length ? '  ' : ''}` : ' '.repeat(indent - 2)}${line}`.trimEnd(),
    );
  });
}

/** A headline with what stands below it. */
export const section = (title: string, lines: readonly string[], look: Look): string[] =>
  lines.length ? ['', look.bold(title), ...lines] : [];
