import { fieldLabel, type Resource } from '@kontor/shared';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import { use, useMemo } from 'react';
import { useLocale } from '../../../app/texts.ts';
import { declarationOf, manifestOf } from '../../../declarations.ts';
import { useOpens } from '../../../providers/access.ts';
import { filterFields } from '../columns/fields.ts';
import { useWords } from '../useWords.ts';
import { describe, type FilterValues, groupFilter, innerGroup, withoutGroup } from './entries.ts';
import { useTitles } from './useTitles.ts';

export interface FilterChipsProps {
  readonly resource: Resource;
  readonly values: FilterValues;
  readonly onChange: (values: FilterValues) => void;
  readonly onOpen: () => void;
}

/** What the list is narrowed to, one chip per field, each to be taken away. */
export function FilterChips({ resource, values, onChange, onOpen }: FilterChipsProps) {
  const t = useWords();
  const locale = useLocale();
  const opens = useOpens(resource);
  const groups = useMemo(() => groupFilter(resource, values, filterFields(resource, opens)), [resource, values, opens]);
  const title = useTitles(groups);
  if (groups.length === 0) return null;
  const targetOf = (reference: string) => {
    const to = String(resource.fields[reference]?.to ?? '');
    return manifestOf(to) && use(declarationOf(to));
  };
  const operatorWords = {
    from: t('from'),
    to: t('to'),
    over: t('over'),
    under: t('under'),
    contains: t('contains'),
    empty: t('empty'),
    filled: t('filled'),
  };
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, alignItems: 'center' }}>
      {groups.map((group) => {
        const asked = innerGroup(group, targetOf);
        const label = [
          asked.through && fieldLabel(resource.fields[asked.through]!, asked.through, locale),
          asked.field ? fieldLabel(asked.field, asked.name, locale) : asked.name,
        ]
          .filter(Boolean)
          .join(' · ');
        return (
          <Chip
            key={group.name}
            size="small"
            variant="outlined"
            label={
              <>
                {label}: <strong>{describe(asked, locale, operatorWords, title)}</strong>
              </>
            }
            onClick={onOpen}
            onDelete={() => onChange(withoutGroup(values, group))}
            sx={{ maxWidth: 360 }}
          />
        );
      })}
      <Button size="small" onClick={() => onChange(values.q ? { q: values.q } : {})}>
        {t('clear_filters')}
      </Button>
    </Box>
  );
}
