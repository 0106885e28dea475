import { memo } from 'react';
import { FieldDisplay, type FieldDisplayProps } from '../../kinds/FieldDisplay.tsx';

/** A value of a record on one line. Remembered, because a page of a list shows a thousand of them. */
export const Value = memo(function Value(props: Omit<FieldDisplayProps, 'dense'>) {
  return <FieldDisplay {...props} dense />;
});
