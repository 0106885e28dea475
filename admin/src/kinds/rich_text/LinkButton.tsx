import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import OutlinedInput from '@mui/material/OutlinedInput';
import Popover from '@mui/material/Popover';
import ToggleButton from '@mui/material/ToggleButton';
import type { Editor } from '@tiptap/core';
import LinkIcon from 'icon/Link';
import { useState } from 'react';
import { useWords } from '../common/words.ts';

/** Puts a link on the marked text, or takes it away when the address is emptied. */
export function LinkButton({ editor, disabled }: { editor: Editor; disabled: boolean }) {
  const t = useWords();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [address, setAddress] = useState('');
  const apply = () => {
    const chain = editor.chain().focus().extendMarkRange('link');
    const href = address.trim();
    if (href) chain.setLink({ href: /^[a-z]+:/i.test(href) ? href : `https://${href}` }).run();
    else chain.unsetLink().run();
    setAnchor(null);
  };
  return (
    <>
      <ToggleButton
        value="link"
        size="small"
        selected={editor.isActive('link')}
        disabled={disabled}
        aria-label={t('link')}
        title={t('link')}
        sx={{ border: 0, p: 0.5 }}
        onClick={(event) => {
          setAddress(String(editor.getAttributes('link').href ?? ''));
          setAnchor(event.currentTarget);
        }}
      >
        <LinkIcon sx={{ fontSize: 20 }} />
      </ToggleButton>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      >
        <Box sx={{ display: 'flex', gap: 1, p: 1 }}>
          <OutlinedInput
            size="small"
            autoFocus
            value={address}
            placeholder="https://"
            onChange={(event) => setAddress(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              apply();
            }}
            slotProps={{ input: { 'aria-label': t('link_address') } }}
          />
          <Button onClick={apply}>{address.trim() ? t('add') : t('remove')}</Button>
        </Box>
      </Popover>
    </>
  );
}
