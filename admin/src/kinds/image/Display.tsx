import { Empty } from '../common/Empty.tsx';
import { Thumbnail } from '../common/Thumbnail.tsx';
import { useFileName } from '../common/useFileName.ts';
import type { KindDisplayProps } from '../view.ts';

/** The picture: small in a table, larger on a record. */
export function Display({ value, name, record, dense }: KindDisplayProps) {
  const fileName = useFileName(value, record, name);
  return value ? <Thumbnail id={value} name={fileName} size={dense ? 28 : 120} /> : <Empty />;
}
