import { fieldLabel, fieldNamed, type Resource } from '@kontor/shared';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { RaRecord } from 'ra-core';
import { memo } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { recordTitle } from '../../../app/recordTitle.ts';
import { useLocale } from '../../../app/texts.ts';
import { cellText } from '../cellText.ts';
import { recordPath } from '../table/Row.tsx';
import { SelectBox } from '../table/SelectBox.tsx';
import { useWords } from '../useWords.ts';
import { Value } from '../Value.tsx';

const mostFacts = 4;

export interface CardProps {
  readonly resource: Resource;
  readonly record: RaRecord;
  readonly columns: readonly string[];
  readonly selected: boolean;
  readonly onToggle?: () => void;
}

/** A record on a phone: its name as a link and the first facts that are filled. */
export const Card = memo(function Card({ resource, record, columns, selected, onToggle }: CardProps) {
  const t = useWords();
  const locale = useLocale();
  const title = recordTitle(resource, record, locale);
  const facts = columns
    .filter((name) => !resource.title.includes(name) && cellText(resource, name, record, locale) !== '')
    .slice(0, mostFacts);
  return (
    <Paper component="li" variant="outlined" sx={{ p: 1.5, ...(selected ? { bgcolor: 'action.selected' } : {}) }}>
      <Box sx={{ display: 'flex', gap: 1, mb: 0.5 }}>
        <Link
          component={RouterLink}
          to={recordPath(resource.name, record.id)}
          underline="none"
          color="text.primary"
          sx={{ fontWeight: 600, flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}
        >
          {title}
        </Link>
        {onToggle && (
          <Box sx={{ my: -0.75, mr: -1 }}>
            <SelectBox label={t('select_row', { name: title })} checked={selected} onToggle={onToggle} />
          </Box>
        )}
      </Box>
      <Box
        component="dl"
        sx={{ m: 0, display: 'grid', gridTemplateColumns: 'minmax(88px, auto) 1fr', gap: '2px 12px' }}
      >
        {facts.map((name) => (
          <Box key={name} sx={{ display: 'contents' }}>
            <Typography component="dt" variant="body2" color="text.secondary">
              {fieldLabel(fieldNamed(resource, name)!, name, locale)}
            </Typography>
            <Typography component="dd" variant="body2" sx={{ m: 0, minWidth: 0, overflow: 'hidden' }}>
              <Value resource={resource} name={name} record={record} />
            </Typography>
          </Box>
        ))}
      </Box>
    </Paper>
  );
});
