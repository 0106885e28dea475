import { kindOf, labelText, optionLabel, type Resource } from '@kontor/shared';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router-dom';
import { useSay } from '../../app/feedback/useSay.ts';
import { recordTitle } from '../../app/recordTitle.ts';
import { useLocale } from '../../app/texts.ts';
import { useKontor } from '../../providers/dataProvider.ts';
import { problemOf } from '../../providers/httpClient.ts';
import { reasonOf } from '../../providers/reason.ts';
import { useSession } from '../../providers/session.ts';
import { type Draft, draftsIn } from '../mail/draftsIn.ts';
import { type Step, stepsOf } from './steps.ts';
import type { Values } from './values.ts';
import { useWords } from './words.ts';

/** Takes steps and runs actions of a record, says what happened, and offers the way back where a step leads there. */
export function useAct(resource: Resource) {
  const kontor = useKontor();
  const client = useQueryClient();
  const locale = useLocale();
  const asking = useSession();
  const say = useSay();
  const t = useWords();
  const navigate = useNavigate();

  const refresh = () => client.invalidateQueries();

  const stateLabel = (state: unknown) => {
    const field = resource.workflow && resource.fields[resource.workflow.field];
    return field && kindOf(field) ? optionLabel(field, String(state), locale) : String(state);
  };

  /** Asks the server; where somebody else was quicker, the page shows what is now, and the reason names it. */
  const ask = async (record: Values, name: string, input: Values): Promise<Values> => {
    try {
      return await kontor.act(resource.name, record.id, name, { ...input, version: record.version });
    } catch (error) {
      const problem = problemOf(error);
      if (problem?.code !== 'transition_refused') throw error;
      await refresh();
      if (problem.state === undefined) throw error;
      throw new Error(t('moved_meanwhile', { state: stateLabel(problem.state) }), { cause: error });
    }
  };

  /** Runs a step; rejects with what the server has against it. */
  const take = async (record: Values, step: Step, input: Values = {}): Promise<Values> => {
    const after = await ask(record, step.name, input);
    await refresh();
    const state = resource.workflow?.field ?? '';
    const back = stepsOf(resource, after, asking).find(
      (s) => s.to === record[state] && s.missing.length === 0 && s.input.length === 0,
    );
    say({
      text: t('moved_to', { title: recordTitle(resource, after, locale), state: stateLabel(after[state]) }),
      ...(back ? { action: { label: t('undo'), onClick: () => void quietly(() => take(after, back)) } } : {}),
    });
    return after;
  };

  /** Runs an action that is no step. */
  const run = async (record: Values, name: string, input: Values = {}): Promise<Values> => {
    const after = await ask(record, name, input);
    await refresh();
    const label = resource.actions?.[name]?.label;
    const { made, told } = after as { made?: { resource: string; id: string }; told?: string };
    say({
      // what came of it the server knows best
      text:
        told ??
        t('done', {
          title: recordTitle(resource, record, locale),
          action: label ? labelText(label, name, locale) : name,
        }),
      // what it has made is one step away
      ...(made ? { action: { label: t('open'), onClick: () => navigate(`/${made.resource}/${made.id}/show`) } } : {}),
    });
    return after;
  };

  /** The mails that an action would write, if it writes any. */
  const lookFor = (record: Values, name: string): ((input: Values) => Promise<readonly Draft[]>) | undefined => {
    const writes = resource.actions?.[name]?.writes;
    if (!writes) return undefined;
    return async (input) =>
      draftsIn(await kontor.tryAct(resource.name, record.id, name, { ...input, version: record.version }), writes);
  };

  /** For what starts from a button: a refusal is said instead of thrown. */
  const quietly = async (what: () => Promise<unknown>) => {
    try {
      await what();
    } catch (error) {
      say({ text: reasonOf(error), tone: 'error' });
    }
  };
  return { take, run, lookFor, quietly };
}
