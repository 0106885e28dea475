import { canSum, kindOf } from '@kontor/shared';
import Box from '@mui/material/Box';
import { useId } from 'react';
import { useLocale } from '../../app/texts.ts';
import type { KindFilterProps } from '../view.ts';
import { FilterFrame } from './FilterFrame.tsx';
import { entriesFor } from './filters.ts';
import { RangeEnd } from './RangeEnd.tsx';
import { canonical, problemOf } from './validate.ts';
import { useWords } from './words.ts';

/** From and to, both included and each optional, in the notation of the kind. */
export function RangeFilter(props: KindFilterProps) {
  const { name, field, label, values, onChange } = props;
  const t = useWords();
  const locale = useLocale();
  const id = useId();
  const kind = kindOf(field);
  const limits = { gte: values[`${name}_gte`], lte: values[`${name}_lte`] };
  const set = (operator: 'gte' | 'lte', value: unknown) =>
    onChange({
      ...entriesFor(values, name),
      [`${name}_gte`]: limits.gte,
      [`${name}_lte`]: limits.lte,
      [`${name}_${operator}`]: value,
    });
  const unlimited = { ...field, min: undefined, max: undefined };
  const end = (operator: 'gte' | 'lte', word: string) => (
    <RangeEnd
      label={`${label} ${word}`}
      placeholder={word}
      numeric={canSum(field)}
      value={limits[operator] ?? values[name]}
      format={(value) => kind.format(value, field, locale)}
      parse={(text) => {
        const value = canonical(unlimited, kind.parse(text, field, locale));
        return problemOf(unlimited, value) ? undefined : value;
      }}
      onChange={(value) => set(operator, value)}
    />
  );
  return (
    <FilterFrame {...props} id={id}>
      <Box sx={{ display: 'flex', gap: 1 }}>
        {end('gte', t('from'))}
        {end('lte', t('to'))}
      </Box>
    </FilterFrame>
  );
}
