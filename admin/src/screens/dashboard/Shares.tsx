import type { SharesPanel } from '@kontor/shared';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Trouble } from '../../app/feedback/Trouble.tsx';
import { TileRow } from '../../app/home/TileRow.tsx';
import { TileSkeleton } from '../../app/home/TileSkeleton.tsx';
import { recordTitle } from '../../app/recordTitle.ts';
import { useLocale } from '../../app/texts.ts';
import { useDeclaration } from '../../declarations.ts';
import { listOf } from './drill.ts';
import { labelIn } from './labelIn.ts';
import { PanelCard } from './PanelCard.tsx';
import { told } from './told.ts';
import { useRows } from './useRows.ts';
import { useWords } from './words.ts';

/** How full things are: a bar against the limit, with a mark at what is needed at least. */
export function Shares({ panel }: { readonly panel: SharesPanel }) {
  const { of, filter, columns, value, limit, least, label, empty } = panel;
  const t = useWords();
  const locale = useLocale();
  const resource = useDeclaration(of);
  const { data, total, error, refetch } = useRows(resource, panel, [...columns, ...resource.title]);
  if (error) return <Trouble error={error} retry={() => void refetch()} />;
  if (!data) return <TileSkeleton />;
  return (
    <PanelCard
      title={labelIn(label, locale)}
      {...(data.length
        ? { all: { to: listOf(of, filter), label: t('all', { count: total ?? data.length }) } }
        : { nothing: (empty && labelIn(empty, locale)) || t('nothing') })}
    >
      {data.map((record) => {
        const is = Number(record[value] ?? 0);
        const most = record[limit] === null ? undefined : Number(record[limit]);
        const needed = least && record[least] !== null ? Number(record[least]) : 0;
        const few = is < needed;
        const scale = Math.max(most ?? 0, is, needed, 1);
        return (
          <TileRow
            key={record.id}
            to={`/${of}/${record.id}/show`}
            title={recordTitle(resource, record, locale)}
            detail={[told(resource, record, columns, locale), few && t('least', { least: needed })]
              .filter(Boolean)
              .join(' · ')}
            end={
              <Box sx={{ flex: 'none', width: { xs: 96, sm: 140 } }}>
                <Typography
                  variant="body2"
                  align="right"
                  color={few ? 'warning.main' : 'text.primary'}
                  sx={{ fontVariantNumeric: 'tabular-nums' }}
                >
                  {most === undefined ? t('unlimited', { value: is }) : t('places', { value: is, limit: most })}
                </Typography>
                <Box aria-hidden sx={{ position: 'relative', height: 6, borderRadius: 3, bgcolor: 'frame.sunken' }}>
                  <Box
                    sx={{
                      height: 6,
                      borderRadius: 3,
                      width: `${(is / scale) * 100}%`,
                      bgcolor: few ? 'warning.main' : 'success.main',
                    }}
                  />
                  {needed > 0 && (
                    <Box
                      sx={{
                        position: 'absolute',
                        top: -2,
                        left: `${(needed / scale) * 100}%`,
                        width: 2,
                        height: 10,
                        bgcolor: 'text.secondary',
                      }}
                    />
                  )}
                </Box>
              </Box>
            }
          />
        );
      })}
    </PanelCard>
  );
}
