import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import CloseIcon from 'icon/Close';
import type { Upload } from './useUploads.ts';
import { useWords } from './words.ts';

export interface UploadRowsProps {
  readonly uploads: readonly Upload[];
  readonly retry: (upload: Upload) => void;
  readonly discard: (upload: Upload) => void;
}

/** Files on their way: how far each is, or what went wrong with the way on. */
export function UploadRows({ uploads, retry, discard }: UploadRowsProps) {
  const t = useWords();
  return (
    <Box role="status" sx={{ display: 'grid', gap: 1, '&:empty': { mt: -2 } }}>
      {uploads.map((upload) => {
        const { key, file, share, error } = upload;
        const { name } = file;
        return (
          <Box key={key} sx={{ display: 'flex', alignItems: 'center', gap: 1, flexWrap: 'wrap' }}>
            <Box sx={{ flex: '1 1 200px', minWidth: 0 }}>
              <Typography variant="body2" noWrap color={error ? 'error' : undefined}>
                {t(error ? 'failed' : 'uploading', { name })}
              </Typography>
              {error ? (
                <Typography variant="body2" color="text.secondary">
                  {error}
                </Typography>
              ) : (
                <LinearProgress variant="determinate" value={share * 100} aria-label={t('uploading', { name })} />
              )}
            </Box>
            {error && (
              <>
                <Button size="small" onClick={() => retry(upload)}>
                  {t('retry')}
                </Button>
                <IconButton size="small" aria-label={t('discard', { name })} onClick={() => discard(upload)}>
                  <CloseIcon fontSize="small" />
                </IconButton>
              </>
            )}
          </Box>
        );
      })}
    </Box>
  );
}
