import type { Resource } from '@kontor/shared';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useQuery } from '@tanstack/react-query';
import { useFormContext, useWatch } from 'react-hook-form';
import { Link as RouterLink } from 'react-router-dom';
import { useDebounced } from '../../kinds/common/useDebounced.ts';
import { useKontor } from '../../providers/dataProvider.ts';
import { useWords } from './words.ts';

/** Says while one types that the record may exist already, with links to look at it beside the form. */
export function DuplicatesHint({ resource, id }: { resource: Resource; id?: string | undefined }) {
  const kontor = useKontor();
  const t = useWords();
  const { control, formState } = useFormContext();
  const names = resource.duplicates ?? [];
  const typed = useWatch({ control, name: names as string[] }) as unknown[];
  const touched = names.some((name) => formState.dirtyFields[name]);
  const filled = Object.fromEntries(names.map((name, index) => [name, typed[index]]).filter(([, value]) => value));
  const asked = useDebounced(JSON.stringify(filled), 600);
  const { data } = useQuery({
    queryKey: [resource.name, 'duplicates', id ?? null, asked],
    queryFn: ({ signal }) => kontor.duplicates(resource.name, { ...JSON.parse(asked), ...(id ? { id } : {}) }, signal),
    enabled: touched && asked.length > 12,
    retry: false,
    staleTime: 30_000,
  });
  if (!touched || !data || data.length === 0) return null;
  return (
    <Alert severity="warning" sx={{ mb: 2 }} role="status">
      {t('duplicates')}{' '}
      {data.slice(0, 5).map((duplicate, index) => (
        <Box component="span" key={duplicate.id}>
          {index > 0 && ', '}
          <Link
            component={RouterLink}
            to={`/${resource.name}/${duplicate.id}/show`}
            target="_blank"
            color="inherit"
            underline="always"
          >
            {duplicate.title}
          </Link>
        </Box>
      ))}
    </Alert>
  );
}
