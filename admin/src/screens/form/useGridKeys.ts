import type { KeyboardEvent } from 'react';

export interface GridKeysOptions {
  readonly rows: number;
  readonly add: () => void;
  readonly remove: (row: number) => void;
}

const typed = 'input:not([type=hidden]):not([aria-hidden]), textarea, [role=combobox], [role=switch], button[id]';

/** Puts the focus into a cell of a grid, if there is one. */
export function moveTo(grid: HTMLElement | null, row: number, column: number): void {
  const cell = grid?.querySelector(`[data-row="${row}"] [data-column="${column}"]`);
  const input = cell?.querySelector<HTMLElement>(typed);
  input?.focus();
  if (input instanceof HTMLInputElement) input.select();
}

/** Which cell of a grid an element stands in. */
export function cellOf(element: Element): { row: number; column: number } | undefined {
  const cell = element.closest('[data-column]');
  const row = cell?.closest('[data-row]');
  return cell && row
    ? { row: Number(row.getAttribute('data-row')), column: Number(cell.getAttribute('data-column')) }
    : undefined;
}

/**
 * The keys of a grid: Enter to the next cell and from the last one into a new row, arrows up and down within a column,
 * Ctrl-Delete removes the row. Inputs that use these keys themselves (an open list, a text of several lines) keep them.
 */
export function useGridKeys({ rows, add, remove }: GridKeysOptions) {
  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.defaultPrevented || !(event.target instanceof Element)) return;
    const grid = event.currentTarget;
    const at = cellOf(event.target);
    if (!at) return;
    const columns = grid.querySelectorAll('[data-row="0"] [data-column]').length;
    const listed = event.target.matches('[role=combobox]');
    const open = event.target.getAttribute('aria-expanded') === 'true';
    const later = (row: number, column: number) => setTimeout(() => moveTo(grid, row, column), 0);
    if (event.key === 'Delete' && event.ctrlKey) {
      event.preventDefault();
      remove(at.row);
      later(Math.max(0, Math.min(at.row, rows - 2)), at.column);
    } else if (
      event.key === 'Enter' &&
      !open &&
      !event.ctrlKey &&
      !event.altKey &&
      !event.target.matches('textarea, button')
    ) {
      event.preventDefault();
      const last = at.column === columns - 1;
      if (last && at.row === rows - 1) add();
      later(last ? at.row + 1 : at.row, last ? 0 : at.column + 1);
    } else if (
      (event.key === 'ArrowDown' || event.key === 'ArrowUp') &&
      (event.ctrlKey || (!listed && !event.target.matches('textarea')))
    ) {
      event.preventDefault();
      moveTo(grid, at.row + (event.key === 'ArrowDown' ? 1 : -1), at.column);
    }
  };
}
