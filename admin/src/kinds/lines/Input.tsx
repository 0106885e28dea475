import { LinesGrid } from '../../screens/form/LinesGrid.tsx';
import type { KindInputProps } from '../view.ts';

/** Owned rows, typed in a grid. */
export const Input = (props: KindInputProps) => <LinesGrid {...props} />;
