import Button from '@mui/material/Button';
import TableIcon from 'icon/TableChartOutlined';
import { useGetOne } from 'ra-core';
import { Link } from 'react-router-dom';
import type { ScreenProps } from '../../app/registry.ts';
import { useTexts } from '../../app/texts.ts';
import Show from '../../screens/show/Show.tsx';
import { ExtraButtons } from './ExtraButtons.tsx';
import { ViewAs } from './ViewAs.tsx';

const texts = { matrix: { de: 'Rechte als Tabelle', en: 'Permissions as a table' } };

/** The page of a role, from which one can look at Kontor as somebody who has it, and at all its permissions at once. */
export default function RoleShow(props: ScreenProps) {
  const t = useTexts(texts);
  const { data } = useGetOne(props.resource, { id: props.id ?? '' });
  const extra = data && (
    <ExtraButtons>
      <Button component={Link} to={`/access/roles/${data.id}`} startIcon={<TableIcon />} color="inherit">
        {t('matrix')}
      </Button>
      <ViewAs wish={{ role_id: String(data.id) }} name={String(data.name)} />
    </ExtraButtons>
  );
  return <Show {...props} extra={extra} />;
}
