import { type Resource, resourceLabel } from '@kontor/shared';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { useLocale } from '../../app/texts.ts';
import { useWords } from './words.ts';

/** The title bar of a record that is not there yet. */
export function NewBar({ resource }: { resource: Resource }) {
  const locale = useLocale();
  const t = useWords();
  return (
    <Box sx={{ px: { xs: 2, sm: 3 }, pt: 2 }}>
      <Link component={RouterLink} to={`/${resource.name}`} underline="hover" color="text.secondary" variant="body2">
        {resourceLabel(resource, locale)}
      </Link>
      <Typography variant="h1">{t('new', { name: resourceLabel(resource, locale, 'one') })}</Typography>
    </Box>
  );
}
