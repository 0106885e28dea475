import type { RowsPanel } from '@kontor/shared';
import { Trouble } from '../../app/feedback/Trouble.tsx';
import { TileRow } from '../../app/home/TileRow.tsx';
import { TileSkeleton } from '../../app/home/TileSkeleton.tsx';
import { recordTitle } from '../../app/recordTitle.ts';
import { useLocale } from '../../app/texts.ts';
import { useDeclaration } from '../../declarations.ts';
import { embeddedTitles } from '../../kinds/common/embedded.ts';
import { listOf } from './drill.ts';
import { labelIn } from './labelIn.ts';
import { PanelCard } from './PanelCard.tsx';
import { told } from './told.ts';
import { useRows } from './useRows.ts';
import { useWords } from './words.ts';

/** The first rows of a list, each with what one decides by. */
export function Rows({ panel }: { readonly panel: RowsPanel }) {
  const { of, filter, columns, opens, label, empty } = panel;
  const t = useWords();
  const locale = useLocale();
  const resource = useDeclaration(of);
  const { data, total, error, refetch } = useRows(resource, panel, [
    ...columns,
    ...resource.title,
    ...(opens ? [opens] : []),
  ]);
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
        const [other] = opens ? embeddedTitles(record, opens) : [];
        const own = recordTitle(resource, record, locale);
        const rest = told(resource, record, columns, locale);
        return (
          <TileRow
            key={record.id}
            to={other ? `/${resource.fields[opens!]!.to}/${other.id}/show` : `/${of}/${record.id}/show`}
            title={other?.title ?? own}
            detail={[rest, ...(other ? [own] : [])].filter(Boolean).join(' · ')}
          />
        );
      })}
    </PanelCard>
  );
}
