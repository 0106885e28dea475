import { kindOf } from '@kontor/shared';
import { useLocale } from '../../app/texts.ts';
import { RecordLink } from '../../kinds/common/RecordLink.tsx';
import type { Named } from '../../providers/dataProvider.ts';
import { HistoryLines } from './HistoryLines.tsx';
import type { ReadableChange } from './readable.ts';
import { useWords } from './words.ts';

export interface HistoryValueProps {
  readonly change: Pick<ReadableChange, 'field'>;
  readonly value: unknown;
  /** The names of what it points to, as far as they came along. */
  readonly named?: readonly Named[];
}

/** A former or later value as people read it; other records by their titles. */
export function HistoryValue({ change: { field }, value, named = [] }: HistoryValueProps) {
  const t = useWords();
  const locale = useLocale();
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0))
    return t('hidden');
  const link = (resource: string, id: string) => {
    const known = named.find((one) => one.id === id);
    // what was deleted for good has a name, and leads nowhere
    return known?.gone ? <s>{known.title}</s> : <RecordLink resource={resource} id={id} title={known?.title} />;
  };
  if (typeof field.to === 'string') {
    const ids = (Array.isArray(value) ? value : [value]).map(String);
    return ids.map((id, index) => (
      <span key={id}>
        {index > 0 && ', '}
        {link(field.to as string, id)}
      </span>
    ));
  }
  if (typeof value === 'object' && 'resource' in value && 'id' in value)
    return link(String(value.resource), String(value.id));
  if (Array.isArray(value) && typeof field.of === 'string')
    return <HistoryLines of={field.of} by={String(field.by)} rows={value} />;
  return plain(kindOf(field).format(value, field, locale));
}

/** Formatted text is shown without its markup. */
const plain = (text: string) =>
  text
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
