import type { SharesPanel } from '@kontor/shared';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { TileRow } from '../../app/home/TileRow.tsx';
import { ListPanel } from './ListPanel.tsx';
import { useWords } from './words.ts';

/** How full things are: a bar against the limit, with a mark at what is needed at least. */
export function Shares({ panel }: { readonly panel: SharesPanel }) {
  const { of, value, limit, least } = panel;
  const t = useWords();
  return (
    <ListPanel
      panel={panel}
      row={({ record, title, details }) => {
        const is = Number(record[value] ?? 0);
        const most = record[limit] === null ? undefined : Number(record[limit]);
        const needed = least && record[least] !== null ? Number(record[least]) : 0;
        const few = is < needed;
        const scale = Math.max(most ?? 0, is, needed, 1);
        return (
          <TileRow
            to={`/${of}/${record.id}/show`}
            title={title}
            detail={[...details, ...(few ? [t('least', { least: needed })] : [])].join(' · ')}
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
      }}
    />
  );
}
