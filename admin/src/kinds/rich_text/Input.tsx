import Box from '@mui/material/Box';
import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import { useEffect, useRef, useState } from 'react';
import { FieldFrame, messageId } from '../common/FieldFrame.tsx';
import { useKindInput } from '../common/useKindInput.ts';
import type { KindInputProps } from '../view.ts';
import { Toolbar } from './Toolbar.tsx';

/** Formatted text. The editor writes HTML, of which the server keeps a small set of harmless tags. */
export function Input(props: KindInputProps) {
  const { field, label, disabled, required } = props;
  const { id, value, setValue, onBlur, ref, error } = useKindInput<string>(props);
  const place = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<Editor>();
  const handlers = useRef({ setValue, onBlur });
  handlers.current = { setValue, onBlur };

  // The editor lives as long as the input; what it holds and who listens change below.
  useEffect(() => {
    const made = new Editor({
      element: place.current!,
      extensions: [StarterKit.configure({ link: { openOnClick: false } })],
      injectCSS: false,
      onUpdate: ({ editor: changed }) => handlers.current.setValue(changed.isEmpty ? null : changed.getHTML()),
      onBlur: () => handlers.current.onBlur(),
    });
    setEditor(made);
    return () => made.destroy();
  }, []);

  useEffect(() => {
    if (!editor || editor.isDestroyed) return;
    editor.setEditable(!disabled, false);
    editor.setOptions({
      editorProps: {
        attributes: {
          id,
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': label,
          ...(required ? { 'aria-required': 'true' } : {}),
          ...(error ? { 'aria-invalid': 'true' } : {}),
          ...(error || field.help ? { 'aria-describedby': messageId(id) } : {}),
        },
      },
    });
    ref({ focus: () => editor.commands.focus() });
  }, [editor, disabled, id, label, required, error, field.help, ref]);

  useEffect(() => {
    if (!editor || editor.isDestroyed) return;
    if ((value ?? '') !== (editor.isEmpty ? '' : editor.getHTML()))
      editor.commands.setContent(value ?? '', { emitUpdate: false });
  }, [editor, value]);

  return (
    <FieldFrame {...props} id={id} error={error} group>
      <Box
        sx={{
          border: 1,
          borderColor: error ? 'error.main' : 'frame.field',
          borderRadius: 1,
          '&:focus-within': { outline: 2, outlineColor: 'primary.main', outlineOffset: -1 },
          '& .ProseMirror': {
            minHeight: 96,
            maxHeight: 420,
            overflowY: 'auto',
            px: 1.5,
            py: 1,
            outline: 'none',
            whiteSpace: 'pre-wrap',
          },
          '& .ProseMirror > :first-of-type': { mt: 0 },
          '& .ProseMirror > :last-child': { mb: 0 },
          '& blockquote': { borderLeft: 3, borderColor: 'divider', pl: 1.5, ml: 0 },
        }}
      >
        {editor && <Toolbar editor={editor} label={label} disabled={disabled ?? false} />}
        <div ref={place} />
      </Box>
    </FieldFrame>
  );
}
