import { labelText, optionLabel, type Resource } from '@kontor/shared';
import { useQueryClient } from '@tanstack/react-query';
import type { Identifier, RaRecord } from 'ra-core';
import { useCallback, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useSay } from '../../app/feedback/useSay.ts';
import { recordTitle } from '../../app/recordTitle.ts';
import { useLocale } from '../../app/texts.ts';
import { useCan } from '../../providers/access.ts';
import { useKontor } from '../../providers/dataProvider.ts';
import { useUndoable } from '../list/useUndoable.ts';
import type { Move } from './arrange.ts';
import { dropFor } from './steps.ts';
import { useWords } from './words.ts';

/**
 * Moves cards between columns. The card lies in its new column at once; when the server refuses, it goes back and the
 * server's reason is shown.
 */
export function useMoves(resource: Resource, by: string) {
  const t = useWords();
  const locale = useLocale();
  const can = useCan();
  const api = useKontor();
  const say = useSay();
  const undoable = useUndoable();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [moves, setMoves] = useState<ReadonlyMap<Identifier, Move>>(new Map());

  const move = useCallback(
    async (record: RaRecord, to: string, index: number) => {
      const from = String(record[by]);
      const drop = dropFor(resource, by, from, to, (operation) => can(operation, resource.name));
      if (drop.kind === 'none') return;
      const title = recordTitle(resource, record, locale);
      const open = {
        label: t('open'),
        onClick: () => navigate(`/${resource.name}/${encodeURIComponent(record.id)}/show`),
      };
      if (drop.kind === 'step' && drop.needsInput) {
        const step = resource.workflow!.transitions[drop.name]!;
        say({ text: t('needs_input', { step: labelText(step.label, drop.name, locale) }), tone: 'info', action: open });
        return;
      }
      setMoves((before) => new Map(before).set(record.id, { record, to, index }));
      try {
        const text = t('done', { title, state: optionLabel(resource.fields[by]!, to, locale) });
        if (drop.kind === 'step') {
          const moved = await api.act(resource.name, record.id, drop.name, { version: record.version });
          const back = dropFor(resource, by, to, from, (operation) => can(operation, resource.name));
          if (back.kind === 'step' && !back.needsInput)
            undoable(text, () => api.act(resource.name, record.id, back.name, { version: moved.version }));
          else say({ text });
        } else {
          const change = (value: string, version: unknown) =>
            api.update(resource.name, { id: record.id, data: { [by]: value, version }, previousData: record });
          const { data } = await change(to, record.version);
          undoable(text, () => change(from, data.version));
        }
      } catch (error) {
        say({ text: t('not_moved', { title, reason: (error as Error).message }), tone: 'error', action: open });
      }
      await client.invalidateQueries({ queryKey: [resource.name] });
      setMoves((before) => {
        const after = new Map(before);
        after.delete(record.id);
        return after;
      });
    },
    [resource, by, locale, t, can, api, say, undoable, navigate, client],
  );
  return { moves, move };
}
