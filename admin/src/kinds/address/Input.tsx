import { type Address, countries } from '@kontor/shared';
import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import OutlinedInput from '@mui/material/OutlinedInput';
import Select from '@mui/material/Select';
import { FieldFrame, messageId } from '../common/FieldFrame.tsx';
import { useKindInput } from '../common/useKindInput.ts';
import { useWords } from '../common/words.ts';
import type { KindInputProps } from '../view.ts';

type Part = 'street' | 'extra' | 'postcode' | 'city';
const parts: readonly { name: Part; columns: number }[] = [
  { name: 'street', columns: 12 },
  { name: 'extra', columns: 12 },
  { name: 'postcode', columns: 3 },
  { name: 'city', columns: 5 },
];

/** The address without what is empty; nothing at all when only the country is left. */
const tidy = (address: Partial<Address>): Address | null => {
  const filled = Object.fromEntries(Object.entries(address).filter(([, text]) => text)) as Partial<Address>;
  return parts.some(({ name }) => filled[name]) ? { ...filled, country: filled.country ?? 'DE' } : null;
};

/** Street, postcode, town and country as one value. */
export function Input(props: KindInputProps) {
  const { field, label, disabled, dense } = props;
  const { id, locale, value, setValue, onBlur, ref, error } = useKindInput<Address>(props);
  const t = useWords();
  const set = (part: Part | 'country', text: string) => setValue(tidy({ ...value, [part]: text }));
  return (
    <FieldFrame {...props} id={id} error={error} group>
      <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: dense ? '2fr 1fr 1fr 2fr 1.5fr' : 'repeat(12, 1fr)' }}>
        {parts.map(({ name, columns }, index) => (
          <OutlinedInput
            key={name}
            size="small"
            inputRef={index === 0 ? ref : undefined}
            value={value?.[name] ?? ''}
            placeholder={t(name)}
            disabled={disabled ?? false}
            onChange={(event) => set(name, event.target.value)}
            onBlur={onBlur}
            sx={
              dense
                ? undefined
                : { gridColumn: { xs: `span ${columns === 3 ? 4 : columns === 5 ? 8 : 12}`, sm: `span ${columns}` } }
            }
            slotProps={{
              input: {
                'aria-label': `${label}: ${t(name)}`,
                'aria-describedby': error || field.help ? messageId(id) : undefined,
                autoComplete: 'off',
              },
            }}
          />
        ))}
        <Select
          size="small"
          value={value?.country ?? 'DE'}
          disabled={disabled ?? false}
          onChange={(event) => set('country', event.target.value)}
          onBlur={onBlur}
          SelectDisplayProps={{ 'aria-label': `${label}: ${t('country')}` }}
          inputProps={{ 'aria-label': `${label}: ${t('country')}` }}
          sx={dense ? undefined : { gridColumn: { xs: 'span 12', sm: 'span 4' } }}
        >
          {Object.entries(countries).map(([code, names]) => (
            <MenuItem key={code} value={code} dense>
              {names[locale]}
            </MenuItem>
          ))}
        </Select>
      </Box>
    </FieldFrame>
  );
}
