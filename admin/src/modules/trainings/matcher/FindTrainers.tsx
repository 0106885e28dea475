import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import EmptyIcon from 'icon/EventBusyOutlined';
import NobodyIcon from 'icon/PersonOffOutlined';
import { useGetOne } from 'ra-core';
import { useState } from 'react';
import { Link, useParams } from 'react-router-dom';
import { brokenOf } from '../../../app/feedback/brokenOf.ts';
import { Notice } from '../../../app/feedback/Notice.tsx';
import { ScreenSkeleton } from '../../../app/feedback/ScreenSkeleton.tsx';
import { Trouble } from '../../../app/feedback/Trouble.tsx';
import { fold } from '../../../app/fold.ts';
import { useLocale } from '../../../app/texts.ts';
import { usePageTitle } from '../../../app/usePageTitle.ts';
import { whenOf } from '../../../app/whenOf.ts';
import { useCan } from '../../../providers/access.ts';
import { AskPanel } from './AskPanel.tsx';
import { FellOut } from './FellOut.tsx';
import { MatchRow } from './MatchRow.tsx';
import { type Chosen, toggled } from './order.ts';
import { useAsking } from './useAsking.ts';
import { useMatches } from './useMatches.ts';
import { useWords } from './words.ts';

/** So many are shown before somebody wants to see all. */
const first = 15;

/** Who could lead a training, best first, and asking them. */
export default function FindTrainersPage() {
  const { id = '' } = useParams();
  return <FindTrainers key={id} id={id} />;
}

function FindTrainers({ id }: { readonly id: string }) {
  const t = useWords();
  const locale = useLocale();
  const can = useCan();
  const training = useGetOne('trainings', { id });
  const matches = useMatches(id);
  const { data } = matches;
  const [chosen, setChosen] = useState<Chosen>([]);
  const [name, setName] = useState('');
  const [all, setAll] = useState(false);
  const asking = useAsking(id, chosen, () => setChosen([]));
  usePageTitle(t('title'));
  const broken = brokenOf(training, matches);
  if (broken) return <Trouble {...broken} list="/trainings" />;
  if (!data || !training.data) return <ScreenSkeleton screen="list" />;

  const { sessions, ranking, out, of } = data;
  const open = data.open && can('action.ask_trainers', 'trainings');
  // a round of requests is under way
  const running = ranking.some(({ state }) => state && state.order !== null && /^(asked|option)$/.test(state.status));
  const names = new Map(ranking.map((one) => [one.trainer_id, one.name]));
  const found = ranking.filter((one) => fold(one.name).includes(fold(name)));
  const shown = all || name ? found : found.slice(0, first);
  return (
    <Box sx={{ maxWidth: 1100, mx: 'auto', px: 2, pt: 2, pb: 6 }}>
      <Typography component="h1" variant="h1">
        {t('title')}
      </Typography>
      <Typography color="text.secondary">
        <Link to={`/trainings/${id}/show`}>{`${training.data.number ?? ''} ${training.data.name}`.trim()}</Link>
        {sessions.length > 0 &&
          ` · ${t('sessions', { count: sessions.length })}: ${sessions
            .slice(0, 4)
            .map((one) => whenOf(one.starts_at, locale))
            .join('; ')}${sessions.length > 4 ? ' …' : ''}`}
      </Typography>
      {sessions.length === 0 ? (
        <Notice icon={<EmptyIcon />} title={t('no_sessions')} text={t('no_sessions_text')}>
          <Button variant="contained" component={Link} to={`/trainings/${id}/show?tab=training_sessions.training_id`}>
            {t('to_sessions')}
          </Button>
        </Notice>
      ) : (
        <>
          {!data.open && (
            <Alert severity="info" sx={{ mt: 2 }}>
              {t('staffed')}
            </Alert>
          )}
          <Box
            sx={{ mt: 2, display: 'grid', gap: 3, gridTemplateColumns: { md: open ? 'minmax(0, 1fr) 320px' : '1fr' } }}
          >
            <Box sx={{ minWidth: 0 }}>
              {ranking.length === 0 ? (
                <Notice icon={<NobodyIcon />} title={t('nobody')} text={t('nobody_text')} />
              ) : (
                <>
                  <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
                    <Typography variant="h2" sx={{ flex: 1, whiteSpace: 'nowrap' }}>
                      {t('ranked', { count: ranking.length })}
                    </Typography>
                    {running && can('action.stop_asking', 'trainings') && (
                      <Button color="inherit" disabled={asking.busy} onClick={asking.stop}>
                        {t('stop')}
                      </Button>
                    )}
                    <TextField
                      type="search"
                      size="small"
                      label={t('search')}
                      value={name}
                      onChange={({ target }) => setName(target.value)}
                      sx={{ width: { xs: '100%', sm: 220 } }}
                    />
                  </Box>
                  <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, mt: 1 }}>
                    {shown.map((match) => (
                      <MatchRow
                        key={match.trainer_id}
                        match={match}
                        of={of}
                        open={open}
                        place={chosen.indexOf(match.trainer_id) + 1}
                        onToggle={() => setChosen(toggled(chosen, match.trainer_id))}
                      />
                    ))}
                  </Box>
                  {found.length === 0 && <Typography sx={{ py: 2 }}>{t('not_found')}</Typography>}
                  {shown.length < found.length && (
                    <Button sx={{ mt: 1 }} onClick={() => setAll(true)}>
                      {t('all', { count: found.length })}
                    </Button>
                  )}
                </>
              )}
              <FellOut out={out} shown={ranking.length === 0} />
            </Box>
            {open && ranking.length > 0 && (
              <AskPanel chosen={chosen} onChange={setChosen} nameOf={(one) => names.get(one) ?? ''} asking={asking} />
            )}
          </Box>
        </>
      )}
    </Box>
  );
}
