import { styled } from '@mui/material/styles';
import { useEffect, useRef } from 'react';

const Area = styled('label')({
  display: 'inline-flex',
  alignItems: 'center',
  justifyContent: 'center',
  width: 40,
  height: '100%',
  minHeight: 32,
  cursor: 'pointer',
});
const Box = styled('input')(({ theme }) => ({
  width: 16,
  height: 16,
  margin: 0,
  cursor: 'pointer',
  accentColor: theme.palette.primary.main,
}));

export interface SelectBoxProps {
  readonly label: string;
  readonly checked: boolean;
  /** Some, but not all. */
  readonly partly?: boolean;
  readonly onToggle: (range: boolean) => void;
}

/** A labelled checkbox of a row. The whole cell can be hit; with Shift a range is meant. */
export function SelectBox({ label, checked, partly = false, onToggle }: SelectBoxProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current) input.current.indeterminate = partly;
  }, [partly]);
  return (
    <Area>
      <Box
        ref={input}
        type="checkbox"
        aria-label={label}
        checked={checked}
        onChange={(event) => onToggle((event.nativeEvent as unknown as MouseEvent).shiftKey === true)}
      />
    </Area>
  );
}
