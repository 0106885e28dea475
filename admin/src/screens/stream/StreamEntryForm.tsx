import { optionLabel, resourceLabel } from '@kontor/shared';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import TextField from '@mui/material/TextField';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { type RaRecord, useRefresh } from 'ra-core';
import { type FormEvent, useState } from 'react';
import { useSay } from '../../app/feedback/useSay.ts';
import { useLocale } from '../../app/texts.ts';
import { useDeclaration } from '../../declarations.ts';
import { useKontor } from '../../providers/dataProvider.ts';
import { reasonOf } from '../../providers/reason.ts';
import { useCreatable } from '../list/ListHead.tsx';
import { useQuickCreate } from '../list/quick/useQuickCreate.ts';
import Mentions from '../mentions/Mentions.tsx';
import { useWords } from './words.ts';

interface StreamEntryFormProps {
  /** The resource that is written. */
  readonly of: string;
  /** What it hangs on. */
  readonly values: Record<string, unknown>;
}

/** Writes an entry where one reads: its sort, its text, Ctrl+Enter. */
export function StreamEntryForm({ of, values }: StreamEntryFormProps) {
  const t = useWords();
  const locale = useLocale();
  const api = useKontor();
  const say = useSay();
  const refresh = useRefresh();
  const resource = useDeclaration(of);
  const creatable = useCreatable(resource);
  const { text: textName, sort } = resource.stream!;
  const choice = sort ? resource.fields[sort] : undefined;
  const [chosen, setChosen] = useState<string>(choice?.default ?? '');
  const subject = Object.keys(resource.fields).find((name) => `${name}_id` in values);
  const about =
    resource.stream!.mentions && subject
      ? { resource: String(values[`${subject}_resource`]), id: String(values[`${subject}_id`]) }
      : undefined;
  const { text, setText, busy, error, submit } = useQuickCreate(resource, textName, {
    ...values,
    ...(sort ? { [sort]: chosen } : {}),
  });
  if (!creatable) return null;

  const undo = async (record: RaRecord, typed: string) => {
    try {
      await api.delete(of, { id: record.id, previousData: record });
      setText((now) => now || typed); // what was typed is not lost with it
      refresh();
    } catch (problem) {
      say({ text: reasonOf(problem), tone: 'error' });
    }
  };
  const add = async (event?: FormEvent) => {
    event?.preventDefault();
    const typed = text;
    const record = await submit();
    if (!record) return;
    const action = { label: t('undo'), onClick: () => void undo(record, typed) };
    say({ text: t('added'), ...(resource.trash ? { action } : {}) });
  };
  const input = (
    <TextField
      fullWidth
      multiline
      minRows={2}
      maxRows={12}
      placeholder={t('placeholder')}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void add();
      }}
      error={Boolean(error)}
      helperText={error}
      slotProps={{
        htmlInput: {
          'aria-label': t('write', { name: resourceLabel(resource, locale, 'one') }),
          maxLength: resource.fields[textName]!.max,
        },
      }}
    />
  );
  return (
    <Paper
      component="form"
      variant="outlined"
      onSubmit={add}
      sx={{ p: 1.5, display: 'grid', gap: 1.5, containerType: 'inline-size' }}
    >
      {about ? (
        <Mentions about={about} of={of}>
          {input}
        </Mentions>
      ) : (
        input
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
        {choice && (
          <ToggleButtonGroup
            exclusive
            size="small"
            aria-label={t('sort')}
            value={chosen}
            onChange={(_event, value: string | null) => value && setChosen(value)}
          >
            {Object.keys(choice.options as object).map((value) => (
              <ToggleButton key={value} value={value}>
                {optionLabel(choice, value, locale)}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
        )}
        <Typography
          variant="body2"
          color="text.secondary"
          sx={{ ml: 'auto', display: 'none', '@container (min-width: 520px)': { display: 'block' } }}
        >
          {t('hint')}
        </Typography>
        <Button
          type="submit"
          variant="contained"
          loading={busy}
          disabled={!text.trim()}
          sx={{ ml: 'auto', '@container (min-width: 520px)': { ml: 0 } }}
        >
          {t('add')}
        </Button>
      </Box>
    </Paper>
  );
}
