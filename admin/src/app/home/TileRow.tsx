import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';

interface TileRowProps {
  readonly to: string;
  readonly title: string;
  readonly detail?: ReactNode;
  /** What does not fit goes on in the next line, where it is what one looks for. */
  readonly wrap?: boolean;
  /** Before the title: an icon or a box to tick. */
  readonly lead?: ReactNode;
  /** At the right end. */
  readonly end?: ReactNode;
}

/** One record in a tile: a real link with what one has to know about it. */
export function TileRow({ to, title, detail, wrap = false, lead, end }: TileRowProps) {
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1.25,
        minHeight: 44,
        px: 2,
        ...(wrap ? { py: 0.5 } : {}),
        '&:hover': { bgcolor: 'action.hover' },
      }}
    >
      {lead}
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Link component={RouterLink} to={to} color="text.primary" noWrap={!wrap} sx={{ display: 'block' }}>
          {title}
        </Link>
        {detail && (
          <Typography variant="caption" color="text.secondary" noWrap={!wrap} sx={{ display: 'block' }}>
            {detail}
          </Typography>
        )}
      </Box>
      {end}
    </Box>
  );
}
