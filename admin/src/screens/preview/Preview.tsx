import type { Resource } from '@kontor/shared';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { DryRun } from '../../providers/dataProvider.ts';
import { ChangeList } from '../history/ChangeList.tsx';
import { readable } from '../history/readable.ts';
import { useBesides } from './useBesides.ts';
import { useWords } from './words.ts';

const shownFirst = 5;

/** What a request would do: the first records with each field before and after, and what would happen elsewhere. */
export function Preview({ resource, plan }: { resource: Resource; plan: DryRun }) {
  const t = useWords();
  const elsewhere = useBesides(resource.name, plan);
  const own = plan.changes.filter((change) => change.resource === resource.name);
  const count = plan.count - (plan.changes.length - own.length);
  if (plan.count === 0) return <Typography role="status">{t('nothing')}</Typography>;
  return (
    <Box role="status" sx={{ display: 'grid', gap: 1.5, borderLeft: 3, borderColor: 'info.main', pl: 1.5 }}>
      <Typography sx={{ fontWeight: 600 }}>{t('count', { count })}</Typography>
      {own.slice(0, shownFirst).map(({ id, title, changes, named, operation }) => (
        <Box key={id}>
          <Typography variant="body2" sx={{ fontWeight: 500, overflowWrap: 'anywhere' }}>
            {title || t('unnamed')}
          </Typography>
          <ChangeList changes={readable(resource, changes)} named={named} isNew={operation === 'create'} />
        </Box>
      ))}
      {count > Math.min(own.length, shownFirst) && (
        <Typography variant="body2" color="text.secondary">
          {t('more', { count: count - Math.min(own.length, shownFirst) })}
        </Typography>
      )}
      {elsewhere && <Typography variant="body2">{elsewhere}</Typography>}
    </Box>
  );
}
