import { optionLabel } from '@kontor/shared';
import { Empty } from '../common/Empty.tsx';
import { TagList } from '../common/TagList.tsx';
import type { KindDisplayProps } from '../view.ts';

/** The chosen values side by side. */
export function Display({ value, field, locale, dense }: KindDisplayProps) {
  const chosen = (value ?? []) as string[];
  if (chosen.length === 0) return <Empty />;
  return <TagList dense={dense} items={chosen.map((key) => ({ key, content: optionLabel(field, key, locale) }))} />;
}
