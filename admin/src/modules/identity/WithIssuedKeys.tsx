import { DataProviderContext } from 'ra-core';
import { type ReactNode, useMemo } from 'react';
import { type KontorDataProvider, useKontor } from '../../providers/dataProvider.ts';
import { IssuedKey } from './IssuedKey.tsx';
import { tell } from './issued.ts';

/**
 * Around the generated screens of keys: a new record gets its key at once, and an answer that carries a key shows it this
 * one time, apart from the record.
 */
export function WithIssuedKeys({ children, later = 0 }: { readonly children: ReactNode; readonly later?: number }) {
  const kontor = useKontor();
  const provider = useMemo(() => {
    const act: KontorDataProvider['act'] = async (resource, id, action, input) => {
      const { key, ...record } = await kontor.act(resource, id, action, input);
      if (key) tell({ id: record.id as string, key });
      return record as never;
    };
    const create: KontorDataProvider['create'] = async (resource, params) => {
      const created = await kontor.create(resource, params);
      // Should that fail, the record's page offers it again.
      const data = await act(resource, created.data.id, 'issue').catch(() => created.data);
      return { data };
    };
    return { ...kontor, act, create };
  }, [kontor]);
  return (
    <DataProviderContext.Provider value={provider}>
      {children}
      <IssuedKey later={later} />
    </DataProviderContext.Provider>
  );
}
