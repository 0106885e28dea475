import { type KeyboardEvent, useCallback } from 'react';

export interface RowKeys {
  readonly onOpen: (id: string) => void;
  readonly onToggle?: (id: string, range: boolean) => void;
  readonly onEdit?: (cell: HTMLElement) => void;
}

const rowsOf = (table: HTMLElement) => [...table.querySelectorAll<HTMLElement>('tbody tr[data-id]')];
const cellsOf = (row: HTMLElement) => [...row.querySelectorAll<HTMLElement>('td[data-field]')];

/**
 * Arrow keys in a list: up and down through the rows, left and right through the cells that can be changed, Enter opens
 * (or edits a cell), x selects, F2 edits. Focus is the only state, so that a mouse click goes on from where it was.
 */
export function useRowKeys({ onOpen, onToggle, onEdit }: RowKeys) {
  return useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const target = event.target as HTMLElement;
      if (target.matches('input:not([type=checkbox]), textarea, select, [contenteditable=true]')) return;
      const rows = rowsOf(event.currentTarget);
      const row = target.closest<HTMLElement>('tr[data-id]');
      const index = row ? rows.indexOf(row) : -1;
      const go = (element: HTMLElement | undefined) => {
        element?.focus();
        element?.scrollIntoView({ block: 'nearest' });
        return element !== undefined;
      };
      const onElement = target === row || target.matches('td');
      const cells = row ? cellsOf(row) : [];
      const at = cells.indexOf(target.closest('td') as HTMLElement);
      const open = () => {
        if (!row || !onElement) return false;
        if (at >= 0 && target !== row && onEdit) onEdit(cells[at]!);
        else onOpen(row.dataset.id!);
        return true;
      };
      const edit = () => {
        const cell = at >= 0 ? cells[at] : cells[0];
        if (cell && onEdit) onEdit(cell);
        return Boolean(cell && onEdit);
      };
      const toggle = () => {
        if (!row || !onToggle) return false;
        onToggle(row.dataset.id!, event.shiftKey);
        return true;
      };
      const keys = new Map<string, () => boolean>([
        ['ArrowDown', () => go(rows[Math.min(index + 1, rows.length - 1)])],
        ['ArrowUp', () => go(rows[Math.max(index - 1, 0)])],
        ['Home', () => onElement && go(rows[0])],
        ['End', () => onElement && go(rows.at(-1))],
        ['ArrowRight', () => onElement && go(cells[at + 1])],
        ['ArrowLeft', () => onElement && go(at > 0 ? cells[at - 1] : (row ?? undefined))],
        ['Enter', open],
        ['F2', edit],
        ['x', toggle],
        ['X', toggle],
      ]);
      if (keys.get(event.key)?.()) event.preventDefault();
    },
    [onOpen, onToggle, onEdit],
  );
}
