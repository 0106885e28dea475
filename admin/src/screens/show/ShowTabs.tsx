import type { Resource } from '@kontor/shared';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import type { RaRecord } from 'ra-core';
import { Suspense } from 'react';
import { Link } from 'react-router-dom';
import { useLocale } from '../../app/texts.ts';
import { type IncomingRelation, labelOf } from '../../declarations.ts';
import { RelatedLabel } from './RelatedLabel.tsx';
import { tabOf } from './related.ts';
import { useWords } from './words.ts';

export interface ShowTabsProps {
  readonly resource: Resource;
  readonly record: RaRecord;
  readonly related: readonly IncomingRelation[];
  /** Something can hang on the record: there is a stream of what happens around it. */
  readonly streams: boolean;
  readonly current: string;
}

/** The parts of a record's page. Each is a link, so that it can be sent and opened in a tab of the browser. */
export function ShowTabs({ resource, record, related, streams, current }: ShowTabsProps) {
  const t = useWords();
  const locale = useLocale();
  const several = (name: string) => related.filter((relation) => relation.resource === name).length > 1;
  const link = (tab: string) => ({ component: Link, to: tab ? `?tab=${tab}` : '?', replace: true, value: tab });
  return (
    <Tabs
      value={current}
      variant="scrollable"
      scrollButtons="auto"
      aria-label={t('tabs')}
      sx={{ px: { xs: 1, sm: 2 }, borderBottom: 1, borderColor: 'divider', bgcolor: 'background.paper' }}
    >
      <Tab label={t('overview')} {...link('')} />
      {streams && <Tab label={t('stream')} {...link('stream')} />}
      {related.map((relation) => (
        <Tab
          key={tabOf(relation)}
          label={
            <Suspense fallback={labelOf(relation.resource, locale)}>
              <RelatedLabel
                relation={relation}
                target={resource.name}
                id={record.id}
                byField={several(relation.resource)}
              />
            </Suspense>
          }
          {...link(tabOf(relation))}
        />
      ))}
      {!resource.append_only && <Tab label={t('history')} {...link('history')} />}
    </Tabs>
  );
}
