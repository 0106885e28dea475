import Button from '@mui/material/Button';
import ErrorOutline from 'icon/ErrorOutline';
import { useEffect } from 'react';
import { Link } from 'react-router-dom';
import { noConnection, problemOf } from '../../providers/httpClient.ts';
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
  to_list: { de: 'Zur Liste', en: 'To the list' },
};

/** A part of the program that is no longer on the server: it was replaced by a newer one. */
const isMissingChunk = (error: unknown) =>
  error instanceof TypeError && /dynamically imported module|module script/i.test(error.message);

interface TroubleProps {
  readonly error: unknown;
  readonly retry?: () => void;
  /** The address of the list: the way on from a record that is gone, which no retry brings back. */
  readonly list?: string;
}

/** What went wrong, in the user's words, and the way on. */
export function Trouble({ error, retry, list }: TroubleProps) {
  const t = useTexts(texts);
  const problem = problemOf(error);
  const outdated = isMissingChunk(error) && navigator.onLine;
  const offline = !navigator.onLine || (error instanceof Error && error.message === noConnection());
  const text = problem?.title ?? (offline ? t('offline') : outdated ? t('update') : t('unknown'));
  const reload = () => window.location.reload();
  // What the message promises: it goes on once the connection is back. A part of the program is not asked for twice.
  useEffect(() => {
    if (!offline) return;
    const goOn = isMissingChunk(error) || !retry ? () => window.location.reload() : retry;
    window.addEventListener('online', goOn);
    return () => window.removeEventListener('online', goOn);
  }, [offline, error, retry]);
  return (
    <Notice icon={<ErrorOutline />} tone="error" title={t('title')} text={text} role="alert">
      {list && problem?.code === 'not_found' ? (
        <Button variant="contained" component={Link} to={list}>
          {t('to_list')}
        </Button>
      ) : (
        <Button variant="contained" onClick={outdated || !retry ? reload : retry}>
          {outdated || !retry ? t('reload') : t('retry')}
        </Button>
      )}
    </Notice>
  );
}
