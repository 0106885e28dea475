import type { Resource } from '@kontor/shared';
import IconButton from '@mui/material/IconButton';
import TableCell from '@mui/material/TableCell';
import TableRow from '@mui/material/TableRow';
import DeleteIcon from 'icon/DeleteOutlined';
import { memo } from 'react';
import { FieldInput } from '../../kinds/FieldInput.tsx';
import { useWords } from './words.ts';

export interface LineProps {
  readonly child: Resource;
  readonly columns: readonly string[];
  readonly index: number;
  /** Path of the lines in the form. */
  readonly source: string;
  readonly disabled: boolean;
  readonly onRemove: () => void;
}

/** Pixels that a cell has at least: names of records are longer than dates and figures. */
const narrowest = (child: Resource, name: string) => (child.fields[name]?.kind === 'reference' ? 184 : 112);

/** One row of the grid. */
export const LineRow = memo(
  function LineRow({ child, columns, index, source, disabled, onRemove }: LineProps) {
    const t = useWords();
    return (
      <TableRow data-row={index}>
        {columns.map((name, column) => (
          <TableCell
            key={name}
            data-column={column}
            sx={{ p: 0.5, minWidth: narrowest(child, name), verticalAlign: 'top' }}
          >
            <FieldInput resource={child} name={name} source={`${source}.${index}.${name}`} disabled={disabled} dense />
          </TableCell>
        ))}
        <TableCell sx={{ p: 0.5 }}>
          <IconButton
            size="small"
            tabIndex={-1}
            disabled={disabled}
            aria-label={t('remove_line', { number: index + 1 })}
            title={t('remove_line', { number: index + 1 })}
            onClick={onRemove}
          >
            <DeleteIcon fontSize="small" />
          </IconButton>
        </TableCell>
      </TableRow>
    );
  },
  (before, after) =>
    before.index === after.index &&
    before.source === after.source &&
    before.child === after.child &&
    before.columns === after.columns &&
    before.disabled === after.disabled,
);
