import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { Tag } from './Tag.tsx';

/** Several values side by side; a table cell shows two and says how many more there are. */
export function TagList({
  items,
  dense,
}: {
  items: readonly { key: string; content: ReactNode }[];
  dense?: boolean | undefined;
}) {
  const shown = dense ? items.slice(0, 2) : items;
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        gap: 0.5,
        flexWrap: dense ? 'nowrap' : 'wrap',
        maxWidth: '100%',
        alignItems: 'center',
      }}
    >
      {shown.map(({ key, content }) => (
        <Tag key={key}>{content}</Tag>
      ))}
      {shown.length < items.length && <span>+{items.length - shown.length}</span>}
    </Box>
  );
}
