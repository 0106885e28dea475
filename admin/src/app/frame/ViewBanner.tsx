import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import Visibility from 'icon/VisibilityOutlined';
import { useNavigate } from 'react-router-dom';
import { endView, useSession } from '../../providers/session.ts';
import { useTexts } from '../texts.ts';

const texts = {
  user: {
    de: 'Sie sehen Kontor wie {name}. Ändern können Sie dabei nichts.',
    en: 'You see Kontor as {name} does. You can not change anything meanwhile.',
  },
  role: {
    de: 'Sie sehen Kontor mit der Rolle „{name}“. Ändern können Sie dabei nichts.',
    en: 'You see Kontor with the role “{name}”. You can not change anything meanwhile.',
  },
  end: { de: 'Ansicht beenden', en: 'End view' },
};

/** Says, as long as it lasts, that Kontor is looked at with other rights, and ends it. */
export function ViewBanner() {
  const t = useTexts(texts);
  const { viewing } = useSession();
  const client = useQueryClient();
  const navigate = useNavigate();
  if (!viewing) return null;
  const user = 'user_id' in viewing.wish;
  const end = async () => {
    await endView();
    client.clear();
    await navigate(
      'user_id' in viewing.wish ? `/users/${viewing.wish.user_id}/show` : `/roles/${viewing.wish.role_id}/show`,
    );
  };
  return (
    <Alert
      severity="warning"
      variant="filled"
      icon={<Visibility />}
      role="status"
      sx={{ borderRadius: 0, position: 'sticky', top: 0, zIndex: 'appBar', alignItems: 'center' }}
      action={
        <Button color="inherit" variant="outlined" size="small" onClick={() => void end()}>
          {t('end')}
        </Button>
      }
    >
      {t(user ? 'user' : 'role', { name: viewing.name })}
    </Alert>
  );
}
