import { Empty } from '../common/Empty.tsx';
import { OutsideLink } from '../common/OutsideLink.tsx';
import type { KindDisplayProps } from '../view.ts';

/** The address without the part that everybody knows; a click opens it in a new tab. */
export function Display({ value }: KindDisplayProps) {
  if (!value || !/^https?:/i.test(value)) return value ? value : <Empty />;
  return (
    <OutsideLink href={value}>
      {String(value)
        .replace(/^https?:\/\//, '')
        .replace(/\/$/, '')}
    </OutsideLink>
  );
}
