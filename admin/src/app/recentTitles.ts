import { useQueries } from '@tanstack/react-query';
import { useDataProvider } from 'ra-core';
import { declarationOf } from '../declarations.ts';
import { embedForTitle } from '../kinds/common/recordOptions.ts';
import { useCan } from '../providers/access.ts';
import { recordTitle } from './recordTitle.ts';
import { useLocale } from './texts.ts';
import { type RecordReference, useRecentRecords } from './visits.ts';

export interface TitledRecord extends RecordReference {
  readonly title: string;
}

/** Titles of records of several resources, one request for each; what is gone or not permitted is left out. */
export function useTitles(records: readonly RecordReference[]): readonly TitledRecord[] {
  const dataProvider = useDataProvider();
  const locale = useLocale();
  const can = useCan();
  const resources = [...new Set(records.map(({ resource }) => resource))].filter((resource) => can('read', resource));
  const answers = useQueries({
    queries: resources.map((resource) => {
      const ids = records.filter((record) => record.resource === resource).map(({ id }) => id);
      return {
        queryKey: ['titles', resource, ids],
        queryFn: async () => {
          const declaration = await declarationOf(resource);
          const { data } = await dataProvider.getMany(resource, { ids, meta: { embed: embedForTitle(declaration) } });
          return { declaration, data };
        },
      };
    }),
  });
  const titles = new Map(
    answers.flatMap(({ data: answer }) =>
      (answer?.data ?? []).map((record): [string, string] => [
        `${answer!.declaration.name} ${record.id}`,
        recordTitle(answer!.declaration, record, locale),
      ]),
    ),
  );
  return records.flatMap((record) => {
    const title = titles.get(`${record.resource} ${record.id}`);
    return title ? [{ ...record, title }] : [];
  });
}

/** What was opened last, with titles. */
export const useRecentTitles = (count: number): readonly TitledRecord[] =>
  useTitles(useRecentRecords().slice(0, count));
