import type { Resource } from '@kontor/shared';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Paper from '@mui/material/Paper';
import CloseIcon from 'icon/Close';
import DeleteIcon from 'icon/DeleteOutlined';
import EditIcon from 'icon/EditOutlined';
import { useListContext } from 'ra-core';
import { useEffect, useState } from 'react';
import { ReasonedButton } from '../../../app/feedback/ReasonedButton.tsx';
import { useOffer } from '../../../app/feedback/useOffer.ts';
import { useLoaded } from '../../../app/useLoaded.ts';
import { useWords } from '../useWords.ts';
import { StepsButton } from './StepsButton.tsx';
import { mostRecords, type Selection } from './selection.ts';
import { useBulkDelete } from './useBulkDelete.ts';

const loadEdit = () => import('./BulkEditDialog.tsx').then((module) => module.default);
const loadDelete = () => import('./ConfirmDelete.tsx').then((module) => module.default);
const loadStep = () => import('./StepDialog.tsx').then((module) => module.default);

/** What can be done with the selected rows. Stands over the filters, so that nothing moves. */
export function BulkBar({ resource }: { resource: Resource }) {
  const t = useWords();
  const offer = useOffer(resource);
  const { selectedIds, onSelect, data, total = 0, filterValues } = useListContext();
  const [everything, setEverything] = useState(false);
  const [dialog, setDialog] = useState<'edit' | 'delete' | { step: string } | null>(null);
  const close = () => setDialog(null);
  const step = typeof dialog === 'object' ? dialog?.step : undefined;
  const BulkEditDialog = useLoaded(loadEdit, dialog === 'edit', close);
  const ConfirmDelete = useLoaded(loadDelete, dialog === 'delete', close);
  const StepDialog = useLoaded(loadStep, step !== undefined, close);
  const remove = useBulkDelete(resource);
  const pageFull = (data?.length ?? 0) > 0 && data!.every((record) => selectedIds.includes(record.id));
  useEffect(() => {
    if (!pageFull) setEverything(false);
  }, [pageFull]);

  const all = everything && pageFull;
  const selection: Selection = {
    resource: resource.name,
    ids: selectedIds,
    count: all ? total : selectedIds.length,
    ...(all ? { everything: filterValues } : {}),
  };
  // Said before anything is typed: the server would refuse it.
  const tooMany = selection.count > mostRecords;
  const most = tooMany ? t('too_many', { most: mostRecords, count: selection.count }) : '';
  const done = () => {
    close();
    onSelect([]);
  };
  return (
    <Paper
      variant="outlined"
      role="toolbar"
      aria-label={t('selected', { count: selection.count })}
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 1,
        px: 1,
        alignSelf: 'start',
        py: { xs: 0.5, sm: 0 },
        minHeight: 36,
        bgcolor: 'action.selected',
      }}
    >
      <IconButton size="small" aria-label={t('clear_selection')} onClick={() => onSelect([])}>
        <CloseIcon fontSize="small" />
      </IconButton>
      <Box component="span" role="status" sx={{ fontWeight: 600 }}>
        {all ? t('all_selected', { count: total }) : t('selected', { count: selection.count })}
      </Box>
      {pageFull && !all && total > selectedIds.length && (
        <Button size="small" onClick={() => setEverything(true)}>
          {t('select_total', { count: total })}
        </Button>
      )}
      <Box sx={{ display: 'flex', gap: 1, ml: { sm: 'auto' } }}>
        <StepsButton resource={resource} why={most} onStep={(name) => setDialog({ step: name })} />
        <ReasonedButton
          size="small"
          startIcon={<EditIcon fontSize="small" />}
          reason={offer('update').why || most}
          onClick={() => setDialog('edit')}
        >
          {t('change')}
        </ReasonedButton>
        {offer('delete').shown && (
          <ReasonedButton
            size="small"
            color="error"
            startIcon={<DeleteIcon fontSize="small" />}
            reason={offer('delete').why || most}
            onClick={() => setDialog('delete')}
          >
            {t('delete')}
          </ReasonedButton>
        )}
      </Box>
      {tooMany && (
        <Box role="alert" sx={{ width: '100%', pb: 0.5, px: 1 }}>
          {most}
        </Box>
      )}
      {StepDialog && step !== undefined && (
        <StepDialog resource={resource} selection={selection} step={step} onClose={close} onDone={done} />
      )}
      {BulkEditDialog && dialog === 'edit' && (
        <BulkEditDialog resource={resource} selection={selection} onClose={close} onDone={done} />
      )}
      {ConfirmDelete && dialog === 'delete' && (
        <ConfirmDelete
          resource={resource}
          count={selection.count}
          onClose={close}
          onConfirm={async () => {
            await remove(selection);
            done();
          }}
        />
      )}
    </Paper>
  );
}
