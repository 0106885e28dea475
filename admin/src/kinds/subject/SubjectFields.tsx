import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import { Suspense } from 'react';
import { useLocale } from '../../app/texts.ts';
import { labelOf, useRelations } from '../../declarations.ts';
import { useCan } from '../../providers/access.ts';
import { RecordAutocomplete, type RecordAutocompleteProps } from '../common/RecordAutocomplete.tsx';
import { useWords } from '../common/words.ts';

export interface SubjectFieldsProps
  extends Omit<RecordAutocompleteProps, 'target' | 'value' | 'onChange' | 'multiple'> {
  /** The ability that a resource needs to be the subject. */
  readonly of: string | undefined;
  readonly resource: string | null;
  readonly record: string | null;
  readonly onPick: (resource: string | null, record: string | null) => void;
}

/** First what it is about, then which one. */
export function SubjectFields({ of, resource, record, onPick, ...rest }: SubjectFieldsProps) {
  const { disabled, label, dense } = rest;
  const relations = useRelations();
  const locale = useLocale();
  const can = useCan();
  const t = useWords();
  const offered = relations.subjects(of).filter((name) => name === resource || can('read', name));
  return (
    <Box sx={{ display: 'flex', gap: 1, flexDirection: dense ? 'row' : { xs: 'column', sm: 'row' } }}>
      <Select
        size="small"
        displayEmpty
        value={resource ?? ''}
        disabled={disabled ?? false}
        onChange={(event) => onPick(event.target.value || null, null)}
        renderValue={(name) => (name ? labelOf(name, locale, 'one') : t('subject_kind'))}
        SelectDisplayProps={{ 'aria-label': `${label}: ${t('subject_kind')}` }}
        inputProps={{ 'aria-label': `${label}: ${t('subject_kind')}` }}
        sx={{ minWidth: 140, flexShrink: 0 }}
      >
        <MenuItem value="" dense>
          {t('none')}
        </MenuItem>
        {offered.map((name) => (
          <MenuItem key={name} value={name} dense>
            {labelOf(name, locale, 'one')}
          </MenuItem>
        ))}
      </Select>
      <Box sx={{ flexGrow: 1, minWidth: 0 }}>
        <Suspense>
          {resource && (
            <RecordAutocomplete
              key={resource}
              {...rest}
              target={resource}
              value={record ? [record] : []}
              onChange={([next]) => onPick(resource, next ?? null)}
              creatable
            />
          )}
        </Suspense>
      </Box>
    </Box>
  );
}
