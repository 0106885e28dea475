import { inZone, zone } from '@kontor/shared';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { Link as RouterLink } from 'react-router-dom';
import { useLocale, useTexts } from '../../app/texts.ts';
import { labelOf } from '../../declarations.ts';
import { httpClient } from '../../providers/httpClient.ts';
import { apiUrl } from '../../providers/session.ts';
import { dayName } from '../../screens/history/days.ts';

const texts = {
  title: { de: 'Lücken in „{name}“', en: 'Gaps in “{name}”' },
  none: { de: 'Noch ist keine Nummer vergeben.', en: 'No number has been given yet.' },
  year: { de: '{year}: {from} bis {to}', en: '{year}: {from} to {to}' },
  ever: { de: 'Von {from} bis {to}', en: 'From {from} to {to}' },
  whole: {
    de: '{count} {count|Nummer|Nummern} vergeben, alle belegt.',
    en: '{count} {count|number|numbers} given, all accounted for.',
  },
  given: { de: '{count} {count|Nummer|Nummern} vergeben.', en: '{count} {count|number|numbers} given.' },
  skipped: { de: 'Übersprungen', en: 'Passed over' },
  missing: { de: 'Ohne Beleg', en: 'Not accounted for' },
  missing_text: {
    de: 'Diese Nummern fehlen. Das geht nur an Kontor vorbei, unmittelbar in der Datenbank.',
    en: 'These numbers are missing. That takes a change past Kontor, in the database itself.',
  },
  gone: { de: 'Der Datensatz ist gelöscht', en: 'The record is deleted' },
  by: { de: '{when}, {who}', en: '{when}, {who}' },
  all: { de: 'Alle Nummern', en: 'All numbers' },
  close: { de: 'Schließen', en: 'Close' },
} as const;

interface Account {
  readonly year: number | null;
  readonly from: number;
  readonly to: number;
  readonly given: number;
  readonly skipped: readonly { number: string; reason: string | null; at: string; by: string | null }[];
  readonly missing: readonly { from: number; to: number }[];
  readonly gone: readonly { number: string; resource: string }[];
}

interface NumberGapsProps {
  readonly id: string;
  readonly name: string;
  readonly onClose: () => void;
}

/** Where the numbers of a series are, year by year: passed over by whom, missing, or on a record that is no more. */
export default function NumberGaps({ id, name, onClose }: NumberGapsProps) {
  const t = useTexts(texts);
  const { data, error } = useQuery({
    queryKey: ['number_sequences', 'gaps', id],
    queryFn: async ({ signal }) =>
      (await httpClient<Account[]>(`${apiUrl}/number_sequences/${id}/gaps`, { signal })).json,
    staleTime: 0,
  });
  const all = `/number_allocations?filter=${encodeURIComponent(JSON.stringify({ sequence_id: id }))}`;
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="number-gaps">
      <DialogTitle id="number-gaps">{t('title', { name })}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 3 }} aria-live="polite">
        {error && <Alert severity="error">{error.message}</Alert>}
        {!data && !error && <Skeleton height={80} />}
        {data?.length === 0 && <Typography color="text.secondary">{t('none')}</Typography>}
        {data?.map((account) => (
          <YearAccount key={account.year} account={account} />
        ))}
      </DialogContent>
      <DialogActions>
        <Button component={RouterLink} to={all}>
          {t('all')}
        </Button>
        <Button onClick={onClose}>{t('close')}</Button>
      </DialogActions>
    </Dialog>
  );
}

function YearAccount({ account }: { account: Account }) {
  const t = useTexts(texts);
  const locale = useLocale();
  const { year, from, to, given, skipped, missing, gone } = account;
  const plain = skipped.length + missing.length + gone.length === 0;
  const when = (at: string) => dayName(inZone(new Date(at), zone.name).date, locale);
  return (
    <section>
      <Typography variant="subtitle2" component="h3">
        {year === null ? t('ever', { from, to }) : t('year', { year: String(year), from, to })}
      </Typography>
      {plain && (
        <Alert severity="success" sx={{ mt: 1 }}>
          {t('whole', { count: given })}
        </Alert>
      )}
      {!plain && <Typography color="text.secondary">{t('given', { count: given })}</Typography>}
      {missing.length > 0 && (
        <Alert severity="error" sx={{ mt: 1 }}>
          {t('missing_text')}{' '}
          {missing.map((gap) => (gap.from === gap.to ? gap.from : `${gap.from} – ${gap.to}`)).join(', ')}
        </Alert>
      )}
      {skipped.length > 0 && (
        <Rows
          title={t('skipped')}
          rows={skipped.map(({ number, reason, at, by }) => ({
            number,
            text: [reason, by ? t('by', { when: when(at), who: by }) : when(at)].filter(Boolean).join(' · '),
          }))}
        />
      )}
      {gone.length > 0 && (
        <Rows
          title={t('gone')}
          rows={gone.map(({ number, resource }) => ({ number, text: labelOf(resource, locale, 'one') }))}
        />
      )}
    </section>
  );
}

function Rows({ title, rows }: { title: string; rows: readonly { number: string; text: string }[] }) {
  return (
    <>
      <Typography variant="body2" sx={{ mt: 1.5, fontWeight: 600 }}>
        {title}
      </Typography>
      <Typography
        component="dl"
        variant="body2"
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: '1fr', sm: 'auto 1fr' },
          columnGap: 2,
          rowGap: 0.5,
          m: 0,
          mt: 0.5,
        }}
      >
        {rows.map(({ number, text }) => [
          <dt key={number}>{number}</dt>,
          <Typography
            component="dd"
            variant="body2"
            color="text.secondary"
            key={`${number} text`}
            sx={{ m: 0, overflowWrap: 'anywhere' }}
          >
            {text}
          </Typography>,
        ])}
      </Typography>
    </>
  );
}
