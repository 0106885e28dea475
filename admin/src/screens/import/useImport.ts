import type { Resource } from '@kontor/shared';
import { useRefresh } from 'ra-core';
import { useEffect, useRef, useState } from 'react';
import { type ImportPreview, type ImportResult, useKontor } from '../../providers/dataProvider.ts';
import { announceJob, cancelJob, followJob, importResult, type Job } from '../../providers/jobs.ts';
import { reasonOf } from '../../providers/reason.ts';
import { type Choices, chosen, type Mapping, possibleKeys, proposed, proposedKey, withChoices } from './mapping.ts';
import { useWords } from './words.ts';

export type ImportStep = 'file' | 'mapping' | 'check' | 'done';
export type ImportWork = 'reading' | 'checking' | 'importing';

/** What the API takes, in megabytes: more need not travel there to be refused. */
const mostMegabytes = 50;

/** The way of an import: file, mapping, check without saving, import. Each step can go back to the one before. */
export function useImport(resource: Resource) {
  const t = useWords();
  const api = useKontor();
  const refresh = useRefresh();
  const [step, setStep] = useState<ImportStep>('file');
  const [work, setWork] = useState<ImportWork>();
  const [error, setError] = useState<string>();
  const [file, setFile] = useState<File>();
  const [preview, setPreview] = useState<ImportPreview>();
  const [mapping, takeMapping] = useState<Mapping>({});
  const [choices, setChoices] = useState<Choices>({});
  /** Was something chosen since the last check? */
  const [stale, setStale] = useState(false);
  // another field means other records
  const setMapping = (next: Mapping) => {
    takeMapping(next);
    setChoices({});
  };
  const [wantedKey, setKey] = useState<readonly string[]>([]);
  /** Is there anything yet that a row could mean? */
  const [filled, setFilled] = useState(false);
  const [mode, setMode] = useState<'all' | 'valid'>('all');
  const [result, setResult] = useState<ImportResult>();
  const [startedAt, setStartedAt] = useState('');
  /** What does it in the background. */
  const [job, setJob] = useState<Job>();
  const leaving = useRef(new AbortController());
  useEffect(() => {
    const left = new AbortController();
    leaving.current = left;
    return () => left.abort();
  }, []);

  const keys = possibleKeys(resource, mapping);
  const usable = (wanted: readonly string[]) => keys.find((possible) => possible.join() === wanted.join()) ?? [];
  const key = usable(wantedKey);

  const during = async (what: ImportWork, task: () => Promise<void>) => {
    setWork(what);
    setError(undefined);
    try {
      await task();
    } catch (failure) {
      setError(reasonOf(failure));
    }
    setWork(undefined);
  };
  const read = (next: File) =>
    during('reading', async () => {
      if (next.size === 0) throw new Error(t('empty_file', { name: next.name }));
      if (next.size > mostMegabytes * 1024 * 1024)
        throw new Error(t('too_large', { name: next.name, max: mostMegabytes }));
      const found = await api.previewImport(resource.name, next);
      const first = proposed(found);
      setFile(next);
      setPreview(found);
      setMapping(first);
      setKey(proposedKey(resource, first));
      setStep('mapping');
    });
  const isFilled = async () => {
    const one = { pagination: { page: 1, perPage: 1 }, sort: { field: 'id', order: 'ASC' as const }, filter: {} };
    return ((await api.getList(resource.name, one)).total ?? 0) > 0;
  };
  /** Waits for a job, as long as somebody looks. */
  const ended = async (id: string) => {
    announceJob();
    const last = await followJob(id, setJob, leaving.current.signal).finally(() => setJob(undefined));
    if (last.state === 'done') return importResult(id, leaving.current.signal);
    throw new Error(last.state === 'cancelled' ? t('was_cancelled') : (last.error ?? ''));
  };
  const cancel = async () => {
    try {
      if (job) await cancelJob(job.id);
    } catch (failure) {
      setError(reasonOf(failure));
    }
  };
  const run = (dryRun: boolean, by = key) =>
    during(dryRun ? 'checking' : 'importing', async () => {
      setStartedAt(new Date(Date.now() - 120_000).toISOString());
      const options = { mapping: withChoices(mapping, choices), dryRun, mode: dryRun ? ('valid' as const) : mode };
      // Without a key the API would take the declared one: an empty list says that none is wanted.
      const answer = await api.runImport(resource.name, file!, { ...options, key: by });
      setResult('result' in answer ? answer.result : await ended(answer.job.id));
      setStale(false);
      // Who may import but not read is told nothing.
      if (dryRun) setFilled(await isFilled().catch(() => false));
      setStep(dryRun ? 'check' : 'done');
      if (!dryRun) refresh();
    });
  /** Another key changes what the check says: it is asked again. */
  const recheck = (by: readonly string[]) => {
    setKey(by);
    return run(true, usable(by));
  };
  const choose = (column: string, text: string, id: string | null | undefined) => {
    setChoices(chosen(choices, column, text, id));
    setStale(true);
  };
  return {
    choices,
    choose,
    stale,
    step,
    setStep,
    work,
    job,
    cancel,
    error,
    file,
    preview,
    mapping,
    setMapping,
    keys,
    key,
    setKey,
    filled,
    recheck,
    mode,
    setMode,
    result,
    startedAt,
    read,
    run,
  };
}
