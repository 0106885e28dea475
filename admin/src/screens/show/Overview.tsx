import type { Resource } from '@kontor/shared';
import Box from '@mui/material/Box';
import { useMemo } from 'react';
import { useLocale } from '../../app/texts.ts';
import { useOpens } from '../../providers/access.ts';
import { Facts } from './Facts.tsx';
import { showParts } from './showParts.ts';
import { useWords } from './words.ts';

export interface OverviewProps {
  readonly resource: Resource;
  readonly record: Record<string, any>;
}

/** The values of a record: its sections, and at the side what the house knows about it. */
export function Overview({ resource, record }: OverviewProps) {
  const t = useWords();
  const locale = useLocale();
  const opens = useOpens(resource);
  const { parts, facts } = useMemo(() => showParts(resource, locale, opens), [resource, locale, opens]);
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 300px' },
        alignItems: 'start',
        maxWidth: 1240,
      }}
    >
      <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
        {parts.map((part) => (
          <Facts key={part.title} resource={resource} record={record} title={part.title} fields={part.fields} />
        ))}
      </Box>
      <Facts resource={resource} record={record} title={t('facts')} fields={facts} narrow />
    </Box>
  );
}
