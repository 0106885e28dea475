import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import ReplayIcon from 'icon/Replay';
import { useGetOne } from 'ra-core';
import { useState } from 'react';
import { useSay } from '../../app/feedback/useSay.ts';
import type { ScreenProps } from '../../app/registry.ts';
import { useDeclaration } from '../../declarations.ts';
import { embedNames } from '../../kinds/common/embed.ts';
import { useCan } from '../../providers/access.ts';
import { useKontor } from '../../providers/dataProvider.ts';
import { reasonOf } from '../../providers/reason.ts';
import Show from '../../screens/show/Show.tsx';
import { useWords } from './words.ts';

/** How often is looked whether an attempt has been made, in milliseconds. */
const every = 2000;

/** The page of a run: the generated one neither offers another attempt on what has failed, nor tells when that was made. */
export default function RunShow(props: ScreenProps) {
  const t = useWords();
  const say = useSay();
  const can = useCan();
  const kontor = useKontor();
  const { id = '', resource: name } = props;
  const resource = useDeclaration(name);
  const [isAsking, setAsking] = useState(false);
  const { data, refetch } = useGetOne(
    name,
    { id, meta: { embed: embedNames(resource) } },
    { refetchInterval: ({ state }) => (state.data?.state === 'pending' ? every : false) },
  );
  const retry = async () => {
    setAsking(true);
    try {
      await kontor.act(name, id, 'retry', { version: data?.version });
      say({ text: t('retried') });
    } catch (error) {
      say({ text: reasonOf(error), tone: 'error' });
    }
    await refetch();
    setAsking(false);
  };
  const mayRetry = can('action.retry', name) && can('update', 'automation_rules');
  const above =
    data?.state === 'failed' ? (
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
        {t('failed', { reason: data.reason ?? '' })}
      </Alert>
    ) : data?.state === 'pending' && data.attempts > 1 ? (
      <Alert severity="info" sx={{ mb: 2 }}>
        {t('waiting')}
      </Alert>
    ) : null;
  return <Show {...props} above={above} />;
}
