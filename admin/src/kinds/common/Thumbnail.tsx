import Box from '@mui/material/Box';
import BrokenImage from 'icon/BrokenImageOutlined';
import { useState } from 'react';
import { thumbnailPath, useTicketed } from './useTicketed.ts';

/** A picture from an uploaded file. Its place is kept while it is loading, so that nothing jumps. */
export function Thumbnail({ id, name, size }: { id: string; name: string; size: number }) {
  const { url, failed } = useTicketed(thumbnailPath(id));
  const [broken, setBroken] = useState(false);
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        flexShrink: 0,
        width: size,
        height: size,
        alignItems: 'center',
        justifyContent: 'center',
        borderRadius: 1,
        overflow: 'hidden',
        bgcolor: 'action.hover',
        verticalAlign: 'middle',
      }}
    >
      {failed || broken ? (
        <BrokenImage titleAccess={name} sx={{ color: 'text.secondary', fontSize: Math.min(24, size) }} />
      ) : (
        url && (
          <Box
            component="img"
            src={url}
            alt={name}
            onError={() => setBroken(true)}
            sx={{ width: 1, height: 1, objectFit: 'contain' }}
          />
        )
      )}
    </Box>
  );
}
