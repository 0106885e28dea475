import { fieldLabel } from '@kontor/shared';
import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useLocale } from '../../app/texts.ts';
import { useDeclaration } from '../../declarations.ts';
import { FieldDisplay } from '../FieldDisplay.tsx';
import { alignOf } from '../index.ts';
import { lineColumns } from './columns.ts';

export interface LinesTableProps {
  readonly rows: readonly Record<string, unknown>[];
  readonly of: string;
  readonly by: string;
  readonly name: string;
}

/** The lines of a record to read; columns in which nothing is filled are left out. */
export function LinesTable({ rows, of, by }: LinesTableProps) {
  const child = useDeclaration(of);
  const locale = useLocale();
  const filled = (name: string) =>
    rows.some((row) => row[name] !== null && row[name] !== undefined && row[name] !== '');
  const columns = lineColumns(child, by).filter(filled);
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Table size="small">
        <TableHead>
          <TableRow>
            {columns.map((name) => (
              <TableCell key={name} align={alignOf(child.fields[name]!) ?? 'left'}>
                {fieldLabel(child.fields[name]!, name, locale)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row, index) => (
            <TableRow key={String(row.id ?? index)}>
              {columns.map((name) => (
                <TableCell key={name} align={alignOf(child.fields[name]!) ?? 'left'}>
                  <FieldDisplay resource={child} name={name} record={row} dense />
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}
