import { fieldLabel, fieldNamed, propertiesOf, type Resource } from '@kontor/shared';
import Alert from '@mui/material/Alert';
import { useTranslate } from 'ra-core';
import { useFormState } from 'react-hook-form';
import { useLocale } from '../../app/texts.ts';
import type { FormPart } from './layout.ts';
import { useWords } from './words.ts';

export interface FormProblemProps {
  readonly resource: Resource;
  readonly parts: readonly FormPart[];
  /** A message that belongs to no field. */
  readonly message?: string | undefined;
}

/** Above the form: what could not be saved. Messages at fields that this form does not show stand here with their name. */
export function FormProblem({ resource, parts, message }: FormProblemProps) {
  const { errors, submitCount } = useFormState();
  const locale = useLocale();
  const t = useWords();
  const translate = useTranslate();
  const shown = new Set(parts.flatMap((part) => part.fields));
  const names = Object.keys(errors);
  const fieldOf = (name: string) => propertiesOf(resource).get(name)?.fieldName ?? name;
  const elsewhere = names
    .filter((name) => !shown.has(fieldOf(name)) && name !== 'root')
    .map((name) => {
      const field = fieldNamed(resource, fieldOf(name));
      return `${field ? `${fieldLabel(field, fieldOf(name), locale)}: ` : ''}${String(errors[name]?.message ?? '')}`;
    });
  if (!message && (submitCount === 0 || names.length === 0)) return null;
  return (
    <Alert severity="error" sx={{ mb: 2 }}>
      {message ? translate(message, { _: message }) : t('check_fields', { count: names.length })}
      {elsewhere.map((text) => (
        <div key={text}>{text}</div>
      ))}
    </Alert>
  );
}
