import { optionLabel } from '@kontor/shared';
import Checkbox from '@mui/material/Checkbox';
import ListItemText from '@mui/material/ListItemText';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import { useId } from 'react';
import { useLocale } from '../../app/texts.ts';
import type { KindFilterProps } from '../view.ts';
import { FilterFrame } from './FilterFrame.tsx';
import { entriesFor, listOf } from './filters.ts';
import { useWords } from './words.ts';

/** One or several of the offered values. `suffix` is `_has` where the field holds a list. */
export function OptionsFilter({ suffix = '', ...props }: KindFilterProps & { suffix?: '' | '_has' }) {
  const { name, field, label, values, onChange } = props;
  const locale = useLocale();
  const t = useWords();
  const id = useId();
  const chosen = listOf(values[name + suffix] ?? values[name]);
  return (
    <FilterFrame {...props} id={id}>
      <Select
        multiple
        displayEmpty
        size="small"
        fullWidth
        value={chosen}
        onChange={(event) => {
          const next = listOf(event.target.value);
          onChange({ ...entriesFor(values, name), [name + suffix]: next.length > 0 ? next : undefined });
        }}
        renderValue={(list) =>
          list.length === 0 ? t('all') : list.map((value) => optionLabel(field, value, locale)).join(', ')
        }
        slotProps={{ input: { 'aria-label': label } }}
        SelectDisplayProps={{ 'aria-label': label }}
      >
        {Object.keys(field.options as object).map((value) => (
          <MenuItem key={value} value={value} dense>
            <Checkbox
              size="small"
              checked={chosen.includes(value)}
              tabIndex={-1}
              disableRipple
              sx={{ p: 0.5, mr: 1 }}
              slotProps={{ input: { 'aria-hidden': true } }}
            />
            <ListItemText primary={optionLabel(field, value, locale)} />
          </MenuItem>
        ))}
      </Select>
    </FilterFrame>
  );
}
