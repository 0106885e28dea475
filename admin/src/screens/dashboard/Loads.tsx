import { fieldNamed, type LoadPanel } from '@kontor/shared';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import ChevronLeft from 'icon/ChevronLeft';
import ChevronRight from 'icon/ChevronRight';
import { useState } from 'react';
import { brokenOf } from '../../app/feedback/brokenOf.ts';
import { Trouble } from '../../app/feedback/Trouble.tsx';
import { TileRow } from '../../app/home/TileRow.tsx';
import { TileSkeleton } from '../../app/home/TileSkeleton.tsx';
import { useLocale } from '../../app/texts.ts';
import { useDeclaration } from '../../declarations.ts';
import { useOpens } from '../../providers/access.ts';
import { viewPath } from '../list/views/viewPath.ts';
import { columnOf } from './bars.ts';
import { filterOf, monthFromToday } from './drill.ts';
import { loadsOf } from './loads.ts';
import { Meter } from './Meter.tsx';
import { PanelCard } from './PanelCard.tsx';
import { useFigures } from './useFigures.ts';
import { useNames } from './useNames.ts';
import { useWords } from './words.ts';

/** How busy each is in a month, the busiest first; each leads to what is counted. */
export function Loads({ panel }: { readonly panel: LoadPanel }) {
  const { of, filter = {}, group, days, limit, usual, most, label, empty } = panel;
  const t = useWords();
  const locale = useLocale();
  const [months, setMonths] = useState(0);
  const resource = useDeclaration(of);
  const opens = useOpens(resource);
  const first = monthFromToday(months);
  const within = filterOf(filter, days, fieldNamed(resource, days)!, first, 'month');
  const measure = `days:${days}` as const;
  const figures = useFigures({ of, filter: within, group: [group], measures: [measure] });
  const rows = (figures.data ?? []).filter((row) => row[group] !== null);
  const people = useNames(
    resource,
    group,
    rows.map((row) => row[group]),
  );
  if (!opens(resource.fields[group]?.guard) || !opens(resource.fields[days]?.guard)) return null;
  const broken = brokenOf(figures, people);
  if (broken) return <Trouble {...broken} />;
  if (!figures.data || !people.isReady) return <TileSkeleton />;
  const counted = rows
    .filter((row) => people.nameOf(row[group]) !== undefined)
    .map((row) => ({ id: row[group], days: row[columnOf(measure)], limit: people.recordOf(row[group])?.[limit] }));
  const loads = loadsOf(counted, usual, most);
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const step = (by: number, said: 'month_before' | 'month_after', Icon: typeof ChevronLeft) => (
    <IconButton size="small" aria-label={t(said)} title={t(said)} onClick={() => setMonths(months + by)}>
      <Icon fontSize="small" />
    </IconButton>
  );
  return (
    <PanelCard title={label[locale]} all={{ to: viewPath(of, 'list', within), label: t('show') }}>
      <Box sx={{ display: 'flex', alignItems: 'center', px: 1.25, pb: 0.5 }}>
        {step(-1, 'month_before', ChevronLeft)}
        <Typography variant="body2" aria-live="polite" sx={{ minWidth: 120, textAlign: 'center' }}>
          {month.format(new Date(`${first}T12:00:00Z`))}
        </Typography>
        {step(1, 'month_after', ChevronRight)}
      </Box>
      {loads.length === 0 ? (
        <Typography color="text.secondary" sx={{ px: 2, pb: 1 }}>
          {empty?.[locale] ?? t('nothing')}
        </Typography>
      ) : (
        <Box role="list" aria-label={label[locale]}>
          {loads.map(({ id, days: worked, limit: mostDays, share, over }) => (
            <Box role="listitem" key={id}>
              <TileRow
                to={viewPath(of, 'list', { ...within, [group]: id })}
                title={people.nameOf(id)!}
                detail={over > 0 ? t('too_much', { count: over }) : mostDays === undefined ? t('no_limit') : undefined}
                end={
                  <Meter
                    said={
                      mostDays === undefined
                        ? t('days', { count: worked })
                        : t('days_of', { days: worked, count: mostDays })
                    }
                    share={share}
                    tone={over > 0 ? 'error' : undefined}
                  />
                }
              />
            </Box>
          ))}
        </Box>
      )}
    </PanelCard>
  );
}
