import type { Resource } from '@kontor/shared';
import { resourceLabel } from '@kontor/shared';
import AddIcon from '@mui/icons-material/Add';
import FilterOffIcon from '@mui/icons-material/FilterListOff';
import Button from '@mui/material/Button';
import { Link } from 'react-router-dom';
import { Notice } from '../../app/feedback/Notice.tsx';
import { DeclaredIcon } from '../../app/icons.tsx';
import { useLocale } from '../../app/texts.ts';
import { useCan } from '../../providers/access.ts';
import { useWords } from './useWords.ts';

export interface EmptyListProps {
  readonly resource: Resource;
  /** Do search or filters hide what is there? */
  readonly narrowed: boolean;
  readonly onClear: () => void;
}

/** Why a list is empty, and the one next step. */
export function EmptyList({ resource, narrowed, onClear }: EmptyListProps) {
  const t = useWords();
  const locale = useLocale();
  const can = useCan();
  if (narrowed)
    return (
      <Notice icon={<FilterOffIcon />} title={t('nothing_found_title')} text={t('nothing_found_text')} role="status">
        <Button variant="contained" onClick={onClear}>
          {t('clear_filters')}
        </Button>
      </Notice>
    );
  const creatable = can('create', resource.name) && !resource.internal;
  return (
    <Notice
      icon={<DeclaredIcon name={resource.icon ?? ''} />}
      title={t('empty_title', { name: resourceLabel(resource, locale) })}
      text={t(creatable ? 'created_hint' : 'nothing_here_text')}
      role="status"
    >
      {creatable && (
        <Button variant="contained" component={Link} to={`/${resource.name}/create`} startIcon={<AddIcon />}>
          {t('create', { name: resourceLabel(resource, locale, 'one') })}
        </Button>
      )}
    </Notice>
  );
}
