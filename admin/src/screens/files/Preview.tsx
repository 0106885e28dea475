import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import CloseIcon from 'icon/Close';
import DownloadIcon from 'icon/DownloadOutlined';
import PreviousIcon from 'icon/NavigateBeforeOutlined';
import NextIcon from 'icon/NavigateNextOutlined';
import type { KeyboardEvent } from 'react';
import { usePhone } from '../../app/preferences.ts';
import type { ShownFile } from './fileView.ts';
import { PreviewBody } from './PreviewBody.tsx';
import { useDownload } from './useDownload.ts';
import { useWords } from './words.ts';

export interface PreviewProps {
  readonly files: readonly ShownFile[];
  readonly index: number;
  readonly setIndex: (index: number) => void;
  readonly onClose: () => void;
}

/** Looks at files one after the other, with buttons and arrow keys. */
export function Preview({ files, index, setIndex, onClose }: PreviewProps) {
  const t = useWords();
  const phone = usePhone();
  const download = useDownload();
  const file = files[index];
  if (!file) return null;
  const go = (step: number) => {
    if (files[index + step]) setIndex(index + step);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') go(-1);
    else if (event.key === 'ArrowRight') go(1);
    else return;
    event.preventDefault();
  };
  const buttons = [
    { label: t('previous'), icon: <PreviousIcon />, disabled: index === 0, onClick: () => go(-1) },
    { label: t('next'), icon: <NextIcon />, disabled: index === files.length - 1, onClick: () => go(1) },
    { label: t('download'), icon: <DownloadIcon />, disabled: false, onClick: () => void download(file) },
    { label: t('close'), icon: <CloseIcon />, disabled: false, onClick: onClose },
  ];
  return (
    <Dialog
      open
      onClose={onClose}
      fullWidth
      fullScreen={phone}
      maxWidth="lg"
      onKeyDown={onKeyDown}
      aria-labelledby="preview-title"
    >
      <Box sx={{ display: 'flex', alignItems: 'center', pl: 3, pr: 1, py: 1, borderBottom: 1, borderColor: 'divider' }}>
        <Typography id="preview-title" variant="h2" noWrap sx={{ flexGrow: 1 }}>
          {file.name}
        </Typography>
        {buttons.map(({ label, icon, ...button }) => (
          <Tooltip key={label} title={label}>
            <span>
              <IconButton aria-label={label} {...button}>
                {icon}
              </IconButton>
            </span>
          </Tooltip>
        ))}
      </Box>
      <DialogContent sx={{ p: { xs: 1, sm: 2 } }}>
        <PreviewBody key={file.id} file={file} />
      </DialogContent>
    </Dialog>
  );
}
