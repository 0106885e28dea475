import Box from '@mui/material/Box';

/** A shortcut, as printed on the keys. For the eye only; a phone has no keys. */
export function Keys({ keys }: { readonly keys: readonly string[] }) {
  return (
    <Box component="span" aria-hidden sx={{ display: { xs: 'none', sm: 'flex' }, gap: '3px', flex: 'none' }}>
      {keys.map((key) => (
        <Box
          component="kbd"
          key={key}
          sx={{
            fontFamily: 'inherit',
            fontSize: 11,
            lineHeight: '18px',
            px: 0.75,
            border: 1,
            borderColor: 'divider',
            borderRadius: 0.75,
            bgcolor: 'background.paper',
            color: 'text.secondary',
          }}
        >
          {key}
        </Box>
      ))}
    </Box>
  );
}
