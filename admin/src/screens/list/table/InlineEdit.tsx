import { fieldLabel, type Resource } from '@kontor/shared';
import Button from '@mui/material/Button';
import Popover from '@mui/material/Popover';
import Stack from '@mui/material/Stack';
import { Form, type RaRecord, useRefresh } from 'ra-core';
import { useState } from 'react';
import { useSay } from '../../../app/feedback/useSay.ts';
import { recordTitle } from '../../../app/recordTitle.ts';
import { useLocale } from '../../../app/texts.ts';
import { FieldInput } from '../../../kinds/FieldInput.tsx';
import { useKontor } from '../../../providers/dataProvider.ts';
import { problemOf } from '../../../providers/httpClient.ts';
import { valuesOf } from '../columns/fields.ts';
import { useUndoable } from '../useUndoable.ts';
import { useWords } from '../useWords.ts';

/** A cell that is being changed in place. */
export interface EditedCell {
  readonly record: RaRecord;
  readonly name: string;
  readonly cell: HTMLElement;
}

export interface InlineEditProps {
  readonly resource: Resource;
  readonly edited: EditedCell;
  readonly onClose: () => void;
}

/** One field of one row, changed where it stands. Only this field is sent, so that nobody else's change is touched. */
export default function InlineEdit({ resource, edited, onClose }: InlineEditProps) {
  const { record, name, cell } = edited;
  const t = useWords();
  const locale = useLocale();
  const api = useKontor();
  const say = useSay();
  const refresh = useRefresh();
  const undoable = useUndoable();
  const [busy, setBusy] = useState(false);
  const label = fieldLabel(resource.fields[name]!, name, locale);
  const close = () => {
    onClose();
    cell.focus();
  };
  const save = async (values: Record<string, unknown>) => {
    const next = valuesOf(resource, name, values);
    const before = valuesOf(resource, name, record);
    if (JSON.stringify(next) === JSON.stringify(before)) return close();
    setBusy(true);
    try {
      const { data } = await api.update(resource.name, {
        id: record.id,
        data: { ...next, version: record.version },
        previousData: record,
      });
      refresh();
      close();
      undoable(t('changed', { name: recordTitle(resource, record, locale), label }), () =>
        api.update(resource.name, { id: record.id, data: { ...before, version: data.version }, previousData: data }),
      );
    } catch (error) {
      setBusy(false);
      const messages = problemOf(error)?.errors;
      if (messages) return messages;
      say({ text: (error as Error).message, tone: 'error' });
    }
    return undefined;
  };
  return (
    <Popover
      open
      anchorEl={cell}
      onClose={close}
      anchorOrigin={{ vertical: 'top', horizontal: 'left' }}
      slotProps={{ paper: { sx: { p: 2, width: 320 }, 'aria-label': t('change_field', { label }), role: 'dialog' } }}
    >
      <Form record={record} onSubmit={save} sanitizeEmptyValues={false}>
        <Stack spacing={1.5}>
          <FieldInput resource={resource} name={name} autoFocus />
          <Stack direction="row" spacing={1} sx={{ justifyContent: 'flex-end' }}>
            <Button size="small" color="inherit" onClick={close}>
              {t('cancel')}
            </Button>
            <Button size="small" type="submit" variant="contained" disabled={busy}>
              {t('save')}
            </Button>
          </Stack>
        </Stack>
      </Form>
    </Popover>
  );
}
