import Button from '@mui/material/Button';
import Icon from 'icon/FactCheckOutlined';
import { Link } from 'react-router-dom';
import { useTexts } from '../../app/texts.ts';
import { useCan } from '../../providers/access.ts';

const texts = { attendance: { de: 'Anwesenheit', en: 'Attendance' } };

/** Leads to the list on which the people of a session are ticked off. */
export function AttendanceButton({ session }: { readonly session: string | undefined }) {
  const t = useTexts(texts);
  const can = useCan();
  if (!session || !can('action.record_attendance', 'training_sessions')) return null;
  return (
    <Button component={Link} to={`/training_sessions/${session}/attendance`} startIcon={<Icon />} color="inherit">
      {t('attendance')}
    </Button>
  );
}
