import { resourceLabel } from '@kontor/shared';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import TextField from '@mui/material/TextField';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useRefresh } from 'ra-core';
import { type FormEvent, useState } from 'react';
import { useSay } from '../../app/feedback/useSay.ts';
import { useLocale } from '../../app/texts.ts';
import { useDeclaration } from '../../declarations.ts';
import { useKontor } from '../../providers/dataProvider.ts';
import { problemOf } from '../../providers/httpClient.ts';
import { reasonOf } from '../../providers/reason.ts';
import { useCreatable } from '../list/ListHead.tsx';
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
  const options = sort ? resource.fields[sort]?.options : undefined;
  const [chosen, setChosen] = useState<string>((sort && resource.fields[sort]?.default) || '');
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  if (!creatable) return null;

  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    if (!text.trim() || busy) return;
    setBusy(true);
    setError(undefined);
    try {
      const { data } = await api.create(of, {
        data: { ...values, [textName]: text.trim(), ...(sort ? { [sort]: chosen } : {}) },
      });
      setText('');
      const undo = async () => {
        await api.delete(of, { id: data.id, previousData: data });
        setText(text); // what was typed is not lost with it
        refresh();
      };
      say({
        text: t('added'),
        ...(resource.trash
          ? {
              action: {
                label: t('undo'),
                onClick: () => void undo().catch((problem) => say({ text: reasonOf(problem), tone: 'error' })),
              },
            }
          : {}),
      });
      refresh();
    } catch (failure) {
      const atField = problemOf(failure)?.errors?.[textName];
      setError(typeof atField === 'string' ? atField : (failure as Error).message);
    }
    setBusy(false);
  };
  return (
    <Paper component="form" variant="outlined" onSubmit={submit} sx={{ p: 1.5, display: 'grid', gap: 1.5 }}>
      <TextField
        fullWidth
        multiline
        minRows={2}
        maxRows={12}
        placeholder={t('placeholder')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit();
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
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
        {options && (
          <ToggleButtonGroup
            exclusive
            size="small"
            aria-label={t('sort')}
            value={chosen}
            onChange={(_event, value: string | null) => value && setChosen(value)}
          >
            {Object.entries(options).map(([value, label]) => (
              <ToggleButton key={value} value={value}>
                {typeof label === 'string' ? label : ((label as { de: string; en?: string })[locale] ?? '')}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
        )}
        <Typography variant="body2" color="text.secondary" sx={{ ml: 'auto', display: { xs: 'none', sm: 'block' } }}>
          {t('hint')}
        </Typography>
        <Button
          type="submit"
          variant="contained"
          loading={busy}
          disabled={!text.trim()}
          sx={{ ml: { xs: 'auto', sm: 0 } }}
        >
          {t('add')}
        </Button>
      </Box>
    </Paper>
  );
}
