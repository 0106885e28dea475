import Box from '@mui/material/Box';
import { Keys } from '../frame/Keys.tsx';
import { useTexts } from '../texts.ts';

const texts = {
  move: { de: 'Auswählen', en: 'Select' },
  open: { de: 'Öffnen', en: 'Open' },
  tab: { de: 'In neuem Tab', en: 'In a new tab' },
  close: { de: 'Schließen', en: 'Close' },
  ctrl: { de: 'Strg', en: 'Ctrl' },
};

/** Which keys do what; for those who have some. */
export function PaletteFooter() {
  const t = useTexts(texts);
  const hints = [
    { keys: ['↑', '↓'], label: t('move') },
    { keys: ['↵'], label: t('open') },
    { keys: [t('ctrl'), '↵'], label: t('tab') },
    { keys: ['Esc'], label: t('close') },
  ];
  return (
    <Box
      sx={{
        display: { xs: 'none', sm: 'flex' },
        gap: 2,
        px: 2,
        py: 1,
        borderTop: 1,
        borderColor: 'divider',
        fontSize: 12,
        color: 'text.secondary',
        flex: 'none',
      }}
    >
      {hints.map(({ keys, label }) => (
        <Box key={label} sx={{ display: 'flex', alignItems: 'center', gap: 0.75 }}>
          <Keys keys={keys} />
          {label}
        </Box>
      ))}
    </Box>
  );
}
