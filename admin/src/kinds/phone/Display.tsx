import { Empty } from '../common/Empty.tsx';
import { OutsideLink } from '../common/OutsideLink.tsx';
import type { KindDisplayProps } from '../view.ts';

/** A click calls. */
export function Display({ value }: KindDisplayProps) {
  return value ? <OutsideLink href={`tel:${String(value).replace(/[^\d+]/g, '')}`}>{value}</OutsideLink> : <Empty />;
}
