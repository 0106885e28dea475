import type { Resource } from '@kontor/shared';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import type { RaRecord } from 'ra-core';
import { useCan } from '../../providers/access.ts';
import { useRestore } from '../trash/useRestore.ts';
import { useWords } from './words.ts';

/** Says that a record was deleted, with the way back. */
export function InTrash({ resource, record }: { resource: Resource; record: RaRecord }) {
  const t = useWords();
  const can = useCan();
  const { restore } = useRestore(resource);
  return (
    <Alert
      severity="warning"
      sx={{ borderRadius: 0 }}
      action={
        can('restore', resource.name) && (
          <Button color="inherit" size="small" onClick={() => void restore(record)}>
            {t('restore')}
          </Button>
        )
      }
    >
      {t('in_trash')}
    </Alert>
  );
}
