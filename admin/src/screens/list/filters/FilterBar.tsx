import type { Resource } from '@kontor/shared';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FilterIcon from 'icon/FilterList';
import { type ReactNode, useMemo, useState } from 'react';
import { useLocale } from '../../../app/texts.ts';
import { useLoaded } from '../../../app/useLoaded.ts';
import { labelOf } from '../../../declarations.ts';
import { useOpens } from '../../../providers/access.ts';
import { filterFields } from '../columns/fields.ts';
import { useWords } from '../useWords.ts';
import { type FilterValues, groupFilter, withEntries } from './entries.ts';
import { FilterChips } from './FilterChips.tsx';
import { SearchBox } from './SearchBox.tsx';

const loadPanel = () => import('./FilterPanel.tsx').then((module) => module.default);

export interface FilterBarProps {
  readonly resource: Resource;
  readonly values: FilterValues;
  readonly onChange: (values: FilterValues) => void;
  readonly total?: number;
  /** Leads from the search to what was found. */
  readonly onEnter?: (text: string) => void;
  /** Further tools, at the end of the line. */
  readonly children?: ReactNode;
}

/** Search, filters and what they are set to: the same above list, board and calendar. */
export function FilterBar({ resource, values, onChange, total, onEnter, children }: FilterBarProps) {
  const t = useWords();
  const locale = useLocale();
  const opens = useOpens(resource);
  const [open, setOpen] = useState(false);
  const FilterPanel = useLoaded(loadPanel, open, () => setOpen(false));
  const searchable = Object.values(resource.fields).some((field) => field.search);
  const count = useMemo(
    () => groupFilter(resource, values, filterFields(resource, opens)).length,
    [resource, values, opens],
  );
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        {searchable && (
          <SearchBox
            label={t('search', { name: labelOf(resource.name, locale) })}
            value={values.q ?? ''}
            onChange={(q) => onChange(withEntries(values, { q }))}
            onEnter={onEnter}
          />
        )}
        <Button
          variant="outlined"
          startIcon={<FilterIcon fontSize="small" />}
          aria-haspopup="dialog"
          onClick={() => setOpen(true)}
        >
          {count > 0 ? t('filter_count', { count }) : t('filter')}
        </Button>
        {children}
      </Box>
      <FilterChips resource={resource} values={values} onChange={onChange} onOpen={() => setOpen(true)} />
      {FilterPanel && open && (
        <FilterPanel
          resource={resource}
          values={values}
          onChange={onChange}
          onClose={() => setOpen(false)}
          {...(total === undefined ? {} : { total })}
        />
      )}
    </Box>
  );
}
