import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSay } from '../../../app/feedback/useSay.ts';
import { useKontor } from '../../../providers/dataProvider.ts';
import { reasonOf } from '../../../providers/reason.ts';
import type { Chosen } from './order.ts';
import { useWords } from './words.ts';

export type Mode = 'in_turn' | 'at_once' | 'option';

export interface Asking {
  /** As it is typed. */
  readonly days: string;
  readonly setDays: (days: string) => void;
  readonly ask: (mode: Mode) => void;
  /** Takes back all requests that are open. */
  readonly stop: () => void;
  readonly busy: boolean;
  /** Why it could not be done. */
  readonly trouble: string | undefined;
}

/** Asks those who are chosen, says what came of it, and looks at everybody anew. */
export function useAsking(training: string, chosen: Chosen, done: () => void): Asking {
  const t = useWords();
  const say = useSay();
  const kontor = useKontor();
  const client = useQueryClient();
  const [days, setDays] = useState('3');
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const run = async (work: () => Promise<string>) => {
    setBusy(true);
    setTrouble(undefined);
    try {
      say({ text: await work() });
      done();
    } catch (error) {
      setTrouble(reasonOf(error));
    } finally {
      setBusy(false);
      for (const name of ['trainings', 'training_sessions', 'trainer_assignments'])
        void client.invalidateQueries({ queryKey: [name] });
    }
  };
  const ask = (mode: Mode) =>
    run(async () => {
      const input = { trainer_ids: chosen, mode, ...(mode === 'option' ? {} : { answer_days: Number(days) }) };
      const { asked = 0, noted = 0 } = await kontor.act('trainings', training, 'ask_trainers', input);
      const more = noted - asked;
      if (mode === 'option') return t('noted', { count: noted });
      if (asked === 0) return t('queued', { count: noted });
      return more > 0 ? t('asked_waiting', { count: asked, more }) : t('asked', { count: asked });
    });
  const stop = () =>
    run(async () => {
      await kontor.act('trainings', training, 'stop_asking');
      return t('stopped');
    });
  return { days, setDays, ask: (mode) => void ask(mode), stop: () => void stop(), busy, trouble };
}
