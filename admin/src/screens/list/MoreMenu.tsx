import type { Resource } from '@kontor/shared';
import Divider from '@mui/material/Divider';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Tooltip from '@mui/material/Tooltip';
import CheckIcon from 'icon/Check';
import TrashIcon from 'icon/DeleteOutlined';
import DownloadIcon from 'icon/FileDownloadOutlined';
import UploadIcon from 'icon/FileUploadOutlined';
import MoreIcon from 'icon/MoreHoriz';
import PrintIcon from 'icon/PrintOutlined';
import ColumnsIcon from 'icon/ViewColumnOutlined';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { ReasonedMenuItem } from '../../app/feedback/ReasonedMenuItem.tsx';
import { useOffer } from '../../app/feedback/useOffer.ts';
import { useCompact, usePhone } from '../../app/preferences.ts';
import { useLoaded } from '../../app/useLoaded.ts';
import type { Columns } from './columns/useColumns.ts';
import { useExport } from './useExport.ts';
import { useImportDialog } from './useImportDialog.ts';
import { useWords } from './useWords.ts';

const loadColumns = () => import('./columns/ColumnChooser.tsx').then((module) => module.default);
const loadPrint = () => import('./PrintView.tsx').then((module) => module.default);

/** What a list can do beyond its everyday tools. */
export function MoreMenu({ resource, columns }: { resource: Resource; columns: Columns }) {
  const t = useWords();
  const offer = useOffer(resource);
  const importing = offer('import');
  const exporting = offer('export');
  const trash = offer('restore');
  const phone = usePhone();
  const [compact, setCompact] = useCompact();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [open, setOpen] = useState<'columns' | 'import' | 'print' | null>(null);
  const [button, setButton] = useState<HTMLElement | null>(null);
  const exportAs = useExport(resource.name, columns.shown);
  const choose = (action: () => void) => () => {
    setAnchor(null);
    action();
  };
  const show = (what: typeof open) => choose(() => setOpen(what));
  const close = () => setOpen(null);
  const ColumnChooser = useLoaded(loadColumns, open === 'columns', close);
  const ImportDialog = useImportDialog(open === 'import', close);
  const PrintView = useLoaded(loadPrint, open === 'print', close);
  return (
    <>
      <Tooltip title={t('actions')}>
        <IconButton
          ref={setButton}
          aria-label={t('actions')}
          aria-haspopup="menu"
          aria-expanded={anchor !== null}
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          <MoreIcon fontSize="small" />
        </IconButton>
      </Tooltip>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {!phone && (
          <MenuItem onClick={show('columns')}>
            <ColumnsIcon fontSize="small" /> {t('choose_columns')}
          </MenuItem>
        )}
        {!phone && (
          <MenuItem role="menuitemcheckbox" aria-checked={compact} onClick={choose(() => setCompact(!compact))}>
            <CheckIcon fontSize="small" sx={{ visibility: compact ? 'visible' : 'hidden' }} /> {t('compact')}
          </MenuItem>
        )}
        {!phone && <Divider />}
        {importing.shown && (
          <ReasonedMenuItem
            label={t('import')}
            icon={<UploadIcon fontSize="small" />}
            reason={importing.why}
            onClick={show('import')}
          />
        )}
        {(['xlsx', 'csv'] as const).map((format) => (
          <ReasonedMenuItem
            key={format}
            label={t(`export_${format}`)}
            icon={<DownloadIcon fontSize="small" />}
            reason={exporting.why}
            onClick={choose(() => exportAs(format))}
          />
        ))}
        <MenuItem onClick={show('print')}>
          <PrintIcon fontSize="small" /> {t('print')}
        </MenuItem>
        {trash.shown && !trash.why && <Divider />}
        {trash.shown && !trash.why && (
          <MenuItem component={Link} to={`/${resource.name}/trash`}>
            <TrashIcon fontSize="small" /> {t('trash')}
          </MenuItem>
        )}
      </Menu>
      {ColumnChooser && open === 'columns' && button && (
        <ColumnChooser resource={resource} columns={columns} anchor={button} onClose={close} />
      )}
      {ImportDialog && open === 'import' && <ImportDialog resource={resource} onClose={close} />}
      {PrintView && open === 'print' && <PrintView resource={resource} columns={columns.shown} onClose={close} />}
    </>
  );
}
