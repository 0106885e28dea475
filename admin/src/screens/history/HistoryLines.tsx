import { fieldLabel, kindOf } from '@kontor/shared';
import Box from '@mui/material/Box';
import { useLocale } from '../../app/texts.ts';
import { useDeclaration } from '../../declarations.ts';
import { lineColumns } from '../../kinds/lines/columns.ts';
import { HistoryValue } from './HistoryValue.tsx';

interface HistoryLinesProps {
  readonly of: string;
  readonly by: string;
  readonly rows: readonly Record<string, unknown>[];
}

const isEmpty = (value: unknown) => value === null || value === undefined || value === '' || value === false;

/** Lines as they were: each one in a line, with what was filled in. */
export function HistoryLines({ of, by, rows }: HistoryLinesProps) {
  const child = useDeclaration(of);
  const locale = useLocale();
  const columns = lineColumns(child, by);
  return (
    <Box component="ul" sx={{ m: 0, pl: 2 }}>
      {rows.map((row, index) => (
        <li key={String(row.id ?? index)}>
          {columns
            .filter((name) => !isEmpty(row[name]))
            .map((name, place) => {
              const field = child.fields[name]!;
              const bare = place === 0 || kindOf(field).name === 'text';
              return (
                <span key={name}>
                  {place > 0 && ' · '}
                  {!bare && `${fieldLabel(field, name, locale)}: `}
                  <HistoryValue change={{ field }} value={row[name]} />
                </span>
              );
            })}
        </li>
      ))}
    </Box>
  );
}
