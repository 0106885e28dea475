import type { Resource } from '@kontor/shared';
import { type RaRecord, useRefresh } from 'ra-core';
import { useState } from 'react';
import { useKontor } from '../../../providers/dataProvider.ts';
import { problemOf } from '../../../providers/httpClient.ts';

/** One text that becomes a record at once. What the server has against it is told beside it, and the text stays. */
export function useQuickCreate(resource: Resource, name: string, values: Record<string, unknown>) {
  const api = useKontor();
  const refresh = useRefresh();
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  /** Answers the new record; undefined when there is none. */
  const submit = async (): Promise<RaRecord | undefined> => {
    if (!text.trim() || busy) return undefined;
    setBusy(true);
    setError(undefined);
    try {
      const { data } = await api.create(resource.name, { data: { ...values, [name]: text.trim() } });
      setText('');
      refresh();
      return data;
    } catch (failure) {
      const atField = problemOf(failure)?.errors?.[name];
      setError(typeof atField === 'string' ? atField : (failure as Error).message);
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return { text, setText, busy, error, submit };
}
