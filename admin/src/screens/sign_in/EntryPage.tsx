import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useLocaleState } from 'ra-core';
import type { ReactNode } from 'react';
import { Logo } from '../../app/frame/Logo.tsx';
import { usePageTitle } from '../../app/usePageTitle.ts';

/** A page for those who are not signed in: what it is about, and one card. */
export function EntryPage({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const [locale, setLocale] = useLocaleState();
  usePageTitle(title);
  return (
    <Box component="main" sx={{ minHeight: '100dvh', display: 'grid', placeItems: 'center', p: 2 }}>
      <Box sx={{ width: '100%', maxWidth: 420 }}>
        <Box sx={{ display: 'grid', justifyItems: 'center', gap: 1.5, mb: 3 }}>
          <Logo size={44} />
          <Typography variant="h1" sx={{ textAlign: 'center', overflowWrap: 'anywhere' }}>
            {title}
          </Typography>
        </Box>
        <Paper sx={{ p: 3, border: 1, borderColor: 'divider', borderRadius: 2.5 }}>{children}</Paper>
        <Box sx={{ display: 'flex', justifyContent: 'center', mt: 2 }}>
          <Button
            size="small"
            lang={locale === 'en' ? 'de' : 'en'}
            onClick={() => setLocale(locale === 'en' ? 'de' : 'en')}
            sx={{ color: 'text.secondary' }}
          >
            {locale === 'en' ? 'Auf Deutsch' : 'In English'}
          </Button>
        </Box>
      </Box>
    </Box>
  );
}
