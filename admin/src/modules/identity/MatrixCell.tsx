import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import TableCell from '@mui/material/TableCell';
import Tooltip from '@mui/material/Tooltip';
import type { MouseEvent } from 'react';

interface MatrixCellProps {
  /** What it says. */
  readonly text: string;
  readonly value: string;
  /** For those who can not see the table: area, operation, and what it says. */
  readonly label: string;
  /** What the shipped role says instead. */
  readonly differs?: string | undefined;
  readonly strong?: boolean;
  /** Why it can not be changed; empty when it can. */
  readonly fixed: string;
  readonly onClick: (anchor: HTMLElement) => void;
}

const colours: Record<string, string> = { none: 'text.disabled', all: 'success.main', mixed: 'warning.main' };

/** One cell of the matrix, to be clicked. */
export function MatrixCell({ text, value, label, differs, strong = false, fixed, onClick }: MatrixCellProps) {
  const told = [differs, fixed].filter(Boolean).join(' · ');
  const cell = (
    <ButtonBase
      aria-label={differs ? `${label} (${differs})` : label}
      {...(fixed ? { 'aria-disabled': true, disableRipple: true } : { 'aria-haspopup': 'menu' as const })}
      onClick={(event: MouseEvent<HTMLElement>) => !fixed && onClick(event.currentTarget)}
      sx={{
        width: '100%',
        minHeight: 32,
        // what gets the focus by keys is not under the head or the first column
        scrollMargin: '40px 8px 8px 232px',
        px: 0.75,
        borderRadius: 1,
        gap: 0.5,
        typography: 'body2',
        whiteSpace: 'nowrap',
        fontWeight: strong ? 600 : undefined,
        color: colours[value] ?? 'primary.main',
        bgcolor: value === 'none' ? undefined : 'action.hover',
        cursor: fixed ? 'default' : undefined,
        '&:hover, &:focus-visible': { bgcolor: 'action.selected' },
      }}
    >
      {text}
      {differs && (
        <Box
          component="span"
          aria-hidden
          sx={{ width: 6, height: 6, borderRadius: '50%', bgcolor: 'warning.main', flexShrink: 0 }}
        />
      )}
    </ButtonBase>
  );
  return (
    <TableCell sx={{ p: 0.25, minWidth: 92 }}>
      {told ? (
        <Tooltip title={told} describeChild>
          {cell}
        </Tooltip>
      ) : (
        cell
      )}
    </TableCell>
  );
}
