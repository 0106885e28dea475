import type { Resource } from '@kontor/shared';
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type UseFormReturn, useWatch } from 'react-hook-form';
import { useDebounced } from '../../kinds/common/useDebounced.ts';
import { type KontorDataProvider, useKontor } from '../../providers/dataProvider.ts';
import { type Completion, completedBy, completedValues, questionOf } from './completion.ts';
import type { RecordForm } from './useRecordForm.ts';
import type { Values } from './values.ts';

/** A choice is asked about at once, for a person; typing is waited for. */
const pause = 250;
/** So long saving waits for an answer that is on its way; after that the server fills in what the form does not show. */
const patience = 5000;

interface CompletionOptions {
  readonly resource: Resource;
  readonly form: UseFormReturn<Values>;
  readonly before: Values;
  readonly filled: RefObject<Values>;
  readonly given: ReadonlySet<string>;
}

/** A form that fills in what a new record takes over. */
export interface FormCompletion {
  /** What was filled in, by field. */
  readonly taken: Values;
  /** Submits once an answer that is on its way has come; what is asked for meanwhile is the same. */
  readonly settled: (submit: RecordForm['submit']) => RecordForm['submit'];
  /** Is saving waiting for an answer? */
  readonly waiting: boolean;
  /** What is sent. */
  readonly wire: (values: Values, sent: Values) => Values;
}

const ask = (kontor: KontorDataProvider, { name }: Resource, question: string) => ({
  queryKey: [name, 'completed', question],
  queryFn: ({ signal }: { signal: AbortSignal }) => kontor.completed(name, JSON.parse(question), signal),
  retry: false,
  staleTime: 30_000,
});

/** The answer to a question, or undefined when there is none in time. */
async function answerOf(client: QueryClient, asked: ReturnType<typeof ask>): Promise<Values | undefined> {
  const late = new Promise<undefined>((done) => setTimeout(() => done(undefined), patience));
  return Promise.race([client.fetchQuery(asked).catch(() => undefined), late]);
}

/**
 * Fills in what a new record takes over from another (`completes` of the declaration), as the server would: as soon as it is
 * known from what, and anew when that changes. What the user has said themselves stays; where the server does not answer, the
 * form stays as it is, and the server fills it in when it is saved.
 */
export function useCompletion({ resource, form, before, filled, given }: CompletionOptions): FormCompletion {
  const kontor = useKontor();
  const client = useQueryClient();
  const { completes } = resource;
  const watched = useMemo(() => (completes ? [completes.like, ...(completes.by ?? [])] : []), [completes]);
  const shown = useRef<string>(undefined);
  const [taken, setTaken] = useState<Values>({});
  const seen = useWatch({ control: form.control, name: watched });
  const known = useCallback(
    (): Completion => ({ resource, start: before, filled: filled.current, given }),
    [resource, before, filled, given],
  );
  const current = useCallback(() => {
    const question = completes && questionOf(known(), form.getValues());
    return question ? JSON.stringify(question) : '';
  }, [completes, known, form]);

  const question = seen.length > 0 ? current() : '';
  const asked = useDebounced(question, pause);
  const { data } = useQuery({ ...ask(kontor, resource, asked), enabled: asked !== '' });

  const show = useCallback(
    (of: string, answer: Values) => {
      const next = completedBy(known(), form.getValues(), answer);
      filled.current = next.filled;
      shown.current = of;
      for (const [name, value] of Object.entries(next.changes)) form.setValue(name, value);
      form.clearErrors(Object.keys(next.changes));
      setTaken(next.filled);
    },
    [known, form, filled],
  );

  useEffect(() => {
    // of what has changed meanwhile the next answer tells
    if (!completes || asked !== question || asked !== current()) return;
    const answer = asked === '' ? {} : data;
    if (answer) show(asked, answer);
  }, [completes, asked, question, data, current, show]);

  const settle = useCallback(async () => {
    const now = current();
    if (!now || now === shown.current) return;
    const answer = await answerOf(client, ask(kontor, resource, now));
    if (answer && current() === now) show(now, answer);
  }, [current, client, kontor, resource, show]);
  const [waiting, setWaiting] = useState(false);
  const saving = useRef(false);
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);
  const settled =
    (submit: RecordForm['submit']): RecordForm['submit'] =>
    async (send) => {
      if (saving.current) return;
      saving.current = true;
      setWaiting(true);
      await settle().finally(() => {
        saving.current = false;
        setWaiting(false);
      });
      // who has left the form meanwhile does not want it saved
      if (!gone.current) await submit(send);
    };
  const wire = useCallback(
    (values: Values, sent: Values) => completedValues(known(), values, sent, current() === shown.current),
    [known, current],
  );
  return { taken, settled, waiting, wire };
}
