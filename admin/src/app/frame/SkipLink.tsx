import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';

/** The first stop of the Tab key: past the navigation. */
export function SkipLink() {
  const translate = useTranslate();
  return (
    <Button
      variant="contained"
      className="no-print"
      onClick={() => document.getElementById('content')?.focus()}
      sx={{
        position: 'fixed',
        top: 8,
        left: 8,
        zIndex: 'tooltip',
        transform: 'translateY(-200%)',
        '&:focus-visible': { transform: 'none' },
      }}
    >
      {translate('ra.navigation.skip_nav')}
    </Button>
  );
}
