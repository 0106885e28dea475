import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import { CoreAdminContext, ResourceDefinitionContextProvider } from 'ra-core';
import { Suspense, useEffect, useMemo } from 'react';
import { Outlet, ScrollRestoration } from 'react-router-dom';
import { manifestResources } from '../declarations.ts';
import { authProvider } from '../providers/authProvider.ts';
import { useBrandInWork } from '../providers/brand.ts';
import { dataProvider } from '../providers/dataProvider.ts';
import { i18nProvider } from '../providers/i18nProvider.ts';
import { queryClient } from '../providers/queryClient.ts';
import { store } from '../providers/store.ts';
import { StepUp } from '../screens/factors/StepUp.tsx';
import { Notifications } from './feedback/Notifications.tsx';
import { keepFocus } from './keepFocus.ts';
import { useMode } from './preferences.ts';
import { themeFor } from './theme.ts';

/** Every resource has its screens, so that links of react-admin lead somewhere. */
const definitions = Object.fromEntries(
  [...manifestResources.keys()].map((name) => [
    name,
    { name, hasList: true, hasShow: true, hasEdit: true, hasCreate: true },
  ]),
);

/** What every page stands in: data, session, language, look, messages. */
export function Root() {
  return (
    <CoreAdminContext
      authProvider={authProvider}
      dataProvider={dataProvider}
      i18nProvider={i18nProvider}
      queryClient={queryClient}
      store={store}
    >
      <ResourceDefinitionContextProvider definitions={definitions}>
        <Look />
      </ResourceDefinitionContextProvider>
    </CoreAdminContext>
  );
}

function Look() {
  const { mode } = useMode();
  const accent = useBrandInWork()?.colour;
  const theme = useMemo(() => themeFor(mode, accent), [mode, accent]);
  useEffect(keepFocus, []);
  return (
    <ThemeProvider theme={theme}>
      <CssBaseline enableColorScheme />
      <Suspense>
        <Outlet />
      </Suspense>
      <ScrollRestoration />
      <StepUp />
      <Notifications />
    </ThemeProvider>
  );
}
