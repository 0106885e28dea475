import type { Resource } from '@kontor/shared';
import { useRefresh } from 'ra-core';
import { useState } from 'react';
import { type ImportPreview, type ImportResult, useKontor } from '../../providers/dataProvider.ts';
import { type Mapping, possibleKeys, proposed, used } from './mapping.ts';

export type ImportStep = 'file' | 'mapping' | 'check' | 'done';
export type ImportWork = 'reading' | 'checking' | 'importing';

/** The way of an import: file, mapping, check without saving, import. Each step can go back to the one before. */
export function useImport(resource: Resource) {
  const api = useKontor();
  const refresh = useRefresh();
  const [step, setStep] = useState<ImportStep>('file');
  const [work, setWork] = useState<ImportWork>();
  const [error, setError] = useState<string>();
  const [file, setFile] = useState<File>();
  const [preview, setPreview] = useState<ImportPreview>();
  const [mapping, setMapping] = useState<Mapping>({});
  const [key, setKey] = useState<readonly string[]>([]);
  const [mode, setMode] = useState<'all' | 'valid'>('all');
  const [result, setResult] = useState<ImportResult>();
  const [startedAt, setStartedAt] = useState('');

  const during = async (what: ImportWork, task: () => Promise<void>) => {
    setWork(what);
    setError(undefined);
    try {
      await task();
    } catch (failure) {
      setError((failure as Error).message);
    }
    setWork(undefined);
  };
  const read = (next: File) =>
    during('reading', async () => {
      const found = await api.previewImport(resource.name, next);
      const first = proposed(found);
      setFile(next);
      setPreview(found);
      setMapping(first);
      setKey(possibleKeys(resource, first)[0] ?? []);
      setStep('mapping');
    });
  const run = (dryRun: boolean) =>
    during(dryRun ? 'checking' : 'importing', async () => {
      setStartedAt(new Date(Date.now() - 120_000).toISOString());
      const keys = possibleKeys(resource, mapping).some((possible) => possible.join() === key.join()) ? key : [];
      const options = { mapping: used(mapping), dryRun, mode: dryRun ? ('valid' as const) : mode };
      setResult(await api.runImport(resource.name, file!, { ...options, ...(keys.length > 0 ? { key: keys } : {}) }));
      setStep(dryRun ? 'check' : 'done');
      if (!dryRun) refresh();
    });
  return {
    step,
    setStep,
    work,
    error,
    file,
    preview,
    mapping,
    setMapping,
    key,
    setKey,
    mode,
    setMode,
    result,
    startedAt,
    read,
    run,
  };
}
