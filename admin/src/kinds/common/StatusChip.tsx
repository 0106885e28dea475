import { type AnyField, type Locale, optionLabel, type Tone } from '@kontor/shared';
import Box from '@mui/material/Box';
import { toneIcons } from './tones.ts';

/** A state as icon and word. */
export function StatusChip({ field, value, locale }: { field: AnyField; value: string; locale: Locale }) {
  const tone = (field.tones as Record<string, Tone> | undefined)?.[value] ?? 'neutral';
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
        maxWidth: '100%',
      }}
    >
      <Icon aria-hidden sx={{ fontSize: 16 }} />
      <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
        {optionLabel(field, value, locale)}
      </Box>
    </Box>
  );
}
