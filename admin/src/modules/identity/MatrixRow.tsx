import { type MatrixOperation, type MatrixResource, matrixOperations } from '@kontor/shared';
import TableCell from '@mui/material/TableCell';
import TableRow from '@mui/material/TableRow';
import { MatrixCell } from './MatrixCell.tsx';
import { isKnownValue, useMatrixWords } from './matrixWords.ts';
import type { RoleMatrixState } from './useRoleMatrix.ts';

interface MatrixRowProps {
  readonly label: string;
  /** The resources of the row: one, those of a module, or the one that stands for everything. */
  readonly resources: readonly MatrixResource[];
  readonly matrix: RoleMatrixState;
  readonly strong?: boolean;
  readonly onOpen: (anchor: HTMLElement, resources: readonly MatrixResource[], operation: MatrixOperation) => void;
}

/** A row of the matrix; of several resources it says what they have in common. */
export function MatrixRow({ label, resources, matrix, strong = false, onOpen }: MatrixRowProps) {
  const t = useMatrixWords();
  const textOf = (value: string) => (isKnownValue(value) ? t(value) : value);
  return (
    <TableRow>
      <TableCell
        component="th"
        scope="row"
        sx={{
          position: 'sticky',
          left: 0,
          zIndex: 1,
          bgcolor: 'background.paper',
          fontWeight: strong ? 600 : 400,
          pl: strong ? 1.5 : 3,
          py: 0.5,
          whiteSpace: 'nowrap',
          maxWidth: 220,
          overflow: 'hidden',
          textOverflow: 'ellipsis',
        }}
      >
        {label}
      </TableCell>
      {matrixOperations.map((operation) => {
        const values = new Set(resources.map((resource) => matrix.cell(resource, operation).value));
        const value = values.size === 1 ? [...values][0]! : 'mixed';
        const [only] = resources;
        const shipped = resources.length === 1 ? matrix.shippedAs(only!, operation) : undefined;
        return (
          <MatrixCell
            key={operation}
            text={textOf(value)}
            value={value}
            label={t('cell', { area: label, operation: t(operation), value: textOf(value) })}
            differs={shipped === undefined ? undefined : t('shipped', { value: textOf(shipped) })}
            strong={strong}
            onClick={(anchor) => onOpen(anchor, resources, operation)}
          />
        );
      })}
    </TableRow>
  );
}
