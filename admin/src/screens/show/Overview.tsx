import type { Resource } from '@kontor/shared';
import Box from '@mui/material/Box';
import type { RaRecord } from 'ra-core';
import { lazy, Suspense, useMemo } from 'react';
import { ErrorBoundary } from '../../app/feedback/ErrorBoundary.tsx';
import { TileSkeleton } from '../../app/home/TileSkeleton.tsx';
import { useLocale } from '../../app/texts.ts';
import type { IncomingRelation } from '../../declarations.ts';
import { useOpens } from '../../providers/access.ts';
import { Facts } from './Facts.tsx';
import { hangingOn } from './hangingOn.ts';
import { isSaid, showParts } from './showParts.ts';
import { useWords } from './words.ts';

const Panels = lazy(() => import('./Panels.tsx'));
const Latest = lazy(() => import('../stream/Latest.tsx'));

export interface OverviewProps {
  readonly resource: Resource;
  readonly record: RaRecord;
}

export interface WholeOverviewProps extends OverviewProps {
  /** What belongs to the record and may be read. */
  readonly related: readonly IncomingRelation[];
}

/**
 * What one comes for, where that is declared, then the values of a record in their sections; at the side what the house knows
 * about it and what happened last.
 */
export function Overview({ resource, record, related }: WholeOverviewProps) {
  const t = useWords();
  const locale = useLocale();
  const opens = useOpens(resource);
  const { parts, facts } = useMemo(() => showParts(resource, locale, opens), [resource, locale, opens]);
  const hanging = resource.page?.panels ? hangingOn(related) : [];
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: `minmax(0, 1fr) ${hanging.length ? 340 : 300}px` },
        alignItems: 'start',
        maxWidth: hanging.length ? 1480 : 1240,
      }}
    >
      <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
        {resource.page?.panels && (
          <Suspense fallback={<TileSkeleton />}>
            <Panels resource={resource} record={record} related={related} />
          </Suspense>
        )}
        {parts.map((part) => (
          <Facts key={part.title} resource={resource} record={record} title={part.title} fields={part.fields} />
        ))}
      </Box>
      <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
        <Facts
          resource={resource}
          record={record}
          title={t('facts')}
          fields={facts.filter((name) => isSaid(resource, name, record))}
          narrow
        />
        {hanging.length > 0 && (
          <ErrorBoundary>
            <Suspense fallback={<TileSkeleton />}>
              <Latest resource={resource} record={record} hanging={hanging} />
            </Suspense>
          </ErrorBoundary>
        )}
      </Box>
    </Box>
  );
}
