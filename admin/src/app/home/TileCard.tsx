import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';

interface TileCardProps {
  readonly title: string;
  /** Where everything is that the tile shows a part of. */
  readonly all?: { readonly to: string; readonly label: string };
  /** Beside it: a way to add one. */
  readonly add?: ReactNode;
  readonly children: ReactNode;
}

/** A tile of the home page. */
export function TileCard({ title, all, add, children }: TileCardProps) {
  return (
    <Paper component="section" sx={{ border: 1, borderColor: 'divider', borderRadius: 2, overflow: 'hidden', pb: 1 }}>
      <Box sx={{ display: 'flex', alignItems: 'baseline', px: 2, pt: 1.5, pb: 1 }}>
        <Typography variant="h2" sx={{ flex: 1 }}>
          {title}
        </Typography>
        {all && (
          <Link component={RouterLink} to={all.to} variant="body2">
            {all.label}
          </Link>
        )}
        {add}
      </Box>
      {children}
    </Paper>
  );
}
