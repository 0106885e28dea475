import Button from '@mui/material/Button';
import Help from 'icon/HelpOutlined';
import { Link } from 'react-router-dom';
import { useTexts } from '../../app/texts.ts';
import { useCan } from '../../providers/access.ts';
import { ExtraButtons } from './ExtraButtons.tsx';
import { ViewAs } from './ViewAs.tsx';

const texts = { explain: { de: 'Rechte erklären', en: 'Explain permissions' } };

/** What an administrator wants to know of a user: what they see, and why they may do what. */
export function UserButtons({ id, name }: { readonly id: string; readonly name: string }) {
  const t = useTexts(texts);
  const can = useCan();
  return (
    <ExtraButtons>
      {can('read', 'roles') && (
        <Button component={Link} to={`/access/explain?user=${id}`} startIcon={<Help />} color="inherit">
          {t('explain')}
        </Button>
      )}
      <ViewAs wish={{ user_id: id }} name={name} />
    </ExtraButtons>
  );
}
