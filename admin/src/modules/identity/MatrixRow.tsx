import { type MatrixResource, matrixOperations } from '@kontor/shared';
import TableCell from '@mui/material/TableCell';
import TableRow from '@mui/material/TableRow';
import { MatrixCell } from './MatrixCell.tsx';
import { type MatrixColumn, operationsOn } from './matrixColumns.ts';
import { isKnownValue, useMatrixWords } from './matrixWords.ts';
import type { RoleMatrixState, Said } from './useRoleMatrix.ts';

export const columns: readonly MatrixColumn[] = ['whole', ...matrixOperations];

interface MatrixRowProps {
  readonly label: string;
  /** The resources of the row: one, those of a module, or the one that stands for everything. */
  readonly resources: readonly MatrixResource[];
  readonly matrix: RoleMatrixState;
  readonly strong?: boolean;
  /** Why nothing can be changed; empty when it can. */
  readonly fixed: string;
  readonly onOpen: (anchor: HTMLElement, resources: readonly MatrixResource[], column: MatrixColumn) => void;
}

/** A row of the matrix; of several resources it says what they have in common. */
export function MatrixRow({ label, resources, matrix, strong = false, fixed, onOpen }: MatrixRowProps) {
  const t = useMatrixWords();
  const textOf = ({ value, aside }: Said) => {
    const text = isKnownValue(value) ? t(value) : value;
    return aside ? t('with_no_list', { value: text }) : text;
  };
  return (
    <TableRow>
      <TableCell
        component="th"
        scope="row"
        title={label}
        sx={{
          position: 'sticky',
          left: 0,
          zIndex: 1,
          bgcolor: 'background.paper',
          fontWeight: strong ? 600 : 400,
          pl: strong ? 1.5 : 3,
          py: 0.5,
          whiteSpace: 'nowrap',
          maxWidth: { xs: 132, sm: 220 },
          overflow: 'hidden',
          textOverflow: 'ellipsis',
        }}
      >
        {label}
      </TableCell>
      {columns.map((column) => {
        const able = resources.filter((one) => column === 'whole' || operationsOn(one).includes(column));
        const [only] = able;
        if (!only)
          return (
            <TableCell key={column} align="center" sx={{ color: 'text.disabled' }}>
              –
            </TableCell>
          );
        const all = able.map((resource) => matrix.said(resource, column));
        const value = all.every((one) => one.value === all[0]!.value) ? all[0]!.value : 'mixed';
        const said = textOf({ value, aside: all.every(({ aside }) => aside) });
        const shipped = resources.length === 1 ? matrix.shippedAs(only, column) : undefined;
        return (
          <MatrixCell
            key={column}
            text={said}
            value={value}
            label={t('cell', { area: label, operation: t(column), value: said })}
            differs={shipped === undefined ? undefined : t('shipped', { value: textOf(shipped) })}
            strong={strong || column === 'whole'}
            fixed={fixed}
            onClick={(anchor) => onOpen(anchor, able, column)}
          />
        );
      })}
    </TableRow>
  );
}
