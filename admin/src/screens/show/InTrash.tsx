import type { Resource } from '@kontor/shared';
import Alert from '@mui/material/Alert';
import type { RaRecord } from 'ra-core';
import { ReasonedButton } from '../../app/feedback/ReasonedButton.tsx';
import { useOffer } from '../../app/feedback/useOffer.ts';
import { useRestore } from '../trash/useRestore.ts';
import { useWords } from './words.ts';

/** Says that a record was deleted, with the way back. */
export function InTrash({ resource, record }: { resource: Resource; record: RaRecord }) {
  const t = useWords();
  const { shown, why } = useOffer(resource)('restore', record);
  const { restore } = useRestore(resource);
  return (
    <Alert
      severity="warning"
      sx={{ borderRadius: 0 }}
      action={
        shown && (
          <ReasonedButton reason={why} color="inherit" size="small" onClick={() => void restore(record)}>
            {t('restore')}
          </ReasonedButton>
        )
      }
    >
      {t('in_trash')}
    </Alert>
  );
}
