import { type Resource, resourceLabel } from '@kontor/shared';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router-dom';
import { useLocale } from '../../app/texts.ts';
import { useNavigated } from '../../providers/access.ts';

/** What the records of a resource are called, above the title of one: the way to their list for those who have it. */
export function ListName({ resource }: { readonly resource: Resource }) {
  const locale = useLocale();
  const { isNavigated } = useNavigated();
  const label = resourceLabel(resource, locale);
  return isNavigated(resource) ? (
    <Link component={RouterLink} to={`/${resource.name}`} underline="hover" color="inherit">
      {label}
    </Link>
  ) : (
    label
  );
}
