import { fieldLabel, fieldNamed, type Resource } from '@kontor/shared';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import type { RaRecord } from 'ra-core';
import { memo } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { recordTitle } from '../../app/recordTitle.ts';
import { useLocale } from '../../app/texts.ts';
import { alignOf } from '../../kinds/index.ts';
import { cellText } from '../list/cellText.ts';
import { recordPath } from '../list/table/Row.tsx';
import { Value } from '../list/Value.tsx';

const mostFacts = 4;

export interface CardFaceProps {
  readonly resource: Resource;
  readonly record: RaRecord;
  /** Fields that one decides by. */
  readonly facts: readonly string[];
  readonly lifted?: boolean;
}

/** A card of at most four lines: two for what it is, two for the filled facts among those that the board names. */
export const CardFace = memo(function CardFace({ resource, record, facts, lifted = false }: CardFaceProps) {
  const locale = useLocale();
  const title = recordTitle(resource, record, locale);
  const label = (name: string) => fieldLabel(fieldNamed(resource, name)!, name, locale);
  const filled = facts.filter((name) => factText(resource, name, record, locale) !== '').slice(0, mostFacts);
  return (
    <Paper
      variant="outlined"
      sx={{ p: 1.25, cursor: 'grab', ...(lifted ? { boxShadow: 6, borderColor: 'primary.main' } : {}) }}
    >
      <Link
        component={RouterLink}
        to={recordPath(resource.name, record.id)}
        draggable={false}
        underline="hover"
        color="text.primary"
        sx={{
          fontWeight: 600,
          display: '-webkit-box',
          WebkitLineClamp: 2,
          WebkitBoxOrient: 'vertical',
          overflow: 'hidden',
          hyphens: 'auto',
          overflowWrap: 'anywhere',
        }}
      >
        {title}
      </Link>
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          columnGap: 1.25,
          maxHeight: 40,
          overflow: 'hidden',
          typography: 'body2',
          lineHeight: '20px',
          color: 'text.secondary',
        }}
      >
        {filled.map((name) => (
          <Box
            key={name}
            component="span"
            title={label(name)}
            sx={{ maxWidth: '100%', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
          >
            {alignOf(fieldNamed(resource, name)!) === 'right' && `${label(name)}: `}
            <Value resource={resource} name={name} record={record} />
          </Box>
        ))}
      </Box>
    </Paper>
  );
});

/** Zero is no fact one decides by. */
function factText(resource: Resource, name: string, record: RaRecord, locale: 'de' | 'en'): string {
  const text = cellText(resource, name, record, locale) || (record[`${name}_id`] ? name : '');
  return text === '0' ? '' : text;
}
