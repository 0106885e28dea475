import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import { useRecordContext } from 'ra-core';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import type { KindInputProps } from '../view.ts';
import { FieldFrame, messageId } from './FieldFrame.tsx';
import { useFileName } from './useFileName.ts';
import { useKindInput } from './useKindInput.ts';
import { type UploadLimits, useUpload } from './useUpload.ts';
import { useWords } from './words.ts';

export interface FileInputProps extends KindInputProps, UploadLimits {
  /** How the uploaded file is shown. */
  readonly preview: (id: string, name: string) => ReactNode;
}

/** Takes a file by drag and drop or from the system's dialog, and shows how far the upload is. */
export function FileInput({ accept, wrongType, maxMegabytes, preview, ...props }: FileInputProps) {
  const { source, name, field, label, disabled, required, dense } = props;
  const { id, value, setValue, onBlur, ref, error } = useKindInput<string>(props);
  const record = useRecordContext();
  const t = useWords();
  const chooser = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const limits = { accept, wrongType, maxMegabytes };
  const { upload, uploading, share, problem, forgive } = useUpload(limits, (file) => setValue(file.id));
  const fileName = useFileName(value, source === name ? record : undefined, name);
  const message = problem ?? error;
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file && !disabled) void upload(file);
  };
  return (
    <FieldFrame {...props} id={id} error={message} group>
      <Box
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          gap: 1,
          minHeight: dense ? 32 : 56,
          px: 1.5,
          py: 1,
          border: '1px dashed',
          borderColor: message ? 'error.main' : over ? 'primary.main' : 'frame.field',
          borderRadius: 1,
          bgcolor: over ? 'action.hover' : 'transparent',
        }}
      >
        {uploading ? (
          <Box sx={{ flexGrow: 1 }} role="status">
            <Box sx={{ typography: 'body2', mb: 0.5 }}>{t('uploading', { name: uploading })}</Box>
            <LinearProgress
              variant="determinate"
              value={share * 100}
              aria-label={t('uploading', { name: uploading })}
            />
          </Box>
        ) : (
          <>
            <Box sx={{ flexGrow: 1, minWidth: 0 }}>
              {value ? (
                preview(value, fileName)
              ) : (
                <Box component="span" sx={{ color: 'text.secondary' }}>
                  {t('drop_file')}
                </Box>
              )}
            </Box>
            <Button
              id={id}
              ref={ref}
              size="small"
              variant="outlined"
              disabled={disabled ?? false}
              onClick={() => chooser.current?.click()}
              onBlur={onBlur}
              aria-describedby={message || field.help ? messageId(id) : undefined}
            >
              {value ? t('replace') : t('choose_file')}
            </Button>
            {value && !required && (
              <Button
                size="small"
                color="inherit"
                disabled={disabled ?? false}
                aria-label={t('remove_named', { name: fileName })}
                onClick={() => {
                  forgive();
                  setValue(null);
                }}
              >
                {t('remove')}
              </Button>
            )}
          </>
        )}
        <input
          ref={chooser}
          type="file"
          hidden
          aria-label={label}
          accept={accept.join(',')}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) void upload(file);
            event.target.value = '';
          }}
        />
      </Box>
    </FieldFrame>
  );
}
