import Button from '@mui/material/Button';
import LockOutlined from 'icon/LockOutlined';
import { Link } from 'react-router-dom';
import { labelOf } from '../../declarations.ts';
import type { ScreenName } from '../registry.ts';
import { useLocale, useTexts } from '../texts.ts';
import { Notice } from './Notice.tsx';

const texts = {
  read: { de: '{label}: Dafür fehlt Ihnen die Berechtigung', en: '{label}: you are not permitted to see this' },
  write: { de: '{label}: Sie dürfen hier nichts ändern', en: '{label}: you may not change anything here' },
  hint: {
    de: 'Wenn Sie den Zugriff brauchen, wenden Sie sich bitte an Ihre Administration.',
    en: 'If you need access, please ask your administrator.',
  },
  home: { de: 'Zur Startseite', en: 'Go to home page' },
};

/** Why a screen is not shown to this user. */
export function Denied({ resource, screen }: { readonly resource: string; readonly screen: ScreenName }) {
  const t = useTexts(texts);
  const label = labelOf(resource, useLocale());
  return (
    <Notice
      page
      icon={<LockOutlined />}
      title={t(screen === 'edit' || screen === 'create' ? 'write' : 'read', { label })}
      text={t('hint')}
    >
      <Button component={Link} to="/" variant="contained">
        {t('home')}
      </Button>
    </Notice>
  );
}
