import { DownloadLink } from '../common/DownloadLink.tsx';
import { Empty } from '../common/Empty.tsx';
import { useFileName } from '../common/useFileName.ts';
import type { KindDisplayProps } from '../view.ts';

/** A file by its name; a click downloads it. */
export function Display({ value, name, record }: KindDisplayProps) {
  const fileName = useFileName(value, record, name);
  return value ? <DownloadLink id={value} name={fileName} /> : <Empty />;
}
