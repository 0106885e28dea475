import type { Resource } from '@kontor/shared';
import { resourceLabel } from '@kontor/shared';
import Button from '@mui/material/Button';
import AddIcon from 'icon/Add';
import UploadIcon from 'icon/FileUploadOutlined';
import FilterOffIcon from 'icon/FilterListOff';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { Notice } from '../../app/feedback/Notice.tsx';
import { DeclaredIcon } from '../../app/icons.tsx';
import { useLocale } from '../../app/texts.ts';
import { useCreatable } from './ListHead.tsx';
import { useImportable, useImportDialog } from './useImportDialog.ts';
import { useWords } from './useWords.ts';

export interface EmptyListProps {
  readonly resource: Resource;
  /** Do search or filters hide what is there? */
  readonly narrowed: boolean;
  readonly onClear: () => void;
}

/** Why a list is empty, and the next step. */
export function EmptyList({ resource, narrowed, onClear }: EmptyListProps) {
  const t = useWords();
  const locale = useLocale();
  const creatable = useCreatable(resource);
  const [importing, setImporting] = useState(false);
  const importable = useImportable(resource);
  const ImportDialog = useImportDialog(importing, () => setImporting(false));
  if (narrowed)
    return (
      <Notice icon={<FilterOffIcon />} title={t('nothing_found_title')} text={t('nothing_found_text')} role="status">
        <Button variant="contained" onClick={onClear}>
          {t('clear_filters')}
        </Button>
      </Notice>
    );
  return (
    <Notice
      icon={<DeclaredIcon name={resource.icon ?? ''} />}
      // what Kontor writes itself often has a name that can not be counted (Postausgang, Protokoll)
      title={t(resource.internal ? 'empty_of_itself' : 'empty_title', { name: resourceLabel(resource, locale) })}
      text={t(!creatable ? 'nothing_here_text' : importable ? 'created_hint' : 'created_alone_hint')}
      role="status"
    >
      {creatable && (
        <Button variant="contained" component={Link} to={`/${resource.name}/create`} startIcon={<AddIcon />}>
          {t('create', { name: resourceLabel(resource, locale, 'one') })}
        </Button>
      )}
      {importable && (
        <Button variant="outlined" onClick={() => setImporting(true)} startIcon={<UploadIcon />}>
          {t('import')}
        </Button>
      )}
      {ImportDialog && importing && <ImportDialog resource={resource} onClose={() => setImporting(false)} />}
    </Notice>
  );
}
