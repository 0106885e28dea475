import type { Resource } from '@kontor/shared';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useState } from 'react';
import { useTexts } from '../../app/texts.ts';
import type { Values } from '../form/values.ts';
import { ConflictField } from './ConflictField.tsx';
import { type Conflict, chosenValues, disputed, type Side } from './conflict.ts';

const texts = {
  title: { de: 'Jemand anderes war gleichzeitig hier', en: 'Somebody else was here at the same time' },
  text: {
    de: 'Diese Felder wurden geändert, während Sie daran gearbeitet haben. Bitte wählen Sie, was gelten soll. Alles andere bleibt erhalten.',
    en: 'These fields were changed while you were working on them. Please choose what shall count. Everything else is kept.',
  },
  save: { de: 'So speichern', en: 'Save like this' },
  back: { de: 'Zurück zum Formular', en: 'Back to the form' },
};

export interface ConflictDialogProps {
  readonly resource: Resource;
  /** The record as it was read. */
  readonly record: Values;
  readonly conflict: Conflict;
  readonly resolve: (values: Values) => void;
  readonly cancel: () => void;
}

/** Two people changed the same fields: shows both values side by side and lets one choose per field. */
export function ConflictDialog({ resource, record, conflict, resolve, cancel }: ConflictDialogProps) {
  const t = useTexts(texts);
  const fields = disputed(resource, conflict);
  const [sides, setSides] = useState<Record<string, Side>>({});
  return (
    <Dialog open fullWidth maxWidth="md" onClose={cancel} aria-labelledby="conflict-title">
      <DialogTitle id="conflict-title">{t('title')}</DialogTitle>
      <DialogContent>
        <Box sx={{ mb: 2 }}>{t('text')}</Box>
        <Box sx={{ display: 'grid', gap: 2 }}>
          {fields.map(({ field }) => (
            <ConflictField
              key={field}
              resource={resource}
              record={record}
              name={field}
              conflict={conflict}
              side={sides[field] ?? 'yours'}
              onChoose={(side) => setSides({ ...sides, [field]: side })}
            />
          ))}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={cancel}>
          {t('back')}
        </Button>
        <Button variant="contained" autoFocus onClick={() => resolve(chosenValues(conflict, fields, sides))}>
          {t('save')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
