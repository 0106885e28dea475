import Box from '@mui/material/Box';
import { fieldText } from '../../app/fieldText.ts';
import { manifestOf } from '../../declarations.ts';
import type { KindDisplayProps } from '../view.ts';
import { Empty } from './Empty.tsx';
import { RecordLink } from './RecordLink.tsx';

/** The end of an id: records made in the same second begin alike. */
const shortId = (id: string) => `…${id.slice(-8)}`;

/** The value as its kind puts it into text; lines break where the text has them, a table cell keeps one line. */
export function TextDisplay({ value, field, locale, dense, record }: KindDisplayProps) {
  if (value === null || value === undefined || value === '') return <Empty />;
  // its name is not asked for: to look at the trail would be a look at every record in it
  if (field.names === 'record' && manifestOf(record.resource)?.flags.owned === false)
    return <RecordLink resource={record.resource} id={value} title={dense ? shortId(value) : value} />;
  return (
    <Box component="span" sx={dense ? undefined : { whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
      {fieldText(field, value, locale)}
    </Box>
  );
}
