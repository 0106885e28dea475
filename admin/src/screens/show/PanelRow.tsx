import { dayFromToday, fieldNamed, type PagePanel } from '@kontor/shared';
import { DueDate } from '../../app/home/DueDate.tsx';
import { TileRow } from '../../app/home/TileRow.tsx';
import { useLocale } from '../../app/texts.ts';
import type { Listed } from '../dashboard/ListPanel.tsx';
import { cellText } from '../list/cellText.ts';
import { Value } from '../list/Value.tsx';
import { Tick } from './Tick.tsx';

interface PanelRowProps extends Listed {
  readonly panel: PagePanel;
}

/** A row that belongs to a record: what it is, how it stands, and until when. */
export function PanelRow({ panel, record, resource, title }: PanelRowProps) {
  const locale = useLocale();
  const { of, columns, tick } = panel;
  const atEnd = columns.find((name) => fieldNamed(resource, name)?.kind === 'status');
  const due = columns.find((name) => name === resource.notify?.due);
  return (
    <TileRow
      to={`/${of}/${record.id}/show`}
      title={title}
      detail={columns
        .filter((name) => name !== atEnd && name !== due)
        .map((name) => cellText(resource, name, record, locale))
        .filter(Boolean)
        .join(' · ')}
      lead={tick && <Tick resource={resource} record={record} name={tick} title={title} />}
      end={
        <>
          {due && record[due] && <DueDate date={record[due]} overdue={record[due] < dayFromToday(0)} />}
          {atEnd && <Value resource={resource} record={record} name={atEnd} />}
        </>
      }
    />
  );
}
