import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useLocale } from '../../app/texts.ts';
import { whenOf } from '../../app/whenOf.ts';
import type { HistoryEntry } from '../../providers/dataProvider.ts';
import { useWords } from './words.ts';

interface VersionSelectProps {
  readonly label: string;
  readonly entries: readonly HistoryEntry[];
  readonly value: number;
  readonly onChange: (version: number) => void;
}

/** Chooses a version by its number, its time and whose it is. */
export function VersionSelect({ label, entries, value, onChange }: VersionSelectProps) {
  const t = useWords();
  const locale = useLocale();
  const versions = [...new Map(entries.map((entry) => [entry.version, entry])).values()];
  const older = versions.some(({ version }) => version === value) ? [] : [value];
  const labelOf = (entry: HistoryEntry, index: number) => {
    return index === 0
      ? t('version_now', { number: entry.version })
      : t('version_label', {
          number: entry.version,
          when: whenOf(entry.at, locale),
          who: entry.by?.title ?? t('by_nobody'),
        });
  };
  return (
    <TextField
      select
      size="small"
      label={label}
      value={value}
      onChange={(event) => onChange(Number(event.target.value))}
      sx={{ minWidth: 0 }}
    >
      {versions.map((entry, index) => (
        <MenuItem key={entry.version} value={entry.version}>
          {labelOf(entry, index)}
        </MenuItem>
      ))}
      {older.map((version) => (
        <MenuItem key={version} value={version}>
          {version}
        </MenuItem>
      ))}
    </TextField>
  );
}
