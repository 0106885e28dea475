import Button from '@mui/material/Button';
import SearchOff from 'icon/SearchOff';
import { Link } from 'react-router-dom';
import { Notice } from '../app/feedback/Notice.tsx';
import { useTexts } from '../app/texts.ts';
import { usePageTitle } from '../app/usePageTitle.ts';

const texts = {
  title: { de: 'Diese Seite gibt es nicht', en: 'There is no such page' },
  text: {
    de: 'Vielleicht wurde sie verschoben, oder die Adresse ist nicht vollständig.',
    en: 'It may have moved, or the address is not complete.',
  },
  home: { de: 'Zur Startseite', en: 'Go to home page' },
};

/** An address that leads nowhere. */
export default function NotFound() {
  const t = useTexts(texts);
  usePageTitle(t('title'));
  return (
    <Notice page icon={<SearchOff />} title={t('title')} text={t('text')}>
      <Button component={Link} to="/" variant="contained">
        {t('home')}
      </Button>
    </Notice>
  );
}
