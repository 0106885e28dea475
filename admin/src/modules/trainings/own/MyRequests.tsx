import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { type Identifier, type RaRecord, useGetList, useRefresh } from 'ra-core';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { Trouble } from '../../../app/feedback/Trouble.tsx';
import { useSay } from '../../../app/feedback/useSay.ts';
import { TileCard } from '../../../app/home/TileCard.tsx';
import { useLocale } from '../../../app/texts.ts';
import { whenOf } from '../../../app/whenOf.ts';
import { useDeclaration } from '../../../declarations.ts';
import { useKontor } from '../../../providers/dataProvider.ts';
import { reasonOf } from '../../../providers/reason.ts';
import { ActionDialog } from '../../../screens/form/ActionDialog.tsx';
import type { Values } from '../../../screens/form/values.ts';
import { isSettled, type Request, requestsOf } from './requests.ts';
import { useWords } from './words.ts';

/** So many dates are named; the page of the training has them all. */
const named = 4;

/** What the trainer is asked for, to be answered with a tap: for all sessions of a training at once. */
export function MyRequests({ trainer }: { readonly trainer: Identifier }) {
  const t = useWords();
  const locale = useLocale();
  const api = useKontor();
  const say = useSay();
  const refresh = useRefresh();
  const trainings = useDeclaration('trainings');
  const [busy, setBusy] = useState<string>();
  const [declining, setDeclining] = useState<Request>();
  const { data, error, refetch } = useGetList<RaRecord>('trainer_assignments', {
    filter: { trainer_id: trainer, status: 'asked', starts_at_gte: 'today' },
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'starts_at', order: 'ASC' },
    meta: { embed: ['training_id'] },
  });
  if (error && !data) return <Trouble error={error} retry={() => void refetch()} />;
  const requests = requestsOf(data ?? []);
  // whoever is just declining hears why that was refused, also when nothing is left to answer
  if (requests.length === 0 && !declining) return null;

  /** Rejects with what the server has against it. */
  const answer = async (request: Request, input: Values) => {
    try {
      await api.act('trainings', request.training, 'answer_request', input);
      say({ text: t(input.answer === 'accept' ? 'accepted' : 'declined', { title: request.title }) });
    } catch (refused) {
      throw isSettled(refused) ? new Error(t('settled')) : refused;
    } finally {
      refresh();
    }
  };
  const accept = async (request: Request) => {
    setBusy(request.training);
    try {
      await answer(request, { answer: 'accept' });
    } catch (refused) {
      say({ text: t('failed', { title: request.title, reason: reasonOf(refused) }), tone: 'error' });
    }
    setBusy(undefined);
  };
  return (
    <TileCard title={t('requests')}>
      {requests.map((request) => (
        <Box
          key={request.training}
          sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, px: 2, py: 1 }}
        >
          <Box sx={{ flex: { xs: '1 1 100%', sm: '1 1 240px' }, minWidth: 0 }}>
            <Link component={RouterLink} to={`/trainings/${request.training}/show`} color="text.primary">
              {request.title}
            </Link>
            <Typography variant="caption" color="text.secondary" sx={{ display: 'block' }}>
              {request.assignments
                .slice(0, named)
                .map((one) => whenOf(one.starts_at, locale))
                .join(' · ')}
              {request.assignments.length > named && ` · ${t('more', { count: request.assignments.length - named })}`}
            </Typography>
            {request.until && (
              <Typography variant="caption" color="warning.main" sx={{ display: 'block' }}>
                {t('until', { date: whenOf(request.until, locale) })}
              </Typography>
            )}
          </Box>
          <Box sx={{ display: 'flex', gap: 1 }}>
            <Button
              variant="contained"
              size="small"
              sx={{ minHeight: { xs: 44, sm: 0 } }}
              disabled={busy !== undefined}
              loading={busy === request.training}
              aria-label={`${t('accept')}: ${request.title}`}
              onClick={() => void accept(request)}
            >
              {t('accept')}
            </Button>
            <Button
              variant="outlined"
              size="small"
              sx={{ minHeight: { xs: 44, sm: 0 } }}
              disabled={busy !== undefined}
              aria-label={`${t('decline')}: ${request.title}`}
              onClick={() => setDeclining(request)}
            >
              {t('decline')}
            </Button>
          </Box>
        </Box>
      ))}
      {declining && (
        <ActionDialog
          resource={trainings}
          label={t('decline_named', { title: declining.title })}
          button={t('decline')}
          operation="action.answer_request"
          fields={{ reason: trainings.actions!.answer_request!.input!.reason! }}
          run={(input) => answer(declining, { ...input, answer: 'decline' })}
          onClose={() => setDeclining(undefined)}
        />
      )}
    </TileCard>
  );
}
