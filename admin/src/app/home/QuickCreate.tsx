import { resourceLabel } from '@kontor/shared';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Add from 'icon/Add';
import { Link } from 'react-router-dom';
import { useCreatable } from '../navigation.ts';
import { useLocale, useTexts } from '../texts.ts';
import { useVisitCounts } from '../visits.ts';

const texts = { group: { de: 'Neu anlegen', en: 'Create' } };
const most = 5;

/** One click to what this user creates most; everything else is behind the plus in the header. */
export function QuickCreate() {
  const t = useTexts(texts);
  const locale = useLocale();
  const visits = useVisitCounts();
  const creatable = useCreatable()
    .filter(({ flags }) => flags.trash)
    .toSorted((a, b) => (visits[b.name] ?? 0) - (visits[a.name] ?? 0))
    .slice(0, most);
  if (creatable.length === 0) return null;
  return (
    <Box role="group" aria-label={t('group')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 2.5 }}>
      {creatable.map((resource) => (
        <Button
          key={resource.name}
          component={Link}
          to={`/${resource.name}/create`}
          variant="outlined"
          size="small"
          startIcon={<Add fontSize="small" />}
        >
          {resourceLabel(resource, locale, 'one')}
        </Button>
      ))}
    </Box>
  );
}
