import { type BarsPanel, fieldLabel, fieldNamed, formatDecimal, type PanelMeasure } from '@kontor/shared';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { brokenOf } from '../../app/feedback/brokenOf.ts';
import { Trouble } from '../../app/feedback/Trouble.tsx';
import { roughText } from '../../app/fieldText.ts';
import { TileSkeleton } from '../../app/home/TileSkeleton.tsx';
import { useLocale } from '../../app/texts.ts';
import { useDeclaration } from '../../declarations.ts';
import { useCan, useOpens } from '../../providers/access.ts';
import { viewPath } from '../list/views/viewPath.ts';
import { barsOf, columnOf } from './bars.ts';
import { filterOf } from './drill.ts';
import { PanelCard } from './PanelCard.tsx';
import { useFigures } from './useFigures.ts';
import { useNames } from './useNames.ts';
import { useWords } from './words.ts';

/** Bars from zero, one for each group, with their figures; each leads to what it counts. */
export function Bars({ panel }: { readonly panel: BarsPanel }) {
  const resource = useDeclaration(panel.of);
  const opens = useOpens(resource);
  const can = useCan();
  const seen = panel.measures.filter(
    (measure) => measure === 'count' || opens(resource.fields[measure.slice('sum:'.length)]?.guard),
  );
  const [first, ...more] = seen;
  const { split, ...whole } = panel;
  const to = split && resource.fields[split]?.to;
  // parts that have no names for the user tell nothing
  const splits = split && opens(resource.fields[split]?.guard) && (!to || can('read', String(to)));
  return first ? <Seen panel={{ ...(splits ? panel : whole), measures: [first, ...more] }} /> : null;
}

function Seen({ panel }: { readonly panel: BarsPanel }) {
  const { of, filter = {}, group, part, split, measures, label, empty } = panel;
  const t = useWords();
  const locale = useLocale();
  const resource = useDeclaration(of);
  const by = part ? `${group}:${part}` : group;
  const totals = useFigures({ of, filter, group: [by], measures });
  const parts = useFigures({ of, filter, group: split ? [by, split] : [by], measures: [measures[0]] });
  const field = fieldNamed(resource, group)!;
  const all = barsOf(panel, totals.data ?? [], parts.data ?? [], Object.keys(field.options ?? {}));
  const groups = useNames(
    resource,
    group,
    all.map(({ value }) => value),
    part,
  );
  const splits = all[0]?.parts.map(({ value }) => value) ?? [];
  const names = useNames(resource, split, splits);
  const broken = brokenOf(totals, parts, groups, names);
  if (broken) return <Trouble {...broken} />;
  if (!totals.data || !parts.data || !groups.isReady || !names.isReady) return <TileSkeleton />;
  const bars = all.filter(({ value }) => groups.nameOf(value) !== undefined);
  const told = splits.filter((value) => names.nameOf(value) !== undefined);

  const longest = Math.max(1, ...bars.map((bar) => bar.parts.reduce((sum, { size }) => sum + size, 0)));
  const fieldOf = (measure: PanelMeasure) =>
    measure === 'count' ? undefined : fieldNamed(resource, measure.slice('sum:'.length));
  const said = (measure: PanelMeasure, value: unknown) => {
    const measured = fieldOf(measure);
    if (value === null || value === undefined) return '–';
    return measured ? roughText(measured, String(value), locale) : formatDecimal(String(value), locale);
  };
  const lookOf = (value: string | null) => {
    const colour = names.colourOf(value);
    return { bgcolor: colour ?? 'primary.main', opacity: colour ? 1 : 1 - 0.25 * (splits.indexOf(value) % 3) };
  };
  const title = label[locale];
  const columns = `minmax(72px, 0.8fr) minmax(40px, 2fr) repeat(${measures.length}, auto)`;
  return (
    <PanelCard
      title={title}
      all={{ to: viewPath(of, 'list', filter), label: t('show') }}
      {...(bars.length ? {} : { nothing: empty?.[locale] ?? t('nothing') })}
    >
      <Box
        role="table"
        aria-label={title}
        sx={{ px: 2, display: 'grid', gridTemplateColumns: columns, columnGap: 1.5 }}
      >
        {measures.length > 1 && (
          <Box role="row" sx={{ display: 'contents' }}>
            <Box role="columnheader" sx={{ gridColumn: 'span 2' }} />
            {measures.map((measure) => (
              <Typography key={measure} role="columnheader" variant="caption" color="text.secondary" align="right">
                {measure === 'count' ? t('count') : fieldLabel(fieldOf(measure)!, measure.slice(4), locale)}
              </Typography>
            ))}
          </Box>
        )}
        {bars.map((bar) => (
          <Box role="row" key={String(bar.value)} sx={{ display: 'contents' }}>
            <Box role="rowheader" sx={{ minWidth: 0, py: 0.5 }}>
              <Link
                component={RouterLink}
                to={viewPath(of, 'list', filterOf(filter, group, field, bar.value, part))}
                color="text.primary"
                noWrap
                sx={{ display: 'block' }}
              >
                {groups.nameOf(bar.value)}
              </Link>
            </Box>
            <Box aria-hidden sx={{ display: 'flex', alignItems: 'center', py: 0.5 }}>
              {bar.parts.map(({ value, size }) => (
                <Box
                  key={String(value)}
                  title={split ? names.nameOf(value) : undefined}
                  sx={{
                    height: 14,
                    width: `${(size / longest) * 100}%`,
                    ...lookOf(value),
                    minWidth: size > 0 ? 2 : 0,
                  }}
                />
              ))}
            </Box>
            {measures.map((measure) => (
              <Typography
                key={measure}
                role="cell"
                align="right"
                noWrap
                sx={{ py: 0.5, fontVariantNumeric: 'tabular-nums' }}
              >
                {said(measure, bar.figures[columnOf(measure)])}
              </Typography>
            ))}
          </Box>
        ))}
      </Box>
      {split && told.length > 1 && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, px: 2, pt: 1 }}>
          {told.map((value) => (
            <Box key={String(value)} sx={{ display: 'flex', alignItems: 'center', gap: 0.75 }}>
              <Box
                aria-hidden
                sx={{
                  width: 10,
                  height: 10,
                  borderRadius: '2px',
                  ...lookOf(value),
                }}
              />
              <Typography variant="caption" color="text.secondary">
                {names.nameOf(value)}
              </Typography>
            </Box>
          ))}
        </Box>
      )}
    </PanelCard>
  );
}
