import { fieldLabel, type Resource } from '@kontor/shared';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import { use } from 'react';
import { useLocale } from '../../../app/texts.ts';
import { declarationOf, manifestOf } from '../../../declarations.ts';
import { useOpens } from '../../../providers/access.ts';
import { filterFields } from '../columns/fields.ts';
import { useWords } from '../useWords.ts';
import { describe, type FilterValues, groupFilter, innerGroups, keysOf, throughOf, withoutGroup } from './entries.ts';
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
  const beside = throughOf(values).flatMap((by) => {
    const to = String(resource.fields[by]?.to ?? '');
    return manifestOf(to) ? innerGroups(values, by, use(declarationOf(to))) : [];
  });
  const read = new Set(beside.flatMap(keysOf));
  const groups = [
    ...groupFilter(resource, values, filterFields(resource, opens)).filter(({ name }) => !read.has(name)),
    ...beside,
  ];
  const title = useTitles(groups);
  if (groups.length === 0) return null;
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
        const { through, name, field } = group;
        const label = [
          through && fieldLabel(resource.fields[through]!, through, locale),
          field ? fieldLabel(field, name, locale) : name,
        ]
          .filter(Boolean)
          .join(' · ');
        return (
          <Chip
            key={keysOf(group).join()}
            size="small"
            variant="outlined"
            label={
              <>
                {label}: <strong>{describe(group, locale, operatorWords, title)}</strong>
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
