import type { Resource, RowsPanel, SharesPanel } from '@kontor/shared';
import { type RaRecord, useGetList } from 'ra-core';
import { Fragment, type ReactNode } from 'react';
import { Trouble } from '../../app/feedback/Trouble.tsx';
import { TileSkeleton } from '../../app/home/TileSkeleton.tsx';
import { recordTitle } from '../../app/recordTitle.ts';
import { useLocale } from '../../app/texts.ts';
import { useDeclaration } from '../../declarations.ts';
import { useOpens } from '../../providers/access.ts';
import { cellText } from '../list/cellText.ts';
import { embedsOf } from '../list/columns/fields.ts';
import { viewPath } from '../list/views/viewPath.ts';
import { PanelCard } from './PanelCard.tsx';
import { useWords } from './words.ts';

/** So many rows of a panel; the rest is one click away. */
const shown = 6;

export interface Listed {
  readonly record: RaRecord;
  readonly resource: Resource;
  readonly title: string;
  /** The columns of the panel in words; what is empty or not to be seen is left out. */
  readonly details: readonly string[];
}

interface ListPanelProps {
  readonly panel: RowsPanel | SharesPanel;
  /** Where all rows are; the list unless given. */
  readonly all?: string;
  /** Beside the way to all rows. */
  readonly add?: ReactNode;
  /** Further fields whose titles the rows are told by. */
  readonly named?: readonly string[];
  readonly row: (one: Listed) => ReactNode;
}

/** The first rows of the list behind a panel. */
export function ListPanel({ panel, all, add, named = [], row }: ListPanelProps) {
  const { of, filter = {}, columns, sort, label, empty } = panel;
  const t = useWords();
  const locale = useLocale();
  const resource = useDeclaration(of);
  const opens = useOpens(resource);
  const [field, order] = sort;
  const seen = [...columns, ...resource.title, ...named].filter((name) => opens(resource.fields[name]?.guard));
  const { data, total, error, refetch } = useGetList<RaRecord>(of, {
    filter,
    pagination: { page: 1, perPage: shown },
    sort: { field, order },
    meta: { embed: embedsOf(resource, seen) },
  });
  if (error) return <Trouble error={error} retry={() => void refetch()} />;
  if (!data) return <TileSkeleton />;
  return (
    <PanelCard
      title={label[locale]}
      add={add}
      {...(data.length
        ? { all: { to: all ?? viewPath(of, 'list', filter), label: t('all', { count: total ?? data.length }) } }
        : { nothing: empty?.[locale] ?? t('nothing') })}
    >
      {data.map((record) => (
        <Fragment key={record.id}>
          {row({
            record,
            resource,
            title: recordTitle(resource, record, locale),
            details: columns.map((name) => cellText(resource, name, record, locale)).filter(Boolean),
          })}
        </Fragment>
      ))}
    </PanelCard>
  );
}
