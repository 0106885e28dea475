import { type AnyField, fieldLabel, fieldNamed, type Resource } from '@kontor/shared';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import DeleteIcon from 'icon/DeleteForeverOutlined';
import RestoreIcon from 'icon/RestoreFromTrashOutlined';
import { type RaRecord, useListContext } from 'ra-core';
import { ReasonedButton } from '../../app/feedback/ReasonedButton.tsx';
import { useOffer } from '../../app/feedback/useOffer.ts';
import { usePhone } from '../../app/preferences.ts';
import { recordTitle } from '../../app/recordTitle.ts';
import { useLocale } from '../../app/texts.ts';
import { SelectBox } from '../list/table/SelectBox.tsx';
import { SkeletonRows } from '../list/table/SkeletonRows.tsx';
import { TableRoot } from '../list/table/TableRoot.tsx';
import { useWords as useListWords } from '../list/useWords.ts';
import { Value } from '../list/Value.tsx';
import { useRestore } from './useRestore.ts';
import { useWords } from './words.ts';

const stamps = ['deleted_at', 'deleted_by'] as const;

export interface TrashRowsProps {
  readonly resource: Resource;
  readonly onPurge: (record: RaRecord) => void;
}

/** What lies in the trash: its name, when and by whom it was deleted, and the two ways out. */
export function TrashRows({ resource, onPurge }: TrashRowsProps) {
  const t = useWords();
  const tList = useListWords();
  const locale = useLocale();
  const offer = useOffer(resource);
  const phone = usePhone();
  const shown = phone ? [] : stamps;
  const { data, isPending, selectedIds, onSelect, onToggleItem } = useListContext();
  const { restore } = useRestore(resource);
  const ids = data?.map((record) => record.id) ?? [];
  const all = ids.length > 0 && ids.every((id) => selectedIds.includes(id));
  const restoring = offer('restore');
  const purging = offer('delete');
  const selectable = !restoring.why || !purging.why;
  return (
    <Box tabIndex={0} role="region" aria-label={t('record')} sx={{ overflow: 'auto', minHeight: 0 }}>
      <TableRoot aria-busy={isPending}>
        <thead>
          <tr>
            {selectable && (
              <th className="select" scope="col">
                <SelectBox
                  label={tList('select_all')}
                  checked={all}
                  partly={selectedIds.length > 0 && !all}
                  onToggle={() => onSelect(all ? [] : ids)}
                />
              </th>
            )}
            <th scope="col">{t('record')}</th>
            {shown.map((name) => (
              <th key={name} scope="col">
                {fieldLabel(fieldNamed(resource, name) as AnyField, name, locale)}
              </th>
            ))}
            <th scope="col" className="right">
              {t('actions')}
            </th>
          </tr>
        </thead>
        <tbody>
          {isPending && <SkeletonRows rows={8} columns={shown.length + 2} selectable={selectable} />}
          {data?.map((record) => {
            const title = recordTitle(resource, record, locale);
            return (
              <tr key={record.id} data-selected={selectedIds.includes(record.id)}>
                {selectable && (
                  <td className="select">
                    <SelectBox
                      label={tList('select_row', { name: title })}
                      checked={selectedIds.includes(record.id)}
                      onToggle={() => onToggleItem(record.id)}
                    />
                  </td>
                )}
                <td title={title} style={phone ? { whiteSpace: 'normal', paddingBlock: 8 } : undefined}>
                  {title}
                  {phone && (
                    <Box sx={{ color: 'text.secondary' }}>
                      <Value resource={resource} name="deleted_at" record={record} />
                    </Box>
                  )}
                </td>
                {shown.map((name) => (
                  <td key={name}>
                    <Value resource={resource} name={name} record={record} />
                  </td>
                ))}
                <td className="right">
                  {restoring.shown && (
                    <ReasonedButton
                      size="small"
                      reason={restoring.why}
                      aria-label={`${t('restore')}: ${title}`}
                      onClick={() => {
                        void restore(record);
                        onSelect(selectedIds.filter((id) => id !== record.id));
                      }}
                      sx={{ minWidth: 0 }}
                    >
                      {phone ? <RestoreIcon fontSize="small" /> : t('restore')}
                    </ReasonedButton>
                  )}
                  {!purging.why && (
                    <Tooltip title={t('purge')}>
                      <IconButton size="small" aria-label={`${t('purge')}: ${title}`} onClick={() => onPurge(record)}>
                        <DeleteIcon fontSize="small" />
                      </IconButton>
                    </Tooltip>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </TableRoot>
    </Box>
  );
}
