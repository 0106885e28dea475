import ErrorOutline from '@mui/icons-material/ErrorOutline';
import Button from '@mui/material/Button';
import { problemOf } from '../../providers/httpClient.ts';
import { useTexts } from '../texts.ts';
import { Notice } from './Notice.tsx';

const texts = {
  title: { de: 'Das konnte nicht geladen werden', en: 'This could not be loaded' },
  offline: {
    de: 'Es besteht keine Verbindung zum Server. Sobald sie wieder da ist, geht es hier weiter.',
    en: 'There is no connection to the server. You can go on as soon as it is back.',
  },
  update: {
    de: 'Kontor wurde inzwischen aktualisiert. Bitte laden Sie die Seite neu.',
    en: 'Kontor has been updated in the meantime. Please reload the page.',
  },
  unknown: {
    de: 'Da ist etwas schiefgegangen. Bitte versuchen Sie es noch einmal.',
    en: 'Something went wrong. Please try again.',
  },
  retry: { de: 'Noch einmal versuchen', en: 'Try again' },
  reload: { de: 'Seite neu laden', en: 'Reload page' },
};

/** A part of the program that is no longer on the server: it was replaced by a newer one. */
const isMissingChunk = (error: unknown) =>
  error instanceof TypeError && /dynamically imported module|module script/i.test(error.message);

/** What went wrong, in the user's words, and the way on. */
export function Trouble({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  const t = useTexts(texts);
  const problem = problemOf(error);
  const outdated = isMissingChunk(error) && navigator.onLine;
  const text = problem?.title ?? (!navigator.onLine ? t('offline') : outdated ? t('update') : t('unknown'));
  const reload = () => window.location.reload();
  return (
    <Notice icon={<ErrorOutline />} tone="error" title={t('title')} text={text} role="alert">
      <Button variant="contained" onClick={outdated || !retry ? reload : retry}>
        {outdated || !retry ? t('reload') : t('retry')}
      </Button>
    </Notice>
  );
}
