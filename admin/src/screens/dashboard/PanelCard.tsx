import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { TileCard } from '../../app/home/TileCard.tsx';

interface PanelCardProps {
  readonly title: string;
  readonly all?: { readonly to: string; readonly label: string };
  readonly add?: ReactNode;
  /** Stands there instead when there is nothing to show. */
  readonly nothing?: string;
  readonly children: ReactNode;
}

/** A panel of an overview, or the words for that it has nothing to show. */
export const PanelCard = ({ title, all, add, nothing, children }: PanelCardProps) => (
  <TileCard title={title} add={add} {...(all ? { all } : {})}>
    {nothing ? (
      <Typography color="text.secondary" sx={{ px: 2, pb: 1 }}>
        {nothing}
      </Typography>
    ) : (
      children
    )}
  </TileCard>
);
