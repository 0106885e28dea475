import Box from '@mui/material/Box';
import { Suspense, useState } from 'react';
import { Outlet, useLocation, useParams } from 'react-router-dom';
import { manifestOf } from '../../declarations.ts';
import { ErrorBoundary } from '../feedback/ErrorBoundary.tsx';
import { OfflineBanner } from '../feedback/OfflineBanner.tsx';
import { ScreenSkeleton } from '../feedback/ScreenSkeleton.tsx';
import { PaletteProvider } from '../palette/PaletteProvider.tsx';
import { usePhone } from '../preferences.ts';
import { sizes } from '../theme.ts';
import { BottomBar } from './BottomBar.tsx';
import { Header } from './Header.tsx';
import { ModuleMenu } from './ModuleMenu.tsx';
import { Rail } from './Rail.tsx';
import { SkipLink } from './SkipLink.tsx';
import { Switcher } from './Switcher.tsx';
import { ViewBanner } from './ViewBanner.tsx';

/** What surrounds every screen: rail of the modules, menu of the module, header; on a phone a bar at the bottom. */
export function Frame() {
  const phone = usePhone();
  const params = useParams();
  const { pathname } = useLocation();
  // pages of their own belong to the resource that they name: /access/roles/…
  const resource = params.module ? '' : (params.resource ?? pathname.split('/').find((part) => manifestOf(part)) ?? '');
  const module = params.module ?? manifestOf(resource)?.module;
  const [switching, setSwitching] = useState(false);
  const openSwitcher = () => setSwitching(true);
  return (
    <PaletteProvider>
      <SkipLink />
      <Box sx={{ display: 'flex', minHeight: '100dvh' }}>
        {!phone && <Rail module={module} onSwitch={openSwitcher} />}
        {!phone && module && <ModuleMenu module={module} resource={resource} />}
        <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' }}>
          <Header />
          <OfflineBanner />
          <ViewBanner />
          <Box
            component="main"
            id="content"
            tabIndex={-1}
            sx={{ flex: 1, minWidth: 0, outline: 'none', pb: { xs: `${sizes.bottomBar + 16}px`, sm: 0 } }}
          >
            <ErrorBoundary key={pathname}>
              <Suspense fallback={<ScreenSkeleton screen="list" />}>
                <Outlet />
              </Suspense>
            </ErrorBoundary>
          </Box>
        </Box>
      </Box>
      {phone && <BottomBar onSwitch={openSwitcher} />}
      <Switcher open={switching} onClose={() => setSwitching(false)} />
    </PaletteProvider>
  );
}
