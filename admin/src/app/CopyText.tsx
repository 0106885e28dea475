import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import Check from 'icon/Check';
import Copy from 'icon/ContentCopyOutlined';
import { useState } from 'react';
import { useTexts } from './texts.ts';

const texts = { copied: { de: 'Kopiert', en: 'Copied' } };

/** Text of a machine, to be copied with one click or selected by hand. */
export function CopyText({ text, label }: { readonly text: string; readonly label: string }) {
  const t = useTexts(texts);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'start',
        gap: 1,
        pl: 1.5,
        pr: 0.5,
        py: 0.5,
        border: 1,
        borderColor: 'divider',
        borderRadius: 1.5,
        bgcolor: 'action.hover',
      }}
    >
      <Box
        component="code"
        sx={{
          flex: 1,
          minWidth: 0,
          py: 0.75,
          fontFamily: 'monospace',
          fontSize: 13,
          whiteSpace: 'pre-wrap',
          overflowWrap: 'anywhere',
          userSelect: 'all',
        }}
      >
        {text}
      </Box>
      <Tooltip title={copied ? t('copied') : label}>
        <IconButton size="small" aria-label={copied ? t('copied') : label} onClick={() => void copy().catch(() => {})}>
          {copied ? <Check fontSize="small" color="success" /> : <Copy fontSize="small" />}
        </IconButton>
      </Tooltip>
    </Box>
  );
}
