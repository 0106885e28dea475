import { fieldLabel } from '@kontor/shared';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import ArrowIcon from 'icon/ArrowForward';
import { useLocale } from '../../app/texts.ts';
import type { Named } from '../../providers/dataProvider.ts';
import { HistoryValue } from './HistoryValue.tsx';
import type { ReadableChange } from './readable.ts';
import { useWords } from './words.ts';

interface ChangeListProps {
  readonly changes: readonly ReadableChange[];
  readonly named: readonly Named[];
  /** There was nothing before: only what is there now is told. */
  readonly isNew?: boolean;
}

/** Fields with their value before and after. */
export function ChangeList({ changes, named, isNew = false }: ChangeListProps) {
  const t = useWords();
  const locale = useLocale();
  return (
    <Box sx={{ containerType: 'inline-size' }}>
      <Box
        component="dl"
        sx={{
          m: 0,
          display: 'grid',
          gap: '2px 16px',
          '@container (min-width: 420px)': { gridTemplateColumns: 'minmax(120px, 200px) 1fr' },
        }}
      >
        {changes.map((change) => (
          <Box key={change.name} sx={{ display: 'contents' }}>
            <Typography component="dt" variant="body2" color="text.secondary">
              {fieldLabel(change.field, change.name, locale)}
            </Typography>
            <Typography component="dd" variant="body2" sx={{ m: 0, overflowWrap: 'anywhere' }}>
              {!isNew && (
                <>
                  <Box component="span" aria-label={t('was')} sx={{ color: 'text.secondary' }}>
                    <HistoryValue change={change} value={change.before} named={named} />
                  </Box>
                  <ArrowIcon
                    aria-label={t('now')}
                    sx={{ fontSize: 13, mx: 0.75, verticalAlign: 'middle', color: 'text.secondary' }}
                  />
                </>
              )}
              <HistoryValue change={change} value={change.after} named={named} />
            </Typography>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
