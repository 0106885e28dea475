import { fieldLabel, kindOf, type Resource } from '@kontor/shared';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { Form } from 'ra-core';
import { type BaseSyntheticEvent, useEffect, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useLocale } from '../../../app/texts.ts';
import { FieldInput } from '../../../kinds/FieldInput.tsx';
import { useOpens } from '../../../providers/access.ts';
import type { DryRun } from '../../../providers/dataProvider.ts';
import { problemOf } from '../../../providers/httpClient.ts';
import { Preview } from '../../preview/Preview.tsx';
import { useWords as usePreviewWords } from '../../preview/words.ts';
import { isEditable, valuesOf, visibleFields } from '../columns/fields.ts';
import { useWords } from '../useWords.ts';
import type { ListMode } from './changes.ts';
import type { Selection } from './selection.ts';
import { useBulkEdit } from './useBulkEdit.ts';

export interface BulkEditDialogProps {
  readonly resource: Resource;
  readonly selection: Selection;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const modes: readonly ListMode[] = ['add', 'remove', 'replace'];

/** What was foretold counts for what stood in the form then. */
function WhenChanged({ call }: { readonly call: () => void }) {
  const values = useWatch();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the change of what was typed is the reason to call
  useEffect(call, [values]);
  return null;
}

/** Chooses a field and its new value for all selected records. */
export default function BulkEditDialog({ resource, selection, onClose, onDone }: BulkEditDialogProps) {
  const t = useWords();
  const locale = useLocale();
  const opens = useOpens(resource, 'update');
  const tPreview = usePreviewWords();
  const { save, preview } = useBulkEdit(resource);
  const [plan, setPlan] = useState<DryRun>();
  const [name, setName] = useState('');
  const [mode, setMode] = useState<ListMode>('add');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const fields = visibleFields(resource, opens).filter((field) => {
    const declared = resource.fields[field];
    return isEditable(resource, field) && !declared?.unique;
  });
  const field = resource.fields[name];
  const isList = Boolean(field && kindOf(field).operators.includes('has'));

  // the second button of the form only looks: the same check of what was typed, the same answers at the fields
  const submit = async (values: Record<string, unknown>, event?: BaseSyntheticEvent) => {
    const only = (event?.nativeEvent as SubmitEvent | undefined)?.submitter?.dataset.only === 'preview';
    setBusy(true);
    setError(undefined);
    setPlan(undefined);
    const change = [selection, name, valuesOf(resource, name, values), isList ? mode : 'replace'] as const;
    try {
      if (only) {
        setPlan(await preview(...change));
        setBusy(false);
      } else {
        await save(...change);
        onDone();
      }
    } catch (failure) {
      setBusy(false);
      setError((failure as Error).message);
      return problemOf(failure)?.errors;
    }
    return undefined;
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="bulk-edit-title">
      <DialogTitle id="bulk-edit-title">{t('change_many', { count: selection.count })}</DialogTitle>
      <Form key={name} onSubmit={submit} sanitizeEmptyValues={false}>
        <DialogContent>
          <Stack spacing={2} sx={{ pt: 1 }}>
            <TextField
              select
              autoFocus
              label={t('choose_field')}
              value={name}
              onChange={(event) => setName(event.target.value)}
            >
              {fields.map((option) => (
                <MenuItem key={option} value={option}>
                  {fieldLabel(resource.fields[option]!, option, locale)}
                </MenuItem>
              ))}
            </TextField>
            {isList && (
              <TextField
                select
                label={t('mode')}
                value={mode}
                onChange={(event) => setMode(event.target.value as ListMode)}
              >
                {modes.map((option) => (
                  <MenuItem key={option} value={option}>
                    {t(`mode_${option}`)}
                  </MenuItem>
                ))}
              </TextField>
            )}
            {field && <FieldInput resource={resource} name={name} />}
            {error && <Alert severity="error">{error}</Alert>}
            <WhenChanged call={() => setPlan(undefined)} />
            {plan && <Preview resource={resource} plan={plan} />}
          </Stack>
        </DialogContent>
        <DialogActions>
          <Button color="inherit" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" data-only="preview" disabled={!field || busy}>
            {tPreview('preview')}
          </Button>
          <Button type="submit" variant="contained" disabled={!field || busy}>
            {t('change')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
