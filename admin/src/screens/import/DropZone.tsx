import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import UploadIcon from 'icon/UploadFileOutlined';
import { useRef, useState } from 'react';
import { useWords } from './words.ts';

/** Takes a file, dropped or chosen. */
export function DropZone({ onFile }: { onFile: (file: File) => void }) {
  const t = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file) onFile(file);
  };
  return (
    <Box
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
      sx={{
        display: 'grid',
        justifyItems: 'center',
        gap: 1,
        textAlign: 'center',
        p: { xs: 3, sm: 6 },
        border: '1px dashed',
        borderColor: over ? 'primary.main' : 'frame.field',
        borderRadius: 2,
        bgcolor: over ? 'action.selected' : 'frame.sunken',
      }}
    >
      <UploadIcon color="action" />
      <Typography sx={{ fontWeight: 600 }}>{t('drop')}</Typography>
      <Typography variant="body2" color="text.secondary">
        {t('drop_hint')}
      </Typography>
      <Button variant="contained" autoFocus onClick={() => input.current?.click()} sx={{ mt: 1 }}>
        {t('choose')}
      </Button>
      <input
        ref={input}
        hidden
        type="file"
        aria-label={t('choose')}
        accept=".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        onChange={(event) => take(event.target.files)}
      />
    </Box>
  );
}
