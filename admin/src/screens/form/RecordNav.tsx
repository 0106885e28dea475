import type { Resource } from '@kontor/shared';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Next from 'icon/KeyboardArrowDown';
import Previous from 'icon/KeyboardArrowUp';
import { RecordContextProvider, usePrevNextController } from 'ra-core';
import { Link } from 'react-router-dom';
import type { Values } from './values.ts';
import { useWords } from './words.ts';

export interface RecordNavProps {
  readonly resource: Resource;
  readonly record: Values;
  readonly screen: 'show' | 'edit';
}

/** Previous and next record in the list as it was filtered and sorted. */
export function RecordNav(props: RecordNavProps) {
  return (
    <RecordContextProvider value={props.record as never}>
      <Arrows {...props} />
    </RecordContextProvider>
  );
}

function Arrows({ resource, screen }: RecordNavProps) {
  const t = useWords();
  const [field, order] = resource.list?.sort ?? (['created_at', 'DESC'] as const);
  const { prevPath, nextPath, index, total } = usePrevNextController({
    resource: resource.name,
    linkType: screen,
    sort: { field, order },
    queryOptions: { retry: false, staleTime: 60_000 },
  });
  if (index === undefined || !total) return null;
  const arrow = (path: string | undefined, label: string, Icon: typeof Next) => (
    <IconButton
      size="small"
      aria-label={label}
      title={label}
      disabled={!path}
      {...(path ? { component: Link, to: path } : {})}
    >
      <Icon />
    </IconButton>
  );
  return (
    <Box sx={{ display: { xs: 'none', sm: 'flex' }, alignItems: 'center' }}>
      <Box component="span" sx={{ typography: 'body2', color: 'text.secondary', whiteSpace: 'nowrap', mr: 0.5 }}>
        {t('of', { index: index + 1, total })}
      </Box>
      {arrow(prevPath, t('previous'), Previous)}
      {arrow(nextPath, t('next'), Next)}
    </Box>
  );
}
