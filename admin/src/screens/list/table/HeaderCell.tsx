import { fieldLabel, fieldNamed, type Resource } from '@kontor/shared';
import { styled } from '@mui/material/styles';
import ArrowDownward from 'icon/ArrowDownward';
import ArrowUpward from 'icon/ArrowUpward';
import type { SortPayload } from 'ra-core';
import { useLocale } from '../../../app/texts.ts';
import { alignOf } from '../../../kinds/index.ts';
import { isSortable } from '../columns/fields.ts';
import { useWords } from '../useWords.ts';

const Sorter = styled('button')(({ theme }) => ({
  all: 'unset',
  cursor: 'pointer',
  display: 'inline-flex',
  alignItems: 'center',
  gap: 4,
  borderRadius: 4,
  '&:hover': { color: theme.palette.text.primary },
  '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}`, outlineOffset: 2 },
  '& svg': { fontSize: 14 },
  '& svg.idle': { opacity: 0 },
  // over figures the label ends where they end
  '.right > &': { flexDirection: 'row-reverse' },
  '&:hover svg.idle, &:focus-visible svg.idle': { opacity: 0.5 },
}));

export interface HeaderCellProps {
  readonly resource: Resource;
  readonly name: string;
  readonly sort?: SortPayload;
  readonly setSort?: (sort: SortPayload) => void;
}

/** The head of a column; a click sorts by it, a second one turns the order around. */
export function HeaderCell({ resource, name, sort, setSort }: HeaderCellProps) {
  const t = useWords();
  const locale = useLocale();
  const field = fieldNamed(resource, name)!;
  const label = fieldLabel(field, name, locale);
  const active = sort?.field === name;
  const Arrow = active && sort.order === 'DESC' ? ArrowDownward : ArrowUpward;
  const order = active ? (sort.order === 'ASC' ? 'ascending' : 'descending') : undefined;
  return (
    <th scope="col" className={alignOf(field)} aria-sort={order}>
      {setSort && isSortable(resource, name) ? (
        <Sorter
          type="button"
          title={t('sort_by', { label })}
          onClick={() => setSort({ field: name, order: active && sort.order === 'ASC' ? 'DESC' : 'ASC' })}
        >
          {label}
          <Arrow aria-hidden className={active ? undefined : 'idle'} />
        </Sorter>
      ) : (
        label
      )}
    </th>
  );
}
