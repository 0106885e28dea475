import { fieldLabel, type Locale, optionLabel, type Resource, resourceLabel } from '@kontor/shared';
import Avatar from '@mui/material/Avatar';
import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { RaRecord } from 'ra-core';
import { Link } from 'react-router-dom';
import { DeclaredIcon } from '../../app/icons.tsx';
import { useLocale } from '../../app/texts.ts';
import { useDeclaration } from '../../declarations.ts';
import { timeOf } from '../history/days.ts';
import { Value } from '../list/Value.tsx';
import { useWords } from './words.ts';

/** What an entry is called: the sort that was chosen for it, else its resource. */
function sortOf(resource: Resource, record: RaRecord, locale: Locale): string {
  const { sort } = resource.stream!;
  return sort && record[sort]
    ? optionLabel(resource.fields[sort]!, record[sort], locale)
    : resourceLabel(resource, locale, 'one');
}

/** Something that hangs on the record: who, when, what sort, with its text and the way to it. */
export function StreamRecord({ of, at, record }: { of: string; at: string; record: RaRecord }) {
  const t = useWords();
  const locale = useLocale();
  const resource = useDeclaration(of);
  const { text, who: from, result } = resource.stream!;
  const who = ((from && record[from]) || record._embedded?.created_by?.title) ?? t('by_nobody');
  const status = resource.workflow?.field;
  return (
    <Box component="li" sx={{ pb: 2.5, display: 'flex', gap: 1.5, '&:last-child': { pb: 0.5 } }}>
      <Avatar aria-hidden sx={{ width: 28, height: 28, bgcolor: 'action.selected', color: 'text.primary' }}>
        <DeclaredIcon name={resource.icon ?? ''} sx={{ fontSize: 16 }} />
      </Avatar>
      <Box sx={{ minWidth: 0, flex: 1 }}>
        <Typography component="div" sx={{ mb: 0.5, mt: 0.25, display: 'flex', flexWrap: 'wrap', columnGap: 1 }}>
          <span>
            <strong>{who}</strong>
            {' · '}
            <MuiLink component={Link} to={`/${of}/${record.id}/show`}>
              {sortOf(resource, record, locale)}
            </MuiLink>
          </span>
          {status && (
            <span title={fieldLabel(resource.fields[status]!, status, locale)}>
              <Value resource={resource} record={record} name={status} />
            </span>
          )}
          {result && record[result] && (
            <span title={fieldLabel(resource.fields[result]!, result, locale)}>
              <Value resource={resource} record={record} name={result} />
            </span>
          )}
          <Typography
            component="time"
            variant="body2"
            color="text.secondary"
            dateTime={at}
            sx={{ lineHeight: 'inherit' }}
          >
            {timeOf(at)}
          </Typography>
        </Typography>
        <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{record[text]}</Typography>
      </Box>
    </Box>
  );
}
