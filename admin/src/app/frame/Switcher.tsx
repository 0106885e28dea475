import Drawer from '@mui/material/Drawer';
import { lazy, Suspense } from 'react';
import { ErrorBoundary } from '../feedback/ErrorBoundary.tsx';
import { useTexts } from '../texts.ts';

const SwitcherContent = lazy(() => import('./SwitcherContent.tsx'));
const texts = { title: { de: 'Alle Bereiche und Listen', en: 'All areas and lists' } };

/** Everything one can go to, in a drawer: stays usable with many modules because it filters while one types. */
export function Switcher({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const t = useTexts(texts);
  return (
    <Drawer
      open={open}
      onClose={onClose}
      slotProps={{ paper: { sx: { width: { xs: '88vw', sm: 420 } }, 'aria-label': t('title'), role: 'dialog' } }}
    >
      <ErrorBoundary>
        <Suspense>
          <SwitcherContent onClose={onClose} />
        </Suspense>
      </ErrorBoundary>
    </Drawer>
  );
}
