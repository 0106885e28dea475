import { Empty } from '../common/Empty.tsx';
import { OutsideLink } from '../common/OutsideLink.tsx';
import type { KindDisplayProps } from '../view.ts';

/** A click writes a mail. */
export function Display({ value }: KindDisplayProps) {
  return value ? (
    <OutsideLink href={`mailto:${encodeURIComponent(value).replace('%40', '@')}`}>{value}</OutsideLink>
  ) : (
    <Empty />
  );
}
