import type { RowsPanel } from '@kontor/shared';
import { TileRow } from '../../app/home/TileRow.tsx';
import { embeddedTitles } from '../../kinds/common/embedded.ts';
import { ListPanel } from './ListPanel.tsx';

/** The first rows of a list, each with what one decides by. */
export function Rows({ panel }: { readonly panel: RowsPanel }) {
  const { of, opens } = panel;
  return (
    <ListPanel
      panel={panel}
      named={opens ? [opens] : []}
      row={({ record, resource, title, details }) => {
        // what the user may not see is not opened either
        const other = opens ? embeddedTitles(record, opens).find((one) => one.title) : undefined;
        return (
          <TileRow
            to={other ? `/${resource.fields[opens!]!.to}/${other.id}/show` : `/${of}/${record.id}/show`}
            title={other?.title || title}
            detail={[...details, ...(other ? [title] : [])].join(' · ')}
          />
        );
      }}
    />
  );
}
