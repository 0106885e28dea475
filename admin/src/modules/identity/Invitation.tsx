import type { Resource } from '@kontor/shared';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { useQueryClient } from '@tanstack/react-query';
import { type RaRecord, useGetList } from 'ra-core';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { useSay } from '../../app/feedback/useSay.ts';
import { useCan } from '../../providers/access.ts';
import { useKontor } from '../../providers/dataProvider.ts';
import { reasonOf } from '../../providers/reason.ts';
import { type Standing, stageOf, useInvitationWords } from './invitationWords.ts';

/** How far a user is on the way to the first sign-in, and the next step. Nothing for those who have been here. */
export function Invitation({ resource, user }: { readonly resource: Resource; readonly user: RaRecord }) {
  const t = useInvitationWords();
  const say = useSay();
  const can = useCan();
  const kontor = useKontor();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const stage = stageOf(user as Standing);
  const invited = stage === 'invited' || stage === 'expired';
  const readsMail = can('read', 'email_messages');
  const { data: waiting } = useGetList(
    'email_messages',
    {
      filter: { to: user.email, state: ['queued', 'failed'] },
      sort: { field: 'created_at', order: 'DESC' },
      pagination: { page: 1, perPage: 1 },
    },
    { enabled: stage === 'invited' && readsMail },
  );
  if (!stage) return null;
  const invite = async () => {
    setBusy(true);
    try {
      await kontor.act(resource.name, user.id, 'invite', {});
      await client.invalidateQueries();
      say({ text: t('sent', { email: user.email }) });
    } catch (error) {
      say({ text: reasonOf(error), tone: 'error' });
    } finally {
      setBusy(false);
    }
  };
  const message = stage === 'invited' ? waiting?.[0] : undefined;
  return (
    <Alert
      severity={stage === 'expired' ? 'warning' : 'info'}
      sx={{ borderRadius: 0, alignItems: 'center', '& .MuiAlert-action': { pt: 0 } }}
      action={
        stage !== 'never' &&
        can('action.invite', resource.name) && (
          <Button
            color="inherit"
            variant="outlined"
            size="small"
            loading={busy}
            onClick={() => void invite()}
            sx={{ whiteSpace: 'nowrap' }}
          >
            {t(invited ? 'again' : 'invite')}
          </Button>
        )
      }
    >
      {t(stage, { when: user.invited_until ?? '' })}{' '}
      {message && (
        <Link component={RouterLink} to={`/email_messages/${message.id}/show`} color="inherit">
          {t(message.state === 'failed' ? 'mail_failed' : 'mail_waits')}
        </Link>
      )}
    </Alert>
  );
}
