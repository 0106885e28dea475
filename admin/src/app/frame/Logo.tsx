import Box from '@mui/material/Box';

/** The sign of the house. */
export function Logo({ size = 28 }: { readonly size?: number }) {
  return (
    <Box
      aria-hidden
      sx={{
        '& svg': { width: size, height: size, display: 'block' },
        '& rect': { fill: (theme) => theme.palette.primary.main },
        '& path': { fill: 'none', stroke: (theme) => theme.palette.primary.contrastText },
      }}
    >
      <svg viewBox="0 0 32 32" focusable="false" aria-hidden="true">
        <rect width="32" height="32" rx="8" />
        <path d="M10 7v18M22 7 11.5 16 22 25" strokeWidth="3.4" strokeLinecap="round" strokeLinejoin="round" />
      </svg>
    </Box>
  );
}
