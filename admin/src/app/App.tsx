import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import { lazy } from 'react';
import { createBrowserRouter, RouterProvider } from 'react-router-dom';
import ErrorScreen from '../screens/ErrorScreen.tsx';
import NotFound from '../screens/NotFound.tsx';
import { Frame } from './frame/Frame.tsx';
import { Gate } from './Gate.tsx';
import { modulePages } from './pages.ts';
import { ResourceScreen } from './ResourceScreen.tsx';
import { Root } from './Root.tsx';

const Login = lazy(() => import('../screens/Login.tsx'));
const SetPassword = lazy(() => import('../screens/sign_in/SetPassword.tsx'));
const Forgotten = lazy(() => import('../screens/sign_in/Forgotten.tsx'));
const Home = lazy(() => import('../screens/Home.tsx'));
const Devices = lazy(() => import('../screens/account/Devices.tsx'));
const NotificationChoices = lazy(() => import('../screens/account/NotificationChoices.tsx'));
const Security = lazy(() => import('../screens/account/Security.tsx'));
const Dashboard = lazy(() => import('../screens/dashboard/Dashboard.tsx'));
/** Every kind in every state, for those who build them. */
const KindsGallery = import.meta.env.DEV ? lazy(() => import('../screens/KindsGallery.tsx')) : NotFound;

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
/** Styles made at run time carry the nonce of the page, because the policy refuses all others. */
const cache = createCache({ key: 'k', ...(nonce ? { nonce } : {}) });

/** Addresses: the same for every resource of the manifest, and the pages of modules. */
const router = createBrowserRouter([
  {
    element: <Root />,
    errorElement: <ErrorScreen />,
    children: [
      { path: 'login', element: <Login /> },
      { path: 'invitation', element: <SetPassword /> },
      { path: 'reset', element: <SetPassword /> },
      { path: 'forgotten', element: <Forgotten /> },
      {
        element: <Gate />,
        children: [
          {
            element: <Frame />,
            children: [
              { index: true, element: <Home /> },
              { path: 'dev/kinds', element: <KindsGallery /> },
              { path: 'account/devices', element: <Devices /> },
              { path: 'account/notices', element: <NotificationChoices /> },
              { path: 'account/security', element: <Security /> },
              { path: 'overview/:module', element: <Dashboard /> },
              ...modulePages,
              { path: ':resource', element: <ResourceScreen screen="list" /> },
              { path: ':resource/create', element: <ResourceScreen screen="create" /> },
              { path: ':resource/board', element: <ResourceScreen screen="board" /> },
              { path: ':resource/calendar', element: <ResourceScreen screen="calendar" /> },
              { path: ':resource/trash', element: <ResourceScreen screen="trash" /> },
              { path: ':resource/:id', element: <ResourceScreen screen="edit" /> },
              { path: ':resource/:id/show', element: <ResourceScreen screen="show" /> },
              { path: '*', element: <NotFound /> },
            ],
          },
        ],
      },
    ],
  },
]);

/** The whole admin. */
export function App() {
  return (
    <CacheProvider value={cache}>
      <RouterProvider router={router} />
    </CacheProvider>
  );
}
