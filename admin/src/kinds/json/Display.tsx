import Box from '@mui/material/Box';
import { Empty } from '../common/Empty.tsx';
import type { KindDisplayProps } from '../view.ts';

/** Structured data, set so that it can be read. */
export function Display({ value, dense }: KindDisplayProps) {
  if (value === null || value === undefined) return <Empty />;
  if (dense)
    return (
      <Box component="code" sx={{ typography: 'body2', fontFamily: 'monospace' }}>
        {JSON.stringify(value)}
      </Box>
    );
  return (
    <Box
      component="pre"
      sx={{ m: 0, fontFamily: 'monospace', fontSize: 13, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
    >
      {JSON.stringify(value, null, 2)}
    </Box>
  );
}
