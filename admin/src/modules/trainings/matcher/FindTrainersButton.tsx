import Button from '@mui/material/Button';
import Icon from 'icon/PersonSearchOutlined';
import { useRecordContext } from 'ra-core';
import { Link } from 'react-router-dom';
import { useCan } from '../../../providers/access.ts';
import { useWords } from './words.ts';

/** States in which trainers are sought. */
const states = ['lead', 'offered', 'option', 'confirmed', 'planned'];

/** Leads from a training to those who could lead it. */
export function FindTrainersButton() {
  const t = useWords();
  const can = useCan();
  const training = useRecordContext();
  if (!training || training.deleted_at || !states.includes(String(training.status))) return null;
  if (!can('create', 'trainer_assignments') || !can('read', 'trainers')) return null;
  return (
    <Button component={Link} to={`/trainings/${training.id}/trainers`} startIcon={<Icon />} color="inherit">
      {t('title')}
    </Button>
  );
}
