import Box from '@mui/material/Box';
import { fold } from '../fold.ts';

/** The text with what was typed made stronger, where it stands there literally. */
export function Highlight({ text, query }: { readonly text: string; readonly query: string }) {
  const wanted = fold(query.trim());
  const folded = fold(text);
  // Folding can change the length (ß); then positions do not fit and nothing is marked.
  const at = wanted && folded.length === text.length ? folded.indexOf(wanted) : -1;
  if (at < 0) return text;
  const end = at + wanted.length;
  return (
    <>
      {text.slice(0, at)}
      <Box component="mark" sx={{ bgcolor: 'transparent', color: 'primary.main', fontWeight: 600 }}>
        {text.slice(at, end)}
      </Box>
      {text.slice(end)}
    </>
  );
}
