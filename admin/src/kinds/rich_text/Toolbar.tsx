import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';
import type { Editor } from '@tiptap/core';
import Bold from 'icon/FormatBold';
import Italic from 'icon/FormatItalic';
import Bullets from 'icon/FormatListBulleted';
import Numbers from 'icon/FormatListNumbered';
import Quote from 'icon/FormatQuote';
import Underline from 'icon/FormatUnderlined';
import Heading from 'icon/Title';
import { useEffect, useReducer } from 'react';
import { useWords } from '../common/words.ts';
import { LinkButton } from './LinkButton.tsx';

const marks = [
  { name: 'bold', icon: Bold, active: ['bold'], run: (e: Editor) => e.chain().focus().toggleBold().run() },
  { name: 'italic', icon: Italic, active: ['italic'], run: (e: Editor) => e.chain().focus().toggleItalic().run() },
  {
    name: 'underline',
    icon: Underline,
    active: ['underline'],
    run: (e: Editor) => e.chain().focus().toggleUnderline().run(),
  },
  {
    name: 'heading',
    icon: Heading,
    active: ['heading', { level: 3 }],
    run: (e: Editor) => e.chain().focus().toggleHeading({ level: 3 }).run(),
  },
  {
    name: 'bullets',
    icon: Bullets,
    active: ['bulletList'],
    run: (e: Editor) => e.chain().focus().toggleBulletList().run(),
  },
  {
    name: 'numbers',
    icon: Numbers,
    active: ['orderedList'],
    run: (e: Editor) => e.chain().focus().toggleOrderedList().run(),
  },
  {
    name: 'quote',
    icon: Quote,
    active: ['blockquote'],
    run: (e: Editor) => e.chain().focus().toggleBlockquote().run(),
  },
] as const;

/** What a letter needs and no more. */
export function Toolbar({ editor, label, disabled }: { editor: Editor; label: string; disabled: boolean }) {
  const t = useWords();
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    editor.on('transaction', redraw);
    return () => void editor.off('transaction', redraw);
  }, [editor]);
  return (
    <Box
      role="toolbar"
      aria-label={`${label}: ${t('formatting')}`}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.25, p: 0.5, borderBottom: 1, borderColor: 'divider' }}
    >
      {marks.map(({ name, icon: Icon, active: [node, attributes], run }) => (
        <ToggleButton
          key={name}
          value={name}
          size="small"
          selected={editor.isActive(node, attributes ?? {})}
          disabled={disabled}
          aria-label={t(name)}
          title={t(name)}
          onClick={() => run(editor)}
          sx={{ border: 0, p: 0.5 }}
        >
          <Icon sx={{ fontSize: 20 }} />
        </ToggleButton>
      ))}
      <LinkButton editor={editor} disabled={disabled} />
    </Box>
  );
}
