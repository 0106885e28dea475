import { fieldLabel, fieldNamed, type Resource } from '@kontor/shared';
import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import { useId } from 'react';
import { useLocale, useTexts } from '../../app/texts.ts';
import { FieldDisplay } from '../../kinds/FieldDisplay.tsx';
import type { Values } from '../form/values.ts';
import type { Conflict, Side } from './conflict.ts';

const texts = {
  yours: { de: 'Ihre Eingabe', en: 'What you typed' },
  theirs: { de: 'Inzwischen gespeichert', en: 'Saved in the meantime' },
  before: { de: 'Vorher:', en: 'Before:' },
};

export interface ConflictFieldProps {
  readonly resource: Resource;
  readonly record: Values;
  readonly name: string;
  readonly conflict: Conflict;
  readonly side: Side;
  readonly onChoose: (side: Side) => void;
}

/** One field in conflict: both values as people read them, and what stood there before. */
export function ConflictField({ resource, record, name, conflict, side, onChoose }: ConflictFieldProps) {
  const t = useTexts(texts);
  const locale = useLocale();
  const id = useId();
  const field = fieldNamed(resource, name);
  const shown = (values: Readonly<Record<string, unknown>>) => (
    <FieldDisplay resource={resource} name={name} record={{ ...record, _embedded: {}, ...values }} />
  );
  return (
    <Box sx={{ borderTop: 1, borderColor: 'divider', pt: 1.5 }}>
      <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', alignItems: 'baseline', mb: 0.5 }}>
        <Box component="span" id={id} sx={{ fontWeight: 600 }}>
          {field ? fieldLabel(field, name, locale) : name}
        </Box>
        <Box component="span" sx={{ color: 'text.secondary', typography: 'body2' }}>
          {t('before')} {shown(conflict.base)}
        </Box>
      </Box>
      <RadioGroup
        aria-labelledby={id}
        value={side}
        onChange={(_, chosen) => onChoose(chosen as Side)}
        sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, gap: 1 }}
      >
        {(['yours', 'theirs'] as const).map((option) => (
          <Box
            key={option}
            sx={{
              border: 1,
              borderColor: side === option ? 'primary.main' : 'divider',
              borderRadius: 1,
              px: 1.5,
              pb: 1,
            }}
          >
            <FormControlLabel value={option} control={<Radio size="small" />} label={t(option)} />
            <Box>{shown(conflict[option])}</Box>
          </Box>
        ))}
      </RadioGroup>
    </Box>
  );
}
