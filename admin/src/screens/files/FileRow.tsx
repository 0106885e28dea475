import type { Resource } from '@kontor/shared';
import { fileSize } from '@kontor/shared';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import ListItem from '@mui/material/ListItem';
import ListItemButton from '@mui/material/ListItemButton';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import DownloadIcon from 'icon/DownloadOutlined';
import type { RaRecord } from 'ra-core';
import { relativeTime } from '../../app/relativeTime.ts';
import { useLocale } from '../../app/texts.ts';
import { embeddedTitles } from '../../kinds/common/embedded.ts';
import { FieldDisplay } from '../../kinds/FieldDisplay.tsx';
import { FileIcon } from './FileIcon.tsx';
import { FileMenu, type FileMenuProps } from './FileMenu.tsx';
import { type FilesView, fileOf } from './fileView.ts';
import { useDownload } from './useDownload.ts';
import { useWords } from './words.ts';

export interface FileRowProps extends Omit<FileMenuProps, 'name'> {
  readonly resource: Resource;
  readonly view: FilesView;
  readonly record: RaRecord;
  readonly onPreview: () => void;
}

/** A file in the list: what it looks like, its name, and who brought it when. A click looks at it. */
export function FileRow({ resource, view, record, onPreview, ...menu }: FileRowProps) {
  const t = useWords();
  const locale = useLocale();
  const download = useDownload();
  const file = fileOf(view, record);
  const [author] = embeddedTitles(record, 'created_by');
  const facts = [fileSize(file.size, locale), relativeTime(record.updated_at, locale), author?.title];
  return (
    <ListItem
      disablePadding
      secondaryAction={
        <Box sx={{ display: 'flex' }}>
          <Tooltip title={t('download')}>
            <IconButton
              aria-label={`${file.name}: ${t('download')}`}
              onClick={() => void download(file)}
              sx={{ display: { xs: 'none', sm: 'inline-flex' } }}
            >
              <DownloadIcon fontSize="small" />
            </IconButton>
          </Tooltip>
          <FileMenu name={file.name} onDownload={() => void download(file)} {...menu} />
        </Box>
      }
      sx={{ '& .MuiListItemSecondaryAction-root': { right: 8 } }}
    >
      <ListItemButton
        onClick={onPreview}
        aria-label={t('preview', { name: file.name })}
        sx={{ gap: 1.5, pr: { xs: 7, sm: 13 }, minWidth: 0 }}
      >
        <FileIcon file={file} />
        <Box sx={{ minWidth: 0, flexGrow: 1 }}>
          <Typography noWrap sx={{ fontWeight: 600 }}>
            {file.name}
          </Typography>
          <Typography variant="body2" color="text.secondary" noWrap component="div">
            {(view.details ?? []).map((name) => (
              <span key={name}>
                <FieldDisplay resource={resource} name={name} record={record} dense />
                {' · '}
              </span>
            ))}
            {facts.filter(Boolean).join(' · ')}
          </Typography>
        </Box>
      </ListItemButton>
    </ListItem>
  );
}
