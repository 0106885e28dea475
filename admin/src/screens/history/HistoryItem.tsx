import { origins, type Resource } from '@kontor/shared';
import Avatar from '@mui/material/Avatar';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { ReasonedButton } from '../../app/feedback/ReasonedButton.tsx';
import { initials } from '../../app/frame/initials.ts';
import { useLocale } from '../../app/texts.ts';
import type { HistoryEntry } from '../../providers/dataProvider.ts';
import { ChangeList } from './ChangeList.tsx';
import { timeOf } from './days.ts';
import { readable } from './readable.ts';
import { useWords } from './words.ts';

const shownFirst = 6;

interface HistoryItemProps {
  readonly resource: Resource;
  readonly entry: HistoryEntry;
  readonly onCompare?: () => void;
  readonly onRestore?: () => void;
  /** Why the user can not put it back; empty when they can. */
  readonly whyNot?: string;
}

/** One change of a record: who and when, each field before and after, and what can be done with the version. */
export function HistoryItem({ resource, entry, onCompare, onRestore, whyNot = '' }: HistoryItemProps) {
  const t = useWords();
  const [all, setAll] = useState(false);
  const changes = readable(resource, entry.changes);
  const shown = all ? changes : changes.slice(0, shownFirst);
  const operation = entry.operation as Parameters<typeof t>[0];
  const who = entry.by?.title ?? t('by_nobody');
  const locale = useLocale();
  const usual = entry.origin === null || entry.origin === 'api';
  const how = entry.key ? t('by_key', { name: entry.key }) : usual ? '' : origins[entry.origin][locale];
  return (
    <Box component="li" sx={{ pb: 2.5, display: 'flex', gap: 1.5, '&:last-child': { pb: 0.5 } }}>
      <Avatar
        aria-hidden
        sx={{ width: 28, height: 28, fontSize: 11, fontWeight: 600, bgcolor: 'action.selected', color: 'text.primary' }}
      >
        {initials(who)}
      </Avatar>
      <Box sx={{ minWidth: 0, flex: 1 }}>
        <Typography sx={{ mb: 0.5, mt: 0.25 }}>
          <strong>{who}</strong>
          {' · '}
          {t(operation)}
          {how && ` · ${how}`}
          <Typography component="time" variant="body2" color="text.secondary" dateTime={entry.at} sx={{ ml: 1 }}>
            {timeOf(entry.at)}
          </Typography>
        </Typography>
        <ChangeList changes={shown} named={entry.named} isNew={entry.operation === 'create'} />
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, ml: -0.75, mt: 0.25 }}>
          {changes.length > shown.length && (
            <Button size="small" onClick={() => setAll(true)}>
              {t('more', { count: changes.length - shown.length })}
            </Button>
          )}
          {onCompare && (
            <Button size="small" color="inherit" sx={{ color: 'text.secondary' }} onClick={onCompare}>
              {t('look')}
            </Button>
          )}
          {onRestore && (
            <ReasonedButton
              size="small"
              color="inherit"
              reason={whyNot}
              sx={{ color: 'text.secondary' }}
              onClick={onRestore}
            >
              {t('put_back')}
            </ReasonedButton>
          )}
        </Box>
      </Box>
    </Box>
  );
}
