import type { Resource } from '@kontor/shared';
import { fileSize } from '@kontor/shared';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import IconButton from '@mui/material/IconButton';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import Typography from '@mui/material/Typography';
import DownloadIcon from 'icon/DownloadOutlined';
import { type RaRecord, useGetOne } from 'ra-core';
import { useState } from 'react';
import { relativeTime } from '../../app/relativeTime.ts';
import { useLocale } from '../../app/texts.ts';
import { FileChooser } from './FileChooser.tsx';
import { FileIcon } from './FileIcon.tsx';
import { type FilesView, fileOf } from './fileView.ts';
import { Preview } from './Preview.tsx';
import { UploadRows } from './UploadRows.tsx';
import { useDownload } from './useDownload.ts';
import { useReplace } from './useReplace.ts';
import { useUploads } from './useUploads.ts';
import { useWords } from './words.ts';

export interface VersionsProps {
  readonly resource: Resource;
  readonly view: FilesView;
  readonly record: RaRecord;
  /** May the user give it another file? */
  readonly writable: boolean;
  readonly onClose: () => void;
}

/** All files that a record has had, newest first; any can be looked at and brought back, and a new one uploaded. */
export function Versions({ resource, view, record, writable, onClose }: VersionsProps) {
  const t = useWords();
  const locale = useLocale();
  const download = useDownload();
  const { data = record } = useGetOne(resource.name, { id: record.id });
  const replace = useReplace(resource, view, data);
  const name: string = record[view.name];
  const [shown, setShown] = useState<number>();
  const rows = ((data[view.versions!] ?? []) as RaRecord[]).toReversed();
  const uploads = useUploads(
    (uploaded) => replace(uploaded.id, t('replaced', { name })),
    () => {},
  );
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="versions-title">
      <DialogTitle id="versions-title" noWrap>
        {t('versions_of', { name })}
      </DialogTitle>
      <DialogContent>
        <UploadRows {...uploads} />
        <List>
          {rows.map((row, index) => {
            const file = fileOf(view, row, name);
            const number = rows.length - index;
            return (
              <ListItem key={row.id} disableGutters divider sx={{ gap: 1.5, flexWrap: 'wrap' }}>
                <FileIcon file={file} />
                <Box sx={{ flex: '1 1 160px', minWidth: 0 }}>
                  <Typography sx={{ fontWeight: 600 }}>
                    {t('version', { number: String(number) })}{' '}
                    {index === 0 && <Chip size="small" label={t('newest')} />}
                  </Typography>
                  <Typography variant="body2" color="text.secondary">
                    {[fileSize(file.size, locale), relativeTime(row.created_at, locale), row.note]
                      .filter(Boolean)
                      .join(' · ')}
                  </Typography>
                </Box>
                <Button
                  size="small"
                  onClick={() => setShown(index)}
                  aria-label={`${t('version', { number })}: ${t('look')}`}
                >
                  {t('look')}
                </Button>
                {index > 0 && writable && (
                  <Button size="small" onClick={() => void replace(file.id, t('brought_back', { number }))}>
                    {t('bring_back')}
                  </Button>
                )}
                <IconButton
                  aria-label={`${t('version', { number })}: ${t('download')}`}
                  onClick={() => void download(file)}
                >
                  <DownloadIcon fontSize="small" />
                </IconButton>
              </ListItem>
            );
          })}
        </List>
      </DialogContent>
      <DialogActions>
        {writable && <FileChooser label={t('new_version')} onFiles={uploads.add} />}
        <Button variant="contained" onClick={onClose}>
          {t('close')}
        </Button>
      </DialogActions>
      {shown !== undefined && (
        <Preview
          files={rows.map((row) => fileOf(view, row, name))}
          index={shown}
          setIndex={setShown}
          onClose={() => setShown(undefined)}
        />
      )}
    </Dialog>
  );
}
