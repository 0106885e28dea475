import Link from '@mui/material/Link';
import AttachFile from 'icon/AttachFileOutlined';
import { useNotify } from 'ra-core';
import { type MouseEvent, useState } from 'react';
import { useKontor } from '../../providers/dataProvider.ts';
import { contentPath } from './useTicketed.ts';
import { useWords } from './words.ts';

/** Downloads a file: the signed address is fetched at the click, so that it never stands in the page. */
export function DownloadLink({ id, name }: { id: string; name: string }) {
  const kontor = useKontor();
  const notify = useNotify();
  const t = useWords();
  const [busy, setBusy] = useState(false);
  const download = async (event: MouseEvent) => {
    event.stopPropagation();
    setBusy(true);
    try {
      const anchor = document.createElement('a');
      anchor.href = await kontor.ticket(contentPath(id));
      anchor.download = name;
      anchor.click();
    } catch (error) {
      notify((error as Error).message, { type: 'error' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Link
      component="button"
      type="button"
      underline="hover"
      disabled={busy}
      onClick={download}
      aria-label={t('download', { name })}
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.5,
        maxWidth: '100%',
        font: 'inherit',
        textAlign: 'left',
      }}
    >
      <AttachFile sx={{ fontSize: 16 }} aria-hidden />
      <span>{name}</span>
    </Link>
  );
}
