import { fieldLabel, type Resource, translate } from '@kontor/shared';
import TableCell from '@mui/material/TableCell';
import TableRow from '@mui/material/TableRow';
import { get, useFormState } from 'react-hook-form';
import { useLocale } from '../../app/texts.ts';

export interface LineProblemProps {
  readonly child: Resource;
  readonly columns: readonly string[];
  readonly index: number;
  /** Path of the lines in the form. */
  readonly source: string;
}

/** Below a row of the grid: what is wrong in it. The cells are too narrow for sentences. */
export function LineProblem({ child, columns, index, source }: LineProblemProps) {
  const { errors } = useFormState();
  const locale = useLocale();
  const problems = columns.flatMap((name) => {
    const message = ['', '_id', '_resource']
      .map((end) => get(errors, `${source}.${index}.${name}${end}.message`) as string | undefined)
      .find(Boolean);
    return message ? [`${fieldLabel(child.fields[name]!, name, locale)}: ${translate(message, locale)}`] : [];
  });
  if (problems.length === 0) return null;
  return (
    <TableRow data-problem>
      <TableCell
        colSpan={columns.length + 1}
        // each cell names its own message to assistive technology
        aria-hidden
        sx={{ height: 'auto', px: 1, pt: 0, pb: 0.75, color: 'error.main', typography: 'caption' }}
      >
        {problems.join(' · ')}
      </TableCell>
    </TableRow>
  );
}
