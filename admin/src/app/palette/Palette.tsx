import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import InputBase from '@mui/material/InputBase';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import Search from 'icon/Search';
import { type KeyboardEvent, useId, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useTexts } from '../texts.ts';
import { type Command, useCommands } from './commands.ts';
import { PaletteFooter } from './PaletteFooter.tsx';
import { PaletteOption } from './PaletteOption.tsx';
import { rank } from './rank.ts';
import { useRecentCommands, useRecords } from './useRecords.ts';

const texts = {
  title: { de: 'Suchen oder ausführen', en: 'Search or run a command' },
  placeholder: { de: 'Kunde, Aufgabe, Liste oder Befehl …', en: 'Record, list or command …' },
  results: { de: 'Ergebnisse', en: 'Results' },
  recent: { de: 'Zuletzt geöffnet', en: 'Opened last' },
  records: { de: 'Datensätze', en: 'Records' },
  go: { de: 'Gehen zu', en: 'Go to' },
  create: { de: 'Neu anlegen', en: 'Create' },
  act: { de: 'Ausführen', en: 'Run' },
  nothing: { de: 'Dazu wurde nichts gefunden.', en: 'Nothing was found.' },
  searching: { de: 'Wird gesucht …', en: 'Searching …' },
  failed: { de: 'Die Suche ist gerade nicht möglich.', en: 'The search is not possible right now.' },
};

export interface PaletteProps {
  readonly initial: string;
  readonly onClose: () => void;
}

/** Find and act: records, lists, new records and commands, all from the keyboard. */
export default function Palette({ initial, onClose }: PaletteProps) {
  const t = useTexts(texts);
  const id = useId();
  const navigate = useNavigate();
  const [query, setQuery] = useState(initial);
  const [active, setActive] = useState(0);
  const commands = useCommands();
  const recent = useRecentCommands();
  const { found, searching, failed } = useRecords(query);
  const shown = rank(query, [...recent, ...found, ...commands]);
  const current = Math.min(active, shown.length - 1);

  const choose = (command: Command | undefined, newTab = false) => {
    if (!command) return;
    if (newTab && command.to) {
      window.open(command.to, '_blank', 'noopener');
      return;
    }
    onClose();
    command.run?.();
    if (command.to) navigate(command.to);
  };
  const move = (index: number) => {
    const next = (index + shown.length) % Math.max(shown.length, 1);
    setActive(next);
    document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') move(current + 1);
    else if (event.key === 'ArrowUp') move(current - 1);
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing)
      choose(shown[current], event.ctrlKey || event.metaKey);
    else return;
    event.preventDefault();
  };

  return (
    <Dialog
      open
      onClose={onClose}
      transitionDuration={0}
      slotProps={{
        paper: {
          'aria-label': t('title'),
          sx: {
            position: 'absolute',
            top: { xs: 8, sm: '12vh' },
            m: 0,
            width: 'min(640px, calc(100vw - 16px))',
            maxHeight: { xs: 'calc(100dvh - 16px)', sm: '72vh' },
          },
        },
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.25, px: 2, height: 52, flex: 'none' }}>
        <Search sx={{ color: 'text.secondary' }} />
        <InputBase
          fullWidth
          autoFocus
          value={query}
          placeholder={t('placeholder')}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            setQuery(event.target.value);
            setActive(0);
          }}
          inputProps={{
            'aria-label': t('title'),
            role: 'combobox',
            'aria-expanded': true,
            'aria-controls': `${id}-list`,
            'aria-activedescendant': shown.length > 0 ? `${id}-${current}` : undefined,
            autoComplete: 'off',
            spellCheck: false,
          }}
          sx={{ fontSize: 16 }}
        />
      </Box>
      <Box sx={{ height: 2, flex: 'none', bgcolor: 'divider' }}>
        {searching && <LinearProgress aria-label={t('searching')} sx={{ height: 2 }} />}
      </Box>
      <Box id={`${id}-list`} role="listbox" aria-label={t('results')} sx={{ overflowY: 'auto', p: 1, flex: 1 }}>
        {shown.map((command, index) => (
          <PaletteOption
            key={command.key}
            id={`${id}-${index}`}
            command={command}
            heading={command.group === shown[index - 1]?.group ? undefined : t(command.group)}
            selected={index === current}
            query={query}
            onHover={() => setActive(index)}
            onChoose={(newTab) => choose(command, newTab)}
          />
        ))}
      </Box>
      {(failed || (shown.length === 0 && !searching)) && (
        <Typography role="status" color="text.secondary" sx={{ px: 2, pb: 3, textAlign: 'center' }}>
          {failed ? t('failed') : t('nothing')}
        </Typography>
      )}
      <PaletteFooter />
    </Dialog>
  );
}
