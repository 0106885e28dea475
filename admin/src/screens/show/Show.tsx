import { RecordContextProvider, useGetOne } from 'ra-core';
import type { ComponentType, ReactNode } from 'react';
import { ScreenSkeleton } from '../../app/feedback/ScreenSkeleton.tsx';
import { Trouble } from '../../app/feedback/Trouble.tsx';
import type { ScreenProps } from '../../app/registry.ts';
import { useDeclaration } from '../../declarations.ts';
import { embedNames } from '../../kinds/common/embed.ts';
import type { MenuEntry } from '../form/RecordMenu.tsx';
import type { WholeOverviewProps } from './Overview.tsx';
import { ShowView } from './ShowView.tsx';

/** What a page has beside what is generated. */
export interface ShowExtras {
  /** More buttons beside the title. */
  readonly extra?: ReactNode;
  /** Further entries of the menu. */
  readonly entries?: readonly MenuEntry[];
  /** On all tabs: what one has to know whatever one came for. */
  readonly notices?: ReactNode;
  /** Above the values. */
  readonly above?: ReactNode;
  /** The first tab, in place of the generated one. */
  readonly overview?: ComponentType<WholeOverviewProps>;
}

/** The generated page of a record. */
export default function Show({ resource: name, id = '', ...extras }: ScreenProps & ShowExtras) {
  const resource = useDeclaration(name);
  const { data, error, refetch } = useGetOne(name, { id, meta: { embed: embedNames(resource) } });
  if (error && !data) return <Trouble error={error} retry={() => void refetch()} list={`/${name}`} />;
  if (!data) return <ScreenSkeleton screen="show" />;
  return (
    <RecordContextProvider value={data}>
      <ShowView key={id} resource={resource} record={data} {...extras} />
    </RecordContextProvider>
  );
}
