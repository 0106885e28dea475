import { canSum, Exact, kindOf, type Resource } from '@kontor/shared';
import TableCell from '@mui/material/TableCell';
import TableFooter from '@mui/material/TableFooter';
import TableRow from '@mui/material/TableRow';
import { useFormContext, useWatch } from 'react-hook-form';
import { useLocale } from '../../app/texts.ts';
import { problemOf } from '../../kinds/common/validate.ts';
import { useWords } from './words.ts';

export interface LinesTotalsProps {
  readonly child: Resource;
  readonly columns: readonly string[];
  readonly source: string;
}

/** Exact sums below the columns that can be summed, while one types. What is not a number yet does not count. */
export function LinesTotals({ child, columns, source }: LinesTotalsProps) {
  const { control } = useFormContext();
  const rows = (useWatch({ control, name: source }) ?? []) as Record<string, unknown>[];
  const locale = useLocale();
  const t = useWords();
  // what the server computes is not yet that of the lines as they are typed
  const summable = (name: string) => canSum(child.fields[name]!) && !kindOf(child.fields[name]!).computed;
  if (rows.length < 2 || !columns.some(summable)) return null;
  const sum = (name: string) => {
    const field = child.fields[name]!;
    const counted = rows
      .map((row) => row[name])
      .filter((value) => value !== null && value !== undefined && !problemOf(field, value));
    const total = counted.reduce<InstanceType<typeof Exact>>((all, value) => all.plus(String(value)), new Exact(0));
    return kindOf(field).format(total.toFixed(), field, locale);
  };
  return (
    <TableFooter>
      <TableRow>
        {columns.map((name, index) => (
          <TableCell
            key={name}
            align={summable(name) ? 'right' : 'left'}
            sx={{ px: 1.5, color: 'text.primary', fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}
          >
            {summable(name) ? sum(name) : index === 0 ? t('sum') : null}
          </TableCell>
        ))}
        <TableCell />
      </TableRow>
    </TableFooter>
  );
}
