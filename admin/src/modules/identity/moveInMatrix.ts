import type { KeyboardEvent } from 'react';

const rowsOf = (table: Element) => [...table.querySelectorAll<HTMLTableRowElement>('tbody tr')];
const buttonAt = (row: HTMLTableRowElement | undefined, column: number) =>
  row?.cells[column]?.querySelector<HTMLElement>('button') ?? undefined;

/** The nearest button beyond a cell in one direction; cells without one are passed over. */
function beyond(table: Element, from: HTMLTableCellElement, down: number, right: number): HTMLElement | undefined {
  const rows = rowsOf(table);
  let row = rows.indexOf(from.parentElement as HTMLTableRowElement);
  let column = from.cellIndex;
  for (;;) {
    row += down;
    column += right;
    if (row < 0 || column < 0 || row >= rows.length || column >= (rows[row]?.cells.length ?? 0)) return undefined;
    const button = buttonAt(rows[row], column);
    if (button) return button;
  }
}

/** Arrow keys go from cell to cell of the matrix, Home and End to the ends of its row. The focus is the only state. */
export function moveInMatrix(event: KeyboardEvent<HTMLElement>): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const cell = (event.target as Element).closest<HTMLTableCellElement>('td');
  const row = cell?.parentElement as HTMLTableRowElement | undefined;
  if (!cell || !row) return;
  const table = event.currentTarget;
  const buttons = () => [...row.querySelectorAll<HTMLElement>('button')];
  const found: Record<string, () => HTMLElement | undefined> = {
    ArrowDown: () => beyond(table, cell, 1, 0),
    ArrowUp: () => beyond(table, cell, -1, 0),
    ArrowRight: () => beyond(table, cell, 0, 1),
    ArrowLeft: () => beyond(table, cell, 0, -1),
    Home: () => buttons()[0],
    End: () => buttons().at(-1),
  };
  const wanted = found[event.key];
  if (!wanted) return;
  event.preventDefault(); // the page stays where it is, also at the edge
  wanted()?.focus();
}
