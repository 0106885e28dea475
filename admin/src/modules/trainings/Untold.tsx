import { labelText, type Resource } from '@kontor/shared';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import type { RaRecord } from 'ra-core';
import { useState } from 'react';
import { useLocale } from '../../app/texts.ts';
import { useCan } from '../../providers/access.ts';
import { ActionDialog } from '../../screens/form/ActionDialog.tsx';
import { useAct } from '../../screens/form/useAct.ts';
import { noticeStyle } from './noticeStyle.ts';
import { useWords } from './words.ts';

/** A training was called off and nobody was told by mail yet: the mails are one step away. */
export function Untold({ resource, record }: { readonly resource: Resource; readonly record: RaRecord }) {
  const t = useWords();
  const locale = useLocale();
  const can = useCan();
  const { run, lookFor } = useAct(resource);
  const [open, setOpen] = useState(false);
  const action = resource.actions?.write_mails;
  if (record.status !== 'cancelled' || record.cancellation_told_at || record.deleted_at || !action?.input) return null;
  if (!can('action.write_mails', resource.name)) return null;
  const { purpose, audience } = action.input;
  return (
    <Alert
      severity="warning"
      sx={noticeStyle}
      action={
        <Button size="small" color="inherit" variant="outlined" onClick={() => setOpen(true)}>
          {t('tell')}
        </Button>
      }
    >
      {t('untold')}
      {open && (
        <ActionDialog
          resource={resource}
          label={labelText(action.label, 'write_mails', locale)}
          operation="action.write_mails"
          fields={{
            purpose: { ...purpose!, default: 'cancellation' } as never,
            audience: { ...audience!, default: 'everyone' } as never,
          }}
          run={(input) => run(record as never, 'write_mails', input)}
          look={lookFor(record as never, 'write_mails')}
          onClose={() => setOpen(false)}
        />
      )}
    </Alert>
  );
}
