import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import CameraIcon from 'icon/PhotoCameraOutlined';
import UploadIcon from 'icon/UploadFileOutlined';
import { type DragEvent, type ReactNode, useState } from 'react';
import { usePhone } from '../../app/preferences.ts';
import { FileChooser } from './FileChooser.tsx';
import { useWords } from './words.ts';

const holdsFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');

/** Takes files that are dropped anywhere on its content, chosen, or photographed. */
export function DropArea({ onFiles, children }: { onFiles: (files: File[]) => void; children: ReactNode }) {
  const t = useWords();
  const phone = usePhone();
  const [over, setOver] = useState(false);
  return (
    <Box
      onDragOver={(event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
      sx={{ display: 'grid', gap: 2, maxWidth: 1240, minWidth: 0 }}
    >
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          flexWrap: 'wrap',
          gap: 1.5,
          p: 2,
          border: '1px dashed',
          borderColor: over ? 'primary.main' : 'frame.field',
          borderRadius: 1,
          bgcolor: over ? 'action.selected' : 'frame.sunken',
        }}
      >
        {!phone && (
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, flexGrow: 1 }}>
            <UploadIcon color="action" />
            <Box>
              <Typography sx={{ fontWeight: 600 }}>{t('drop')}</Typography>
              <Typography variant="body2" color="text.secondary">
                {t('drop_hint')}
              </Typography>
            </Box>
          </Box>
        )}
        <FileChooser variant={phone ? 'contained' : 'outlined'} label={t('add')} onFiles={onFiles} multiple />
        {phone && (
          <FileChooser variant="outlined" startIcon={<CameraIcon />} label={t('camera')} onFiles={onFiles} camera />
        )}
      </Box>
      {children}
    </Box>
  );
}
