import type { SharesPanel } from '@kontor/shared';
import { TileRow } from '../../app/home/TileRow.tsx';
import { ListPanel } from './ListPanel.tsx';
import { Meter } from './Meter.tsx';
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
              <Meter
                said={most === undefined ? t('unlimited', { value: is }) : t('places', { value: is, limit: most })}
                share={is / scale}
                tone={few ? 'warning' : undefined}
                mark={needed > 0 ? needed / scale : undefined}
              />
            }
          />
        );
      }}
    />
  );
}
