/**
 * Cells of a block that was copied from a spreadsheet: rows by line, cells by tab; cells with line breaks or quotes come
 * in quotes. Undefined for text that is no block, so that it is pasted as any other text.
 */
export function blockOf(text: string): string[][] | undefined {
  const body = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  if (!/[\t\n]/.test(body)) return undefined;
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const close = () => {
    rows.at(-1)!.push(cell.trim());
    cell = '';
  };
  for (let i = 0; i < body.length; i++) {
    const sign = body[i]!;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (body[i + 1] === '"') {
        cell += '"';
        i++;
      } else quoted = false;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === '\t') close();
    else if (sign === '\n') {
      close();
      rows.push([]);
    } else cell += sign;
  }
  close();
  return rows;
}
