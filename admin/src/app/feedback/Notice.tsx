import type { Tone } from '@kontor/shared';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

interface NoticeProps {
  readonly icon?: ReactNode;
  readonly tone?: Tone;
  readonly title: string;
  readonly text?: ReactNode;
  readonly role?: 'alert' | 'status';
  /** It is all there is on the page: its title is the page's. */
  readonly page?: boolean;
  /** The next step, as a button. */
  readonly children?: ReactNode;
}

/** Says in place of content why there is none and what to do next: empty, denied, failed. */
export function Notice({ icon, tone = 'neutral', title, text, role, page = false, children }: NoticeProps) {
  return (
    <Box
      role={role}
      sx={{
        display: 'grid',
        justifyItems: 'center',
        gap: 1,
        textAlign: 'center',
        px: 3,
        py: 8,
        maxWidth: 480,
        mx: 'auto',
      }}
    >
      {icon && (
        <Box
          aria-hidden
          sx={{
            display: 'grid',
            placeItems: 'center',
            width: 44,
            height: 44,
            borderRadius: 2,
            mb: 1,
            bgcolor: (theme) => theme.palette.tones[tone].ground,
            color: (theme) => theme.palette.tones[tone].text,
          }}
        >
          {icon}
        </Box>
      )}
      <Typography variant="h2" component={page ? 'h1' : 'h2'}>
        {title}
      </Typography>
      {text && <Typography color="text.secondary">{text}</Typography>}
      {children && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: 1, mt: 1.5 }}>{children}</Box>
      )}
    </Box>
  );
}
