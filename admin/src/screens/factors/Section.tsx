import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import type { SvgIconProps } from '@mui/material/SvgIcon';
import Typography from '@mui/material/Typography';
import type { ComponentType, ReactNode } from 'react';

interface SectionProps {
  readonly icon: ComponentType<SvgIconProps>;
  readonly title: string;
  readonly text: string;
  /** Where it stands. */
  readonly state?: ReactNode;
  readonly actions: ReactNode;
  readonly children?: ReactNode;
}

/** One way to sign in: what it is, where it stands, and what can be done. */
export function Section({ icon: Icon, title, text, state, actions, children }: SectionProps) {
  return (
    <Paper component="section" aria-label={title} variant="outlined" sx={{ overflow: 'hidden' }}>
      <Box
        sx={{
          p: 2,
          display: 'flex',
          gap: 2,
          flexWrap: { xs: 'wrap', sm: 'nowrap' },
          alignItems: { xs: 'start', sm: 'center' },
        }}
      >
        <Icon aria-hidden sx={{ color: 'text.secondary' }} />
        <Box sx={{ minWidth: 0, flex: { xs: '1 1 240px', sm: 1 } }}>
          <Typography component="h2" sx={{ fontWeight: 600 }}>
            {title}
          </Typography>
          <Typography variant="body2" color="text.secondary">
            {text}
          </Typography>
          {state && (
            <Typography variant="body2" sx={{ mt: 0.5 }}>
              {state}
            </Typography>
          )}
        </Box>
        <Box sx={{ display: 'flex', gap: 1, ml: { xs: 5, sm: 0 }, flexShrink: 0 }}>{actions}</Box>
      </Box>
      {children}
    </Paper>
  );
}
