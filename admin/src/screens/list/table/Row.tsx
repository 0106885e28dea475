import { fieldNamed, type Resource } from '@kontor/shared';
import type { Identifier, RaRecord } from 'ra-core';
import { memo } from 'react';
import { Link } from 'react-router-dom';
import { recordTitle } from '../../../app/recordTitle.ts';
import { useLocale } from '../../../app/texts.ts';
import { alignOf } from '../../../kinds/index.ts';
import { cellText, linkColumn } from '../cellText.ts';
import { useWords } from '../useWords.ts';
import { Value } from '../Value.tsx';
import { SelectBox } from './SelectBox.tsx';

export interface RowProps {
  readonly resource: Resource;
  readonly record: RaRecord;
  readonly columns: readonly string[];
  readonly editable: ReadonlySet<string>;
  readonly selected: boolean;
  /** Absent when nothing can be done with a selection. */
  readonly onToggle?: (id: Identifier, range: boolean) => void;
}

/** The address of a record. */
export const recordPath = (resource: string, id: Identifier) => `/${resource}/${encodeURIComponent(id)}/show`;

/** A row of a list. Cells that can be changed in place can be reached with the arrow keys. */
export const Row = memo(function Row({ resource, record, columns, editable, selected, onToggle }: RowProps) {
  const locale = useLocale();
  const t = useWords();
  const title = recordTitle(resource, record, locale);
  const link = linkColumn(resource, columns);
  return (
    <tr data-id={record.id} data-selected={selected} tabIndex={-1}>
      {onToggle && (
        <td className="select">
          <SelectBox
            label={t('select_row', { name: title })}
            checked={selected}
            onToggle={(range) => onToggle(record.id, range)}
          />
        </td>
      )}
      {columns.map((name) => {
        const text = name === link ? cellText(resource, name, record, locale) || title : undefined;
        return (
          <td
            key={name}
            className={alignOf(fieldNamed(resource, name)!)}
            data-field={editable.has(name) ? name : undefined}
            tabIndex={editable.has(name) ? -1 : undefined}
            title={text}
          >
            {text ? (
              <Link className="title" to={recordPath(resource.name, record.id)}>
                {text}
              </Link>
            ) : (
              <Value resource={resource} name={name} record={record} />
            )}
          </td>
        );
      })}
    </tr>
  );
});
