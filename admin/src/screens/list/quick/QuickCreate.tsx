import { fieldLabel, type Resource, resourceLabel } from '@kontor/shared';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { type KeyboardEvent, type SyntheticEvent, useRef } from 'react';
import { useLocale, useTexts } from '../../../app/texts.ts';
import { useQuickCreate } from './useQuickCreate.ts';

const texts = {
  add: { de: 'Hinzufügen', en: 'Add' },
  placeholder: { de: '{label} …', en: '{label} …' },
  name: { de: '{name} schnell anlegen: {label}', en: 'Create {name} quickly: {label}' },
} as const;

export interface QuickCreateProps {
  readonly resource: Resource;
  /** The field that is typed. */
  readonly name: string;
  /** Values that are given by the place. */
  readonly values: Record<string, unknown>;
}

/** Creates a record from one line of text; Enter adds it, and the next can be typed at once. */
export function QuickCreate({ resource, name, values }: QuickCreateProps) {
  const t = useTexts(texts);
  const locale = useLocale();
  const input = useRef<HTMLInputElement>(null);
  const { text, setText, busy, error, submit } = useQuickCreate(resource, name, values);
  const field = resource.fields[name]!;
  const label = fieldLabel(field, name, locale);
  const add = async (event: SyntheticEvent) => {
    event.preventDefault();
    await submit();
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (!field.multiline || event.ctrlKey)) void add(event);
  };
  return (
    <Stack component="form" direction="row" spacing={1} onSubmit={add} sx={{ alignItems: 'flex-start' }}>
      <TextField
        fullWidth
        multiline={Boolean(field.multiline)}
        maxRows={8}
        inputRef={input}
        placeholder={t('placeholder', { label })}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        error={Boolean(error)}
        helperText={error}
        slotProps={{
          htmlInput: {
            'aria-label': t('name', { name: resourceLabel(resource, locale, 'one'), label }),
            maxLength: field.max,
          },
        }}
      />
      {text.trim() && (
        <Button type="submit" variant="outlined" disabled={busy}>
          {t('add')}
        </Button>
      )}
    </Stack>
  );
}
