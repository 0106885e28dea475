import { kindOf } from '@kontor/shared';
import { useLocale } from '../../app/texts.ts';
import { RecordLink } from '../../kinds/common/RecordLink.tsx';
import type { ReadableChange } from './readable.ts';
import { useWords } from './words.ts';

export interface HistoryValueProps {
  readonly change: ReadableChange;
  readonly value: unknown;
}

/** A former or later value as people read it; other records by their titles. */
export function HistoryValue({ change: { field }, value }: HistoryValueProps) {
  const t = useWords();
  const locale = useLocale();
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0))
    return t('hidden');
  if (typeof field.to === 'string') {
    const ids = (Array.isArray(value) ? value : [value]).map(String);
    return ids.map((id, index) => (
      <span key={id}>
        {index > 0 && ', '}
        <RecordLink resource={field.to} id={id} />
      </span>
    ));
  }
  if (typeof value === 'object' && 'resource' in value && 'id' in value)
    return <RecordLink resource={String(value.resource)} id={String(value.id)} />;
  return plain(kindOf(field).format(value, field, locale));
}

/** Formatted text is shown without its markup. */
const plain = (text: string) =>
  text
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
