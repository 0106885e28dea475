import { optionLabel, type Resource } from '@kontor/shared';
import { useQueryClient } from '@tanstack/react-query';
import type { Identifier, RaRecord } from 'ra-core';
import { useCallback, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useSay } from '../../app/feedback/useSay.ts';
import { recordTitle } from '../../app/recordTitle.ts';
import { useLocale } from '../../app/texts.ts';
import { useCan } from '../../providers/access.ts';
import { type Missing, useKontor } from '../../providers/dataProvider.ts';
import { problemOf } from '../../providers/httpClient.ts';
import { reasonOf } from '../../providers/reason.ts';
import { useUndoable } from '../list/useUndoable.ts';
import type { Move } from './arrange.ts';
import { type Drop, dropFor } from './steps.ts';
import { cardsKey } from './useColumn.ts';
import { useWords } from './words.ts';

/** A drop that waits for what its step asks for. */
export interface AskedMove extends Move {
  readonly step: string;
}

/** A drop that the server has refused, because something is missing for its step. */
export interface RefusedMove {
  readonly title: string;
  /** The step, as people call it. */
  readonly step: string;
  readonly missing: readonly Missing[];
  /** Goes to the record. */
  readonly open: () => void;
}

/**
 * Moves cards between columns. The card lies in its new column at once; when the server refuses, or a question of the
 * step is not answered, it goes back.
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
  const [asked, setAsked] = useState<AskedMove>();
  const [refused, setRefused] = useState<RefusedMove>();

  const settle = useCallback(
    (id: Identifier) =>
      setMoves((before) => {
        const after = new Map(before);
        after.delete(id);
        return after;
      }),
    [],
  );
  const dropOf = useCallback(
    (from: string, to: string) => dropFor(resource, by, from, to, (operation) => can(operation, resource.name)),
    [resource, by, can],
  );
  /** Sends a move; rejects with what the server has against it. */
  const send = useCallback(
    async ({ record, to }: Move, drop: Drop, input: Record<string, unknown> = {}) => {
      const from = String(record[by]);
      const text = t('done', {
        title: recordTitle(resource, record, locale),
        state: optionLabel(resource.fields[by]!, to, locale),
      });
      if (drop.kind === 'step') {
        const moved = await api.act(resource.name, record.id, drop.name, { ...input, version: record.version });
        const back = dropOf(to, from);
        if (back.kind === 'step' && !back.needsInput)
          undoable(text, () => api.act(resource.name, record.id, back.name, { version: moved.version }));
        else say({ text });
      } else {
        const change = (value: string, version: unknown) =>
          api.update(resource.name, { id: record.id, data: { [by]: value, version }, previousData: record });
        const { data } = await change(to, record.version);
        undoable(text, () => change(from, data.version));
      }
    },
    [resource, by, locale, t, api, say, undoable, dropOf],
  );
  /** Reads what is in sight again; what is out of sight is forgotten, so that no card stands in two columns. */
  const refresh = useCallback(async () => {
    client.removeQueries({ queryKey: cardsKey(resource.name), type: 'inactive' });
    await client.invalidateQueries({ queryKey: [resource.name] });
  }, [client, resource]);

  const move = useCallback(
    async (record: RaRecord, to: string, index: number) => {
      const drop = dropOf(String(record[by]), to);
      if (drop.kind === 'none') return;
      const wanted: Move = { record, to, index };
      setMoves((before) => new Map(before).set(record.id, wanted));
      if (drop.kind === 'step' && drop.needsInput) return setAsked({ ...wanted, step: drop.name });
      try {
        await send(wanted, drop);
      } catch (error) {
        const open = () => navigate(`/${resource.name}/${encodeURIComponent(record.id)}/show`);
        const title = recordTitle(resource, record, locale);
        const { missing, step } = (problemOf(error) ?? {}) as { missing?: Missing[]; step?: string };
        if (missing?.length) setRefused({ title, step: step ?? '', missing, open });
        else
          say({
            text: t('not_moved', { title, reason: reasonOf(error) }),
            tone: 'error',
            action: { label: t('open'), onClick: open },
          });
      }
      await refresh();
      settle(record.id);
    },
    [resource, by, locale, t, say, navigate, dropOf, send, refresh, settle],
  );
  const answer = async (input: Record<string, unknown>) => {
    if (!asked) return;
    await send(asked, { kind: 'step', name: asked.step, needsInput: true }, input);
    await refresh();
  };
  const dismiss = () => {
    if (asked) settle(asked.record.id);
    setAsked(undefined);
  };
  const forget = useCallback(() => setRefused(undefined), []);
  return { moves, move, asked, answer, dismiss, refused, forget };
}
