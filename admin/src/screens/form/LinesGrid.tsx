import { fieldLabel, message, translate } from '@kontor/shared';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import AddIcon from 'icon/Add';
import { Fragment, useId, useMemo, useRef } from 'react';
import { get, useFieldArray, useFormContext } from 'react-hook-form';
import { usePhone } from '../../app/preferences.ts';
import { useLocale } from '../../app/texts.ts';
import { useDeclaration } from '../../declarations.ts';
import { FieldFrame } from '../../kinds/common/FieldFrame.tsx';
import { alignOf } from '../../kinds/index.ts';
import { lineColumns } from '../../kinds/lines/columns.ts';
import type { KindInputProps } from '../../kinds/view.ts';
import { useOpens } from '../../providers/access.ts';
import { LineCard } from './LineCard.tsx';
import { LineProblem } from './LineProblem.tsx';
import { LineRow } from './LineRow.tsx';
import { LinesTotals } from './LinesTotals.tsx';
import { moveTo, useGridKeys } from './useGridKeys.ts';
import { useLines } from './useLines.ts';
import { usePaste } from './usePaste.ts';
import { useWords } from './words.ts';

/** Owned rows in a grid: typed with the keyboard alone, pasted from a spreadsheet, removed with a way back. */
export function LinesGrid(props: KindInputProps) {
  const { source, field, disabled, label } = props;
  const child = useDeclaration(field.of);
  const opens = useOpens(child);
  const columns = useMemo(
    () => lineColumns(child, field.by).filter((name) => opens(child.fields[name]!.guard)),
    [child, field.by, opens],
  );
  const { control, formState } = useFormContext();
  const array = useFieldArray({
    control,
    name: source,
    keyName: '_key',
    ...(props.required ? { rules: { required: message('required') } } : {}),
  });
  const locale = useLocale();
  const t = useWords();
  const phone = usePhone();
  const id = useId();
  const grid = useRef<HTMLTableElement>(null);
  const { add, remove } = useLines({ source, child, columns, array });
  const keys = useGridKeys({ rows: array.fields.length, add, remove });
  const paste = usePaste({ source, child, columns, rows: array.fields.length, append: array.append });
  const problem =
    (get(formState.errors, `${source}.root.message`) as string | undefined) ??
    (get(formState.errors, `${source}.message`) as string | undefined);
  const addRow = () => {
    add();
    setTimeout(() => moveTo(grid.current, array.fields.length, 0), 0);
  };
  const rows = array.fields.map((row, index) => ({ key: row['_key' as never] as string, index }));
  return (
    <FieldFrame {...props} id={id} error={problem ? translate(problem, locale) : undefined} group>
      <Box>
        {phone ? (
          rows.map(({ key, index }) => (
            <LineCard
              key={key}
              {...{ child, columns, index, source, disabled: disabled ?? false }}
              onRemove={() => remove(index)}
            />
          ))
        ) : (
          <Box sx={{ overflowX: 'auto', border: 1, borderColor: 'divider', borderRadius: 1 }}>
            <Table ref={grid} size="small" aria-label={label} onKeyDown={keys} onPaste={paste}>
              <TableHead>
                <TableRow>
                  {columns.map((name) => (
                    <TableCell
                      key={name}
                      align={alignOf(child.fields[name]!) ?? 'left'}
                      sx={{ px: 1, whiteSpace: 'nowrap' }}
                    >
                      {fieldLabel(child.fields[name]!, name, locale)}
                      {child.fields[name]!.required && <span aria-hidden> *</span>}
                    </TableCell>
                  ))}
                  <TableCell component="td" sx={{ width: 40 }} />
                </TableRow>
              </TableHead>
              <TableBody sx={{ '& tr:has(+ [data-problem]) > td': { borderBottom: 0 } }}>
                {rows.map(({ key, index }) => (
                  <Fragment key={key}>
                    <LineRow
                      {...{ child, columns, index, source, disabled: disabled ?? false }}
                      onRemove={() => remove(index)}
                    />
                    <LineProblem {...{ child, columns, index, source }} />
                  </Fragment>
                ))}
                {rows.length === 0 && (
                  <TableRow>
                    <TableCell colSpan={columns.length + 1} sx={{ px: 1, color: 'text.secondary' }}>
                      {t('no_lines')}
                    </TableCell>
                  </TableRow>
                )}
              </TableBody>
              <LinesTotals child={child} columns={columns} source={source} />
            </Table>
          </Box>
        )}
        {!disabled && (
          <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap', mt: 1 }}>
            <Button size="small" startIcon={<AddIcon />} onClick={addRow}>
              {t('add_line')}
            </Button>
            {!phone && (
              <Box component="span" sx={{ typography: 'caption', color: 'text.secondary' }}>
                {t('lines_hint')}
              </Box>
            )}
          </Box>
        )}
      </Box>
    </FieldFrame>
  );
}
