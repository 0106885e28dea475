import { type Resource, resourceLabel } from '@kontor/shared';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useLocale } from '../../app/texts.ts';
import { ListName } from './ListName.tsx';
import { useWords } from './words.ts';

/** The title bar of a record that is not there yet. */
export function NewBar({ resource }: { resource: Resource }) {
  const locale = useLocale();
  const t = useWords();
  return (
    <Box sx={{ px: { xs: 2, sm: 3 }, pt: 2 }}>
      <Typography variant="body2" color="text.secondary">
        <ListName resource={resource} />
      </Typography>
      <Typography variant="h1">{t('new', { name: resourceLabel(resource, locale, 'one') })}</Typography>
    </Box>
  );
}
