import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { toneIcons } from '../../kinds/common/tones.ts';

interface MeterProps {
  /** What it is in words. */
  readonly said: string;
  /** How much of the bar is filled: 0 to 1. */
  readonly share: number;
  /** Not as it should be: in colour, and by an icon. */
  readonly tone?: 'warning' | 'error' | undefined;
  /** What is needed at least, as a place on the bar. */
  readonly mark?: number | undefined;
}

/** How full something is: a bar, and its figure above. */
export function Meter({ said, share, tone, mark }: MeterProps) {
  const Icon = tone && toneIcons[tone];
  return (
    <Box sx={{ flex: 'none', width: { xs: 120, sm: 140 } }}>
      <Box
        sx={{ display: 'flex', alignItems: 'center', justifyContent: 'end', gap: 0.5, color: tone && `${tone}.main` }}
      >
        {Icon && <Icon sx={{ fontSize: 16 }} />}
        <Typography variant="body2" noWrap sx={{ fontVariantNumeric: 'tabular-nums' }}>
          {said}
        </Typography>
      </Box>
      <Box aria-hidden sx={{ position: 'relative', height: 6, borderRadius: 3, bgcolor: 'frame.sunken' }}>
        <Box
          sx={{
            height: 6,
            borderRadius: 3,
            width: `${Math.min(1, share) * 100}%`,
            bgcolor: `${tone ?? 'success'}.main`,
          }}
        />
        {mark !== undefined && (
          <Box
            sx={{
              position: 'absolute',
              top: -2,
              left: `${mark * 100}%`,
              width: 2,
              height: 10,
              bgcolor: 'text.secondary',
            }}
          />
        )}
      </Box>
    </Box>
  );
}
