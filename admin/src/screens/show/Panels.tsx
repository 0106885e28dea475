import { type PagePanel, type Resource, type RowsPanel, resourceLabel } from '@kontor/shared';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import AddIcon from 'icon/Add';
import type { RaRecord } from 'ra-core';
import { Suspense } from 'react';
import { Link } from 'react-router-dom';
import { ErrorBoundary } from '../../app/feedback/ErrorBoundary.tsx';
import { TileSkeleton } from '../../app/home/TileSkeleton.tsx';
import { useLocale } from '../../app/texts.ts';
import { type IncomingRelation, useDeclaration } from '../../declarations.ts';
import { ListPanel } from '../dashboard/ListPanel.tsx';
import { useCreatable } from '../list/ListHead.tsx';
import { PanelRow } from './PanelRow.tsx';
import { createPath, relatedFilter, tabOf } from './related.ts';
import { useWords } from './words.ts';

interface PanelsProps {
  readonly resource: Resource;
  readonly record: RaRecord;
  /** What belongs to the record and may be read. */
  readonly related: readonly IncomingRelation[];
}

/** What one comes to a record for: the first rows of what belongs to it, beside each other. */
export default function Panels({ resource, record, related }: PanelsProps) {
  const panels = resource.page?.panels?.flatMap((panel) => {
    const relation = related.find((one) => one.resource === panel.of && one.field === panel.by);
    return relation ? [{ panel, relation }] : [];
  });
  if (!panels?.length) return null;
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        alignItems: 'start',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' },
      }}
    >
      {panels.map(({ panel, relation }) => (
        <ErrorBoundary key={`${panel.of}.${panel.by}`}>
          <Suspense fallback={<TileSkeleton />}>
            <Panel panel={panel} relation={relation} target={resource.name} record={record} />
          </Suspense>
        </ErrorBoundary>
      ))}
    </Box>
  );
}

interface PanelProps {
  readonly panel: PagePanel;
  readonly relation: IncomingRelation;
  readonly target: string;
  readonly record: RaRecord;
}

function Panel({ panel, relation, target, record }: PanelProps) {
  const t = useWords();
  const locale = useLocale();
  const resource = useDeclaration(panel.of);
  const creatable = useCreatable(resource);
  const name = t('create', { name: resourceLabel(resource, locale, 'one') });
  const rows: RowsPanel = {
    ...panel,
    show: 'rows',
    label: panel.label ?? { de: resourceLabel(resource, 'de'), en: resourceLabel(resource, 'en') },
    filter: { ...relatedFilter(relation, target, record.id), ...panel.filter },
  };
  // what the house writes into it by itself can not be given along
  const addable = creatable && !record.deleted_at && !resource.fields[panel.by]!.readOnly;
  return (
    <ListPanel
      panel={rows}
      {...(panel.filter ? {} : { all: `?tab=${tabOf(relation)}` })}
      add={
        addable && (
          <Tooltip title={name}>
            <IconButton
              size="small"
              component={Link}
              to={createPath(relation, target, record.id)}
              aria-label={name}
              sx={{ alignSelf: 'center', ml: 0.5, mr: -1, my: -0.5 }}
            >
              <AddIcon fontSize="small" />
            </IconButton>
          </Tooltip>
        )
      }
      row={(listed) => <PanelRow {...listed} panel={panel} />}
    />
  );
}
