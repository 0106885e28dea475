import Box from '@mui/material/Box';
import CircularProgress from '@mui/material/CircularProgress';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { contentPath, useTicketed } from '../../kinds/common/useTicketed.ts';
import { useKontor } from '../../providers/dataProvider.ts';
import { FileIcon } from './FileIcon.tsx';
import { isPicture, isText, type ShownFile } from './fileView.ts';
import { useWords } from './words.ts';

/** So much of a text is shown. */
const mostText = 200_000;

const Centre = ({ children }: { children: ReactNode }) => (
  <Box sx={{ display: 'grid', placeItems: 'center', gap: 1, minHeight: 240, height: 1 }}>{children}</Box>
);

/** The content of a file in place: pictures, PDF as the browser shows it, and text as text. */
export function PreviewBody({ file }: { file: ShownFile }) {
  if (isPicture(file.type)) return <PicturePreview file={file} />;
  if (file.type === 'application/pdf') return <PdfPreview file={file} />;
  if (isText(file.type)) return <TextPreview file={file} />;
  return <NoPreview file={file} />;
}

function NoPreview({ file }: { file: ShownFile }) {
  const t = useWords();
  return (
    <Centre>
      <Box sx={{ textAlign: 'center' }}>
        <FileIcon file={{ ...file, type: isPicture(file.type) ? '' : file.type }} size={64} />
        <Typography color="text.secondary">{t('no_preview')}</Typography>
      </Box>
    </Centre>
  );
}

function PicturePreview({ file }: { file: ShownFile }) {
  const { url, failed } = useTicketed(contentPath(file.id));
  if (failed) return <NoPreview file={file} />;
  return (
    <Centre>
      {url ? (
        <Box component="img" src={url} alt={file.name} sx={{ maxWidth: 1, maxHeight: '70vh', objectFit: 'contain' }} />
      ) : (
        <CircularProgress />
      )}
    </Centre>
  );
}

function PdfPreview({ file }: { file: ShownFile }) {
  const { url, failed } = useTicketed(contentPath(file.id));
  if (failed) return <NoPreview file={file} />;
  if (!url)
    return (
      <Centre>
        <CircularProgress />
      </Centre>
    );
  return <Box component="iframe" src={url} title={file.name} sx={{ width: 1, height: '70vh', border: 0 }} />;
}

function TextPreview({ file }: { file: ShownFile }) {
  const kontor = useKontor();
  const t = useWords();
  const { data, isError } = useQuery({
    queryKey: ['text', file.id],
    queryFn: () => kontor.text(contentPath(file.id), mostText),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (isError) return <NoPreview file={file} />;
  if (data === undefined)
    return (
      <Centre>
        <CircularProgress />
      </Centre>
    );
  return (
    <>
      <Box
        component="pre"
        tabIndex={0}
        sx={{ m: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', fontFamily: 'monospace', fontSize: 13 }}
      >
        {data}
      </Box>
      {file.size > mostText && <Typography color="text.secondary">{t('only_start')}</Typography>}
    </>
  );
}
