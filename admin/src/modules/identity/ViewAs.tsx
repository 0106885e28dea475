import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import Visibility from 'icon/VisibilityOutlined';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useSay } from '../../app/feedback/useSay.ts';
import { useTexts } from '../../app/texts.ts';
import { useCan } from '../../providers/access.ts';
import { useSession, type Viewing, viewAs } from '../../providers/session.ts';

const texts = {
  user: { de: 'Ansicht als diese Person', en: 'View as this person' },
  role: { de: 'Ansicht mit dieser Rolle', en: 'View with this role' },
  refused: { de: 'Diese Ansicht ist Ihnen nicht erlaubt.', en: 'You are not permitted this view.' },
};

/** Opens Kontor as a user has it, or as somebody with one role alone would. Nothing where that is not permitted. */
export function ViewAs(viewing: Viewing) {
  const t = useTexts(texts);
  const can = useCan();
  const say = useSay();
  const session = useSession();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const user = 'user_id' in viewing.wish;
  if (session.viewing || !can('action.view_as', 'users')) return null;
  if ('user_id' in viewing.wish && viewing.wish.user_id === session.user.id) return null;
  const start = async () => {
    setBusy(true);
    const permitted = await viewAs(viewing).catch(() => false);
    setBusy(false);
    client.clear();
    if (permitted) await navigate('/');
    else say({ text: t('refused'), tone: 'error' });
  };
  return (
    <Button variant="outlined" startIcon={<Visibility />} loading={busy} onClick={() => void start()}>
      {t(user ? 'user' : 'role')}
    </Button>
  );
}
