import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import OpenIcon from 'icon/OpenInNewOutlined';
import { useEffect, useState } from 'react';
import { useWords } from './words.ts';

/** A PDF as the browser shows it; where it shows none in place, in a tab of its own. */
export function PdfView({ pdf, title }: { readonly pdf: Blob; readonly title: string }) {
  const t = useWords();
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const address = URL.createObjectURL(pdf);
    setUrl(address);
    return () => URL.revokeObjectURL(address);
  }, [pdf]);
  if (!url) return null;
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Button
        size="small"
        color="inherit"
        component="a"
        href={url}
        target="_blank"
        rel="noopener"
        startIcon={<OpenIcon fontSize="small" />}
        sx={{ justifySelf: 'start' }}
      >
        {t('open')}
      </Button>
      <Box
        component="iframe"
        src={url}
        title={title}
        sx={{ width: 1, height: { xs: 420, sm: '62vh' }, border: 1, borderColor: 'divider', borderRadius: 1 }}
      />
    </Box>
  );
}
