import { type Resource, resourceLabel } from '@kontor/shared';
import Box from '@mui/material/Box';
import type { RaRecord, SortPayload } from 'ra-core';
import { usePhone } from '../../app/preferences.ts';
import { useLocale } from '../../app/texts.ts';
import { Card } from '../list/cards/Card.tsx';
import { HeaderCell } from '../list/table/HeaderCell.tsx';
import { Row } from '../list/table/Row.tsx';
import { SkeletonRows } from '../list/table/SkeletonRows.tsx';
import { TableRoot } from '../list/table/TableRoot.tsx';

const nothingEditable: ReadonlySet<string> = new Set();

export interface RelatedRowsProps {
  readonly resource: Resource;
  readonly columns: readonly string[];
  /** Absent while they are on their way. */
  readonly records: readonly RaRecord[] | undefined;
  readonly sort: SortPayload;
  readonly setSort: (sort: SortPayload) => void;
}

/** Related records as rows, on a phone as cards. */
export function RelatedRows({ resource, columns, records, sort, setSort }: RelatedRowsProps) {
  const phone = usePhone();
  const locale = useLocale();
  const label = resourceLabel(resource, locale);
  if (phone)
    return (
      <Box component="ul" aria-label={label} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
        {records?.map((record) => (
          <Card key={record.id} resource={resource} record={record} columns={columns} selected={false} />
        ))}
      </Box>
    );
  return (
    <Box role="region" aria-label={label} tabIndex={0} sx={{ overflowX: 'auto' }}>
      <TableRoot aria-busy={!records}>
        <thead>
          <tr>
            {columns.map((name) => (
              <HeaderCell key={name} resource={resource} name={name} sort={sort} setSort={setSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {records ? (
            records.map((record) => (
              <Row
                key={record.id}
                resource={resource}
                record={record}
                columns={columns}
                editable={nothingEditable}
                selected={false}
              />
            ))
          ) : (
            <SkeletonRows rows={4} columns={columns.length} selectable={false} />
          )}
        </tbody>
      </TableRoot>
    </Box>
  );
}
