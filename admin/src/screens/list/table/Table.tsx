import type { Resource } from '@kontor/shared';
import Box from '@mui/material/Box';
import { type Identifier, useListContext } from 'ra-core';
import { type MouseEvent, useCallback, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useOffer } from '../../../app/feedback/useOffer.ts';
import { useSay } from '../../../app/feedback/useSay.ts';
import { useCompact } from '../../../app/preferences.ts';
import { useLocale } from '../../../app/texts.ts';
import { useLoaded } from '../../../app/useLoaded.ts';
import { labelOf } from '../../../declarations.ts';
import { isEditable } from '../columns/fields.ts';
import { useWords } from '../useWords.ts';
import { HeaderCell } from './HeaderCell.tsx';
import type { EditedCell } from './InlineEdit.tsx';
import { Row, recordPath } from './Row.tsx';
import { SelectBox } from './SelectBox.tsx';
import { SkeletonRows } from './SkeletonRows.tsx';
import { afterToggle } from './selection.ts';
import { TableRoot } from './TableRoot.tsx';
import { TotalsRow } from './TotalsRow.tsx';
import { useRestoredRow } from './useRestoredRow.ts';
import { useRestoredScroll } from './useRestoredScroll.ts';
import { useRowKeys } from './useRowKeys.ts';

const loadInlineEdit = () => import('./InlineEdit.tsx').then((module) => module.default);

export interface TableProps {
  readonly resource: Resource;
  readonly columns: readonly string[];
  /** Can anything be done with selected rows? */
  readonly selectable: boolean;
}

/** The rows of the list as a table with its own scroll, so that heads and totals stay in sight. */
export function Table({ resource, columns, selectable }: TableProps) {
  const t = useWords();
  const locale = useLocale();
  const navigate = useNavigate();
  const offer = useOffer(resource);
  const say = useSay();
  const { data, isPending, sort, setSort, selectedIds, onSelect, filterValues, perPage } = useListContext();
  const [dense] = useCompact();
  const [edited, setEdited] = useState<EditedCell | null>(null);
  const stopEditing = () => setEdited(null);
  const InlineEdit = useLoaded(loadInlineEdit, edited !== null, stopEditing);
  const scroller = useRestoredScroll(Boolean(data));
  useRestoredRow(scroller, resource.name, Boolean(data));
  const last = useRef<Identifier | undefined>(undefined);
  const live = useRef({ data, selectedIds });
  live.current = { data, selectedIds };

  const editable = useMemo(() => new Set(columns.filter((name) => isEditable(resource, name))), [resource, columns]);
  const toggle = useCallback(
    (id: Identifier, range: boolean) => {
      const ids = (live.current.data ?? []).map((record) => record.id);
      onSelect(afterToggle(live.current.selectedIds, ids, last.current, id, range));
      last.current = id;
    },
    [onSelect],
  );
  const edit = useCallback(
    (cell: HTMLElement) => {
      const id = cell.closest('tr')?.dataset.id;
      const record = live.current.data?.find((r) => String(r.id) === id);
      if (!record || !cell.dataset.field) return;
      const { why } = offer('update', record);
      if (why) say({ text: why, tone: 'info' });
      else setEdited({ record, name: cell.dataset.field, cell });
    },
    [offer, say],
  );
  const onKeyDown = useRowKeys({
    onOpen: (id) => navigate(recordPath(resource.name, id)),
    ...(selectable ? { onToggle: toggle } : {}),
    onEdit: edit,
  });
  const onDoubleClick = (event: MouseEvent) => {
    const target = event.target as HTMLElement;
    const cell = target.closest<HTMLElement>('td[data-field]');
    if (cell && !target.closest('a, button, input')) edit(cell);
  };

  const ids = data?.map((record) => record.id) ?? [];
  const chosen = ids.filter((id) => selectedIds.includes(id));
  return (
    <Box
      ref={scroller}
      role="region"
      aria-label={labelOf(resource.name, locale)}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onDoubleClick={onDoubleClick}
      sx={{ overflow: 'auto', flex: 1, minHeight: 0 }}
    >
      <TableRoot data-dense={dense} aria-busy={isPending}>
        <thead>
          <tr>
            {selectable && (
              <th className="select" scope="col">
                <SelectBox
                  label={t('select_all')}
                  checked={ids.length > 0 && chosen.length === ids.length}
                  partly={chosen.length > 0 && chosen.length < ids.length}
                  onToggle={() => onSelect(chosen.length === ids.length ? [] : ids)}
                />
              </th>
            )}
            {columns.map((name) => (
              <HeaderCell key={name} resource={resource} name={name} sort={sort} setSort={setSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {isPending ? (
            <SkeletonRows rows={Math.min(perPage, 12)} columns={columns.length} selectable={selectable} />
          ) : (
            data?.map((record) => (
              <Row
                key={record.id}
                resource={resource}
                record={record}
                columns={columns}
                editable={editable}
                selected={selectedIds.includes(record.id)}
                {...(selectable ? { onToggle: toggle } : {})}
              />
            ))
          )}
        </tbody>
        <TotalsRow resource={resource} columns={columns} filter={filterValues} selectable={selectable} />
      </TableRoot>
      {InlineEdit && edited && <InlineEdit resource={resource} edited={edited} onClose={stopEditing} />}
    </Box>
  );
}
