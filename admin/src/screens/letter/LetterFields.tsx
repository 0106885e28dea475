import Alert from '@mui/material/Alert';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { FieldInput } from '../../kinds/FieldInput.tsx';
import { type LetterOptions, useKontor } from '../../providers/dataProvider.ts';
import { problemOf } from '../../providers/httpClient.ts';
import { reasonOf } from '../../providers/reason.ts';
import { letterForm } from './letterForm.ts';
import { useWords } from './words.ts';

/** What is chosen of a letter, beside what is typed. */
export interface Chosen {
  readonly brand: string;
  readonly template: string;
}

interface LetterFieldsProps {
  readonly place: { readonly resource: string; readonly id: string };
  readonly options: LetterOptions;
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
}

/** On whose paper, what it begins with, to whom, subject and text. A template fills both with the record. */
export function LetterFields({ place, options, chosen, onChoose }: LetterFieldsProps) {
  const t = useWords();
  const api = useKontor();
  const { setValue } = useFormContext();
  const [problem, setProblem] = useState<string>();
  const { brand, template } = chosen;
  const templates = options.templates.filter((one) => !one.brand_id || one.brand_id === brand);
  const html = useWatch({ name: 'html' }) as string | null;

  const fill = async (next: Chosen) => {
    onChoose(next);
    setProblem(undefined);
    if (!next.template) return;
    try {
      const { subject, html } = await api.fillLetter(place.resource, place.id, {
        template_id: next.template,
        brand_id: next.brand || null,
      });
      setValue('subject', subject, { shouldDirty: true });
      setValue('html', html, { shouldDirty: true });
    } catch (error) {
      const atField = problemOf(error)?.errors?.template_id;
      setProblem(typeof atField === 'string' ? atField : reasonOf(error));
    }
  };
  return (
    <Stack spacing={2} sx={{ pt: 1 }}>
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2}>
        <TextField
          select
          fullWidth
          label={t('template')}
          value={template}
          onChange={(event) => void fill({ ...chosen, template: event.target.value })}
        >
          <MenuItem value="">{t('no_template')}</MenuItem>
          {templates.map(({ id, name, language }) => (
            <MenuItem key={id} value={id}>
              {templates.some((other) => other.name === name && other.language !== language)
                ? `${name} (${language.toUpperCase()})`
                : name}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          fullWidth
          label={t('brand')}
          value={brand}
          onChange={(event) => {
            const kept = options.templates.find((one) => one.id === template);
            const fits = !kept?.brand_id || kept.brand_id === event.target.value;
            onChoose({ brand: event.target.value, template: fits ? template : '' });
          }}
        >
          {options.brands.map(({ id, title }) => (
            <MenuItem key={id} value={id}>
              {title}
            </MenuItem>
          ))}
        </TextField>
      </Stack>
      {problem && <Alert severity="error">{problem}</Alert>}
      <FieldInput resource={letterForm} name="recipient" />
      <FieldInput resource={letterForm} name="subject" />
      <FieldInput resource={letterForm} name="html" />
      {html?.includes('{%') && (
        <Typography variant="body2" color="text.secondary">
          {t('tags')}
        </Typography>
      )}
    </Stack>
  );
}
