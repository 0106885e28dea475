import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import ReplayIcon from 'icon/Replay';
import { type RaRecord, useRefresh } from 'ra-core';
import { useState } from 'react';
import { useSay } from '../../app/feedback/useSay.ts';
import { useTexts } from '../../app/texts.ts';
import { useKontor } from '../../providers/dataProvider.ts';
import { reasonOf } from '../../providers/reason.ts';

const texts = {
  failed: { de: 'Das ist gescheitert: {reason}', en: 'This has failed: {reason}' },
  retry: { de: 'Erneut versuchen', en: 'Try again' },
  retried: { de: 'Es wird noch einmal versucht.', en: 'It will be tried again.' },
};

interface FailureProps {
  readonly resource: string;
  readonly record: RaRecord;
  readonly reason: string | null;
  readonly mayRetry: boolean;
}

/** What has failed, above the page of its record, with another attempt (its action `retry`) for who may make one. */
export function Failure({ resource, record, reason, mayRetry }: FailureProps) {
  const t = useTexts(texts);
  const say = useSay();
  const kontor = useKontor();
  const refresh = useRefresh();
  const [isAsking, setAsking] = useState(false);
  const retry = async () => {
    setAsking(true);
    try {
      await kontor.act(resource, record.id, 'retry', { version: record.version });
      say({ text: t('retried') });
    } catch (error) {
      say({ text: reasonOf(error), tone: 'error' });
    }
    refresh();
    setAsking(false);
  };
  return (
    <Alert
      severity="error"
      sx={{ mb: 2 }}
      action={
        mayRetry && (
          <Button
            color="inherit"
            size="small"
            startIcon={<ReplayIcon />}
            loading={isAsking}
            onClick={() => void retry()}
          >
            {t('retry')}
          </Button>
        )
      }
    >
      {t('failed', { reason: reason ?? '' })}
    </Alert>
  );
}
