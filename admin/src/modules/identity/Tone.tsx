import type { Tone as ToneName } from '@kontor/shared';
import Box from '@mui/material/Box';
import { toneIcons } from '../../kinds/common/tones.ts';

/** How something stands, as icon and word. */
export function Tone({ tone, label }: { readonly tone: ToneName; readonly label: string }) {
  const Icon = toneIcons[tone];
  return (
    <Box
      component="span"
      sx={{
        color: (theme) => theme.palette.tones[tone].text,
        bgcolor: (theme) => theme.palette.tones[tone].ground,
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.75,
        height: 24,
        pl: 0.75,
        pr: 1,
        borderRadius: 1,
        whiteSpace: 'nowrap',
        typography: 'body2',
      }}
    >
      <Icon aria-hidden sx={{ fontSize: 16 }} />
      {label}
    </Box>
  );
}
