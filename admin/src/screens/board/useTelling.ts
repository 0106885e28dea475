import type { DraggableLocation } from '@hello-pangea/dnd';
import { optionLabel, type Resource } from '@kontor/shared';
import { useCallback } from 'react';
import { useLocale } from '../../app/texts.ts';
import { useWords } from './words.ts';

/**
 * What a screen reader is told of a card that is carried, in the user's language; the library would speak English.
 * `at` is nothing where the card lies over no column.
 */
export function useTelling(resource: Resource, by: string) {
  const t = useWords();
  const locale = useLocale();
  return useCallback(
    (what: 'lifted' | 'over' | 'dropped' | 'returned', at: DraggableLocation | null): string => {
      if (!at) return t('nowhere');
      const state = optionLabel(resource.fields[by]!, at.droppableId, locale);
      return t(what, { state, place: at.index + 1 });
    },
    [resource, by, locale, t],
  );
}
