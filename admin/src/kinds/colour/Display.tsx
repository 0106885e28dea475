import { Empty } from '../common/Empty.tsx';
import { Swatch } from '../common/Swatch.tsx';
import type { KindDisplayProps } from '../view.ts';

/** The colour itself; on a record with its code. */
export function Display({ value, dense }: KindDisplayProps) {
  return value ? <Swatch colour={value} code={!dense} /> : <Empty />;
}
