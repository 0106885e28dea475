import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import { isRouteErrorResponse, useRouteError } from 'react-router-dom';
import { Trouble } from '../app/feedback/Trouble.tsx';
import { themeFor } from '../app/theme.ts';

const dark = () => window.matchMedia('(prefers-color-scheme: dark)').matches;

/** The last resort when even the frame could not be drawn. Stands on its own: nothing around it can be relied upon. */
export default function ErrorScreen() {
  const error = useRouteError();
  return (
    <ThemeProvider theme={themeFor(dark() ? 'dark' : 'light')}>
      <CssBaseline enableColorScheme />
      <Trouble error={isRouteErrorResponse(error) ? undefined : error} />
    </ThemeProvider>
  );
}
