import { fileSize } from '@kontor/shared';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import FormHelperText from '@mui/material/FormHelperText';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import LetterIcon from 'icon/ArticleOutlined';
import AttachIcon from 'icon/AttachFile';
import UploadIcon from 'icon/UploadFileOutlined';
import { useEffect, useState } from 'react';
import { useLocale } from '../../app/texts.ts';
import type { MailOptions } from '../../providers/dataProvider.ts';
import { FileChooser } from '../files/FileChooser.tsx';
import { UploadRows } from '../files/UploadRows.tsx';
import { useUploads } from '../files/useUploads.ts';
import { useWords } from './words.ts';

/** A file that goes along. */
export interface Along {
  readonly id: string;
  readonly title: string;
  readonly size: number;
}

interface AttachmentsProps {
  /** What hangs on the record. */
  readonly offered: MailOptions['files'];
  readonly value: readonly Along[];
  readonly onChange: (change: (value: readonly Along[]) => readonly Along[]) => void;
  /** Is something still on its way? */
  readonly onBusy: (busy: boolean) => void;
  /** Writes a letter that goes along. */
  readonly onWrite?: (() => void) | undefined;
  readonly error?: string | undefined;
}

/** The files that go along: documents of the record, or others from this device. */
export function Attachments({ offered, value, onChange, onBusy, onWrite, error }: AttachmentsProps) {
  const t = useWords();
  const locale = useLocale();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const add = (file: Along) => onChange((all) => [...all.filter(({ id }) => id !== file.id), file]);
  const {
    uploads,
    add: upload,
    retry,
    discard,
  } = useUploads(
    async ({ id, name, size }) => add({ id, title: name, size }),
    () => {},
  );
  const busy = uploads.some((one) => !one.error);
  useEffect(() => onBusy(busy), [busy, onBusy]);
  const open = offered.filter(({ id }) => !value.some((one) => one.id === id));
  return (
    <Stack spacing={1}>
      {value.length > 0 && (
        <Stack
          component="ul"
          aria-label={t('attachments')}
          direction="row"
          useFlexGap
          sx={{ flexWrap: 'wrap', gap: 1, m: 0, p: 0 }}
        >
          {value.map(({ id, title, size }) => (
            <Chip
              key={id}
              component="li"
              icon={<AttachIcon />}
              label={`${title} · ${fileSize(size, locale)}`}
              onDelete={() => onChange((all) => all.filter((one) => one.id !== id))}
              sx={{ maxWidth: 1 }}
            />
          ))}
        </Stack>
      )}
      {uploads.length > 0 && <UploadRows uploads={uploads} retry={retry} discard={discard} />}
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1 }}>
        {open.length > 0 && (
          <Button
            size="small"
            color="inherit"
            startIcon={<AttachIcon />}
            aria-haspopup="menu"
            aria-expanded={anchor !== null}
            onClick={(event) => setAnchor(event.currentTarget)}
          >
            {t('attach_document')}
          </Button>
        )}
        <FileChooser
          multiple
          size="small"
          color="inherit"
          label={t('attach_file')}
          startIcon={<UploadIcon />}
          onFiles={upload}
        />
        {onWrite && (
          <Button size="small" color="inherit" startIcon={<LetterIcon />} onClick={onWrite}>
            {t('attach_letter')}
          </Button>
        )}
      </Stack>
      {error && <FormHelperText error>{error}</FormHelperText>}
      <Menu
        anchorEl={anchor}
        open={anchor !== null && open.length > 0}
        onClose={() => setAnchor(null)}
        slotProps={{ paper: { sx: { maxHeight: 360, maxWidth: 480 } } }}
      >
        {open.map((file) => (
          <MenuItem
            key={file.id}
            onClick={() => {
              setAnchor(null);
              add(file);
            }}
          >
            {`${file.title} · ${fileSize(file.size, locale)}`}
          </MenuItem>
        ))}
      </Menu>
    </Stack>
  );
}
