import { type AnyField, fieldLabel, kindOf, propertiesOf, type Resource } from '@kontor/shared';
import ArrowIcon from '@mui/icons-material/ArrowForward';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useLocale } from '../../app/texts.ts';
import type { HistoryEntry } from '../../providers/dataProvider.ts';
import { HistoryValue } from './HistoryValue.tsx';
import { readable } from './readable.ts';
import { useWords } from './words.ts';

const shownFirst = 6;

/** One change of a record: who and when, and each field before and after. */
export function HistoryItem({ resource, entry }: { resource: Resource; entry: HistoryEntry }) {
  const t = useWords();
  const locale = useLocale();
  const [all, setAll] = useState(false);
  const changes = readable(resource, entry.changes);
  const shown = all ? changes : changes.slice(0, shownFirst);
  const stamp = propertiesOf(resource).get('created_at')?.field as AnyField;
  const operation = entry.operation as Parameters<typeof t>[0];
  const isNew = entry.operation === 'create';
  return (
    <Box component="li" sx={{ pb: 2.5, pl: 2, borderLeft: 2, borderColor: 'divider', position: 'relative' }}>
      <Box
        aria-hidden
        sx={{
          position: 'absolute',
          left: -5,
          top: 6,
          width: 8,
          height: 8,
          borderRadius: '50%',
          bgcolor: 'text.secondary',
        }}
      />
      <Typography sx={{ mb: 0.5 }}>
        {t(operation)} {t('by')} <strong>{entry.by?.title ?? t('by_nobody')}</strong>
        <Typography component="time" variant="body2" color="text.secondary" dateTime={entry.at} sx={{ ml: 1 }}>
          {kindOf(stamp).format(entry.at, stamp, locale)}
        </Typography>
      </Typography>
      <Box
        component="dl"
        sx={{ m: 0, display: 'grid', gridTemplateColumns: { sm: 'minmax(120px, 200px) 1fr' }, gap: '2px 16px' }}
      >
        {shown.map((change) => (
          <Box key={change.name} sx={{ display: 'contents' }}>
            <Typography component="dt" variant="body2" color="text.secondary">
              {fieldLabel(change.field, change.name, locale)}
            </Typography>
            <Typography component="dd" variant="body2" sx={{ m: 0, overflowWrap: 'anywhere' }}>
              {!isNew && (
                <>
                  <Box component="span" aria-label={t('was')} sx={{ color: 'text.secondary' }}>
                    <HistoryValue change={change} value={change.before} />
                  </Box>
                  <ArrowIcon
                    aria-label={t('now')}
                    sx={{ fontSize: 13, mx: 0.75, verticalAlign: 'middle', color: 'text.secondary' }}
                  />
                </>
              )}
              <HistoryValue change={change} value={change.after} />
            </Typography>
          </Box>
        ))}
      </Box>
      {changes.length > shown.length && (
        <Button size="small" onClick={() => setAll(true)} sx={{ mt: 0.5 }}>
          {t('more', { count: changes.length - shown.length })}
        </Button>
      )}
    </Box>
  );
}
