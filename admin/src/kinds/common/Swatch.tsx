import Box from '@mui/material/Box';

/** A field of colour. The colour is data, so it is set as a style and not as a class. */
export function Swatch({ colour, code }: { colour: string; code?: boolean }) {
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75 }}>
      <Box
        component="span"
        role="img"
        aria-label={colour}
        style={{ backgroundColor: colour }}
        sx={{ width: 18, height: 18, borderRadius: 0.5, border: 1, borderColor: 'divider' }}
      />
      {code && <span aria-hidden>{colour}</span>}
    </Box>
  );
}
